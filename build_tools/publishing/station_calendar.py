"""What takes place at a station, as events of a calendar: services, events, and days that are not as usual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from build_tools.facts.derive import Facts
from build_tools.facts.directory import offers_of
from build_tools.facts.schedule import schedule_of_part
from build_tools.publishing.icalendar import CalendarEvent
from build_tools.publishing.shown import Shown
from build_tools.records.alias import oldest_id
from build_tools.records.event import Course
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.day_state import DayState, Session
    from build_tools.facts.directory import Offer
    from build_tools.facts.occurrences import Occurrence
    from build_tools.facts.timetable import Timetable
    from build_tools.records.event import Event
    from build_tools.records.station import Station

NEVER = date(2000, 1, 1)
"""The stamp of what nobody has dated: it must not be the day of the build."""
ONE_DAY = timedelta(days=1)


def calendar_uri(station_id: str) -> str:
    """The address of a station's calendar."""
    return f"stations/{station_id}/calendar.ics"


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

    def at_station(self, station: Station, events: list[Event]) -> list[CalendarEvent]:
        """Everything that takes place at `station`."""
        found = [one for event in events for one in self.of_event(event)]
        for offer in offers_of(station):
            found += self.of_service(offer)
        table = self.facts.timetables.of_station(station)
        return found + list(self.of_hours(table, station) if table else ())

    def of_event(self, event: Event) -> Iterator[CalendarEvent]:
        """The times of `event`; those that are cancelled stay, and say so."""
        for one in self.facts.agenda.times[event.year, event.id]:
            for number, (start, end) in enumerate(times_of(one.day, one.until, one.sessions), start=1):
                yield CalendarEvent(
                    uid=self.uid(one.planned, oldest_id(event), event.year, number),
                    stamp=event.updated or NEVER,
                    summary=self.named(event.name, one.course),
                    start=start,
                    end=end,
                    description=self.described(event.summary, one.reason, one),
                    location=event.place,
                    url=f"{self.site}events/{event.year}/{event.id}/" if self.site else "",
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

    def of_service(self, offer: Offer) -> Iterator[CalendarEvent]:
        """The times of a service that has times of its own and not every day."""
        schedule = schedule_of_part(
            offer.service, offer.station, self.facts.directory.districts[offer.station.district]
        )
        if schedule is None:
            return
        timetables, district = self.facts.timetables, offer.station.district
        table, usual = timetables.of(schedule, district), timetables.of(replace(schedule, exceptions=()), district)
        if table and usual and not all(state.sessions for state in usual.days()):
            arriving = {one.moved_to for one in schedule.exceptions}
            for step, (state, plain) in enumerate(zip(table.days(), usual.days(), strict=True)):
                yield from self.of_service_day(
                    offer, table, step, plain if day_of(table, step) in arriving else state, plain
                )

    def of_service_day(
        self, offer: Offer, table: Timetable, step: int, state: DayState, plain: DayState
    ) -> Iterator[CalendarEvent]:
        """A service on one day; `plain` is what the day would be without exceptions."""
        day, reason = day_of(table, step), self.shown.day_reason(table, step, state)
        gone = bool(plain.sessions) and not state.sessions and state.known and not state.holiday
        sessions, course = (plain.sessions, Course.CANCELLED) if gone else (state.sessions, Course.AS_PLANNED)
        if state.moved_to:
            course = Course.MOVED
        if not sessions and state.clock:
            return
        place = state.moved_to or day
        for number, (start, end) in enumerate(times_of(place, place, sessions), start=1):
            yield self.service_event(
                offer, self.uid(day, offer.anchor, oldest_id(offer.station), number), start, end, course, reason
            )

    def service_event(
        self, offer: Offer, uid: str, start: date, end: date, course: Course, reason: str
    ) -> CalendarEvent:
        """One time of a service."""
        kind = self.facts.directory.lexicon.service_kinds[offer.service.kind]
        page = f"{self.site}stations/{offer.station.id}/#{offer.anchor}" if self.site else ""
        return CalendarEvent(
            uid=uid,
            stamp=stamp_of(offer.station),
            summary=self.named(kind.name, course),
            start=start,
            end=end,
            description=reason,
            location=f"{offer.station.name} {offer.station.address}",
            url=page,
            cancelled=course is Course.CANCELLED,
            sequence=int(course is not Course.AS_PLANNED),
            transparent=course is Course.CANCELLED or not isinstance(start, datetime),
        )

    def of_hours(self, table: Timetable, station: Station) -> Iterator[CalendarEvent]:
        """The days on which the station itself is not open as usual, one event for each run of them."""
        told = [(step, self.unusual(table, step, state)) for step, state in enumerate(table.days()) if step]
        for words, run in groupby(told, key=lambda pair: pair[1]):
            steps = [step for step, _ in run]
            if words:
                first = day_of(table, steps[0])
                yield CalendarEvent(
                    uid=self.uid(first, "hours", oldest_id(station), 1),
                    stamp=stamp_of(station),
                    summary=f"{station.name}{self.shown.say('colon')}{words}",
                    start=first,
                    end=day_of(table, steps[-1]) + ONE_DAY,
                    url=f"{self.site}stations/{station.id}/" if self.site else "",
                    transparent=True,
                )

    def unusual(self, table: Timetable, step: int, state: DayState) -> str:
        """What is different on a day; empty on an ordinary one."""
        reason = self.shown.day_reason(table, step, state)
        if not (reason and state.unusual and state.known and state.clock):
            return ""
        if not state.sessions:
            return self.shown.say("week.closed_because", reason=reason)
        times = self.shown.say("list.pause").join(map(self.shown.session, state.sessions))
        return f"{times}{self.shown.say('comma')}{reason}"

    def uid(self, planned: date, what: str, where: str, number: int) -> str:
        """A name for ever: the day for which it was planned, what, where, and under which site."""
        host = self.site.partition("://")[2].strip("/").replace("/", ".") or "station-bulletin"
        ordinal = f".{number}" if number > 1 else ""
        return f"{planned.isoformat()}.{what}.{where}{ordinal}@{host}"


def day_of(table: Timetable, step: int) -> date:
    """The day at `step` of `table`."""
    return table.first + timedelta(days=step)


def stamp_of(station: Station) -> date:
    """When what is said of `station` was last looked at."""
    return NEVER if isinstance(station.verified, Unknown) else station.verified.date


def times_of(day: date, until: date, sessions: tuple[Session, ...]) -> Iterator[tuple[date, date]]:
    """Start and end of each session on `day`; the whole days to `until` when no time is known, or it lasts for days."""
    if not sessions or until > day:
        yield day, until + ONE_DAY
        return
    midnight = datetime.combine(day, datetime.min.time())
    for session in sessions:
        yield midnight + timedelta(minutes=session.start), midnight + timedelta(minutes=session.end)
