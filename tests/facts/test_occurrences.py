"""The single times of events: one, or many, and what became of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from build_tools.facts.agenda import coming, gone
from build_tools.facts.occurrences import Occurrence, occurrences, times_touching
from build_tools.facts.timetables import Timetables, derive_timetables
from build_tools.reading.one import read_one
from build_tools.records.clock import TimeRange
from build_tools.records.dates import Day
from build_tools.records.event import Change, Course, Event
from build_tools.records.hours import HolidayRule, HoursRule, Makeup

CONTENT = Path(__file__).parent.parent.parent / "content"
TODAY = date(2026, 11, 22)
CHESS = Event(
    year="2026",
    id="chess",
    name="棋会",
    place="甲站",
    district="shigu",
    summary="",
    repeats=(HoursRule.from_text("每周五 14:00-16:30"),),
    holidays=(HolidayRule.from_text("休息"),),
    makeup_days=Makeup.USUAL,
)


@pytest.fixture(scope="module")
def timetables() -> Timetables:
    """Those of our own content, from Monday, 16 November 2026."""
    one, _ = read_one(CONTENT, CONTENT / "stations" / "zhengyang.yml")
    assert one is not None
    return derive_timetables(one.districts, one.calendars, date(2026, 11, 16), 120)


def told(one: Occurrence) -> str:
    """An occurrence in a few words."""
    hours = f" {one.sessions[0].start // 60}:00" if one.sessions else ""
    moved = f" instead of {one.instead_of}" if one.instead_of else ""
    return f"{one.day}{hours} {one.course.code}{moved}{'' if one.known else ' not announced'}"


def times(event: Event, timetables: Timetables) -> list[str]:
    """The times of `event` in a few words each."""
    return [told(one) for one in occurrences(event, timetables, None)]


def test_an_event_that_recurs_has_a_time_for_each_of_its_days(timetables: Timetables) -> None:
    assert times(CHESS, timetables)[:8] == [
        "2026-11-20 14:00 as planned",
        "2026-11-27 14:00 as planned",
        "2026-12-04 14:00 as planned",
        "2026-12-11 14:00 as planned",
        "2026-12-18 14:00 as planned",
        "2026-12-25 14:00 as planned",
        "2027-01-08 as planned not announced",
        "2027-01-15 14:00 as planned",
    ]


def test_one_time_may_be_cancelled_moved_or_at_another_hour(timetables: Timetables) -> None:
    changes = (
        Change(date=Day(2026, 11, 27), cancelled="下雨"),
        Change(date=Day(2026, 12, 4), moved_to=Day(2026, 12, 12), note="场地要用"),
        Change(date=Day(2026, 12, 18), time=TimeRange(900, 960)),
    )
    assert times(replace(CHESS, changes=changes), timetables)[:5] == [
        "2026-11-20 14:00 as planned",
        "2026-11-27 14:00 cancelled",
        "2026-12-11 14:00 as planned",
        "2026-12-12 14:00 moved instead of 2026-12-04",
        "2026-12-18 15:00 as planned",
    ]


def test_a_change_of_a_day_on_which_nothing_was_planned_changes_nothing(timetables: Timetables) -> None:
    changed = replace(CHESS, changes=(Change(date=Day(2026, 11, 28), cancelled="下雨"),))
    assert times(changed, timetables) == times(CHESS, timetables)


def test_a_lunar_event_is_on_its_day_or_on_the_friday_before(timetables: Timetables) -> None:
    on_the_day = replace(CHESS, repeats=(HoursRule.from_text("农历十月十五 9:00-10:00"),))
    before = replace(CHESS, repeats=(HoursRule.from_text("农历十月十五前移到周五 9:00-10:00"),))
    assert times(on_the_day, timetables) == ["2026-11-23 9:00 as planned"]
    assert times(before, timetables) == ["2026-11-20 9:00 as planned"]


def test_an_event_without_a_clock_time_has_days_only(timetables: Timetables) -> None:
    vague = replace(CHESS, repeats=(HoursRule.from_text("每周五下午"),))
    assert times(vague, timetables)[0] == "2026-11-20 as planned"


def test_one_whose_days_are_over_or_far_ahead_keeps_the_day_that_its_rule_names(timetables: Timetables) -> None:
    over = replace(CHESS, repeats=(HoursRule.from_text("2025-01-01至2025-06-30 每周五 9:00-10:00"),))
    far = replace(CHESS, repeats=(HoursRule.from_text("2028-01-07起 每周五 9:00-10:00"),))
    assert (times(over, timetables), times(far, timetables)) == (["2025-06-30 as planned"], ["2028-01-07 as planned"])


def test_a_list_shows_the_next_time_and_which_soon_ones_are_changed(timetables: Timetables) -> None:
    changes = (
        Change(date=Day(2026, 11, 27), cancelled="下雨"),
        Change(date=Day(2026, 12, 11), moved_to=Day(2026, 12, 12)),
        Change(date=Day(2027, 2, 19), cancelled="还早"),
    )
    some = occurrences(replace(CHESS, changes=changes), timetables, None)
    assert [told(one) for one in coming(some, TODAY)] == [
        "2026-11-27 14:00 cancelled",
        "2026-12-04 14:00 as planned",
        "2026-12-12 14:00 moved instead of 2026-12-11",
    ]


def test_an_event_has_stepped_back_once_none_of_its_times_is_ahead(timetables: Timetables) -> None:
    some = occurrences(CHESS, timetables, None)
    assert gone(some, TODAY) == ()
    assert [one.day for one in gone(some, date(2028, 1, 1))] == [some[-1].day]


def test_an_event_that_is_cancelled_as_a_whole_has_no_time_that_is_on(timetables: Timetables) -> None:
    some = occurrences(replace(CHESS, course=Course.CANCELLED), timetables, None)
    assert all(one.is_off for one in some)


def moving(day: Day, to: Day) -> Event:
    """The game of chess, but that one of its times is on another day."""
    return replace(CHESS, changes=(Change(date=day, moved_to=to, note="场地要用"),))


MOVED = [
    ("from last week to this", Day(2026, 11, 13), Day(2026, 11, 18), "2026-11-18 14:00 moved instead of 2026-11-13"),
    ("from far behind", Day(2026, 6, 12), Day(2026, 11, 18), "2026-11-18 14:00 moved instead of 2026-06-12"),
    ("from far ahead", Day(2027, 4, 16), Day(2026, 11, 18), "2026-11-18 14:00 moved instead of 2027-04-16"),
    ("from a day on which nothing is", Day(2026, 11, 12), Day(2026, 11, 18), "2026-11-20 14:00 as planned"),
    ("from a year that is a slip", Day(1, 1, 5), Day(2026, 11, 18), "2026-11-20 14:00 as planned"),
    ("back to last week", Day(2026, 11, 20), Day(2026, 11, 14), "2026-11-27 14:00 as planned"),
    ("far ahead", Day(2026, 11, 20), Day(2027, 5, 1), "2026-11-27 14:00 as planned"),
]


@pytest.mark.parametrize(("day", "to", "first"), [case[1:] for case in MOVED], ids=[case[0] for case in MOVED])
def test_a_time_is_near_that_is_moved_here_and_one_is_not_that_is_moved_away(
    timetables: Timetables, day: Day, to: Day, first: str
) -> None:
    assert times(moving(day, to), timetables)[0] == first


def test_where_all_times_near_are_moved_away_their_new_days_stand_for_all(timetables: Timetables) -> None:
    once = replace(
        moving(Day(2026, 11, 23), Day(2027, 5, 1)), repeats=(HoursRule.from_text("农历十月十五 9:00-10:00"),)
    )
    assert times(once, timetables) == ["2027-05-01 9:00 moved instead of 2026-11-23"]


def test_a_day_has_the_same_times_however_many_days_one_looks_at(timetables: Timetables) -> None:
    districts, first, count = timetables.districts.values(), date(2026, 11, 16), 4
    few = derive_timetables(districts, (), first, count)
    many = derive_timetables(districts, (), first - timedelta(days=10), count + 20)
    around = [Day.fromordinal(first.toordinal() + step) for step in range(-4, count + 3)]
    daily = HoursRule.from_text("每天 9:00-10:00")
    for day, to in product(around, around):
        event = replace(moving(day, to), repeats=(daily,))
        near, all_times = (occurrences(event, some, None) for some in (few, many))
        assert near == tuple(one for one in all_times if few.tell_of(one.day)), (day, to)
        assert few.tell_of(to) == any(one.planned == day for one in near), (day, to)


def test_a_time_that_is_moved_away_is_still_told_where_its_day_was(timetables: Timetables) -> None:
    some = times_touching(moving(Day(2026, 11, 20), Day(2027, 5, 1)), timetables, None)
    assert told(some[-1]) == "2027-05-01 14:00 moved instead of 2026-11-20"


def fresh(timetables: Timetables) -> Timetables:
    """The same as `timetables`, of which nothing was asked yet."""
    return replace(timetables, known={}, years={})


def test_a_change_of_a_day_ahead_that_takes_place_by_the_rules_asks_for_no_further_timetable(
    timetables: Timetables,
) -> None:
    plain, moved = fresh(timetables), fresh(timetables)
    times(CHESS, plain)
    times(moving(Day(2026, 11, 20), Day(2026, 11, 21)), moved)
    assert (len(moved.known), moved.years) == (len(plain.known), {})


def test_changes_of_one_year_share_its_timetable_with_all_events_that_have_the_same_rules(
    timetables: Timetables,
) -> None:
    some = fresh(timetables)
    for day in (Day(2026, 6, 12), Day(2026, 6, 19), Day(2026, 7, 3)):
        times(replace(moving(day, Day(2026, 11, 18)), id=f"chess-{day}"), some)
    assert {year: len(one.known) for year, one in some.years.items()} == {2026: 2}, "with and without holidays"


MADE_BY_THE_CALENDAR = [
    ("工作日 9:00-10:00", "休息", Makeup.AS_WORKDAY, Day(2026, 10, 10), 9),
    ("每周五 9:00-10:00", "10:00-12:00", Makeup.USUAL, Day(2026, 10, 5), 10),
    ("每周五 9:00-10:00", "休息", Makeup.USUAL, Day(2026, 10, 2), 9),
]


@pytest.mark.parametrize(("rule", "holidays", "makeup", "day", "hour"), MADE_BY_THE_CALENDAR)
def test_a_time_is_moved_that_is_one_by_the_calendar_or_would_be_but_for_a_holiday(
    timetables: Timetables, rule: str, holidays: str, makeup: Makeup, day: Day, hour: int
) -> None:
    moved = replace(
        moving(day, Day(2026, 11, 16)),
        repeats=(HoursRule.from_text(rule),),
        holidays=(HolidayRule.from_text(holidays),),
        makeup_days=makeup,
    )
    assert f"2026-11-16 {hour}:00 moved instead of {day}" in times(moved, timetables)
