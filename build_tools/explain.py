"""What the schedules of one file mean, day by day: for staff who want to see what they have written."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from build_tools.facts.directory import offers_of
from build_tools.facts.intervals import Interval, intervals, moment
from build_tools.facts.schedule import schedule_of_event, schedule_of_part, schedule_of_station
from build_tools.facts.timetable import Timetable
from build_tools.facts.timetables import derive_timetables
from build_tools.publishing.shown import Shown
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.schedule import Schedule
    from build_tools.reading.one import One
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
    entry: bool
    """Whether it has a last entry."""


def explained(one: One, first: date, last: date, wording: Wording) -> list[Explained]:
    """The schedules in the file of `one`, from `first` to `last`."""
    timetables = derive_timetables(one.districts, one.calendars, first, (last - first).days + 1)
    district, owner = one.record.district, one.record.id
    return [
        Explained(owner, what, name, timetables.of(schedule, district), has_entry(schedule))
        for what, name, schedule in schedules_of(one, wording)
    ]


def has_entry(schedule: Schedule | None) -> bool:
    """Whether `schedule` says until when people are let in."""
    return schedule is not None and any(rule.opening.last_entry is not None for rule in schedule.rules)


def schedules_of(one: One, wording: Wording) -> Iterator[tuple[str, str, Schedule | None]]:
    """Every schedule in the file: what it is called, in JSON and in words; None where nobody knows the hours."""
    district = next(district for district in one.districts if district.id == one.record.district)
    if not isinstance(one.record, Station):
        yield "event", one.record.name, schedule_of_event(one.record, one.station, district)
        return
    station = one.record
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
    entry |= {"appointment": stamped(found.appointment, first), "closed": closed_days(one.table, first, shown)}
    return entry | ({"admission": stamped(found.admission, first)} if one.entry else {})


def stamped(some: list[Interval], first: date) -> list[list[str]]:
    """`some` as pairs of ISO 8601 times without seconds."""
    return [[moment(first, minute).isoformat(timespec="minutes") for minute in one] for one in some]


def closed_days(table: Timetable, first: date, shown: Shown) -> list[dict[str, str]]:
    """The days on which nothing begins, and why."""
    closed = []
    for step, state in enumerate(table.days()):
        day = table.first + timedelta(days=step)
        if day >= first and state.known and state.clock and not state.sessions:
            reason = shown.day_reason(table, step, state) or shown.say("week.closed")
            closed.append({"date": day.isoformat(), "reason": reason})
    return closed


def as_text(found: list[Explained], first: date, last: date, wording: Wording) -> str:  # noqa: ARG001 — both forms are called alike
    """For people: a line a day."""
    shown = Shown(wording)
    return "\n".join("\n".join(lines_of(one, first, shown)) + "\n" for one in found)


def lines_of(one: Explained, first: date, shown: Shown) -> Iterator[str]:
    """One schedule, a line a day."""
    yield f"{one.owner}  {one.name}"
    if one.table is None:
        yield f"  {shown.say('hours.unknown')}"
        return
    for step, state in enumerate(one.table.days()):
        day = one.table.first + timedelta(days=step)
        if day < first:
            continue
        reason = shown.day_reason(one.table, step, state)
        times = shown.say("list.pause").join(map(shown.session, state.sessions))
        if not times and state.known and state.clock:
            times = shown.say("week.closed")
        if not state.known and not reason:
            reason = shown.say("week.unannounced")
        yield f"  {day.isoformat()} {shown.say(f'weekday.{day.weekday()}')}  {'  '.join(filter(None, (times, reason)))}"


WAYS = {"text": as_text, "json": as_json}
