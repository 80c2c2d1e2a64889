"""Events: what is on, what was, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from build_tools.publishing.addresses import event_uri, station_uri
from build_tools.publishing.json_ld.event import linked_event
from build_tools.publishing.pages.paper import paper_of
from build_tools.publishing.pages.photo import figures_of
from build_tools.publishing.pages.share import shared
from build_tools.publishing.sources import event_file
from build_tools.records.event import Course, Event
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from build_tools.facts.derive import Facts
    from build_tools.facts.occurrences import Occurrence
    from build_tools.publishing.pages.share import Share
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

COMING = 6
"""Times of a recurring event that its page names."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """One time of an event as a row of an agenda."""

    event: Event
    uri: str
    today: str
    """ISO 8601: the day of the page if it is on then, for the script that takes the word away when that day is over."""
    month: str
    day: str
    weekday: str
    ends: str
    """Of what began on an earlier day: up to when it lasts, instead of that day."""
    times: str
    """From when until when, or that it is not announced; empty where nobody knows."""
    known: bool
    """False where it is not announced."""
    course: str
    """cancelled, moved or postponed, in words; empty when it goes as planned."""
    reason: str
    until: str
    """Both ends of an event of several days."""
    instead_of: str
    """The day from which it was moved."""
    off: bool
    """Whether its day is struck out."""


@dataclass(frozen=True, slots=True)
class Loud:
    """What nobody may overlook who reads about an event."""

    tag: str
    """One word for the whole event; empty when it is about one time of a recurring one."""
    told: str
    reason: str


def event_line(one: Occurrence, facts: Facts, press: Press) -> EventLine:
    """The row of `one`."""
    planned = one.course is Course.AS_PLANNED
    times = press.say("list.pause").join(map(press.shown.session, one.sessions))
    has_begun = one.day < facts.today <= one.until
    return EventLine(
        event=one.event,
        uri=event_uri(one.event),
        today=facts.today.isoformat() if one.day <= facts.today <= one.until and not one.is_off else "",
        month=month_words(one.day, facts, press),
        day=press.say("date.short_day", day=one.day.day),
        weekday=press.say(f"weekday.{one.day.weekday()}"),
        ends=press.say("date.up_to", day=press.shown.month_day(one.until)) if has_begun else "",
        times=times if one.known else press.say("week.unannounced"),
        known=one.known,
        course="" if planned else press.say(f"course.{one.course.code}"),
        reason=press.say("event.reason", reason=one.reason)
        if one.reason and (one.event.repeats or not planned)
        else "",
        until=until_words(one, press),
        instead_of=press.shown.of(one.instead_of) if one.instead_of else "",
        off=one.is_off,
    )


def until_words(one: Occurrence, press: Press) -> str:
    """From when until when `one` lasts, if it lasts for days."""
    if one.until == one.day:
        return ""
    return press.say("date.from_to", first=press.shown.month_day(one.day), last=press.shown.month_day(one.until))


def month_words(day: date, facts: Facts, press: Press) -> str:
    """The month of `day`, with the year unless it is this year."""
    return (
        press.shown.month_name(day)
        if day.year == facts.today.year
        else press.shown.month(Month.of(day.year, day.month))
    )


def event_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/events/` and `/events/<year>/<id>/`; many that are over on a page for each district."""
    agenda = facts.agenda
    shares = shared([(one.event.district, one) for one in agenda.past], "events/in/", facts)
    yield press.page(
        "events/",
        "events.html",
        title=press.say("events.title"),
        summary=press.say("events.summary", ahead=sum(not one.is_off for one in agenda.ahead), past=len(agenda.past)),
        menu=press.say("menu.events"),
        ahead=[event_line(one, facts, press) for one in agenda.ahead],
        past=[] if shares else [event_line(one, facts, press) for one in agenda.past],
        shares=shares,
    )
    yield from (past_page(share, facts, press) for share in shares)
    for event in facts.bulletin.events:
        yield event_page(event, facts, press)


def past_page(share: Share[Occurrence], facts: Facts, press: Press) -> SitePage:
    """The events of a district that are over."""
    return press.page(
        share.uri,
        "events_past.html",
        title=press.say("share.title", title=press.say("events.past"), district=share.district.name),
        summary=press.say("share.title", title=press.say("events.past"), district=share.district.full_name),
        shows=lambda: {"past": [event_line(one, facts, press) for one in share.members]},
        made_from=[press.sources.of_event(one.event) for one in share.members],
    )


def event_page(event: Event, facts: Facts, press: Press) -> SitePage:
    """The page of `event`."""
    times = facts.agenda.times[event.year, event.id]
    ahead = [one for one in times if one.until >= facts.today]
    shown = next((one for one in ahead if not one.is_off), times[-1])
    line = event_line(shown, facts, press)
    return press.page(
        event_uri(event),
        "event.html",
        assets=("event.css",),
        title=event.name,
        summary=press.say(
            "event.summary",
            name=event.name if event.repeats else f"{line.course} {event.name}".strip(),
            day=press.shown.of(shown.day),
            place=event.place,
            summary=event.summary,
        ),
        source=event_file(event),
        made_from=[press.sources.of_event(event)],
        changed=event.updated,
        linked_data=partial(linked_event, event, ahead[:COMING] if event.repeats else times, facts, press.folder),
        shows=partial(told_of, event, shown, ahead, facts, press),
        event=event,
        line=line,
        one=shown,
        over=not ahead and not shown.is_off,
    )


def told_of(event: Event, one: Occurrence, ahead: Sequence[Occurrence], facts: Facts, press: Press) -> dict[str, Any]:
    """What the page of `event` shows, whose next time is `one` and whose times to come are `ahead`."""
    directory = facts.directory
    station = directory.stations.get(event.station or "")
    return {
        "loud": loud_of(event, one, ahead, press),
        "coming": [event_line(time, facts, press) for time in ahead[:COMING]] if event.repeats else [],
        "district": directory.districts[event.district],
        "station": station,
        "station_uri": station_uri(station.id) if station else "",
        "hosts": [directory.organizations[host] for host in event.hosts],
        "festival_gap": festival_gap(event, one, press),
        "figures": figures_of(event.photos, facts),
        "paper": paper_of(event_uri(event), facts, press),
    }


def loud_of(event: Event, one: Occurrence, ahead: Sequence[Occurrence], press: Press) -> Loud | None:
    """What is said loudly of `event`, whose next time is `one`; None while all goes as planned."""
    if event.course is not Course.AS_PLANNED:
        tag = press.say(f"course.{event.course.code}")
        return Loud(tag, moved_words(one, press) if event.moved_to else "", event.course_reason)
    return next_change(ahead[0], one, press) if event.repeats and ahead else None


def moved_words(one: Occurrence, press: Press) -> str:
    """The new day, and from when."""
    day = press.shown.of(one.day)
    clock = press.shown.clock(one.sessions[0].start) if one.sessions else ""
    return press.say("event.moved_on", day=press.say("date.at", day=day, clock=clock) if clock else day)


def next_change(first: Occurrence, one: Occurrence, press: Press) -> Loud | None:
    """What is said when `first`, the time that would come next, is cancelled or moved; `one` is the next that takes place."""
    day, next_day = press.shown.month_day(first.planned), press.shown.near_date(one.day)
    if first.is_off:
        words = [press.say("event.skipped", day=day)]
        words += [] if one.is_off else [press.say("event.next_is", day=next_day)]
        return Loud("", press.say("comma").join(words), first.reason)
    return Loud("", press.say("event.shifted", day=day, to=next_day), first.reason) if first.instead_of else None


def festival_gap(event: Event, one: Occurrence, press: Press) -> str:
    """How the event's day lies to the festival's, in words; empty without a festival."""
    if event.festival is None:
        return ""
    days = event.festival.date.toordinal() - one.day.toordinal()
    key = "same" if days == 0 else "before" if days > 0 else "after"
    return press.say(
        f"festival.{key}", festival=event.festival.name, date=press.shown.of(event.festival.date), days=abs(days)
    )
