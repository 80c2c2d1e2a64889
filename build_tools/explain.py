"""What the schedules of one file mean, day by day: for staff who want to see what they have written."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from build_tools.facts.directory import offers_of
from build_tools.facts.intervals import Interval, intervals, moment
from build_tools.facts.schedule import schedule_of_part, schedule_of_station
from build_tools.facts.timetable import Timetable
from build_tools.facts.timetables import derive_timetables
from build_tools.publishing.event_days import days_of_event
from build_tools.publishing.shown import Shown
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.day_state import DayState
    from build_tools.facts.schedule import Schedule
    from build_tools.facts.timetables import Timetables
    from build_tools.reading.one import One
    from build_tools.records.event import Event
    from build_tools.records.hours import HoursRule
    from build_tools.wording import Wording


@dataclass(frozen=True, slots=True)
class Explained:
    """One schedule and what it makes of the days."""

    owner: str
    """The id of the station, or of the event."""
    what: str
    """`hours`, a service's id, a channel's name, or `event`."""
    name: str
    table: Timetable | None
    """None where nobody knows the hours."""
    nothing: str
    """What is said of a day on which there is nothing."""
    entry: bool
    """Whether it has a last entry."""


def explained(one: One, first: date, last: date, wording: Wording) -> list[Explained]:
    """The schedules in the file of `one`, from `first` to `last`."""
    timetables = derive_timetables(one.districts, one.calendars, first, (last - first).days + 1)
    if isinstance(one.record, Station):
        return list(explained_station(one.record, one, timetables, wording))
    return [explained_event(one.record, one, timetables, wording)]


def explained_event(event: Event, one: One, timetables: Timetables, wording: Wording) -> Explained:
    """The times of `event` on the days of `timetables`."""
    table = days_of_event(event, one.station, timetables, Shown(wording))
    return Explained(event.id, "event", event.name, table, wording.say("explain.no_event"), has_entry(event.repeats))


def explained_station(station: Station, one: One, timetables: Timetables, wording: Wording) -> Iterator[Explained]:
    """The schedules of `station` on the days of `timetables`."""
    for what, name, schedule in schedules_of(station, one, wording):
        table = timetables.of(schedule, station.district)
        entry = schedule is not None and has_entry(schedule.rules)
        yield Explained(station.id, what, name, table, wording.say("week.closed"), entry)


def has_entry(rules: tuple[HoursRule, ...]) -> bool:
    """Whether `rules` say until when people are let in."""
    return any(rule.opening.last_entry is not None for rule in rules)


def schedules_of(station: Station, one: One, wording: Wording) -> Iterator[tuple[str, str, Schedule | None]]:
    """Every schedule of `station`: what it is called, in JSON and in words; None where nobody knows the hours."""
    district = next(district for district in one.districts if district.id == station.district)
    yield "hours", wording.say("station.hours"), schedule_of_station(station, district)
    for offer in offers_of(station):
        if schedule := schedule_of_part(offer.service, station, district):
            yield offer.anchor.removeprefix("service-"), one.services[offer.service.kind], schedule
    seen: Counter[str] = Counter()
    for channel in station.channels:
        seen[channel.name] += 1
        if schedule := schedule_of_part(channel, station, district):
            name = channel.name if seen[channel.name] == 1 else f"{channel.name}-{seen[channel.name]}"
            yield name, name, schedule


def as_json(found: list[Explained], first: date, last: date, wording: Wording) -> str:
    """For programs: times are local to China, half-open and merged."""
    told = [entry_of(one, first, last, Shown(wording)) for one in found]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def entry_of(one: Explained, first: date, last: date, shown: Shown) -> dict[str, Any]:
    """One schedule for programs."""
    entry: dict[str, Any] = {"station": one.owner, "what": one.what}
    if one.table is None:
        return entry | {"intervals": [], "unannounced": [], "appointment": [], "closed": []}
    found = intervals(one.table, first, last)
    entry |= {"intervals": stamped(found.open, first), "unannounced": stamped(found.unannounced, first)}
    entry |= {"appointment": stamped(found.appointment, first), "closed": closed_days(one, first, last, shown)}
    return entry | ({"admission": stamped(found.admission, first)} if one.entry else {})


def stamped(some: list[Interval], first: date) -> list[list[str]]:
    """`some` as pairs of ISO 8601 times without seconds."""
    return [[moment(first, minute).isoformat(timespec="minutes") for minute in one] for one in some]


def days_of(one: Explained, first: date, last: date, shown: Shown) -> Iterator[tuple[date, DayState, str]]:
    """Each day from `first` to `last`, what it is, and why; none where nobody knows."""
    table = one.table
    if table is None:
        return
    for step, state in enumerate(table.days()):
        day = table.first + timedelta(days=step)
        if first <= day <= last:
            yield day, state, shown.day_reason(table, step, state)


def closed_days(one: Explained, first: date, last: date, shown: Shown) -> list[dict[str, str]]:
    """The days on which nothing begins, and why."""
    return [
        {"date": day.isoformat(), "reason": reason or one.nothing}
        for day, state, reason in days_of(one, first, last, shown)
        if state.known and state.clock and not state.sessions
    ]


def as_text(found: list[Explained], first: date, last: date, wording: Wording) -> str:
    """For people: a line a day."""
    shown = Shown(wording)
    return "\n".join("\n".join(lines_of(one, first, last, shown)) + "\n" for one in found)


def lines_of(one: Explained, first: date, last: date, shown: Shown) -> Iterator[str]:
    """One schedule, a line a day."""
    yield f"{one.owner}  {one.name}"
    if one.table is None:
        yield f"  {shown.say('hours.unknown')}"
        return
    for day, state, reason in days_of(one, first, last, shown):
        times = shown.say("list.pause").join(map(shown.session, state.sessions))
        if not times and state.known and state.clock:
            times = one.nothing
        why = reason or ("" if state.known else shown.say("week.unannounced"))
        yield f"  {day.isoformat()} {shown.say(f'weekday.{day.weekday()}')}  {'  '.join(filter(None, (times, why)))}"


WAYS = {"text": as_text, "json": as_json}
