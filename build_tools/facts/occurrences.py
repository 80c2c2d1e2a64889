"""An event's single times: one for an event that happens once, many for one that recurs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.day_state import NOTHING, DayState, Session
from build_tools.facts.schedule import but_for_holidays, schedule_of_event
from build_tools.records.clock import TimeRange
from build_tools.records.days import Dates, Stretch
from build_tools.records.event import Course, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.schedule import Schedule
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
    schedule = schedule_of_event(event, station, timetables.districts[event.district])
    planned = {one.planned: one for one in recurring(event, timetables, schedule)}
    for day in given_by_changes(event, timetables):
        state = NOTHING if day in planned else planned_for(day, schedule, timetables, event.district)
        if state.takes_place:
            planned[day] = by_rules(event, day, state)
    for change in event.changes:
        if change.date in planned:
            planned[change.date] = changed(planned[change.date], change)
    return tuple(sorted(planned.values(), key=lambda one: (one.day, one.planned)))


def given_by_changes(event: Event, timetables: Timetables) -> Iterator[date]:
    """The days of which a change of `event` says when it is instead, as far as that concerns `timetables`.

    Such a time is held though the day is a holiday: staff who move one because of it would not say so otherwise.
    """
    for one in event.changes:
        day = one.moved_to or one.date
        is_given = (one.moved_to or one.time) and abs(day - one.date) <= FARTHEST
        if is_given and (timetables.tell_of(one.date) or timetables.tell_of(day)):
            yield one.date


def planned_for(day: date, schedule: Schedule, timetables: Timetables, district: str) -> DayState:
    """What `schedule` makes of `day`, which may lie anywhere, or would make of it if it were no holiday.

    Of this day a change may say what is instead: staff who write one know that it is a holiday.
    """
    around = timetables.around(day)
    state = around.by(schedule, district).on(day)
    return state if state.takes_place else around.by(but_for_holidays(schedule), district).on(day)


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


def recurring(event: Event, timetables: Timetables, schedule: Schedule) -> Iterator[Occurrence]:
    """The times of `event` by its rules in `schedule`, as planned."""
    table = timetables.by(schedule, event.district)
    for step, state in enumerate(table.days()):
        if state.takes_place:
            yield by_rules(event, table.first + timedelta(days=step), state)


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
