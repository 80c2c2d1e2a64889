"""A new ledger may only add to the published one; the first thing that is not as it was is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_tools.reading.extension import Change, first_change
from build_tools.records.month import Month
from build_tools.records.share import Success
from build_tools.records.tally import Batch, Outcome, Stream, Tally, Turnaround, YearShares


def month(number: int) -> Month:
    """The month of 2025 with this number, or a later one."""
    return Month(Month.of(2025, 1) + number - 1)


def batch(first: int, last: int, count: int) -> Batch:
    """A batch of these months of 2025."""
    return Batch(first=month(first), last=month(last), count=count)


def tally(
    zeros: tuple[int, ...] = (1, 4),
    batches: tuple[Batch, ...] = (batch(2, 3, 7), batch(5, 9, 12)),
    through: int = 12,
    first: int = 1,
    own: int | None = None,
) -> Tally:
    """`0 . 2–3:7 0 . . . . 5–9:12 . . .` with a success rate and a year of classes."""
    stream = Stream(
        category="disputes",
        first=month(first),
        through=None if own is None else month(own),
        zeros=tuple(map(month, zeros)),
        batches=batches,
        outcomes=(Outcome(year=2025, success=Success("≥80%")),),
    )
    return Tally(
        id="jia", through=month(through), streams=(stream,), years=(YearShares(year=2025, median=Turnaround.WEEK),)
    )


PUBLISHED = tally()
DISPUTES = PUBLISHED.streams[0]


def with_stream(**changes: Any) -> Tally:
    """The published tally with its stream changed."""
    return replace(PUBLISHED, streams=(replace(DISPUTES, **changes),))


@pytest.mark.parametrize(
    "new",
    [
        PUBLISHED,
        tally(through=13),
        tally(through=14, batches=(*DISPUTES.batches, batch(10, 13, 5))),
        tally(through=13, own=12),
        replace(PUBLISHED, streams=(Stream(category="hazards", first=month(3)), DISPUTES)),
        replace(PUBLISHED, years=(YearShares(year=2024, median=Turnaround.WEEK), *PUBLISHED.years)),
        with_stream(outcomes=(*DISPUTES.outcomes, Outcome(year=2026, success=Success("100%")))),
    ],
)
def test_what_only_adds_is_no_change(new: Tally) -> None:
    assert first_change(PUBLISHED, new) is None


STREAM = ("streams", 0)


@pytest.mark.parametrize(
    ("new", "where", "text"),
    [
        (tally(through=11), ("through",), "2025-12"),
        (tally(own=11), (*STREAM, "through"), "2025-12"),
        (tally(first=0), (*STREAM, "first"), "2025-01"),
        (replace(PUBLISHED, streams=()), (*STREAM, "first"), "2025-01"),
        (tally(batches=(batch(2, 3, 8), batch(5, 9, 12))), (*STREAM, "batches", 0), "2025-02–2025-03：7"),
        (tally(batches=(batch(2, 3, 7), batch(5, 8, 12))), (*STREAM, "batches", 1), "2025-05–2025-09：12"),
        (tally(batches=(batch(2, 3, 7),)), (*STREAM, "batches", 1), "2025-05–2025-09：12"),
        (tally(batches=(*DISPUTES.batches, batch(10, 12, 5))), (*STREAM, "batches"), "2025-10–2025-12"),
        (tally(zeros=(1,)), (*STREAM, "zeros"), "2025-04"),
        (tally(zeros=(1, 4, 10)), (*STREAM, "zeros"), "2025-10"),
        (with_stream(outcomes=(Outcome(year=2025, success=Success("100%")),)), (*STREAM, "outcomes", 0), "2025"),
        (with_stream(outcomes=()), (*STREAM, "outcomes", 0), "2025"),
        (replace(PUBLISHED, years=()), ("years", 0), "2025"),
        (replace(PUBLISHED, years=(YearShares(year=2025, median=Turnaround.LONGER),)), ("years", 0), "2025"),
    ],
)
def test_what_is_not_as_it_was_is_named(new: Tally, where: tuple[str | int, ...], text: str) -> None:
    assert first_change(PUBLISHED, new) == Change(where, text)


def test_what_was_published_of_a_category_before_it_caught_up_stays() -> None:
    behind = tally(through=14, own=12)
    assert first_change(behind, tally(through=14, zeros=(1, 4), batches=(*DISPUTES.batches, batch(10, 14, 6)))) is None
    assert first_change(behind, tally(through=14, batches=(*DISPUTES.batches, batch(10, 11, 6)))) is not None
