"""What can be chosen instead of typed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_tools.facts.directory import Entrance, step_free
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_tools.publishing.search.postings import Bits
    from build_tools.records.station import Station


def choices_among(stations: Iterable[Station], needs_met: Mapping[str, Iterable[str]]) -> dict[str, Bits]:
    """Tokens that nobody can type → the places of `stations`, the same as on the page of each choice."""
    chosen: defaultdict[str, Bits] = defaultdict(int)
    for place, station in enumerate(stations):
        for choice in choices_of(station, needs_met[station.id]):
            chosen[choice] |= 1 << place
    return chosen


def choices_of(station: Station, needs: Iterable[str]) -> Iterator[str]:
    """By which choices one finds `station`, which meets `needs`: a closed one by its district only."""
    yield f"district:{station.district}"
    if station.life is Life.OPEN:
        yield from (f"need:{need}" for need in needs)
        yield from (f"service:{service.kind}" for service in station.services)
        if Entrance(station, step_free(station)).passable:
            yield "step-free"
