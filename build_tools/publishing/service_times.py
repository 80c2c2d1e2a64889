"""The times of a service for a calendar: each day's sessions, those that are called off or moved as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from build_tools.publishing.icalendar import basic, when
from build_tools.records.event import Course

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.day_state import DayState, Session
    from build_tools.facts.schedule import Schedule
    from build_tools.facts.timetable import Timetable
    from build_tools.facts.timetables import Timetables
    from build_tools.publishing.shown import Shown

ONE_DAY = timedelta(days=1)
BEGINNING = b"BEGIN:VEVENT\r\nUID:"


class ServiceTime(NamedTuple):
    """One time of a service, printed as far as services with the same schedule have it in common."""

    planned: str
    """The day for which it was planned: its name for ever, also when it is moved."""
    number: int
    """Of the sessions of that day, from 1."""
    start: datetime | date
    end: datetime | date
    course: Course
    reason: str
    order: str
    """`start`, as calendars order by it."""
    head: bytes
    """How the event begins, as far as `planned`, the first part of its UID."""
    times: bytes
    """The lines of `start` and `end`."""


def service_times(
    schedule: Schedule, timetables: Timetables, district: str, shown: Shown
) -> tuple[ServiceTime, ...] | None:
    """The times by `schedule`; None for what is there every day, which no calendar tells."""
    table = timetables.of(schedule, district)
    usual = timetables.of(replace(schedule, exceptions=()), district) if schedule.exceptions else table
    if table is None or usual is None:
        return None
    return times_by(table, usual, frozenset(one.moved_to for one in schedule.exceptions if one.moved_to), shown)


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def times_by(
    table: Timetable, usual: Timetable, arriving: frozenset[date], shown: Shown
) -> tuple[ServiceTime, ...] | None:
    """The times by `table`; by the `usual` one it would be without exceptions, which move some to the days `arriving`."""
    plain = usual.days()
    if all(state.sessions for state in plain):
        return None
    found: list[ServiceTime] = []
    for step, (state, planned) in enumerate(zip(table.days(), plain, strict=True)):
        day = day_of(table, step)
        found += times_on(day, planned if day in arriving else state, planned, shown.day_reason(table, step, state))
    return tuple(found)


def times_on(day: date, state: DayState, planned: DayState, reason: str) -> Iterator[ServiceTime]:
    """The times on `day`, which is as `state` says, and without exceptions would be as `planned`."""
    gone = bool(planned.sessions) and not state.sessions and state.known and not state.holiday
    sessions, course = (planned.sessions, Course.CANCELLED) if gone else (state.sessions, Course.AS_PLANNED)
    if state.moved_to:
        course = Course.MOVED
    if not sessions and state.clock:
        return
    place, planned_on = state.moved_to or day, day.isoformat()
    head = BEGINNING + planned_on.encode()
    for number, (start, end) in enumerate(times_of(place, place, sessions), start=1):
        yield ServiceTime(planned_on, number, start, end, course, reason, basic(start), head, when(start, end))


def day_of(table: Timetable, step: int) -> date:
    """The day at `step` of `table`."""
    return table.first + timedelta(days=step)


def times_of(day: date, until: date, sessions: tuple[Session, ...]) -> Iterator[tuple[date, date]]:
    """Start and end of each session on `day`; the whole days to `until` when no time is known, or it lasts for days."""
    if not sessions or until > day:
        yield day, until + ONE_DAY
        return
    midnight = datetime.combine(day, datetime.min.time())
    for session in sessions:
        yield midnight + timedelta(minutes=session.start), midnight + timedelta(minutes=session.end)
