"""What is printed and what is spoken of, by stream, for adding up and looking up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attack.claims import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.attack.claims import Claim, Scope
    from tests.attack.world import Month


class Ledger:
    """The published cells of one site, added up by the month in which a period closes."""

    def __init__(self, cells: Iterable[Claim]) -> None:
        self.counts: dict[tuple[str, str], dict[Scope, int]] = {}
        for cell in cells:
            if cell.kind is Kind.COUNT and cell.scope.stream:
                self.counts.setdefault(cell.scope.stream, {})[cell.scope] = cell.low

    def sum(self, scope: Scope) -> int:
        """All cells of `scope`."""
        first, last = scope.first or 0, scope.last or 0
        some = (counts for stream, counts in self.counts.items() if scope.has(*stream))
        return sum(count for counts in some for cell, count in counts.items() if first <= (cell.last or 0) <= last)


class Spoken:
    """All months that are spoken of, by stream."""

    def __init__(self, months: Iterable[Month]) -> None:
        self.streams: dict[tuple[str, str], list[Month]] = {}
        for month in months:
            self.streams.setdefault(month[:2], []).append(month)

    def within(self, scope: Scope) -> list[Month]:
        """Those of `scope`."""
        first, last = scope.first or 0, scope.last or 0
        some = (months for stream, months in self.streams.items() if scope.has(*stream))
        return [month for months in some for month in months if first <= month[2] <= last]
