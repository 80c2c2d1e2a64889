"""The bars that speed has to meet, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.speed.builders import EVERYTHING, HUGO, PAGES
from tests.benchmarks.speed.edits import EDITS
from tests.benchmarks.speed.report import ratio, table
from tests.benchmarks.speed.runs import FULL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tests.benchmarks.speed.report import Measured

MANY, FEWER, TWO = 10_000, 1_000, 2
"""Numbers of stations for which bars are set."""


@dataclass(frozen=True)
class Bar:
    """Something measured, and what it may be at most."""

    name: str
    limit: float
    value: float | None
    """None when it was not measured in this run."""
    spread: str = ""
    """The least and the most of the pairs."""

    @property
    def verdict(self) -> str:
        """What came of it, in a word."""
        if self.value is None:
            return "not measured"
        return "met" if self.value <= self.limit else "NOT MET"


def all_bars(sizes: Mapping[int, Measured], reading: float | None, waits: Sequence[float] = ()) -> list[Bar]:
    """Every bar; `reading` is how many times the parser's own time it takes to read and check.

    `waits` are the seconds after which a server of `FEWER` stations showed an edit: the longest counts.
    """
    many = sizes.get(MANY)
    return [
        paired("pages, from nothing: wall ÷ Hugo’s", 0.8, many, (PAGES, FULL), (HUGO, FULL)),
        Bar("pages, from nothing: peak memory ÷ Hugo’s", 0.35, memory_ratio(many)),
        *(paired(f"pages, {edit}: wall ÷ Hugo’s", 0.12, many, (PAGES, edit), (HUGO, edit)) for edit in EDITS),
        Bar("cost per page at 10,000 ÷ that at 1,000", 1.1, per_page_ratio(many, sizes.get(FEWER))),
        paired("everything ÷ pages only", 2.0, many, (EVERYTHING, FULL), (PAGES, FULL)),
        Bar("reading and checking ÷ yaml.compose", 3.0, reading if many else None),
        Bar("two stations from nothing, everything on: seconds", 1.5, seconds(sizes.get(TWO), EVERYTHING)),
        Bar(
            "`mkdocs serve`, an edit of one of 1,000 shows: seconds, the longest",
            1.0,
            max(waits, default=None),
            spread(waits),
        ),
    ]


def paired(name: str, limit: float, measured: Measured | None, one: tuple[str, str], other: tuple[str, str]) -> Bar:
    """A bar for the ratio of two builds that ran in turn."""
    costs = measured.runs.costs if measured else {}
    found = ratio(costs.get(one, []), costs.get(other, []))
    return Bar(name, limit, found.median, f"{found.least:.3f}–{found.most:.3f}") if found else Bar(name, limit, None)


def spread(values: Sequence[float]) -> str:
    """The least and the most of `values`, if there are any."""
    return f"{min(values):.3f}–{max(values):.3f}" if values else ""


def memory_ratio(measured: Measured | None) -> float | None:
    """Our peak over Hugo's."""
    memory = measured.runs.memory if measured else {}
    ours, hugo = memory.get(PAGES), memory.get(HUGO)
    return ours / hugo if ours and hugo else None


def per_page_ratio(many: Measured | None, fewer: Measured | None) -> float | None:
    """What a page costs among many over what it costs among fewer."""
    one, other = per_page(many), per_page(fewer)
    return one / other if one and other else None


def per_page(measured: Measured | None) -> float | None:
    """Seconds that a page costs."""
    taken = seconds(measured, PAGES)
    pages = sum(size.pages for size in measured.ours.values()) if measured else 0
    return taken / pages if taken and pages else None


def seconds(measured: Measured | None, name: str) -> float | None:
    """The wall time of a build from nothing."""
    costs = measured.runs.costs.get((name, FULL)) if measured else None
    return median(cost.wall for cost in costs) if costs else None


def bars_table(bars: Iterable[Bar]) -> str:
    """A row for each bar."""
    return table([("bar", "at most", "measured", "min–max", ""), *rows(bars)])


def rows(bars: Iterable[Bar]) -> Iterator[tuple[str, ...]]:
    """The cells of each bar."""
    for bar in bars:
        value = "–" if bar.value is None else f"{bar.value:.3f}"
        yield bar.name, f"{bar.limit:g}", value, bar.spread or "–", bar.verdict
