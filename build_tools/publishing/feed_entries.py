"""Notices and events as entries of a feed, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from build_tools.facts.derive import Facts
from build_tools.publishing.addresses import event_uri, notice_uri, station_uri
from build_tools.publishing.atom import Entry
from build_tools.publishing.foreign import with_chinese_marked
from build_tools.publishing.free_text import free_text
from build_tools.publishing.identity import lasting_id
from build_tools.publishing.shown import Shown
from build_tools.publishing.station_calendar import Calendars
from build_tools.records.alias import oldest_id
from build_tools.records.clock import TimeRange
from build_tools.records.event import Course
from build_tools.records.language import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.records.event import Change, Event
    from build_tools.records.notice import Notice
    from build_tools.records.station import Station

WITHIN_SITE = re.compile(r'(?<=<a href=")[/#][^"]*')
"""What the sanitiser leaves of addresses without a scheme."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Turns records into entries whose links are whole, for the edition that stands in `folder`."""

    facts: Facts
    shown: Shown
    folder: str

    @property
    def address(self) -> str:
        """Where the edition stands; there is no feed where nobody has said it."""
        return f"{self.facts.bulletin.site.address}{self.folder}"

    def of_notice(self, notice: Notice) -> Entry:
        """The entry of `notice`."""
        page = self.address + notice_uri(notice)
        text = free_text(notice.text)
        beginning, _, rest = notice.text.partition("\n\n")
        return Entry(
            id=self.id("notices", notice),
            title=notice.title,
            updated=notice.published,
            published=notice.published,
            link=page,
            summary=free_text(beginning).striptags() if rest.strip() else "",
            content=self.html((text, *self.around(notice)), page),
        )

    def of_event(self, event: Event) -> Entry:
        """The entry of `event`; when it was first published nobody has written."""
        page = self.address + event_uri(event)
        say = self.shown.say
        return Entry(
            id=self.id("events", event),
            title=Calendars(self.facts, self.shown).named(event.name, event.course),
            updated=updated_of(event, self.facts.today),
            link=page,
            summary=say("feed.event", when=self.when(event), place=event.place, summary=event.summary),
            content=self.html((*self.told(event), free_text(event.text)), page),
        )

    def id(self, kind: str, record: Notice | Event) -> str:
        """The name for ever of `record` in this language: a translation is an entry of its own."""
        return lasting_id(self.facts.bulletin.site, f"{self.folder}{kind}", record.year, oldest_id(record))

    def html(self, parts: Iterable[Markup], page: str) -> str:
        """All of `parts`, as they stand outside of `page`."""
        text = with_whole_links("\n".join(part for part in parts if part), page)
        return text if self.shown.language == FIRST.code else with_chinese_marked(text)

    def around(self, notice: Notice) -> Iterator[Markup]:
        """Until when `notice` holds, and where."""
        say, stations = self.shown.say, self.facts.directory.stations
        if notice.until:
            yield paragraph(say("notice.until", until=self.shown.of(notice.until)))
        if notice.stations:
            yield self.line(say("notice.stations"), self.listed(self.link(stations[one]) for one in notice.stations))

    def told(self, event: Event) -> Iterator[Markup]:
        """What, whether, when, where and by whom."""
        say, directory = self.shown.say, self.facts.directory
        yield paragraph(event.summary)
        if event.course is not Course.AS_PLANNED:
            loud = Markup("<strong>{}</strong>").format(say(f"course.{event.course.code}"))
            reason = say("event.reason", reason=event.course_reason) if event.course_reason else ""
            yield paragraph(loud + self.because(reason))
        yield self.line(say("event.day"), self.when(event))
        if isinstance(event.time, TimeRange):
            yield self.line(say("event.time"), self.shown.of(event.time))
        yield from map(paragraph, self.changes(event))
        yield self.line(say("event.place"), self.where(event))
        yield self.line(say("event.district"), directory.districts[event.district].full_name)
        if event.hosts:
            yield self.line(say("event.hosts"), self.listed(directory.organizations[host].name for host in event.hosts))
        if isinstance(event.bring, str):
            yield self.line(say("service.bring"), event.bring)
        if event.programme:
            yield self.line(say("event.programme"), self.listed(event.programme))

    def where(self, event: Event) -> Markup:
        """The place of `event`, and its station if it has one."""
        station = self.facts.directory.stations.get(event.station or "")
        if station is None:
            return escape(event.place)
        link = self.link(station)
        return link if station.name == event.place else Markup("{} {}").format(event.place, link)

    def when(self, event: Event) -> str:
        """The day or days of `event`, after a move the new one; or the rules by which it recurs."""
        if not event.date:
            return self.shown.say("semicolon").join(map(self.shown.of, event.repeats))
        if event.moved_to:
            day, planned = self.shown.of(event.moved_to), self.shown.of(event.date)
            return self.shown.say("feed.moved", day=day, planned=planned)
        first = self.shown.of(event.date)
        return f"{first}{self.shown.say('event.until')}{self.shown.of(event.until)}" if event.until else first

    def changes(self, event: Event) -> Iterator[str]:
        """Which times of `event`, which recurs, are not as usual, as far as they are still ahead."""
        for change in event.changes:
            if max(change.date, change.moved_to or change.date) >= self.facts.today:
                yield self.changed(change) + self.because(change.cancelled or change.note)

    def changed(self, change: Change) -> str:
        """What `change` is."""
        say, day = self.shown.say, self.shown.of(change.date)
        if change.cancelled is not None:
            return say("event.skipped", day=day)
        time = self.shown.of(change.time) if change.time else ""
        if change.moved_to:
            to = self.shown.of(change.moved_to)
            return say("event.shifted", day=day, to=say("date.at", day=to, clock=time) if time else to)
        return f"{day}{say('colon')}{time}" if time else day

    def because(self, reason: str) -> str:
        """The `reason`, to stand behind what it is given for."""
        return self.shown.say("hours.if", conditions=reason) if reason else ""

    def line(self, key: str, text: str) -> Markup:
        """A paragraph that says what `text` is."""
        return Markup("<p>{}{}{}</p>").format(key, self.shown.say("colon"), text)

    def listed(self, names: Iterable[str]) -> Markup:
        """All of `names`."""
        return escape(self.shown.say("list.pause")).join(names)

    def link(self, station: Station) -> Markup:
        """A link to the page of `station`."""
        return Markup('<a href="{}">{}</a>').format(self.address + station_uri(station.id), station.name)


def paragraph(text: str) -> Markup:
    """`text` as a paragraph."""
    return Markup("<p>{}</p>").format(text)


def with_whole_links(html: str, page: str) -> str:
    """`html` with every link as it is meant on `page`, for readers who are not there."""
    scheme, _, rest = page.partition("//")
    host = rest.partition("/")[0]

    def whole(found: re.Match[str]) -> str:
        address = found[0]
        if address.startswith("#"):
            return str(escape(page)) + address
        return scheme + address if address.startswith("//") else f"{scheme}//{host}{address}"

    return WITHIN_SITE.sub(whole, html)


def updated_of(event: Event, today: date) -> date:
    """When `event` last changed as far as its record tells by `today`: never a day to come, and not that of the build.

    Where staff wrote none, the latest of its own days; while these are ahead, the beginning of its year or of this one.
    """
    if event.updated and event.updated <= today:
        return event.updated
    beginning = date(min(int(event.year), today.year), 1, 1)
    return max(day for day in (event.date, event.moved_to, beginning) if day and day <= today)
