"""What a station's published counts come to: sums of batches, each counted in its closing month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.records.month import last_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.records.month import Month
    from build_tools.records.tally import Batch, Tally


def total(batches: Iterable[Batch]) -> int:
    """How many cases `batches` hold."""
    return sum([batch.count for batch in batches])


def closed_in(year: int, batches: Iterable[Batch]) -> list[Batch]:
    """Those of `batches` that closed in `year`."""
    return [batch for batch in batches if batch.last // 12 == year]


def by_year(batches: Iterable[Batch]) -> dict[int, list[Batch]]:
    """Year → those of `batches` that closed in it."""
    years: dict[int, list[Batch]] = {}
    for batch in batches:
        years.setdefault(batch.last // 12, []).append(batch)
    return years


def cases_in(year: int, tally: Tally) -> int:
    """How many cases of all categories `tally` counts in `year`."""
    return sum(total(closed_in(year, stream.batches)) for stream in tally.streams)


def is_closed(year: int, through: Month) -> bool:
    """Whether counts `through` that month have December of `year`."""
    return through >= last_of(year)
