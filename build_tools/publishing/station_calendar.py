"""What takes place at a station, as events of a calendar: services, events, and days that are not as usual."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.derive import Facts
from build_tools.facts.directory import offers_of
from build_tools.facts.schedule import schedule_of_part
from build_tools.publishing.addresses import event_uri, station_uri
from build_tools.publishing.icalendar import CalendarEvent, Printed, after_times, before_times, printed
from build_tools.publishing.service_times import ONE_DAY, day_of, service_times, times_of
from build_tools.publishing.shown import Shown
from build_tools.records.alias import oldest_id
from build_tools.records.event import Course
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.day_state import DayState
    from build_tools.facts.directory import Offer
    from build_tools.facts.occurrences import Occurrence
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.service_times import ServiceTime
    from build_tools.records.event import Event
    from build_tools.records.station import Station

NEVER = date(2000, 1, 1)
"""The stamp of what nobody has dated: it must not be the day of the build."""


def calendar_uri(station_id: str) -> str:
    """The address of a station's calendar."""
    return f"{station_uri(station_id)}calendar.ics"


def has_calendar(station: Station) -> bool:
    """Whether anything dated can be said of `station`: not while it is closed, or when no time is known at all."""
    timed = any(isinstance(part.times, tuple) for part in station.services)
    return station.life is not Life.CLOSED and (timed or not isinstance(station.hours, Unknown))


@dataclass(frozen=True, slots=True)
class Calendars:
    """Turns facts into calendar events in one language, with addresses under one site."""

    facts: Facts
    shown: Shown

    @property
    def site(self) -> str:
        """Where the site is shown; empty where nobody has said it."""
        return self.facts.bulletin.site.address or ""

    def at_station(self, station: Station, events: list[Event]) -> list[Printed]:
        """Everything that takes place at `station`, as its calendar writes it."""
        table = self.facts.timetables.of_station(station)
        found = [one for event in events for one in self.of_event(event)]
        found += self.of_hours(table, station) if table else ()
        of_services = [one for offer in offers_of(station) for one in self.of_service(offer)]
        return [printed(one, self.shown.language) for one in found] + of_services

    def of_event(self, event: Event) -> Iterator[CalendarEvent]:
        """The times of `event`; those that are cancelled stay, and say so."""
        for one in self.facts.agenda.times[event.year, event.id]:
            for number, (start, end) in enumerate(times_of(one.day, one.until, one.sessions), start=1):
                yield CalendarEvent(
                    uid=self.uid(one.planned.isoformat(), oldest_id(event), event.year, number),
                    stamp=event.updated or NEVER,
                    summary=self.named(event.name, one.course),
                    start=start,
                    end=end,
                    description=self.described(event.summary, one.reason, one),
                    location=event.place,
                    url=self.site + event_uri(event) if self.site else "",
                    cancelled=one.course is Course.CANCELLED,
                    tentative=one.course is Course.POSTPONED or not one.known,
                    sequence=int(one.course is not Course.AS_PLANNED),
                    transparent=one.is_off or not one.sessions,
                )

    def described(self, summary: str, reason: str, one: Occurrence) -> str:
        """What an event is, why it is not as planned, and whether its time is not known."""
        clock = "" if one.sessions else self.shown.say("week.no_clock_at_all")
        unsure = "" if one.known else self.shown.say("week.unannounced")
        return "\n".join(filter(None, (summary, reason, clock, unsure)))

    def named(self, name: str, course: Course) -> str:
        """The title: many programs show nothing else of a cancelled event."""
        if course is Course.AS_PLANNED:
            return name
        return f"{self.shown.say(f'course.{course.code}')}{self.shown.say('colon')}{name}"

    def of_service(self, offer: Offer) -> Iterator[Printed]:
        """The times of a service that has times of its own and not every day; what they have in common is printed once."""
        station = offer.station
        schedule = schedule_of_part(offer.service, station, self.facts.directory.districts[station.district])
        if schedule is None:
            return
        known: dict[tuple[int, str, str, bool], Alike] = {}
        for one in service_times(schedule, self.facts.timetables, station.district, self.shown) or ():
            like = (one.number, one.course.code, one.reason, isinstance(one.start, datetime))
            if like not in known:
                known[like] = self.alike(offer, one)
            uid_end, before, after = known[like]
            yield Printed(one.order, one.planned + uid_end, b"".join((one.head, before, one.times, after)))

    def alike(self, offer: Offer, one: ServiceTime) -> Alike:
        """What `one` time of a service has in common with others of the same number, on other days."""
        event = self.at_service(offer, one)
        before = before_times(event.uid, event.stamp).removeprefix(one.head)
        return Alike(event.uid.removeprefix(one.planned), before, after_times(event, self.shown.language))

    def at_service(self, offer: Offer, one: ServiceTime) -> CalendarEvent:
        """One time of a service."""
        station, cancelled = offer.station, one.course is Course.CANCELLED
        return CalendarEvent(
            uid=self.uid(one.planned, offer.anchor, oldest_id(station), one.number),
            stamp=stamp_of(station),
            summary=self.named(self.facts.directory.lexicon.service_kinds[offer.service.kind].name, one.course),
            start=one.start,
            end=one.end,
            description=one.reason,
            location=f"{station.name} {station.address}",
            url=f"{self.site}{station_uri(station.id)}#{offer.anchor}" if self.site else "",
            cancelled=cancelled,
            sequence=int(one.course is not Course.AS_PLANNED),
            transparent=cancelled or not isinstance(one.start, datetime),
        )

    def of_hours(self, table: Timetable, station: Station) -> Iterator[CalendarEvent]:
        """The days on which the station itself is not open as usual, one event for each run of them."""
        for run in unusual_runs(table, self.shown):
            yield CalendarEvent(
                uid=self.uid(run.first.isoformat(), "hours", oldest_id(station), 1),
                stamp=stamp_of(station),
                summary=f"{station.name}{self.shown.say('colon')}{run.words}",
                start=run.first,
                end=run.last + ONE_DAY,
                url=self.site + station_uri(station.id) if self.site else "",
                transparent=True,
            )

    def uid(self, planned: str, what: str, where: str, number: int) -> str:
        """A name for ever: the day for which it was planned, what, where, and under which site."""
        host = self.site.partition("://")[2].strip("/").replace("/", ".") or "station-bulletin"
        ordinal = f".{number}" if number > 1 else ""
        return f"{planned}.{what}.{where}{ordinal}@{host}"


class Alike(NamedTuple):
    """What times of a service have in common: parts of their events, printed once."""

    uid_end: str
    """After the day."""
    before: bytes
    """From there up to the times."""
    after: bytes


class Run(NamedTuple):
    """Days one after the other that differ from the usual in the same way."""

    first: date
    last: date
    words: str


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def unusual_runs(table: Timetable, shown: Shown) -> tuple[Run, ...]:
    """The days of `table` from the second on that are not as usual."""
    told = [(step, unusual(table, step, state, shown)) for step, state in enumerate(table.days()) if step]
    runs = [(words, [step for step, _ in run]) for words, run in groupby(told, key=lambda pair: pair[1])]
    return tuple(Run(day_of(table, steps[0]), day_of(table, steps[-1]), words) for words, steps in runs if words)


def unusual(table: Timetable, step: int, state: DayState, shown: Shown) -> str:
    """What is different on a day; empty on an ordinary one."""
    reason = shown.day_reason(table, step, state)
    if not (reason and state.unusual and state.known and state.clock):
        return ""
    if not state.sessions:
        return shown.say("week.closed_because", reason=reason)
    times = shown.say("list.pause").join(map(shown.session, state.sessions))
    return f"{times}{shown.say('comma')}{reason}"


def stamp_of(station: Station) -> date:
    """When what is said of `station` was last looked at."""
    return NEVER if isinstance(station.verified, Unknown) else station.verified.date
