"""An event day by day, as `explain` tells it: its times with their changes, and in words why there is none."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.day_state import NOTHING, DayState
from build_tools.facts.occurrences import times_touching
from build_tools.facts.schedule import schedule_of_event
from build_tools.facts.timetable import Timetable, timetable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_tools.facts.occurrences import Occurrence
    from build_tools.facts.timetables import Timetables
    from build_tools.publishing.shown import Shown
    from build_tools.records.event import Event
    from build_tools.records.station import Station


def days_of_event(event: Event, station: Station | None, timetables: Timetables, shown: Shown) -> Timetable:
    """The timetable of `event`, which takes place at `station`, on the days of `timetables` and one day before."""
    planned = as_planned(event, station, timetables)
    times = times_touching(event, timetables, station)
    row = dict(enumerate(planned.days()))
    for one in times:
        row[(one.planned - planned.first).days] = NOTHING
    for day, state in states_of(times, planned, shown):
        step = (day - planned.first).days
        row[step] = joined(row.get(step, NOTHING), state)
    return Timetable(planned.first, planned.count, sets_of(row, planned.count), planned.holidays)


def as_planned(event: Event, station: Station | None, timetables: Timetables) -> Timetable:
    """The timetable by the rules of `event`; one that happens once has none, and its days are empty."""
    schedule = schedule_of_event(event, station, timetables.districts[event.district])
    table = timetable(schedule, timetables.almanacs[event.district])
    return table if event.repeats else Timetable(table.first, table.count, {}, {})


def states_of(times: Sequence[Occurrence], planned: Timetable, shown: Shown) -> Iterator[tuple[date, DayState]]:
    """What each of `times` makes of its days: first those on which nothing takes place after all."""
    for one in times:
        if one.is_off:
            yield from ((day, DayState(reason=why_off(one, shown))) for day in days_of(one, planned))
        elif one.instead_of:
            yield one.instead_of, DayState(reason=one.reason, moved_to=one.day)
    for one in times:
        if not one.is_off:
            state = taking_place(one)
            yield from ((day, state) for day in days_of(one, planned))


def days_of(one: Occurrence, table: Timetable) -> Iterator[date]:
    """Those days of `table` on which `one` is, or would have been."""
    begin = max((one.day - table.first).days, 0)
    end = min((one.until - table.first).days + 1, table.count)
    return (table.first + timedelta(days=step) for step in range(begin, end))


def why_off(one: Occurrence, shown: Shown) -> str:
    """That `one` is cancelled or postponed, and why."""
    words = shown.say(f"course.{one.course.code}")
    return shown.say("hours.because", words=words, reason=one.reason) if one.reason else words


def taking_place(one: Occurrence) -> DayState:
    """What `one` makes of a day: as the rules have it, but as it was changed."""
    clock, reason = bool(one.sessions) or not one.known, one.reason or one.usual.reason
    return one.usual._replace(sessions=one.sessions, known=one.known, clock=clock, reason=reason)


def joined(earlier: DayState, later: DayState) -> DayState:
    """A day with both of two times; what does not take place gives way to what does."""
    sessions = sorted({*earlier.sessions, *later.sessions}, key=lambda one: one[:2])
    known, clock = earlier.known and later.known, earlier.clock and later.clock
    return later._replace(sessions=tuple(sessions), known=known, clock=clock)


def sets_of(row: Mapping[int, DayState], count: int) -> dict[DayState, int]:
    """Each state of `row` → its days among the first `count`."""
    found: dict[DayState, int] = defaultdict(int)
    for step, state in row.items():
        if 0 <= step < count:
            found[state] |= 1 << step
    return dict(found)
