"""The table that `make quality` prints."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.quality.bench import Measured
    from tests.quality.budgets import Budget

SHOWN = 5
"""So many findings are told of each line; there is a cure for one before there is a list of all."""


class Line(NamedTuple):
    """A budget on one bulletin: what was measured, or why nothing was."""

    budget: Budget
    bulletin: str
    measured: Measured | None
    skipped: str = ""

    @property
    def met(self) -> bool:
        """Whether it was measured and is within its limit."""
        return self.measured is not None and self.budget.met_by(self.measured.value)


def table(lines: Iterable[Line]) -> str:
    """All lines, one under the other."""
    rows = [("item", "limit", "bulletin", "measured", "", "where"), *map(row, lines)]
    widths = [max(map(wide, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(padded, one, widths)).rstrip() for one in rows)


def row(line: Line) -> tuple[str, ...]:
    """The cells of one line."""
    budget = line.budget
    limit = f"{'≥' if budget.at_least else '≤'} {budget.limit:,.0f} {budget.unit}"
    if line.measured is None:
        return budget.name, limit, line.bulletin, "–", "skipped", line.skipped
    value = f"{line.measured.value:,.0f} {budget.unit}"
    return budget.name, limit, line.bulletin, value, "ok" if line.met else "NOT", line.measured.where


def explained(line: Line) -> str:
    """What was found where a budget is not met."""
    found = line.measured.findings if line.measured else (line.skipped,)
    told = found[:SHOWN]
    more = [f"… and {len(found) - len(told)} more"] if len(found) > len(told) else []
    return "\n".join([f"\n{line.budget.name}, {line.bulletin}:", *(f"  {one}" for one in [*told, *more])])


def wide(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def padded(text: str, width: int) -> str:
    """`text` with spaces behind it."""
    return text + " " * (width - wide(text))
