"""Sums of published batches over many stations: the only totals there are, each batch counted where it closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from build_tools.records.ledger import total
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.records.bulletin import Bulletin
    from build_tools.records.tally import Tally

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class CaseSums:
    """What the batches of all stations come to."""

    through: Month | None
    """The last month that any station counts; None before anything is counted."""
    since: Month | None
    """The first."""
    total: int
    years: tuple[int, ...]
    """Those that batches closed in, the newest first."""
    by_year: Mapping[int, int]
    by_month: Mapping[int, int]
    by_category: Mapping[tuple[str, int], int]
    """(Category, year) → cases."""
    by_district: Mapping[str, int]
    by_street: Mapping[tuple[str, str], int]
    """(District, street) → cases."""
    by_station: Mapping[str, int]
    """Only of stations that publish counts, also those that have no batch yet."""


def sums_of(bulletin: Bulletin) -> CaseSums:
    """The sums of everything that `bulletin` publishes."""
    stations = {station.id: station for station in bulletin.stations}
    places = {tally.id: stations[tally.id] for tally in bulletin.tallies}
    by_month, by_category = months_and_categories(bulletin.tallies)
    by_year = summed((month // 12, count) for month, count in by_month.items())
    by_station = {tally.id: cases_of(tally) for tally in bulletin.tallies}
    return CaseSums(
        through=max((tally.through for tally in bulletin.tallies), default=None),
        since=min((stream.first for tally in bulletin.tallies for stream in tally.streams), default=None),
        total=sum(by_station.values()),
        years=tuple(sorted(by_year, reverse=True)),
        by_year=by_year,
        by_month=by_month,
        by_category=by_category,
        by_district=summed((places[id].district, count) for id, count in by_station.items()),
        by_street=summed(((places[id].district, places[id].street), count) for id, count in by_station.items()),
        by_station=by_station,
    )


def months_and_categories(tallies: Iterable[Tally]) -> tuple[Counter[int], Counter[tuple[str, int]]]:
    """Closing month → cases, and (category, year of closing) → cases."""
    by_month: Counter[int] = Counter()
    by_category: Counter[tuple[str, int]] = Counter()
    for tally in tallies:
        for stream in tally.streams:
            for batch in stream.batches:
                by_month[batch.last] += batch.count
                by_category[stream.category, batch.last.year] += batch.count
    return by_month, by_category


def cases_of(tally: Tally) -> int:
    """All cases that `tally` publishes."""
    return sum(total(stream.batches) for stream in tally.streams)


def summed(parts: Iterable[tuple[K, int]]) -> Counter[K]:
    """The counts of `parts`, added up under their keys."""
    sums: Counter[K] = Counter()
    for key, count in parts:
        sums[key] += count
    return sums
