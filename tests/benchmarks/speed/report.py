"""What was measured, as tables that read well on a terminal and in a Markdown file."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.speed.builders import EVERYTHING, HUGO, MKDOCS, PAGES, TOO_MANY_FOR_MKDOCS
from tests.benchmarks.speed.kinds import Size
from tests.benchmarks.speed.runs import FULL, STEPS, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.benchmarks.speed.measure import Cost

MIB = 2**20
IN_ORDER = (EVERYTHING, PAGES, HUGO, MKDOCS)


@dataclass(frozen=True)
class Ratio:
    """How many times another's time, over pairs of runs."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}–{self.most:.2f})"


@dataclass(frozen=True)
class Measured:
    """All that is known of one size."""

    stations: int
    runs: Runs
    ours: Mapping[str, Size]
    """Our pages by their kind; empty where ours were not built."""
    hugo: Mapping[str, Size]
    """Hugo's."""


def ratio(some: Sequence[Cost], others: Sequence[Cost]) -> Ratio | None:
    """Wall time of `some` runs over that of `others`, pair by pair; None where either was not measured."""
    if not some or not others:
        return None
    pairs = [one.wall / other.wall for one, other in zip(some, others, strict=True)]
    return Ratio(median(pairs), min(pairs), max(pairs))


def size_table(measured: Measured) -> str:
    """A row for each builder and step, and what the pages were."""
    runs = measured.runs
    head = ("builder", "build", "wall s", "CPU s", "peak MiB", "wall ÷ Hugo’s (min–max)")
    rows = [
        (
            name,
            step,
            f"{median(one.wall for one in costs):.2f}",
            f"{median(one.cpu for one in costs):.2f}",
            f"{memory / MIB:.0f}" if (memory := runs.memory.get(name)) and step == FULL else "–",
            str(ratio(costs, runs.costs.get((HUGO, step), [])) or "–"),
        )
        for (name, step), costs in sorted(runs.costs.items(), key=lambda item: order(item[0]))
    ]
    if measured.stations >= TOO_MANY_FOR_MKDOCS:
        rows.append((MKDOCS, FULL, "about an hour: not run", "", "", ""))
    notes = [*page_notes(measured), ""] if measured.ours and measured.hugo else []
    return "\n".join([f"### {measured.stations:,} stations", "", table([head, *rows]), "", *notes])


def order(name_and_step: tuple[str, str]) -> tuple[int, int]:
    """Step by step, and each step in the order of builders."""
    name, step = name_and_step
    return STEPS.index(step), IN_ORDER.index(name)


def page_notes(measured: Measured) -> list[str]:
    """How many pages of each kind both have, and their mean size."""
    ours, hugo = measured.ours, measured.hugo
    pages = sum(size.pages for size in ours.values())
    total = sum(size.pages * size.mean for size in ours.values()) / 1e6
    kinds = [
        f"{kind} {size.pages:,} × {size.mean:,.0f} ({hugo[kind].pages:,} × {hugo[kind].mean:,.0f})"
        for kind, size in ours.items()
    ]
    return [f"{pages:,} pages, {total:,.1f} MB. Pages × mean bytes of ours (of Hugo’s): {'; '.join(kinds)}."]


def table(rows: Iterable[Sequence[str]]) -> str:
    """`rows`, of which the first is the head, as a Markdown table whose columns are of one width."""
    head, *body = rows
    widths = [max(map(wide, column)) for column in zip(head, *body, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(f"| {' | '.join(map(padded, row, widths))} |" for row in (head, rule, *body))


def padded(text: str, width: int) -> str:
    """`text` filled up with blanks."""
    return text + " " * (width - wide(text))


def wide(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
