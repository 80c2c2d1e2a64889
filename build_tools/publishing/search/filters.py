"""What can be chosen instead of typed."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from build_tools.publishing.search.index import Posting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.facts.directory import Directory
    from build_tools.records.station import Station

STATION, ID = attrgetter("station.id"), attrgetter("id")
"""Asked of hundreds of thousands of members."""


def filters_of(stations: Sequence[Station], directory: Directory) -> dict[str, Posting]:
    """Postings under tokens that nobody can type; the same stations as on the page of each choice."""
    number_of = {station.id: number for number, station in enumerate(stations)}
    return {token: Posting(sorted(set(map(number_of.__getitem__, ids))), []) for token, ids in choices(directory)}


def choices(directory: Directory) -> Iterator[tuple[str, Iterable[str]]]:
    """Each token with the ids of its stations."""
    for need, answers in directory.answers.items():
        yield f"need:{need}", map(STATION, answers)
    for kind, offers in directory.offers.items():
        yield f"service:{kind}", map(STATION, offers)
    for district, members in directory.by_district.items():
        yield f"district:{district}", map(ID, members)
    yield "step-free", (entrance.station.id for entrance in directory.entrances if entrance.passable)
