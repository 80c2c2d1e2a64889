"""Linear programs over one group of unknowns: exact with whole numbers for small groups, safe outer bounds for large ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from tests.attack.intervals import examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.attack.intervals import Range, Sums

SMALL = 40
"""A group with more unknowns is solved without asking for whole numbers: bounds may be wider, never wrong."""
TRIES = 24
NEARLY = 1e-6


def solved(sums: Sums, enough: int) -> tuple[Range, ...]:
    """The least and the most of each unknown; one that is seen to take `enough` values keeps its range."""
    seen = Seen(len(sums.ranges), enough)
    for values in examples(sums) if len(sums.ranges) <= SMALL else ():
        seen.note(values)
    if seen.everything:
        return sums.ranges
    group = Group(sums, seen)
    group.look_around()
    return tuple(group.range_of(at) for at in range(len(sums.ranges)))


class Seen:
    """The smallest and largest values that the unknowns had so far in any solution."""

    def __init__(self, size: int, enough: int) -> None:
        self.enough = enough
        self.least, self.most = np.full(size, np.inf), np.full(size, -np.inf)

    def note(self, values: Sequence[float] | np.ndarray) -> None:
        """Take down one solution."""
        np.minimum(self.least, values, out=self.least)
        np.maximum(self.most, values, out=self.most)

    def is_free(self, at: int) -> bool:
        """Whether the unknown numbered `at` can be as many things as it should."""
        return bool(self.most[at] - self.least[at] + 1 >= self.enough)

    @property
    def everything(self) -> bool:
        """Whether all unknowns can."""
        return all(self.is_free(at) for at in range(len(self.least)))


class Group:
    """The sums as matrices."""

    def __init__(self, sums: Sums, seen: Seen) -> None:
        self.ranges, size = sums.ranges, len(sums.ranges)
        places = [(number, at) for number, row in enumerate(sums.rows) for at in row]
        matrix = csr_array((np.ones(len(places)), np.array(places).T), shape=(len(sums.rows), size))
        low, high = np.array(sums.bounds, dtype=float).T
        exact = low == high
        self.equal, self.equals = matrix[exact], low[exact]
        self.below = csr_array(np.vstack([matrix[~exact].toarray(), -matrix[~exact].toarray()]))
        self.limits = np.concatenate([high[~exact], -low[~exact]])
        self.whole = int(size <= SMALL)
        self.seen = seen

    def look_around(self) -> None:
        """Solve for directions at random: most unknowns show at once that they can be many things."""
        dice = np.random.default_rng(1)
        for _ in range(TRIES):
            if not self.seen.everything:
                self.least(dice.normal(size=len(self.ranges)))

    def least(self, costs: np.ndarray) -> float | None:
        """The smallest value of `costs` times the unknowns; what the solution is made of is remembered."""
        found = linprog(
            costs,
            A_ub=self.below if self.limits.size else None,
            b_ub=self.limits if self.limits.size else None,
            A_eq=self.equal if self.equals.size else None,
            b_eq=self.equals if self.equals.size else None,
            bounds=self.ranges,
            integrality=self.whole,
            method="highs",
        )
        if found.x is None:
            return None
        if np.abs(found.x - found.x.round()).max() < NEARLY:
            self.seen.note(found.x.round())
        return float(found.fun)

    def range_of(self, at: int) -> Range:
        """The least and the most of the unknown numbered `at`."""
        if self.seen.is_free(at):
            return self.ranges[at]
        costs = np.zeros(len(self.ranges))
        costs[at] = 1
        least = self.least(costs)
        most = None if self.seen.is_free(at) else self.least(-costs)
        if least is None or most is None:
            return self.ranges[at]
        return math.ceil(least - NEARLY), math.floor(-most + NEARLY)
