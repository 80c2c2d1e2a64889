"""Timetables for tests of what is made of them, from lines as staff write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from build_tools.facts.almanac import almanac
from build_tools.facts.china_calendar import china_calendar
from build_tools.facts.schedule import Schedule
from build_tools.facts.timetable import Timetable, timetable
from build_tools.publishing.shown import Shown
from build_tools.reading.locale import read_wording
from build_tools.reading.one import read_one
from build_tools.records.dates import Day
from build_tools.records.hours import HolidayRule, HoursRule, Makeup
from build_tools.records.opening import Opening
from build_tools.records.schedule import DatedException, GivenDays

CONTENT = Path(__file__).parent.parent.parent / "content"
SHOWN = Shown(read_wording("zh"))
MONDAY = date(2026, 11, 16)


def hours(*rules: str, holidays: str = "", exceptions: tuple[DatedException, ...] = (), days: int = 120) -> Timetable:
    """The timetable of `rules` for `days` from Monday, 16 November 2026; 2027 is not announced."""
    one, _ = read_one(CONTENT, CONTENT / "stations" / "zhengyang.yml")
    assert one is not None
    schedule = Schedule(
        rules=tuple(map(HoursRule.from_text, rules)),
        holidays=(HolidayRule.from_text(holidays),) if holidays else (),
        makeup=Makeup.USUAL,
        exceptions=exceptions,
    )
    return timetable(schedule, almanac(MONDAY, days, china_calendar(one.calendars, "湖南省")))


def away(days: str, reason: str) -> DatedException:
    """Closed on `days`."""
    return DatedException(days=GivenDays.from_text(days), closed=reason)


def other(days: str, times: str, note: str = "") -> DatedException:
    """Open at other `times` on `days`."""
    return DatedException(days=GivenDays.from_text(days), hours=Opening.from_text(times), note=note)


def moved(day: str, to: str, note: str = "") -> DatedException:
    """What takes place on `day` moved to the day `to`."""
    return DatedException(days=GivenDays.from_text(day), moved_to=Day.from_text(to), note=note)
