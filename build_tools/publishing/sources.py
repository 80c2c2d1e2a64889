"""From which files of `content/` a page or file is made: one made from the same is the same, and need not be made again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_tools.digest import digest
from build_tools.publishing.formats import has_record_files
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.facts.derive import Facts
    from build_tools.records.bulletin import Bulletin
    from build_tools.records.event import Event
    from build_tools.records.notice import Notice
    from build_tools.settings import Settings

OF_FEW_PAGES = tuple(f"{kind.path.partition('/')[0]}/" for kind in (Kind.STATION, Kind.EVENT, Kind.NOTICE, Kind.TALLY))
"""Folders of files that most pages say nothing of; all other files are sources of everything."""


def station_file(id: str) -> str:
    """The file of a station."""
    return f"stations/{id}.yml"


def tally_file(id: str) -> str:
    """The file of a station's counts."""
    return f"tallies/{id}.yml"


def event_file(event: Event) -> str:
    """The file of `event`."""
    return f"events/{event.year}/{event.id}.yml"


def notice_file(notice: Notice) -> str:
    """The file of `notice`."""
    return f"notices/{notice.year}/{notice.id}.yml"


class Sources:
    """What the pages and files of one build are made from."""

    def __init__(self, facts: Facts, settings: Settings) -> None:
        self.fingerprints = facts.bulletin.fingerprints
        self.engine = settings.engine
        self.common = common_to_all(facts, settings)
        self.beside = beside_stations(facts.bulletin)

    def key(self, files: Iterable[str]) -> bytes | None:
        """A few bytes that are others when one of `files` is, or anything that all pages are made from.

        None when nobody knows by what engine an earlier page was made.
        """
        if not self.engine:
            return None
        found = (uri.encode() + self.fingerprints.get(uri, b"") for uri in dict.fromkeys(files))
        return digest(self.common, *found)

    def about(self, stations: Iterable[str]) -> list[str]:
        """The files that say something of `stations`."""
        return [uri for id in stations for uri in (station_file(id), tally_file(id), *self.beside.get(id, ()))]


def common_to_all(facts: Facts, settings: Settings) -> bytes:
    """A few bytes that are others when anything is that every page may be made from."""
    told = (settings.engine, settings.today, settings.language, settings.directory_urls, settings.address)
    counted = has_record_files(facts)
    shared = [
        uri.encode() + mark for uri, mark in facts.bulletin.fingerprints.items() if not uri.startswith(OF_FEW_PAGES)
    ]
    kinds = sorted(facts.directory.offers)
    return digest(repr((told, kinds, counted)).encode(), *shared)


def beside_stations(bulletin: Bulletin) -> dict[str, list[str]]:
    """Station → the files of its successor, its events and its notices."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for station in bulletin.stations:
        if station.successor:
            beside[station.id].append(station_file(station.successor))
    for event in bulletin.events:
        if event.station:
            beside[event.station].append(event_file(event))
    for notice in bulletin.notices:
        for id in notice.stations:
            beside[id].append(notice_file(notice))
    return beside
