"""Events: what is on, what was, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.pages.card import station_uri
from build_tools.records.event import Course, Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from build_tools.facts.derive import Facts
    from build_tools.facts.occurrences import Occurrence
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

COMING = 6
"""Times of a recurring event that its page names."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """One time of an event as a row of an agenda."""

    event: Event
    uri: str
    month: str
    day: str
    weekday: str
    times: str
    """From when until when, or that it is not announced; empty where nobody knows."""
    course: str
    """cancelled, moved or postponed, in words; empty when it goes as planned."""
    reason: str
    until: str
    """Both ends of an event of several days."""
    instead_of: str
    """The day from which it was moved."""
    off: bool
    """Whether its day is struck out."""


def event_uri(event: Event) -> str:
    """The address of the event's page."""
    return f"events/{event.year}/{event.id}/"


def event_line(one: Occurrence, facts: Facts, press: Press) -> EventLine:
    """The row of `one`."""
    planned = one.course is Course.AS_PLANNED
    times = press.say("list.pause").join(map(press.shown.session, one.sessions))
    return EventLine(
        event=one.event,
        uri=event_uri(one.event),
        month=month_words(one.day, facts, press),
        day=press.say("date.short_day", day=one.day.day),
        weekday=press.say(f"weekday.{one.day.weekday()}"),
        times=times if one.known else press.say("week.unannounced"),
        course="" if planned else press.say(f"course.{one.course.code}"),
        reason=one.reason if one.event.repeats else "",
        until=until_words(one, press),
        instead_of=press.shown.of(one.instead_of) if one.instead_of else "",
        off=one.is_off,
    )


def until_words(one: Occurrence, press: Press) -> str:
    """From when until when `one` lasts, if it lasts for days."""
    if one.until == one.day:
        return ""
    first = press.shown.month_day(one.day)
    return press.say("date.from_to", first=first, month=one.until.month, day=one.until.day)


def month_words(day: date, facts: Facts, press: Press) -> str:
    """The month of `day`, with the year unless it is this year."""
    month = press.say("date.short_month", month=day.month)
    return month if day.year == facts.today.year else press.say("date.year", year=day.year) + month


def event_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/events/` and `/events/<year>/<id>/`."""
    agenda = facts.agenda
    yield press.page(
        "events/",
        "events.html",
        title=press.say("events.title"),
        summary=press.say("events.summary", ahead=sum(not one.is_off for one in agenda.ahead), past=len(agenda.past)),
        menu=press.say("menu.events"),
        ahead=[event_line(one, facts, press) for one in agenda.ahead],
        past=[event_line(one, facts, press) for one in agenda.past],
    )
    for event in facts.bulletin.events:
        yield event_page(event, facts, press)


def event_page(event: Event, facts: Facts, press: Press) -> SitePage:
    """The page of `event`."""
    directory = facts.directory
    station = directory.stations.get(event.station or "")
    times = facts.agenda.times[event.year, event.id]
    ahead = [one for one in times if one.until >= facts.today]
    shown = next((one for one in ahead if not one.is_off), times[-1])
    line = event_line(shown, facts, press)
    return press.page(
        event_uri(event),
        "event.html",
        title=event.name,
        summary=press.say(
            "event.summary",
            name=event.name if event.repeats else f"{line.course} {event.name}".strip(),
            day=press.shown.of(shown.day),
            place=event.place,
            summary=event.summary,
        ),
        source=f"events/{event.year}/{event.id}.yml",
        event=event,
        line=line,
        one=shown,
        coming=[event_line(one, facts, press) for one in ahead[:COMING]] if event.repeats else [],
        district=directory.districts[event.district],
        station=station,
        station_uri=station_uri(station.id) if station else "",
        hosts=[directory.organizations[host] for host in event.hosts],
        festival_gap=festival_gap(event, shown, press),
        over=not ahead and not shown.is_off,
    )


def festival_gap(event: Event, one: Occurrence, press: Press) -> str:
    """How the event's day lies to the festival's, in words; empty without a festival."""
    if event.festival is None:
        return ""
    days = event.festival.date.toordinal() - one.day.toordinal()
    key = "same" if days == 0 else "before" if days > 0 else "after"
    return press.say(
        f"festival.{key}", festival=event.festival.name, date=press.shown.of(event.festival.date), days=abs(days)
    )
