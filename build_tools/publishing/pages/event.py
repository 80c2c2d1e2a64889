"""Events: what is on, what was, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.agenda import first_day, last_day
from build_tools.publishing.pages.card import station_uri
from build_tools.records.event import Course, Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a row of an agenda."""

    event: Event
    uri: str
    month: str
    day: str
    weekday: str
    course: str
    """cancelled, moved or postponed, in words; empty when it goes as planned."""
    until: str
    """Both ends of an event of several days."""
    instead_of: str
    """The day from which it was moved."""
    off: bool
    """Whether its day is struck out."""


def event_uri(event: Event) -> str:
    """The address of the event's page."""
    return f"events/{event.year}/{event.id}/"


def event_line(event: Event, facts: Facts, press: Press) -> EventLine:
    """The row of `event`."""
    day = first_day(event)
    planned = event.course is Course.AS_PLANNED
    return EventLine(
        event=event,
        uri=event_uri(event),
        month=month_words(day, facts, press),
        day=press.say("date.short_day", day=day.day),
        weekday=press.say(f"weekday.{day.weekday()}"),
        course="" if planned else press.say(f"course.{event.course.code}"),
        until=until_words(event, press),
        instead_of=press.shown.of(event.date) if event.moved_to else "",
        off=is_off(event),
    )


def is_off(event: Event) -> bool:
    """Whether `event` does not take place on any known day."""
    return event.course in (Course.CANCELLED, Course.POSTPONED)


def until_words(event: Event, press: Press) -> str:
    """From when until when `event` lasts, if it lasts and has not been moved."""
    if event.until is None or event.moved_to:
        return ""
    first = press.say("date.month_day", month=event.date.month, day=event.date.day)
    return press.say("date.from_to", first=first, month=event.until.month, day=event.until.day)


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
        summary=press.say(
            "events.summary", ahead=sum(not is_off(event) for event in agenda.ahead), past=len(agenda.past)
        ),
        menu=press.say("menu.events"),
        ahead=[event_line(event, facts, press) for event in agenda.ahead],
        past=[event_line(event, facts, press) for event in agenda.past],
    )
    for event in facts.bulletin.events:
        yield event_page(event, facts, press)


def event_page(event: Event, facts: Facts, press: Press) -> SitePage:
    """The page of `event`."""
    directory = facts.directory
    station = directory.stations.get(event.station or "")
    line = event_line(event, facts, press)
    return press.page(
        event_uri(event),
        "event.html",
        title=event.name,
        summary=press.say(
            "event.summary",
            name=f"{line.course} {event.name}".strip(),
            day=press.shown.of(first_day(event)),
            place=event.place,
            summary=event.summary,
        ),
        source=f"events/{event.year}/{event.id}.yml",
        event=event,
        line=line,
        district=directory.districts[event.district],
        station=station,
        station_uri=station_uri(station.id) if station else "",
        hosts=[directory.organizations[host] for host in event.hosts],
        festival_gap=festival_gap(event, press),
        over=last_day(event) < facts.today and not is_off(event),
    )


def festival_gap(event: Event, press: Press) -> str:
    """How the event's day lies to the festival's, in words; empty without a festival."""
    if event.festival is None:
        return ""
    days = event.festival.date.toordinal() - first_day(event).toordinal()
    key = "same" if days == 0 else "before" if days > 0 else "after"
    return press.say(
        f"festival.{key}", festival=event.festival.name, date=press.shown.of(event.festival.date), days=abs(days)
    )
