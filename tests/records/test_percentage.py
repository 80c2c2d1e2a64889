"""Which whole numbers can give a claimed percentage: tried against every share there is."""

from __future__ import annotations

import time
from fractions import Fraction
from functools import cache

import pytest

from build_tools.records.percentage import Percentage, simplest

ONE_DECIMAL = [Percentage(parts, 1000) for parts in range(1001)]
BASES = range(1, 1001)


def written(share: int, base: int, of: int) -> set[int]:
    """How many of `of` parts `share` cases of `base` are: rounded half up, and cut off."""
    return {(2 * share * of + base) // (2 * base), share * of // base}


@cache
def one_decimal_of(base: int) -> frozenset[int]:
    """Every percentage, in tenths, that `base` cases can give."""
    return frozenset().union(*(written(share, base, 1000) for share in range(base + 1)))


def test_every_percentage_of_one_decimal_has_the_bases_that_trying_finds() -> None:
    differing = [
        (claimed.parts, base)
        for base in range(1, 301)
        for claimed in ONE_DECIMAL
        if claimed.is_share_of(base) != (claimed.parts in one_decimal_of(base))
    ]
    assert differing == []


def test_every_percentage_of_one_decimal_has_the_smallest_base_that_trying_finds() -> None:
    smallest: dict[int, int] = {}
    for base in BASES:
        for parts in one_decimal_of(base):
            smallest.setdefault(parts, base)
    assert {claimed.parts: claimed.smallest_base for claimed in ONE_DECIMAL} == smallest


@pytest.mark.parametrize("of", [10, 100])
def test_whole_percentages_and_tenths_have_theirs(of: int) -> None:
    for parts in range(of + 1):
        claimed = Percentage(parts, of)
        tried = [base for base in range(1, 120) if any(parts in written(share, base, of) for share in range(base + 1))]
        assert [base for base in range(1, 120) if claimed.is_share_of(base)] == tried
        assert claimed.smallest_base == tried[0]


def test_every_range_of_bases_is_as_good_as_its_best_base() -> None:
    for parts in range(0, 1001, 37):
        claimed = Percentage(parts, 1000)
        good = [base for base in range(61) if claimed.is_share_of(base)]
        for low in range(61):
            next_good = min((base for base in good if base >= low), default=61)
            for high in range(low, 61):
                assert claimed.is_share_within(low, high) == (next_good <= high)


@pytest.mark.parametrize(
    ("claimed", "low", "high", "possible"),
    [
        (Percentage(987, 1000), 51, 59, False),
        (Percentage(987, 1000), 51, 75, True),
        (Percentage(987, 1000), 75, 75, True),
        (Percentage(987, 1000), None, 74, False),
        (Percentage(987, 1000), 51, None, True),
        (Percentage(987, 1000), None, None, True),
        (Percentage(100, 100), 51, 59, True),
        (Percentage(100, 100), 0, 0, False),
        (Percentage(0, 100), 1, 1, True),
        (Percentage(667, 1000), 3, 3, True),
        (Percentage(666, 1000), 3, 3, True),
        (Percentage(668, 1000), 3, 3, False),
        (Percentage(125, 1000), 8, 8, True),
        (Percentage(9, 10), 9, 9, True),
        (Percentage(9, 10), 2, 4, False),
    ],
)
def test_a_claim_is_doubted_only_where_no_whole_number_gives_it(
    claimed: Percentage, low: int | None, high: int | None, possible: bool
) -> None:
    assert claimed.is_share_within(low, high) == possible


def test_98_7_percent_needs_75_cases() -> None:
    assert Percentage(987, 1000).smallest_base == 75
    assert not any(987 in one_decimal_of(base) for base in range(1, 75))


def test_the_simplest_fraction_lies_between_and_has_the_smallest_denominator() -> None:
    ends = sorted({Fraction(above, below) for below in range(1, 13) for above in range(below + 1)})
    for low in ends:
        for end in (one for one in ends if one > low):
            for first in (True, False):
                found = simplest(low, end, first_included=first)
                inside = low <= found < end if first else low < found <= end
                below = next(
                    below
                    for below in range(1, 200)
                    for above in range(below + 1)
                    if (low <= Fraction(above, below) < end if first else low < Fraction(above, below) <= end)
                )
                assert (inside, found.denominator) == (True, below), (low, end, first)


def test_large_bases_take_no_time() -> None:
    began = time.perf_counter()
    for parts in range(0, 1_000_001, 9973):
        claimed = Percentage(parts, 1_000_000)
        assert claimed.is_share_of(claimed.smallest_base)
        assert claimed.is_share_within(1, 10_000_000)
        assert claimed.is_share_within(9_999_999, 9_999_999)
    assert time.perf_counter() - began < 1
