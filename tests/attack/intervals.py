"""Sums with bounds, and what plain reckoning with intervals makes of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Range = tuple[int, int]
Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """Rows of unknowns, numbered from 0, with the bounds of their sums; and the range of each unknown."""

    rows: tuple[Row, ...]
    bounds: tuple[Range, ...]
    ranges: tuple[Range, ...]


def tightened(rows: Sequence[Row], bounds: Sequence[Range], ranges: Sequence[Range]) -> list[Range] | None:
    """The `ranges` after every sum has told each of its parts what the others leave it, until nothing moves."""
    ranges, due = list(ranges), Due(rows)
    while due.waiting:
        number = due.next()
        for at, narrower in narrowed(rows[number], bounds[number], ranges):
            if narrower[0] > narrower[1]:
                return None
            ranges[at] = narrower
            due.again(at)
    return ranges


class Due:
    """The sums that still have to be looked at, short ones first: they are quick, and they say more."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.waiting = sorted((len(row), number) for number, row in enumerate(rows))
        self.known = set(range(len(rows)))
        self.containing: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, row in enumerate(rows):
            for at in row:
                self.containing[at].append((len(row), number))

    def next(self) -> int:
        """The number of the shortest sum that is due."""
        number = heappop(self.waiting)[1]
        self.known.remove(number)
        return number

    def again(self, at: int) -> None:
        """All sums with the unknown numbered `at` are due once more."""
        for entry in self.containing[at]:
            if entry[1] not in self.known:
                self.known.add(entry[1])
                heappush(self.waiting, entry)


def narrowed(row: Row, bound: Range, ranges: list[Range]) -> list[tuple[int, Range]]:
    """Which parts of one sum get a smaller range, and which."""
    low, high = sum(ranges[at][0] for at in row), sum(ranges[at][1] for at in row)
    found = []
    for at in row:
        least, most = ranges[at]
        now = max(least, bound[0] - (high - most)), min(most, bound[1] - (low - least))
        if now != (least, most):
            found.append((at, now))
            low, high = low + now[0] - least, high + now[1] - most
            if now[0] > now[1]:
                break
    return found


def examples(sums: Sums) -> list[list[int]]:
    """Solutions in which the unknowns, one after the other, are as small and as large as they can be."""
    ends = [(at, end) for at, range_ in enumerate(sums.ranges) for end in range_]
    tried = (dive(sums, at, value, largest) for at, value in ends for largest in (0, 1))
    return [found for found in tried if found is not None]


def dive(sums: Sums, at: int, value: int, largest: int) -> list[int] | None:
    """A solution with this `value` of the unknown numbered `at` and the others small, or large; `None` if stuck."""
    start = [(value, value) if one == at else range_ for one, range_ in enumerate(sums.ranges)]
    ranges = tightened(sums.rows, sums.bounds, start)
    for one in range(len(start)):
        if ranges is None:
            return None
        if ranges[one][0] != ranges[one][1]:
            ranges[one] = ranges[one][largest], ranges[one][largest]
            ranges = tightened(sums.rows, sums.bounds, ranges)
    return None if ranges is None else [low for low, _ in ranges]
