"""The promise itself, for all small streams: nobody learns what a month was that the ledger does not show.

Every stream is published month by month, and those that looked alike after every month are put together. In each such
group a month that is not shown as a number of its own must have had at least k−1 different counts. With counts up to 8
a period of five closes in every way there is: in one month or several, just so or far above. Ledgers that break one
rule fail the same proof.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.booking.ledger import Booked, booked
from tests.booking.narrowing import Narrowing, Shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.booking.narrowing import Stream

K, K_SENSITIVE = 5, 10
REAL, IMAGINED = range(9), range(13)
"""A batch of several real months holds 4 + 8 cases at most: no month in it can have had more than 12."""
CORRECTED, IMAGINED_CORRECTED = range(-3, 9), range(-3, 13)
SENSITIVE, IMAGINED_SENSITIVE = range(14), range(23)


def shown(entries: Booked, length: int) -> Shown:
    """What anybody sees of `entries` of so many months: zeros, batches, since when months wait, not how many cases do."""
    alone = {since for since, until, _ in entries.batches if since == until}.union(entries.zeros)
    waits_since = entries.waiting and entries.waiting.since
    hidden = tuple(month for month in range(length) if month not in alone)
    return Shown((entries.zeros, entries.batches, waits_since), hidden)


def plain(counts: Stream) -> Shown:
    """An ordinary category."""
    return shown(booked(0, counts, (K,) * len(counts)), len(counts))


def sensitive(counts: Stream) -> Shown:
    """A sensitive category."""
    return shown(booked(0, counts, (K_SENSITIVE,) * len(counts), hides_zeros=True), len(counts))


def raised(counts: Stream) -> Shown:
    """A category that needs eight cases from its third month on."""
    return shown(booked(0, counts, (K, K, 8, 8, 8)), len(counts))


def taken_over(counts: Stream) -> Shown:
    """A category that ends after two months and another that goes on with what waited in it."""
    old, new = counts[:2], counts[2:]
    before = booked(0, old, (K,) * 2)
    after = booked(2, new, (K,) * len(new), inherited=before.waiting)
    zeros, batches = before.zeros + after.zeros, before.batches + after.batches
    return shown(Booked(zeros, batches, after.waiting), len(counts))


def closing_too_early(counts: Stream) -> Shown:
    """Wrong: a batch closes at k−1."""
    return shown(booked(0, counts, (K - 1,) * len(counts)), len(counts))


def with_inner_zeros(counts: Stream) -> Shown:
    """Wrong: zeros are shown inside a waiting period too."""
    zeros = tuple(month for month, count in enumerate(counts) if not count)
    right = plain(counts)
    return Shown((right.public, zeros), tuple(month for month in right.hidden if month not in zeros))


def with_amounts(counts: Stream) -> Shown:
    """Wrong: how many cases wait is shown."""
    entries = booked(0, counts, (K,) * len(counts))
    return Shown((shown(entries, len(counts)).public, entries.waiting), shown(entries, len(counts)).hidden)


def closing_at_nothing(counts: Stream) -> Shown:
    """Wrong: a period also closes, as zero cases, when corrections bring its sum back to nothing."""
    entries = booked(0, counts, (K,) * len(counts))
    back = entries.waiting is not None and entries.waiting.amount == 0
    return Shown((shown(entries, len(counts)).public, back), shown(entries, len(counts)).hidden)


def pooled(counts: Stream) -> Shown:
    """Wrong: two categories, whose counts take turns here, wait together; a zero of one of them is shown."""
    sums = [sum(counts[at : at + 2]) for at in range(0, len(counts) - 1, 2)]
    told = plain(tuple(sums)).public
    zeros = tuple(at for at, count in enumerate(counts[: 2 * len(sums)]) if not count)
    return Shown((told, zeros), tuple(at for at in range(len(counts)) if at not in zeros))


def merged(counts: Stream) -> Shown:
    """Wrong: what waits in four categories is added when they are merged, and the sum waits still."""
    waits = all(counts) and sum(counts) < K
    return Shown(waits, tuple(range(4)) if waits else ())


@pytest.mark.slow
def test_a_hidden_month_keeps_four_counts_in_every_stream_of_six_months() -> None:
    assert Narrowing(plain, REAL, IMAGINED).fewest(6) == K - 1


def test_imagining_still_larger_counts_changes_nothing() -> None:
    few, many = (Narrowing(plain, REAL, imagined).groups(3) for imagined in (IMAGINED, range(40)))
    assert list(few) == list(many)


def test_a_hidden_month_keeps_four_counts_when_corrections_take_cases_away() -> None:
    assert Narrowing(plain, CORRECTED, IMAGINED_CORRECTED).fewest(5) == K - 1


def test_a_hidden_month_of_a_sensitive_stream_keeps_nine_counts() -> None:
    assert Narrowing(sensitive, SENSITIVE, IMAGINED_SENSITIVE).fewest(4) >= K_SENSITIVE - 1


def test_a_hidden_month_of_a_sensitive_stream_keeps_nine_counts_when_corrections_take_cases_away() -> None:
    assert Narrowing(sensitive, range(-3, 13), range(-3, 23)).fewest(4) >= K_SENSITIVE - 1


def test_a_hidden_month_keeps_four_counts_where_more_cases_are_needed_later() -> None:
    assert Narrowing(raised, range(12), range(19)).fewest(4) == K - 1


def test_a_hidden_month_keeps_four_counts_where_another_stream_takes_over() -> None:
    assert Narrowing(taken_over, REAL, IMAGINED).fewest(5) == K - 1


@pytest.mark.parametrize("wrong", [closing_too_early, with_inner_zeros, with_amounts, pooled, merged])
def test_a_ledger_that_breaks_a_rule_fails_the_proof(wrong: Callable[[Stream], Shown]) -> None:
    assert Narrowing(wrong, REAL, IMAGINED).fewest(4) < K - 1


def test_a_period_that_is_closed_by_a_correction_fails_the_proof() -> None:
    assert Narrowing(closing_at_nothing, CORRECTED, IMAGINED_CORRECTED).fewest(4) < K - 1
