"""When the HSDS schedules say that it is open, it is open by the timetable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.facts.almanac import almanac
from build_tools.facts.timetable import timetable
from build_tools.publishing.hsds.skeletons import skeletons
from build_tools.records.days import LAST, Cycle, NthWeekday
from build_tools.records.hours import HoursRule
from tests.facts.any_schedule import BROADLY, UNSHRUNK, WITH_CLOCK, some, written
from tests.facts.notices import announced
from tests.facts.test_usual_weeks import WINDOWS, schedules_by_the_week
from tests.publishing.timetables import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.facts.schedule import Schedule

MONDAY = date(2026, 11, 16)
KNOWN = announced(2025, 2026)
A_DAY = 24 * 60
COUNT = 60
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Opening = tuple[int, int]


def expanded(schedule: Schedule, first: date, counts: Callable[[dict[str, Any]], bool] = bool) -> set[Opening]:
    """When it is open within the days from `first` on, in minutes from its midnight, by those HSDS schedules that count."""
    found: set[Opening] = set()
    for one in skeletons(schedule, first, SHOWN):
        if "opens_at" not in one or not counts(one):
            continue
        begin = date.fromisoformat(one["valid_from"]) if "valid_from" in one else first - timedelta(days=1)
        end = date.fromisoformat(one["valid_to"]) if "valid_to" in one else date.max
        for step in range(-1, COUNT + 1):
            day = first + timedelta(days=step)
            if begin <= day <= end and CODES[day.weekday()] in one["byday"].split(","):
                opens, closes = (minute(one[name]) for name in ("opens_at", "closes_at"))
                found.add((step * A_DAY + opens, step * A_DAY + closes + (A_DAY if closes <= opens else 0)))
    return found


def minute(text: str) -> int:
    """Minutes after midnight in China of `09:00+08:00`."""
    assert text.endswith("+08:00")
    return int(text[:2]) * 60 + int(text[3:5])


def by_timetable(schedule: Schedule, first: date) -> Iterator[Opening]:
    """The same by the timetable."""
    table = timetable(schedule, almanac(first, COUNT + 1, KNOWN))
    for step in range(COUNT + 1):
        for session in table.on(first + timedelta(days=step)).sessions:
            yield step * A_DAY + session.start, step * A_DAY + session.end


def minutes_of(openings: set[Opening]) -> list[Opening]:
    """`openings` within the days that both know, touching ones as one."""
    together: list[Opening] = []
    for start, end in sorted((max(start, A_DAY), min(end, COUNT * A_DAY)) for start, end in openings):
        if start >= end:
            continue
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return together


@settings(max_examples=150, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(st.sampled_from(WINDOWS).flatmap(lambda first: st.tuples(st.just(first), schedules_by_the_week(first))))
def test_the_schedules_of_weeks_and_seasons_are_open_when_the_timetable_says(asked: tuple[date, Schedule]) -> None:
    first, schedule = asked
    assert minutes_of(expanded(schedule, first)) == minutes_of(set(by_timetable(schedule, first)))


def often(draw: st.DrawFn, first: date) -> HoursRule:
    """A line by the month or by turns."""
    places = st.sampled_from((1, 2, 3, 4, 5, LAST)).map(lambda place: (place,))
    anchors = st.dates(first - timedelta(days=40), first + timedelta(days=20))
    by_turns = st.builds(Cycle, anchors, st.integers(1, 5), st.one_of(st.just(()), some(range(7), 3)))
    term = draw(st.one_of(st.builds(NthWeekday, places, st.integers(0, 6)), by_turns))
    return HoursRule((term,), draw(WITH_CLOCK))


@st.composite
def mixed_schedules(draw: st.DrawFn, first: date) -> Schedule:
    """Lines by the week and the season, and lines that soon take a day of the week, in any order."""
    schedule = draw(schedules_by_the_week(first))
    some_rules = [often(draw, first) for _ in range(draw(st.integers(1, 2)))]
    return replace(schedule, rules=tuple(draw(st.permutations([*schedule.rules, *some_rules]))))


@settings(max_examples=150, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(st.sampled_from(WINDOWS).flatmap(lambda first: st.tuples(st.just(first), mixed_schedules(first))))
def test_no_week_calls_a_door_open_that_another_rule_closes(asked: tuple[date, Schedule]) -> None:
    first, schedule = asked
    claimed = expanded(schedule, first, weekly_only)
    open_at = minutes_of(set(by_timetable(schedule, first)))
    for start, end in minutes_of(claimed):
        assert any(begin <= start and end <= until for begin, until in open_at)


def weekly_only(one: dict[str, Any]) -> bool:
    """Whether a schedule goes by the week, each week."""
    return one["freq"] == "WEEKLY" and "interval" not in one


def test_the_two_could_differ() -> None:
    shorter = expanded(written("每天 9:00-17:00", "周三 休息"), MONDAY)
    assert minutes_of(shorter) != minutes_of(set(by_timetable(written("每天 9:00-17:00"), MONDAY)))
