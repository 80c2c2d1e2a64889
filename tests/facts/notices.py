"""China's calendar as it is known once the notices for certain years have appeared."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from build_tools.facts.china_calendar import china_calendar
from build_tools.reading.bulletin import read_bulletin
from tests.conftest import MINIMAL, put

if TYPE_CHECKING:
    from build_tools.facts.china_calendar import ChinaCalendar
    from build_tools.records.bulletin import Bulletin

CALENDARS = Path(__file__).parent.parent.parent / "content" / "calendar"


@cache
def bulletin_with(*years: int) -> Bulletin:
    """The smallest bulletin, with our calendars of these `years` only."""
    with TemporaryDirectory() as folder:
        content = Path(folder)
        for uri, text in MINIMAL.items():
            put(content, uri, text)
        for year in years:
            put(content, f"calendar/{year}.yml", (CALENDARS / f"{year}.yml").read_bytes())
        bulletin, problems = read_bulletin(content)
    assert bulletin, problems
    return bulletin


def announced(*years: int) -> ChinaCalendar:
    """The calendar when the notices of these `years`, and no others, have appeared."""
    return china_calendar(bulletin_with(*years).calendars, "示例省")
