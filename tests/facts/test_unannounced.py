"""Over a New Year of which no notice has appeared, days are open, closed or 待公布, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.facts.almanac import almanac
from build_tools.facts.intervals import intervals
from build_tools.facts.places_of_days import monday_of
from build_tools.facts.schedule import Schedule
from build_tools.facts.timetable import timetable
from build_tools.facts.timetables import AHEAD
from build_tools.records.hours import Makeup
from build_tools.records.key import UNKNOWN
from tests.facts.any_schedule import exception, written
from tests.facts.naive import on
from tests.facts.notices import announced

OFFICE = written("工作日 9:00-17:00", holidays=("休息",), makeup=Makeup.AS_WORKDAY)
EVERY_DAY = written("每天 8:30-18:00", holidays=("休息",))
AS_USUAL = written("每天 8:30-18:00", holidays=("照常",), makeup=Makeup.USUAL)
FRIDAYS = written("每周五 14:00-17:00", holidays=("休息",), makeup=Makeup.USUAL)
REPLACED = written("每周五 14:00-17:00", holidays=("休息",), makeup=Makeup.AS_REPLACED)
FIRST_OF_MONTH = written("每月1日遇休息日顺延 9:00-16:00")
COLUMNS = (OFFICE, EVERY_DAY, AS_USUAL, FRIDAYS, REPLACED, FIRST_OF_MONTH)
WEEKS = """
week of     office   every day  as usual  Friday   Friday,   the 1st or
from Mon             -holidays                     replaced  the next workday
2026-12-14  +++++--  +++++++    +++++++   ----+--  ----+--   -------
2026-12-21  +++++??  +++++??    +++++++   ----+--  ----+??   -------
2026-12-28  +???-??  +???-??    +++++++   -------  -----??   -----??
2027-01-04  ???????  ???????    +++++++   ----?--  ----???   ???????
2027-01-11  +++++--  +++++++    +++++++   ----+--  ----+--   ?------
2027-01-18  +++++--  +++++++    +++++++   ----+--  ----+--   -------
2027-01-25  +++++??  +++++??    +++++++   ----+--  ----+??   -------
2027-02-01  +???---  +???---    +++++++   -------  -------   +------
2027-02-08  -??????  -??????    +++++++   ----?--  ----???   -------
2027-02-15  ?++++??  ?++++??    +++++++   ----+--  ----+??   -------
2027-02-22  +++++--  +++++++    +++++++   ----+--  ----+--   -------
"""
"""+ open, - closed, ? 待公布. 元旦 is Friday 2027-01-01; 除夕 is Friday 2027-02-05, and 初三 Monday 2027-02-08."""
ROWS = [line.split() for line in WEEKS.strip().splitlines()[2:]]
NEW_YEAR = date(2027, 1, 1)
ODD = (
    Schedule(OFFICE.rules, UNKNOWN, UNKNOWN),
    written("上学日 11:40-13:30", holidays=("休息",), makeup=Makeup.AS_WORKDAY),
    written("寒假 每天 9:00-17:00", "节前一天 9:00-12:00", "春节后3天 14:00-16:00", holidays=("照常", "春节 休息")),
    written("农历初一、十五 6:00-9:00", "除夕 9:00-12:00", "每月最后一天遇休息日提前 9:00-10:00"),
    written("每天 22:00-次日6:00", "周二 0:00-4:00 休息：消毒", holidays=("22:00-24:00",)),
    written("每周五下午", holidays=("休息",), exceptions=(exception("2027-01-01", "9:00-11:00", "2027-01-04"),)),
    written("每天 9:00-17:00", exceptions=(exception("2026-12-31 12:00 起", closed="搬迁"),)),
)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_week_is_open_closed_or_not_announced(row: list[str]) -> None:
    monday = date.fromisoformat(row[0])
    for schedule, expected in zip(COLUMNS, row[1:], strict=True):
        assert spelled(schedule, monday, 7) == expected, schedule


def spelled(schedule: Schedule, first: date, count: int) -> str:
    """A sign for each of `count` days from `first`."""
    table = timetable(schedule, almanac(first, count, announced(2025, 2026)))
    return "".join("?" if not day.known else "+" if day.sessions else "-" for day in table.days()[1:])


@pytest.mark.parametrize("schedule", COLUMNS)
def test_how_long_a_window_is_makes_no_difference(schedule: Schedule) -> None:
    monday, weeks = date(2026, 12, 14), len(ROWS)
    whole = spelled(schedule, monday, 7 * weeks)
    assert whole == "".join(spelled(schedule, on(monday, 7 * week), 7) for week in range(weeks))


def test_what_is_not_announced_is_neither_open_nor_closed() -> None:
    first, last = date(2026, 12, 28), date(2026, 12, 30)
    found = intervals(timetable(OFFICE, almanac(first, 3, announced(2025, 2026))), first, last)
    assert (found.open, found.unannounced) == ([(540, 1020)], [(1440, 4320)])


def test_an_exception_settles_what_no_notice_has() -> None:
    opened = written(
        "工作日 9:00-17:00",
        holidays=("休息",),
        makeup=Makeup.AS_WORKDAY,
        exceptions=(exception("2027-01-04", "9:00-12:00"), exception("2027-01-05 至 2027-01-06", closed="盘点")),
    )
    assert spelled(opened, date(2027, 1, 4), 7) == "+--????"


@pytest.mark.parametrize("schedule", (*COLUMNS, *ODD))
@pytest.mark.parametrize("years", [(2025, 2026), (2025,), ()])
def test_no_day_around_new_year_is_too_much(schedule: Schedule, years: tuple[int, ...]) -> None:
    for step in range(-7, 15):
        first = monday_of(on(NEW_YEAR, step))
        table = timetable(schedule, almanac(first, AHEAD, announced(*years)))
        days = table.days()
        found = intervals(table, first, on(first, AHEAD - 1))
        assert len(days) == AHEAD + 1
        assert all(start < end for start, end in (*found.open, *found.unannounced))


def test_the_notice_settles_every_day_of_its_year() -> None:
    for schedule in COLUMNS:
        table = timetable(schedule, almanac(date(2026, 1, 1), 350, announced(2025, 2026)))
        assert all(day.known for day in table.days())
