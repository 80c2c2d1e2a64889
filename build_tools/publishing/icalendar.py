"""Calendars to subscribe to, as RFC 5545 has them: occurrences on days in China, none of them a rule that repeats.

A writer of our own, since a general one takes minutes for the sessions of ten thousand stations.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from build_tools.publishing.content_lines import address, escaped, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ZONE = "Asia/Shanghai"
VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""China has had no summer time since 1991, and nothing here is as old."""
EACH_DAY = "P1D"


class Printed(NamedTuple):
    """A VEVENT as it stands in a file, after what decides where it stands there."""

    order: str
    """Its start, as `basic` writes it."""
    uid: str
    text: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """Something that is on once; what is empty is left out."""

    uid: str
    """The same in every build, also when the occurrence is moved; no other occurrence in the calendar has it."""
    stamp: date
    """When the record last changed: never the day of the build, so that the same content gives the same bytes."""
    summary: str
    start: datetime | date
    """China's time without a zone, or a day if it is on all day or nobody knows the hour."""
    end: datetime | date
    """Of the same type as `start`, and after it: the first moment or day on which it is over."""
    description: str = ""
    location: str = ""
    url: str = ""
    cancelled: bool = False
    tentative: bool = False
    """Postponed, or not announced yet."""
    sequence: int = 0
    """How often it has been moved, if ever."""
    transparent: bool = False
    """Leaves the day of whoever subscribes free, as closures do."""
    categories: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"{self.uid} ends at {self.end}, before it has begun at {self.start}")


def calendar_text(name: str, description: str, occurrences: Iterable[CalendarEvent], *, language: str) -> bytes:
    """The calendar `name`, its texts in `language`: the content of an `.ics` file."""
    return bound(name, description, [printed(one, language) for one in occurrences], language)


def bound(name: str, description: str, events: Iterable[Printed], language: str) -> bytes:
    """The same of `events` that are printed already."""
    texts = [one.text for one in sorted(events)]
    return b"".join([folded(heading(name, description, language)), *texts, folded(["END:VCALENDAR"])])


def heading(name: str, description: str, language: str) -> Iterator[str]:
    """What stands before the events.

    There is no METHOD: it would make an invitation of a calendar (section 3.7.2). The time zone is there even
    without events: a calendar has at least one component (section 3.6). X-WR-… and X-PUBLISHED-TTL are older names
    for what RFC 7986 calls NAME, DESCRIPTION and REFRESH-INTERVAL; programs know these or those.
    """
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//station-bulletin//calendars//EN", "CALSCALE:GREGORIAN")
    yield from worded("NAME", name, language)
    yield from plain("X-WR-CALNAME", name)
    yield from worded("DESCRIPTION", description, language)
    yield from plain("X-WR-CALDESC", description)
    yield f"X-WR-TIMEZONE:{ZONE}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{EACH_DAY}"
    yield f"X-PUBLISHED-TTL:{EACH_DAY}"
    yield from VTIMEZONE


def printed(one: CalendarEvent, language: str) -> Printed:
    """The VEVENT of `one`."""
    text = before_times(one.uid, one.stamp) + when(one.start, one.end) + after_times(one, language)
    return Printed(basic(one.start), one.uid, text)


def before_times(uid: str, stamp: date) -> bytes:
    """The first lines of a VEVENT (section 3.6.1); without METHOD, DTSTAMP says when it was last revised (3.8.7.2)."""
    return folded(["BEGIN:VEVENT", f"UID:{escaped(uid)}", f"DTSTAMP:{basic(stamp)}T000000Z"])


def when(start: datetime | date, end: datetime | date) -> bytes:
    """The lines that hold times."""
    return folded([moment("DTSTART", start), moment("DTEND", end)])


def after_times(one: CalendarEvent, language: str) -> bytes:
    """What is said of an occurrence after its times: how it stands, what it is and where."""
    return folded(
        [
            *how_it_stands(one),
            *worded("SUMMARY", one.summary, language),
            *worded("LOCATION", one.location, language),
            *worded("DESCRIPTION", one.description, language),
            *([f"CATEGORIES;LANGUAGE={language}:" + ",".join(map(escaped, one.categories))] if one.categories else ()),
            *([f"URL:{address(one.url)}"] if one.url else ()),
            "END:VEVENT",
        ]
    )


def how_it_stands(one: CalendarEvent) -> Iterator[str]:
    """Whether it takes place, and whether it takes up anybody's day."""
    if one.sequence:
        yield f"SEQUENCE:{one.sequence}"
    yield "STATUS:" + ("CANCELLED" if one.cancelled else "TENTATIVE" if one.tentative else "CONFIRMED")
    if one.transparent:
        yield "TRANSP:TRANSPARENT"


def plain(name: str, text: str) -> Iterator[str]:
    """The property `name`, if there is a `text`."""
    if text:
        yield f"{name}:{escaped(text)}"


def worded(name: str, text: str, language: str) -> Iterator[str]:
    """The property `name`, if there is a `text`, with its language (section 3.2.10)."""
    if text:
        yield f"{name};LANGUAGE={language}:{escaped(text)}"


def moment(name: str, when: datetime | date) -> str:
    """The property `name` as a time in China, or as a day."""
    kind = f"TZID={ZONE}" if isinstance(when, datetime) else "VALUE=DATE"
    return f"{name};{kind}:{basic(when)}"


def basic(when: datetime | date) -> str:
    """`when` in ISO 8601's basic format (sections 3.3.4 and 3.3.5); days come before their hours in its order."""
    return when.isoformat().replace("-", "").replace(":", "")
