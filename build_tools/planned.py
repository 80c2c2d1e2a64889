"""Rules about content that only its timetables can tell: they stand above `reading`, which knows nothing of these."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.schedule import but_for_holidays, schedule_of_event
from build_tools.facts.timetables import derive_timetables
from build_tools.reading.written import each
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Change, Event
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from build_tools.facts.day_state import DayState
    from build_tools.facts.schedule import Schedule
    from build_tools.facts.timetable import Timetable
    from build_tools.problems import Problem
    from build_tools.reading.rules import Rule
    from build_tools.reading.written import Written

FARTHEST = 62
"""Days before and after a change among which the day is looked for that may have been meant."""


def a_change_is_for_a_day_of_the_event(written: Sequence[Written]) -> Iterator[Problem]:
    """A change is for a day on which its event takes place; nothing is said of days that no notice has settled."""
    calendars = [record for _, record in each(written, HolidayCalendar)]
    districts = {record.id: record for _, record in each(written, District)}
    stations = {record.id: record for _, record in each(written, Station)}
    for one, event in each(written, Event):
        station, district = stations.get(event.station or ""), districts.get(event.district)
        if event.repeats and event.changes and district and (station or not event.station):
            schedule = schedule_of_event(event, station, district)
            yield from idle_changes(one, schedule, district, calendars)


def idle_changes(
    one: Written, schedule: Schedule, district: District, calendars: Sequence[HolidayCalendar]
) -> Iterator[Problem]:
    """The first change of each day on which the event in `one` does not take place by its `schedule`."""
    positions = {change.date: at for at, change in reversed([*enumerate(one.record.changes)])}
    for day, position in positions.items():
        if not date.min.year < day.year < date.max.year:
            continue
        timetables = derive_timetables([district], calendars, day - timedelta(FARTHEST), 2 * FARTHEST + 1)
        table, usual = (timetables.of(rules, district.id) for rules in (schedule, but_for_holidays(schedule)))
        held = usual if is_held(one.record.changes[position]) else table
        if table and held and table.on(day).known and not takes_place(held.on(day)):
            meant = nearest(day, table, positions)
            words = {"near": meant} if meant else {}
            yield one.problem("W115", "changes", position, "date", date=day, **words)


def is_held(change: Change) -> bool:
    """Whether a time takes place by its `change`, though a holiday would take it away."""
    return bool(change.moved_to or change.time)


def takes_place(state: DayState) -> bool:
    """Whether something takes place on a day that is so, at whatever time."""
    return bool(state.sessions) or not state.clock


def nearest(day: date, table: Timetable, changed: Container[date]) -> date | None:
    """The day nearest to `day` on which something takes place that is not `changed`; None where it is not certain."""
    for distance in range(1, FARTHEST + 1):
        for other in (day - timedelta(distance), day + timedelta(distance)):
            state = table.on(other)
            if not state.known:
                return None
            if takes_place(state) and other not in changed:
                return other
    return None


RULES_OF_TIMETABLES: tuple[Rule, ...] = (a_change_is_for_a_day_of_the_event,)
