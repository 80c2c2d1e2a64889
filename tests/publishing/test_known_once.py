"""What is known of a service is printed once for several pages: never for another service."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from build_tools.build import build
from build_tools.settings import Settings
from tests.conftest import STATION, put

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = """服务:
  - {种类: 维修, 费用: 一块}
  - {种类: 维修, 费用: 两块}
  - {种类: 大修, 费用: 三块}
"""


def test_services_whose_parts_of_a_page_are_called_the_same_are_told_apart(content: Path) -> None:
    words = (content / "vocabulary.yml").read_text(encoding="utf-8")
    kinds = "服务: [{代码: repair, 名称: 维修}, {代码: repair-2, 名称: 大修}, "
    put(content, "vocabulary.yml", words.replace("服务: [", kinds))
    put(content, "stations/jia.yml", STATION + SERVICES)
    built = build(Settings(content, date(2026, 11, 21)))
    assert built.site, built.problems
    bodies = {page.uri: page.body for page in built.site.pages}
    costs = ("一块", "两块", "三块")
    assert [bodies["stations/jia/"].count(cost) for cost in costs] == [1, 1, 1]
    assert [bodies["services/repair/"].count(cost) for cost in costs] == [1, 1, 0]
    assert [bodies["services/repair-2/"].count(cost) for cost in costs] == [0, 0, 1]
