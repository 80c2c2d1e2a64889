"""Rules about content that only its timetables can tell: they stand above `reading`, which knows nothing of these."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.occurrences import planned_for
from build_tools.facts.schedule import schedule_of_event
from build_tools.facts.timetables import derive_timetables
from build_tools.reading.written import each
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from build_tools.facts.schedule import Schedule
    from build_tools.facts.timetable import Timetable
    from build_tools.facts.timetables import Timetables
    from build_tools.problems import Problem
    from build_tools.reading.rules import Rule
    from build_tools.reading.written import Written

AROUND = 62
"""Days before and after a change among which the day is looked for that may have been meant."""
SOME_DAY = date(2000, 1, 1)
"""Nothing is asked of this day: each day is looked up among those of its own year."""


def a_change_is_for_a_day_of_the_event(written: Sequence[Written]) -> Iterator[Problem]:
    """A change is for a day on which its event takes place; nothing is said of days that no notice has settled."""
    calendars = [record for _, record in each(written, HolidayCalendar)]
    districts = {record.id: record for _, record in each(written, District)}
    stations = {record.id: record for _, record in each(written, Station)}
    timetables = derive_timetables(districts.values(), calendars, SOME_DAY, 1)
    for one, event in each(written, Event):
        station, district = stations.get(event.station or ""), districts.get(event.district)
        if event.repeats and event.changes and district and (station or not event.station):
            # a station that has closed ends its events without being told so change by change
            schedule = replace(schedule_of_event(event, station, district), shut=None)
            yield from idle_changes(one, schedule, timetables)


def idle_changes(one: Written, schedule: Schedule, timetables: Timetables) -> Iterator[Problem]:
    """The first change of each day for which the event in `one` is not planned by its `schedule`."""
    district = one.record.district
    positions = {change.date: at for at, change in reversed([*enumerate(one.record.changes)])}
    for day, position in positions.items():
        in_reach = date.min.year < day.year < date.max.year
        if in_reach and not planned_for(day, schedule, timetables, district).takes_place:
            near = timetables.near(day, AROUND).by(schedule, district)
            meant = nearest(day, near, positions)
            words = {"near": meant} if meant else {}
            yield one.problem("W115", "changes", position, "date", date=day, **words)


def nearest(day: date, table: Timetable, changed: Container[date]) -> date | None:
    """The day nearest to `day` on which something takes place that is not `changed`; None where it is not certain."""
    for distance in range(1, AROUND + 1):
        for other in (day - timedelta(distance), day + timedelta(distance)):
            state = table.on(other)
            if not state.known:
                return None
            if state.takes_place and other not in changed:
                return other
    return None


RULES_OF_TIMETABLES: tuple[Rule, ...] = (a_change_is_for_a_day_of_the_event,)
