"""All that staff wrote, in one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.revision import History
from build_tools.records.site import Site
from build_tools.records.sketch import Sketch
from build_tools.records.station import Station
from build_tools.records.tally import Tally
from build_tools.records.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """A hand-written page: `content/about.md` and the like."""

    id: str
    title: str
    text: str
    """Markdown after the title's line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it lies in `content/images/`."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """The content of one site; every tuple is in the order of its files' names."""

    site: Site
    vocabulary: Vocabulary
    districts: tuple[District, ...]
    organizations: tuple[Organization, ...]
    calendars: tuple[HolidayCalendar, ...]
    stations: tuple[Station, ...]
    events: tuple[Event, ...]
    notices: tuple[Notice, ...]
    tallies: tuple[Tally, ...]
    essays: tuple[Essay, ...]
    pictures: tuple[Picture, ...]
    sketches: tuple[Sketch, ...] = ()
    history: History | None = None
    """What was public before; None where nobody knows."""
    fingerprints: Mapping[str, bytes] = field(default_factory=dict)
    """File inside `content/` → a few bytes that are others when it is; empty where nobody has asked."""
