"""Calendars to subscribe to, as RFC 5545 has them: occurrences on days in China, none of them a rule that repeats.

A writer of our own, since a general one takes minutes for the sessions of ten thousand stations.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from build_tools.publishing.content_lines import address, content_line, escaped, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
BEGIN = b"BEGIN:VEVENT\r\n"
WORDS = attrgetter("summary", "location", "description", "url")


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


def calendar_text(name: str, description: str, occurrences: Sequence[CalendarEvent], *, language: str) -> bytes:
    """The calendar `name`, its texts in `language`: the content of an `.ics` file."""
    ordered = sorted(occurrences, key=lambda one: (basic(one.start), one.uid))
    events = (event(one, language) for one in ordered)
    return b"".join([folded(heading(name, description, language)), *events, folded(["END:VCALENDAR"])])


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


def event(one: CalendarEvent, language: str) -> bytes:
    """The VEVENT of `one` (section 3.6.1)."""
    return BEGIN + content_line(f"UID:{escaped(one.uid)}") + when(one.stamp, one.start, one.end) + said(one, language)


@lru_cache(maxsize=10_000)
def when(stamp: date, start: datetime | date, end: datetime | date) -> bytes:
    """The lines that hold times; services have them in common.

    Without METHOD, DTSTAMP says when the event was last revised (section 3.8.7.2).
    """
    return folded([f"DTSTAMP:{basic(stamp)}T000000Z", moment("DTSTART", start), moment("DTEND", end)])


def said(one: CalendarEvent, language: str) -> bytes:
    """The lines after the times: all times of a service have the same."""
    return after_times(
        (one.cancelled, one.tentative, one.sequence, one.transparent), one.categories, WORDS(one), language
    )


@lru_cache(maxsize=1_000)
def after_times(
    standing: tuple[bool, bool, int, bool], categories: tuple[str, ...], words: tuple[str, ...], language: str
) -> bytes:
    """What is said of an occurrence: how it stands, what it is and where."""
    summary, place, description, url = words
    return folded(
        [
            *how_it_stands(*standing),
            *worded("SUMMARY", summary, language),
            *worded("LOCATION", place, language),
            *worded("DESCRIPTION", description, language),
            *([f"CATEGORIES;LANGUAGE={language}:" + ",".join(map(escaped, categories))] if categories else ()),
            *([f"URL:{address(url)}"] if url else ()),
            "END:VEVENT",
        ]
    )


def how_it_stands(cancelled: bool, tentative: bool, sequence: int, transparent: bool) -> Iterator[str]:
    """Whether it takes place, and whether it takes up anybody's day."""
    if sequence:
        yield f"SEQUENCE:{sequence}"
    yield "STATUS:" + ("CANCELLED" if cancelled else "TENTATIVE" if tentative else "CONFIRMED")
    if transparent:
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
