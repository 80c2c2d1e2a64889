"""A station's published counts by year and category: batches where they closed, zeros, and what is not yet said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from build_tools.records.month import Month
from build_tools.records.tally import Outcome, Tally, YearShares
from build_tools.records.threshold import Threshold, k_in
from build_tools.records.vocabulary import TallyCategory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.tally import Retired, Stream


class Said(Enum):
    """What is said of some months."""

    COUNT = "count"
    PENDING = "pending"
    RETIRED = "retired"
    """Was pending when the category, or the station, was given up."""
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True)
class Cell:
    """Months in a row of which one thing is said."""

    first: Month
    last: Month
    said: Said
    count: int = 0
    """Of all these months together."""


@dataclass(frozen=True, slots=True)
class CategoryYear:
    """One category in one year."""

    category: TallyCategory
    cells: tuple[Cell, ...]
    """In the order of their months; a batch that began in an earlier year stands where it closed."""
    total: int
    k: int
    """From how many cases on they are published."""
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class CaseYear:
    """All categories in one year."""

    year: int
    categories: tuple[CategoryYear, ...]
    total: int
    shares: YearShares | None


@dataclass(frozen=True, slots=True)
class CaseTable:
    """All that is published of one station's counts."""

    through: Month
    years: tuple[CaseYear, ...]
    """The newest first."""
    total: int


def case_table(
    tally: Tally, categories: Mapping[str, TallyCategory], thresholds: Sequence[Threshold], *, ended: bool = False
) -> CaseTable:
    """The table of `tally`; `ended` says that the station has closed, so that nothing waits any longer."""
    maker = TableMaker(tally, categories, thresholds, ended)
    first = min((stream.first.year for stream in tally.streams), default=tally.through.year)
    rows = [maker.years(stream) for stream in tally.streams]
    years = [maker.year(year, rows) for year in range(tally.through.year, first - 1, -1)]
    return CaseTable(tally.through, tuple(years), sum(year.total for year in years))


@dataclass(frozen=True, slots=True)
class TableMaker:
    """Makes the parts of one station's table."""

    tally: Tally
    categories: Mapping[str, TallyCategory]
    thresholds: Sequence[Threshold]
    ended: bool

    def year(self, year: int, rows: Sequence[Mapping[int, CategoryYear]]) -> CaseYear:
        """All that is said of `year`: of each category in `rows` what it says of that year."""
        kept = tuple(row[year] for row in rows if year in row)
        shares = next((shares for shares in self.tally.years if shares.year == year), None)
        return CaseYear(year, kept, sum(row.total for row in kept), shares)

    def years(self, stream: Stream) -> dict[int, CategoryYear]:
        """Year → all that is said of one category in it; years of which nothing is said are left out."""
        cells: dict[int, list[Cell]] = {}
        for cell in self.cells(stream):
            cells.setdefault(cell.last.year, []).append(cell)
        outcomes = {outcome.year: outcome for outcome in stream.outcomes}
        return {year: self.category(stream, year, some, outcomes.get(year)) for year, some in cells.items()}

    def category(self, stream: Stream, year: int, cells: list[Cell], outcome: Outcome | None) -> CategoryYear:
        """One category in `year`, of which `cells` tell."""
        category = self.categories[stream.category]
        until = min(self.tally.until(stream), Month.of(year, 12))
        return CategoryYear(
            category=category,
            cells=tuple(cells),
            total=sum(cell.count for cell in cells),
            k=k_in(until, self.thresholds, sensitive=category.sensitive),
            outcome=outcome,
        )

    def cells(self, stream: Stream) -> Iterator[Cell]:
        """Everything said of `stream`, in the order of the months."""
        batches = [Cell(batch.first, batch.last, Said.COUNT, batch.count) for batch in stream.batches]
        zeros = [Cell(first, last, Said.COUNT) for first, last in runs_of(stream.zeros)]
        yield from sorted(batches + zeros, key=lambda cell: cell.first)
        until, retired = self.tally.until(stream), self.retirement(stream)
        if (since := waiting_since(stream, self.tally)) <= until and not self.goes_on(retired):
            given_up = self.ended or (retired is not None and not retired.inherited)
            yield Cell(since, until, Said.RETIRED if given_up else Said.PENDING)
        if until < self.tally.through and retired is None:
            yield Cell(Month(until + 1), self.tally.through, Said.UNREPORTED)

    def retirement(self, stream: Stream) -> Retired | None:
        """That `stream` is no longer counted, if so."""
        return next((one for one in self.tally.retired if one.category == stream.category), None)

    def goes_on(self, retired: Retired | None) -> bool:
        """Whether what waited in the `retired` category now waits in another."""
        heirs = [stream.category for stream in self.tally.streams]
        return retired is not None and retired.inherited and retired.into in heirs


def waiting_since(stream: Stream, tally: Tally) -> Month:
    """The first month of `stream` of which nothing is said; after its last one when everything is."""
    said = [batch.last for batch in stream.batches[-1:]] + list(stream.zeros[-1:])
    if said:
        return Month(max(said) + 1)
    ancestor = next((one for one in tally.retired if one.inherited and one.into == stream.category), None)
    former = next((one for one in tally.streams if ancestor and one.category == ancestor.category), None)
    return waiting_since(former, tally) if former else stream.first


def runs_of(months: Sequence[Month]) -> Iterator[tuple[Month, Month]]:
    """First and last of each stretch of `months` in a row that lies in one year."""
    if not months:
        return
    first = months[0]
    for month, following in pairwise(months):
        if following != month + 1 or following.year != month.year:
            yield first, month
            first = following
    yield first, months[-1]
