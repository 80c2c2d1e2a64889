"""The page that lists reviewed exceptions says where, why and who, and not what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from build_tools.build import build
from build_tools.settings import Settings
from tests.conftest import STATION, put
from tests.reading.gate_cases import MOBILE, reviewed

if TYPE_CHECKING:
    from pathlib import Path


def body(content: Path) -> str:
    """The page of `content` that lists reviewed exceptions."""
    site = build(Settings(content=content, today=date(2026, 11, 21))).site
    assert site is not None
    return next(page.body for page in site.pages if page.uri == "reviewed/")


def test_an_exception_is_listed_with_its_file_reason_role_and_date_and_its_text_is_veiled(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {MOBILE}\n")
    put(content, "site.yml", reviewed(MOBILE))
    page = body(content)
    assert all(word in page for word in ("stations/jia.yml", "值班手机", "社区主任", "2026年11月1日", "138****0000"))
    assert MOBILE not in page


def test_a_name_of_a_file_that_holds_the_text_is_veiled_too(content: Path) -> None:
    put(content, f"stations/yi-{MOBILE}.yml", STATION.replace("甲站", "乙站"))
    put(content, "site.yml", reviewed(MOBILE, f"stations/yi-{MOBILE}.yml"))
    page = body(content)
    assert "stations/yi-138****0000.yml" in page
    assert MOBILE not in page


def test_without_exceptions_the_page_says_so(content: Path) -> None:
    assert "没有例外" in body(content)
