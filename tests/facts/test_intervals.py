"""The intervals of a timetable are what painting each of its minutes gives."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.facts.almanac import almanac
from build_tools.facts.day_state import DayState
from build_tools.facts.intervals import Intervals, intervals
from build_tools.facts.timetable import Timetable, timetable
from tests.facts.any_schedule import BROADLY, DECIDED_WINDOWS, OPEN, UNSHRUNK, Asked, asked, written
from tests.facts.naive import A_DAY, on, runs_of, sessions_of
from tests.facts.notices import announced

if TYPE_CHECKING:
    from build_tools.facts.intervals import Interval

KNOWN = announced(2025, 2026)
LONG_AGO = date(2026, 9, 14)
OPEN_STATES = OPEN.map(lambda opening: DayState(sessions_of(opening)))
STATES = st.one_of(OPEN_STATES, OPEN_STATES, st.just(DayState()), st.just(DayState(known=False)))


def tabled(row: list[DayState]) -> Timetable:
    """The timetable in which the days from the one before `LONG_AGO` are as in `row`."""
    states: dict[DayState, int] = {}
    for step, state in enumerate(row):
        states[state] = states.get(state, 0) | 1 << step
    return Timetable(on(LONG_AGO, -1), len(row), states, {})


def painted(row: list[DayState]) -> Intervals:
    """The same minute by minute."""
    end = (len(row) - 1) * A_DAY
    open_: set[int] = set()
    invited: set[int] = set()
    unknown: set[int] = set()
    refused: set[int] = set()
    for step, state in enumerate(row, start=-1):
        for session in state.sessions:
            minutes = range(session.start + step * A_DAY, session.end + step * A_DAY)
            (invited if session.appointment else open_).update(minutes)
            if session.last_entry is not None:
                refused.update(minute for minute in minutes if minute >= session.last_entry + step * A_DAY)
        if not (state.known and state.clock):
            unknown.update(range(step * A_DAY, (step + 1) * A_DAY))
    layers = (open_, invited - open_, unknown - invited - open_, open_ - refused)
    return Intervals(*(runs_of({minute for minute in layer if 0 <= minute < end}) for layer in layers))


def is_tidy(some: list[Interval]) -> bool:
    """Whether they are in order, none is empty, and none touches the next."""
    return all(start < end for start, end in some) and all(one[1] < other[0] for one, other in pairwise(some))


@settings(max_examples=150, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(st.lists(STATES, min_size=2, max_size=4))
def test_intervals_are_what_painting_every_minute_gives(row: list[DayState]) -> None:
    found = intervals(tabled(row), LONG_AGO, on(LONG_AGO, len(row) - 2))
    assert found == painted(row)
    assert all(map(is_tidy, (found.open, found.appointment, found.unannounced, found.admission)))


@settings(max_examples=60, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(asked(DECIDED_WINDOWS, look_around=True), st.integers(0, 30))
def test_intervals_of_a_schedule_are_what_painting_its_days_gives(made: Asked, step: int) -> None:
    first = on(made.window.first, step)
    table = timetable(made.schedule, almanac(first, 3, KNOWN))
    found = intervals(table, first, first + timedelta(days=2))
    paint = painted(table.days())
    assert found == paint
    assert all(map(is_tidy, (found.open, found.appointment, found.unannounced, found.admission)))


def test_hours_off_before_the_last_entry_leave_the_admission_in_order() -> None:
    schedule = written("每天 9:00-17:00，16:30停止入场", "周三 12:00-14:00 休息：学习")
    wednesday = date(2026, 9, 16)
    found = intervals(timetable(schedule, almanac(wednesday, 1, KNOWN)), wednesday, wednesday)
    assert found.open == [(540, 720), (840, 1020)]
    assert found.admission == [(540, 720), (840, 990)]
