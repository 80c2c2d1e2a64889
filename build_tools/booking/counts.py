"""The rows of a private file by station, category and month, and what is missing between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from build_tools.booking.private_file.rows import Row
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class StationCounts:
    """All rows of one station up to a month."""

    streams: Mapping[str, Mapping[int, Row]]
    """Category → month → row, in the order of the months."""
    whole: Mapping[int, Row]
    """Month → what concerns the whole station."""


def by_station(rows: Iterable[Row], through: int) -> dict[str, StationCounts]:
    """The rows of closed months, up to `through`, by station and in order."""
    found: defaultdict[str, defaultdict[str | None, dict[int, Row]]] = defaultdict(lambda: defaultdict(dict))
    for row in sorted([row for row in rows if row.month <= through], key=attrgetter("month")):
        found[row.station][row.category][row.month] = row
    return {station: counts_of(found[station]) for station in sorted(found)}


def counts_of(rows: Mapping[str | None, Mapping[int, Row]]) -> StationCounts:
    """The counts of a station with these `rows` by category; without one, what concerns all of it."""
    streams = {category: some for category, some in rows.items() if category is not None}
    return StationCounts(streams, rows.get(None, {}))


def gaps(months: Mapping[int, Row]) -> Iterator[tuple[Row, Month]]:
    """Each row before which a month is missing, with the first month missing there."""
    expected: int | None = None
    for month, row in months.items():
        if expected is not None and month != expected:
            yield row, Month(expected)
        expected = month + 1
