"""An event's single times: one for an event that happens once, many for one that recurs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.day_state import NOTHING, DayState, Session
from build_tools.facts.schedule import schedule_of_event
from build_tools.records.clock import TimeRange
from build_tools.records.days import Dates, Stretch
from build_tools.records.event import Course, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.timetables import Timetables
    from build_tools.records.event import Change
    from build_tools.records.station import Station

FARTHEST = timedelta(days=366)
"""How far from its new day a time that was moved is looked for: a day in the year 1 is a slip, and no calendar has it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an event takes place, or does not."""

    event: Event
    planned: date
    """The day for which it was planned: its name for ever, also when it is moved."""
    day: date
    until: date
    """The last day; mostly the same."""
    sessions: tuple[Session, ...] = ()
    """From when until when; empty when nobody knows."""
    course: Course = Course.AS_PLANNED
    reason: str = ""
    known: bool = True
    """False where it depends on a notice that has not appeared."""
    usual: DayState = NOTHING
    """What the rules make of the day for which it was planned; nothing of an event that happens once."""

    @property
    def is_off(self) -> bool:
        """Whether it does not take place on any known day."""
        return self.course in (Course.CANCELLED, Course.POSTPONED)

    @property
    def instead_of(self) -> date | None:
        """The day from which it was moved."""
        return self.planned if self.day != self.planned else None


def occurrences(event: Event, timetables: Timetables, station: Station | None) -> tuple[Occurrence, ...]:
    """The times of `event` in order: those on the days of `timetables`.

    Where there is none, those that were moved from there, or else a day that stands for all.
    """
    touching = times_touching(event, timetables, station)
    near = tuple(one for one in touching if timetables.tell_of(one.day))
    return near or touching or (stand_in(event),)


def times_touching(event: Event, timetables: Timetables, station: Station | None) -> tuple[Occurrence, ...]:
    """The times of `event` in order: its only one, or those planned for the days of `timetables` or moved there."""
    if event.date:
        return (single(event, event.date),)
    planned = {one.planned: one for one in recurring(event, timetables, station)}
    for day in moved_here(event, timetables):
        planned |= {one.planned: one for one in recurring(event, timetables.around(day), station) if one.day == day}
    for change in event.changes:
        if change.date in planned:
            planned[change.date] = changed(planned[change.date], change)
    return tuple(sorted(planned.values(), key=lambda one: (one.day, one.planned)))


def moved_here(event: Event, timetables: Timetables) -> Iterator[date]:
    """The days, none of `timetables`, from which a change moves a time of `event` to one of theirs."""
    moved = [(one.date, one.moved_to) for one in event.changes if one.moved_to]
    arriving = [pair for pair in moved if timetables.tell_of(pair[1]) and not timetables.tell_of(pair[0])]
    return (planned for planned, day in arriving if abs(day - planned) <= FARTHEST)


def stand_in(event: Event) -> Occurrence:
    """The day that stands for all times of `event` when none is near."""
    day = day_written(event)
    return Occurrence(event, day, day, day)


def day_written(event: Event) -> date:
    """A day that the rules of `event` name, when none of its times is near: its end, or else its beginning."""
    named = [rule.period for rule in event.repeats if isinstance(rule.period, Stretch)]
    ends = [day for stretch in named for day in (stretch.last or stretch.first,) if day]
    ends += [max(term.days) for rule in event.repeats for term in rule.days if isinstance(term, Dates)]
    return max(ends, default=date(int(event.year), 1, 1))


def single(event: Event, planned: date) -> Occurrence:
    """The only time of `event`."""
    day = event.moved_to or planned
    known = event.time if isinstance(event.time, TimeRange) else None
    return Occurrence(
        event=event,
        planned=planned,
        day=day,
        until=event.moved_to or event.until or planned,
        sessions=(Session(known.start, known.end),) if known else (),
        course=event.course,
        reason=event.course_reason,
    )


def recurring(event: Event, timetables: Timetables, station: Station | None) -> Iterator[Occurrence]:
    """The times of `event` by its rules, as planned."""
    table = timetables.of(schedule_of_event(event, station, timetables.districts[event.district]), event.district)
    for step, state in enumerate(table.days() if table else ()):
        if state.sessions or not state.clock or not state.known:
            day = table.first + timedelta(days=step) if table else timetables.first
            yield by_rules(event, day, state)


def by_rules(event: Event, day: date, state: DayState) -> Occurrence:
    """The time of `event` on `day`, of which its rules make `state`."""
    return Occurrence(
        event=event,
        planned=day,
        day=day,
        until=day,
        sessions=state.sessions,
        course=event.course,
        reason=event.course_reason,
        known=state.known,
        usual=state,
    )


def changed(one: Occurrence, change: Change) -> Occurrence:
    """`one` as `change` has it."""
    if change.cancelled is not None:
        return replace(one, course=Course.CANCELLED, reason=change.cancelled or change.note)
    day = change.moved_to or one.day
    sessions = (Session(change.time.start, change.time.end),) if change.time else one.sessions
    course = Course.MOVED if change.moved_to else one.course
    return replace(one, day=day, until=day, sessions=sessions, course=course, reason=change.note, known=True)
