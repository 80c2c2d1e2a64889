"""What residents will read is searched too, not only what is written; each cause is told once and quoted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.reading.gate.reading_aloud import as_read
from build_tools.reading.gate.whole import scan_whole
from tests.conftest import MINIMAL, NOTICE, STATION, check, codes, put, told
from tests.reading.gate_cases import IDENTITY, MOBILE, reviewed, shown
from tests.reading.gate_trial_cases import ALOUD, QUIET
from tests.reading.test_gate_pictures import PLACED

if TYPE_CHECKING:
    from pathlib import Path

SITE = MINIMAL["site.yml"]


@pytest.mark.parametrize(("what", "text", "line", "column", "code"), ALOUD, ids=[what for what, *_ in ALOUD])
def test_what_is_read_otherwise_than_written_is_found_where_it_is_written(
    what: str, text: str, line: int, column: int, code: str
) -> None:
    problems = [one.problem(hit) for one in scan_whole("a.yml", text) for hit in one.hits]
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [(code, line, column)], what


@pytest.mark.parametrize("text", QUIET)
def test_what_does_not_belong_together_is_not_read_together(text: str) -> None:
    assert [hit for one in scan_whole("a.yml", text) for hit in one.hits] == []


@pytest.mark.parametrize("text", [text for _, text, *_ in ALOUD])
def test_every_sign_that_is_read_has_its_origin(text: str) -> None:
    plain = as_read(text)
    origins = [plain.origin(at) for at in range(len(plain.text) + 1)]
    assert origins == sorted(origins)
    assert all(text[origin] == sign for origin, sign in zip(origins, plain.text, strict=False) if sign not in " \n-")


@pytest.mark.parametrize(
    ("body", "secrets"),
    [
        ('"请拨1380000\\\n  0000"', ("1380000", "13800000000")),
        ("李<b>奶</b>奶", ("李<b>奶</b>奶", "李奶奶")),
        ('"138\\u0030 0000000"', ("138\\u0030 0000000", "1380 0000000")),
    ],
)
def test_no_report_quotes_what_is_read(content: Path, body: str, secrets: tuple[str, ...]) -> None:
    put(content, "notices/2026/a.yml", NOTICE.replace("国庆照常开放。", body) + f"要紧: {body}\n")
    problems = check(content)
    assert len({one.place.line for one in problems}) > 1
    assert not any(secret in shown(problems) for secret in secrets)


def test_only_what_is_read_is_hidden(content: Path) -> None:
    put(content, "about.md", f"# 关于\n\n[李**奶**奶](tel:{MOBILE})来。\n")
    problems = check(content)
    assert [(one.code, one.place.column, one.width) for one in problems] == [("E125", 2, 7), ("E121", 15, 11)]
    assert problems[0].excerpt == "[李******](tel:138****0000)来。"


def test_a_hand_written_page_is_read_too(content: Path) -> None:
    put(content, "about.md", "# 关于\n\n来找李**奶**奶。\n")
    assert [(code, line, column) for code, _, line, column, _ in told(content)] == [("E125", 3, 3)]


def test_what_is_read_may_be_reviewed(content: Path) -> None:
    put(content, "about.md", "# 关于\n\n来找李**奶奶**的饺子馆。\n")
    assert codes(content) == ["E125"]
    put(content, "site.yml", reviewed("李奶奶的饺子馆", "about.md"))
    assert codes(content) == []


WRONG_ENTRY = "  - {文件: stations/jia.yml, 文字: 刘奶奶}\n"


def test_an_exception_with_a_mistake_does_not_undo_the_others(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {MOBILE}\n介绍: {IDENTITY}\n")
    put(content, "site.yml", reviewed(MOBILE) + WRONG_ENTRY)
    assert sorted(set(codes(content))) == ["E023", "E120"]


def test_a_picture_s_exception_is_not_undone_either(content: Path) -> None:
    put(content, "images/door.jpg", PLACED)
    put(content, "site.yml", reviewed("GPS", "images/door.jpg") + WRONG_ENTRY)
    assert set(codes(content)) == {"E023"}


def test_an_exception_stays_useful_once_the_gate_knows_more(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "介绍: 在周大爷豆腐店对面\n")
    put(content, "site.yml", reviewed("周大爷豆腐店"))
    assert codes(content) == []


def test_an_exception_for_what_is_gone_is_still_a_warning(content: Path) -> None:
    put(content, "site.yml", reviewed("周大爷豆腐店"))
    assert codes(content) == ["W121"]
