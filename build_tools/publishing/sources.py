"""From which files of `content/` a page or file is made: one made from the same is the same, and need not be made again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_tools.digest import digest
from build_tools.publishing.formats import has_record_files
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.records.bulletin import Bulletin, Picture
    from build_tools.records.event import Event
    from build_tools.records.notice import Notice
    from build_tools.settings import Settings

OF_FEW_PAGES = tuple(f"{kind.path.partition('/')[0]}/" for kind in (Kind.STATION, Kind.EVENT, Kind.NOTICE, Kind.TALLY))
"""Folders of files that most pages say nothing of; all other files are sources of everything."""


def event_file(event: Event) -> str:
    """The file of `event`."""
    return Kind.EVENT.file(event.id, event.year)


def notice_file(notice: Notice) -> str:
    """The file of `notice`."""
    return Kind.NOTICE.file(notice.id, notice.year)


def picture_file(picture: Picture) -> str:
    """The file of `picture`."""
    return f"images/{picture.name}"


class Sources:
    """What the pages and files of one build are made from; each part of it is known by its mark, a few bytes."""

    def __init__(self, facts: Facts, settings: Settings) -> None:
        self.fingerprints = facts.bulletin.fingerprints
        self.engine = settings.engine
        self.common = common_to_all(facts, settings)
        beside = beside_stations(facts.bulletin)
        self.stations = {one.id: self.mark(files_about(one.id, beside)) for one in facts.bulletin.stations}
        """Station → the mark of all files that say something of it."""

    def mark(self, files: Iterable[str]) -> bytes:
        """Sixteen bytes that are others when one of `files` is, or when there are others."""
        return digest(*(uri.encode() + self.fingerprints.get(uri, b"") for uri in files))

    def of_event(self, event: Event) -> bytes:
        """The mark of `event` and of the station where it is."""
        return self.mark([event_file(event)]) + (self.stations[event.station] if event.station else b"")

    def of_notice(self, notice: Notice) -> bytes:
        """The mark of `notice` and of the stations that it is about."""
        return self.mark([notice_file(notice)]) + b"".join(self.stations[id] for id in notice.stations)

    def key(self, marks: Iterable[bytes]) -> bytes | None:
        """A few bytes that are others when one of `marks` is, or anything that all pages are made from.

        None when nobody knows by what engine an earlier page was made.
        """
        return digest(self.common, b"".join(marks)) if self.engine else None

    def key_alone(self, files: Iterable[str]) -> bytes | None:
        """The same for what is made from `files` and nothing else."""
        return digest(self.engine, self.mark(files)) if self.engine else None


def files_about(station: str, beside: Mapping[str, Sequence[str]]) -> list[str]:
    """The files that say something of `station`: its own, and those that stand `beside` it."""
    return [Kind.STATION.file(station), Kind.TALLY.file(station), *dict.fromkeys(beside.get(station, ()))]


def common_to_all(facts: Facts, settings: Settings) -> bytes:
    """A few bytes that are others when anything is that every page may be made from."""
    told = (settings.engine, settings.today, settings.language, settings.directory_urls, settings.address)
    counted = has_record_files(facts)
    shared = [
        uri.encode() + mark
        for uri, mark in sorted(facts.bulletin.fingerprints.items())
        if not uri.startswith(OF_FEW_PAGES)
    ]
    kinds = sorted(facts.directory.offers)
    return digest(repr((told, kinds, counted)).encode(), *shared)


def beside_stations(bulletin: Bulletin) -> dict[str, list[str]]:
    """Station → the files of its successor, its events and its notices."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for station in bulletin.stations:
        if station.successor:
            beside[station.id].append(Kind.STATION.file(station.successor))
    for event in bulletin.events:
        if event.station:
            beside[event.station].append(event_file(event))
    for notice in bulletin.notices:
        for id in notice.stations:
            beside[id].append(notice_file(notice))
    return beside
