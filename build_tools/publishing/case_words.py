"""A station's counts in words, for the tables of its page: what each cell, row and year says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.case_table import Said
from build_tools.publishing.case_chart import Chart, chart_of_year
from build_tools.records.month import Month
from build_tools.records.threshold import k_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.facts.case_table import CaseTable, CaseYear, CategoryYear, Cell
    from build_tools.publishing.shown import Shown
    from build_tools.records.tally import YearShares
    from build_tools.records.threshold import Threshold


@dataclass(frozen=True, slots=True)
class CellWords:
    """Some months of one category."""

    text: str
    dashed: bool
    """Whether it says that something is not known or not said."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """One category in one year."""

    name: str
    cells: tuple[CellWords, ...]
    total: int
    success: str


@dataclass(frozen=True, slots=True)
class YearWords:
    """One year at one station."""

    title: str
    rows: tuple[RowWords, ...]
    total: int
    shares: str


@dataclass(frozen=True, slots=True)
class TableWords:
    """All counts of one station."""

    through: Month
    total: str
    years: tuple[YearWords, ...]
    """The newest first."""
    chart: Chart | None
    """Of the newest year."""
    chart_title: str


class CaseTeller:
    """Says counts in one language."""

    def __init__(self, shown: Shown, thresholds: Sequence[Threshold]) -> None:
        self.shown = shown
        self.say = shown.say
        self.thresholds = thresholds

    def total(self, count: int, through: Month) -> str:
        """The one sentence for every total, whatever waits."""
        return self.say("cases.total", count=count, k=k_in(through, self.thresholds))

    def table(self, table: CaseTable) -> TableWords:
        """All of `table`."""
        newest = table.years[0] if table.years and table.years[0].categories else None
        return TableWords(
            through=table.through,
            total=self.total(table.total, table.through),
            years=tuple(self.year(year) for year in table.years if year.categories),
            chart=chart_of_year(newest, self.shown) if newest else None,
            chart_title=self.say("cases.chart", year=newest.year) if newest else "",
        )

    def year(self, year: CaseYear) -> YearWords:
        """One year."""
        return YearWords(
            title=self.say("cases.year", year=year.year),
            rows=tuple(self.row(row) for row in year.categories),
            total=year.total,
            shares=self.shares(year.shares) if year.shares else "",
        )

    def row(self, row: CategoryYear) -> RowWords:
        """One category."""
        return RowWords(
            name=row.category.name,
            cells=tuple(self.cell(cell, row.k) for cell in row.cells),
            total=row.total,
            success=self.say("cases.success", text=row.outcome.success) if row.outcome else "",
        )

    def cell(self, cell: Cell, k: int) -> CellWords:
        """Some months."""
        months = self.shown.months(cell.first, cell.last)
        if cell.said is Said.COUNT:
            return CellWords(self.say("cases.cell", months=months, count=cell.count), dashed=False)
        if cell.said is Said.UNREPORTED:
            return CellWords(self.say("cases.unreported", months=months), dashed=True)
        pending = cell.said is Said.PENDING
        say_it = (
            self.say("cases.pending", months=months, k=k) if pending else self.say("cases.retired", months=months, k=k)
        )
        return CellWords(say_it, dashed=True)

    def shares(self, shares: YearShares) -> str:
        """A year's classes in one line."""
        said = []
        if shares.satisfaction:
            said.append(self.say("cases.satisfaction", text=shares.satisfaction))
        if shares.on_time:
            said.append(self.say("cases.on_time", text=shares.on_time))
        if shares.median:
            said.append(self.say("cases.median", text=self.shown.of(shares.median)))
        return self.say("comma").join(said)
