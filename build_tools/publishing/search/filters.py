"""What can be chosen instead of typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.search.index import Posting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.facts.directory import Directory
    from build_tools.records.station import Station


def filters_of(stations: Sequence[Station], directory: Directory) -> dict[str, Posting]:
    """Postings under tokens that nobody can type; the same stations as on the page of each choice."""
    number_of = {station.id: number for number, station in enumerate(stations)}
    return {
        token: Posting(sorted({number_of[station.id] for station in members}), [])
        for token, members in choices(directory)
    }


def choices(directory: Directory) -> Iterator[tuple[str, Iterable[Station]]]:
    """Each token with its stations."""
    for need, answers in directory.answers.items():
        yield f"need:{need}", (answer.station for answer in answers)
    for kind, offers in directory.offers.items():
        yield f"service:{kind}", (offer.station for offer in offers)
    for district, members in directory.by_district.items():
        yield f"district:{district}", members
    yield "step-free", (entrance.station for entrance in directory.entrances if entrance.passable)
