"""A year's batches as bars: one strip a category, a bar as wide as the months of its batch and as high as its cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.case_table import Said
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.facts.case_table import CaseYear, CategoryYear, Cell
    from build_tools.publishing.shown import Shown

MONTH = 27
"""Width of a month: a count of three figures fits above it, and a year across a narrow phone at its own size."""
GAP = 3
NAME = 22
"""Height of a category's name."""
LABEL = 20
"""Height of the figures above the bars."""
HIGHEST = 44
LOWEST = 3
AXIS = 24
FOOT = 8
"""Between the ground of one strip and the name of the next."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A batch, or zeros, which have a label and no height."""

    x: int
    y: int
    width: int
    height: int
    label: str
    middle: int
    above: int
    """The baseline of its label."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The line under some months: dashed where nothing is said of them."""

    first: int
    last: int
    dashed: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One category."""

    name: str
    name_y: int
    base: int
    bars: tuple[Bar, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, in units that are pixels on a narrow phone."""

    width: int
    height: int
    strips: tuple[Strip, ...]
    months: tuple[tuple[int, int], ...]
    """Number and middle of each month."""
    axis: int
    quarters: tuple[int, ...]
    """Where a quarter begins, so that months can be read off far above their numbers."""


def chart_of_year(year: CaseYear, shown: Shown) -> Chart:
    """The chart of `year`; all strips have one scale, and each is as high as its highest bar."""
    most = max((cell.count for row in year.categories for cell in row.cells), default=0)
    strips: list[Strip] = []
    for row in year.categories:
        strips.append(strip_of(row, year.year, strips[-1].base + FOOT if strips else 0, most, shown))
    return framed(strips, range(1, 13))


def chart_of_months(name: str, months: Sequence[Month], counts: Sequence[int]) -> Chart:
    """One strip with a bar for each of `months`, at most twelve."""
    most = max(counts, default=0)
    base = NAME + LABEL + HIGHEST
    bars = tuple(bar_of(place, place, count, base, most) for place, count in enumerate(counts, start=1) if count)
    ground = Ground(0, len(counts) * MONTH, dashed=False)
    return framed([Strip(name, NAME - 6, base, bars, (ground,))], [month.number for month in months])


def framed(strips: Sequence[Strip], months: Sequence[int]) -> Chart:
    """A chart of `strips` above the numbers of `months`."""
    middles = tuple((number, place * MONTH + MONTH // 2) for place, number in enumerate(months))
    ground = strips[-1].base
    return Chart(
        12 * MONTH, ground + AXIS, tuple(strips), middles, ground + AXIS - 6, tuple(range(0, 13 * MONTH, 3 * MONTH))
    )


def strip_of(row: CategoryYear, year: int, top: int, most: int, shown: Shown) -> Strip:
    """The strip of `row`, its upper edge at `top`."""
    counted = [cell for cell in row.cells if cell.said is Said.COUNT]
    base = top + NAME + LABEL + max((height_of(cell.count, most) for cell in counted), default=0)
    return Strip(
        name=name_of(row, year, shown),
        name_y=top + NAME - 6,
        base=base,
        bars=tuple(bar_of(*numbers_of(cell, year), cell.count, base, most) for cell in counted),
        grounds=tuple(ground_of(cell, year) for cell in row.cells if cell.said is not Said.UNREPORTED),
    )


def name_of(row: CategoryYear, year: int, shown: Shown) -> str:
    """The name of `row`, and when its first batch began if that was before `year`."""
    since = min((cell.first for cell in row.cells), default=Month.of(year, 1))
    name = row.category.name
    return shown.say("cases.begun", name=name, month=shown.month(since)) if since < Month.of(year, 1) else name


def height_of(count: int, most: int) -> int:
    """The height of the bar of `count`, where `most` is the most that a bar stands for."""
    return max(LOWEST, round(HIGHEST * count / most)) if count else 0


def numbers_of(cell: Cell, year: int) -> tuple[int, int]:
    """The first and the last month of `cell` in `year`; what began earlier is shown from January."""
    return max(cell.first, Month.of(year, 1)).number, cell.last.number


def bar_of(first: int, last: int, count: int, base: int, most: int) -> Bar:
    """The bar of `count` cases in the months `first` to `last`, standing on `base`."""
    height = height_of(count, most)
    left, right = (first - 1) * MONTH + GAP, last * MONTH - GAP
    return Bar(left, base - height, right - left, height, str(count), (left + right) // 2, base - height - 5)


def ground_of(cell: Cell, year: int) -> Ground:
    """The line under `cell`."""
    first, last = numbers_of(cell, year)
    return Ground((first - 1) * MONTH, last * MONTH, dashed=cell.said is not Said.COUNT)
