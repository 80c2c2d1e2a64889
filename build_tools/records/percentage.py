"""Percentages as they are claimed, and which whole numbers can give them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True, slots=True)
class Percentage:
    """98.7% is 987 parts of 1000: as many parts as its written decimals can tell apart."""

    parts: int
    of: int
    exact: bool = True
    """Whether it was said without 近, 以上, 多 and the like."""

    @property
    def range(self) -> tuple[Fraction, Fraction]:
        """The smallest share that is written so and the first that no longer is, whether rounded half up or cut off.

        Reports do both without saying which, and a claim is doubted only where neither can have given it.
        """
        return Fraction(max(2 * self.parts - 1, 0), 2 * self.of), Fraction(self.parts + 1, self.of)

    def is_share_of(self, base: int) -> bool:
        """Whether some of `base` cases, all of them or none can be this percentage."""
        fewest = -(-max(2 * self.parts - 1, 0) * base // (2 * self.of))
        return base > 0 and fewest <= base and fewest * self.of < (self.parts + 1) * base

    def is_share_within(self, low: int | None, high: int | None) -> bool:
        """Whether it is the share of a base from `low` to `high`, both included; None leaves that side open."""
        first, smallest = max(low or 1, 1), self.smallest_base
        if high is None or high // smallest * smallest >= first:
            return True  # the smallest base can be multiplied; without end, every large one will do
        return any(map(self.is_share_of, range(max(first, smallest), high + 1)))

    @property
    def smallest_base(self) -> int:
        """The smallest number of cases of which some can be this percentage."""
        return simplest(*self.range, first_included=True).denominator


def simplest(low: Fraction, end: Fraction, *, first_included: bool) -> Fraction:
    """The fraction of the smallest denominator from `low` to `end`, one of which is included: the first or the last.

    It goes down the Stern–Brocot tree, all steps to one side at once, as continued fractions do.
    """
    whole = floor(low)
    if first_included and low == whole:
        return Fraction(whole)
    if whole + 1 < end or (whole + 1 == end and not first_included):
        return Fraction(whole + 1)
    if low == whole:
        return whole + Fraction(1, ceil(1 / (end - whole)))
    return whole + 1 / simplest(1 / (end - whole), 1 / (low - whole), first_included=not first_included)
