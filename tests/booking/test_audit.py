"""Each rule of the audit notices its edit by hand, in whatever ledger the edit is made."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from build_tools.records.ledger import cases_in, closed_in, total
from build_tools.records.month import Month
from build_tools.records.share import ShareClass, Success, width_for
from build_tools.records.tally import Batch, Outcome, Turnaround, YearShares
from build_tools.records.threshold import Threshold
from tests.booking.drawn import FIRST, SENSITIVE, audit, merged, rows_of, station_rows, whole_ledger, with_stream

if TYPE_CHECKING:
    from build_tools.booking.private_file.rows import Row
    from build_tools.records.tally import Stream, Tally

DRAW = st.data()
COUNTS = st.lists(st.integers(0, 9), min_size=1, max_size=20)
TALLIES = st.builds(lambda counts: whole_ledger(rows_of("disputes", FIRST, counts)).tally, COUNTS)
"""Of one ordinary category."""
GAPPED = st.builds(
    lambda before, after: whole_ledger(rows_of("disputes", FIRST, [*before, 6, 0, 6, *after])).tally, COUNTS, COUNTS
)
"""Such that a zero is between batches."""


def stream_of(tally: Tally) -> Stream:
    """The only stream of `tally`, which has at least one batch."""
    assume(tally.streams[0].batches)
    return tally.streams[0]


def chosen(data: st.DataObject, stream: Stream) -> tuple[int, Batch]:
    """One of the batches of `stream`, with its position."""
    position = data.draw(st.integers(0, len(stream.batches) - 1))
    return position, stream.batches[position]


def with_batches(tally: Tally, position: int, *instead: Batch, gone: int = 1) -> set[str]:
    """What the audit says of `tally` with the batches `instead` of that at `position`, or of so many."""
    batches = tally.streams[0].batches
    return audit(with_stream(tally, 0, batches=batches[:position] + instead + batches[position + gone :]))


@given(TALLIES, DRAW)
def test_a_count_lowered_below_five_is_noticed(tally: Tally, data: st.DataObject) -> None:
    position, batch = chosen(data, stream_of(tally))
    assert with_batches(tally, position, replace(batch, count=data.draw(st.integers(1, 4)))) == {"E173"}


@given(TALLIES, DRAW, st.sampled_from([-1, 1]))
def test_a_shifted_batch_is_noticed(tally: Tally, data: st.DataObject, by: int) -> None:
    position, batch = chosen(data, stream_of(tally))
    moved = replace(batch, first=Month(batch.first + by), last=Month(batch.last + by))
    assert with_batches(tally, position, moved) & {"E163", "E164", "E165"}


@given(TALLIES, DRAW)
def test_a_batch_that_loses_its_first_month_is_noticed(tally: Tally, data: st.DataObject) -> None:
    position, batch = chosen(data, stream_of(tally))
    assume(batch.first < batch.last)
    assert "E164" in with_batches(tally, position, replace(batch, first=Month(batch.first + 1)))


@given(TALLIES, DRAW)
def test_a_batch_that_reaches_into_the_next_is_noticed(tally: Tally, data: st.DataObject) -> None:
    stream = stream_of(tally)
    assume(len(stream.batches) > 1)
    position, (batch, later) = data.draw(st.sampled_from(list(enumerate(pairwise(stream.batches)))))
    assert with_batches(tally, position, replace(batch, last=later.first)) & {"E163", "E165"}


@given(TALLIES, DRAW)
def test_a_split_batch_is_noticed_if_a_part_is_too_small(tally: Tally, data: st.DataObject) -> None:
    position, batch = chosen(data, stream_of(tally))
    assume(batch.first < batch.last)
    middle = Month(data.draw(st.integers(batch.first, batch.last - 1)))
    small = data.draw(st.integers(1, 4))
    parts = (
        Batch(first=batch.first, last=middle, count=small),
        Batch(first=Month(middle + 1), last=batch.last, count=batch.count - small),
    )
    assert "E173" in with_batches(tally, position, *parts)


@given(GAPPED, DRAW)
def test_batches_merged_over_a_zero_are_noticed(tally: Tally, data: st.DataObject) -> None:
    stream = stream_of(tally)
    apart = [at for at, (one, two) in enumerate(pairwise(stream.batches)) if one.last + 1 < two.first]
    position = data.draw(st.sampled_from(apart))
    one, two = stream.batches[position : position + 2]
    both = Batch(first=one.first, last=two.last, count=one.count + two.count)
    assert with_batches(tally, position, both, gone=2) == {"E165"}


@given(TALLIES)
def test_exchanged_batches_are_noticed(tally: Tally) -> None:
    batches = stream_of(tally).batches
    assume(len(batches) > 1)
    assert audit(with_stream(tally, 0, batches=batches[::-1])) & {"E163", "E164"}


@given(GAPPED, DRAW)
def test_a_removed_zero_is_noticed_if_anything_is_published_after_it(tally: Tally, data: st.DataObject) -> None:
    stream = tally.streams[0]
    ends = [batch.last for batch in stream.batches] + list(stream.zeros)
    earlier = [month for month in stream.zeros if month < max(ends)]
    gone = data.draw(st.sampled_from(earlier))
    zeros = tuple(month for month in stream.zeros if month != gone)
    assert audit(with_stream(tally, 0, zeros=zeros)) & {"E164", "E165"}


@given(TALLIES, DRAW)
def test_a_zero_added_where_months_are_published_or_wait_is_noticed(tally: Tally, data: st.DataObject) -> None:
    stream = tally.streams[0]
    told = {month for batch in stream.batches for month in range(batch.first, batch.last + 1)}.union(stream.zeros)
    waiting = [month for month in range(stream.first, tally.through + 1) if month not in told]
    wrong = sorted(told.difference(stream.zeros)) + waiting[1:] + [stream.first - 1, tally.through + 1]
    added = Month(data.draw(st.sampled_from([month for month in wrong if waiting or month != tally.through + 1])))
    assert audit(with_stream(tally, 0, zeros=tuple(sorted([*stream.zeros, added])))) == {"E165"}


@given(TALLIES)
def test_an_earlier_end_is_noticed_if_anything_is_published_later(tally: Tally) -> None:
    stream = tally.streams[0]
    last = max([batch.last for batch in stream.batches] + list(stream.zeros), default=None)
    assume(last is not None)
    assert last is not None
    assert audit(replace(tally, through=Month(last - 1))) & {"E163", "E165", "E167"}


@given(TALLIES)
def test_a_category_that_reports_further_than_its_station_is_noticed(tally: Tally) -> None:
    assert "E167" in audit(with_stream(tally, 0, through=Month(tally.through + 1)))


@given(TALLIES)
def test_a_category_made_sensitive_is_noticed_by_its_zeros_or_small_batches(tally: Tally) -> None:
    stream = tally.streams[0]
    assume(stream.zeros or any(batch.count < 10 for batch in stream.batches))
    assert audit(tally, sensitive=("disputes", *SENSITIVE)) == {"E166" if stream.zeros else "E179"}


@given(TALLIES)
def test_a_threshold_raised_for_the_past_is_noticed(tally: Tally) -> None:
    smallest = min(batch.count for batch in stream_of(tally).batches)
    assert audit(tally, (Threshold(smallest + 1),)) == {"E173"}


@given(TALLIES, st.integers(1, 99))
def test_a_success_rate_that_its_cases_cannot_have_is_noticed(tally: Tally, bound: int) -> None:
    outcome = Outcome(year=2025, success=Success(f"≥{bound}%"))
    cases = total(closed_in(2025, tally.streams[0].batches))
    possible = tally.through >= Month.of(2025, 12) and cases >= 10 and outcome.success.is_of(cases, 5)
    assert audit(with_stream(tally, 0, outcomes=(outcome,))) == (set() if possible else {"E168"})


@given(TALLIES)
def test_the_success_rate_of_an_open_year_is_noticed(tally: Tally) -> None:
    outcome = Outcome(year=tally.through.year + (tally.through.number == 12), success=Success("100%"))
    assert audit(with_stream(tally, 0, outcomes=(outcome,))) == {"E168"}


@given(COUNTS)
def test_a_success_rate_of_a_year_that_its_category_did_not_report_to_the_end_is_noticed(counts: list[int]) -> None:
    rows = rows_of("disputes", FIRST, [20]) + rows_of("hazards", FIRST, [*counts, 0, 0, 0, 0])
    outcome = Outcome(year=2024, success=Success("100%"))
    assert audit(with_stream(whole_ledger(rows).tally, 0, outcomes=(outcome,))) == {"E168"}


@given(station_rows(), st.sampled_from([1, 5, 10, 20]))
def test_a_class_that_is_finer_or_coarser_than_the_cases_bear_is_noticed(rows: list[Row], width: int) -> None:
    tally = whole_ledger(rows).tally
    assume(tally.through >= Month.of(2024, 12))
    right = width_for(cases_in(2024, tally))
    shares = YearShares(year=2024, satisfaction=ShareClass.of(80, 80 + width))
    assert audit(replace(tally, years=(shares,))) == (set() if width == right else {"E170"})


@given(TALLIES)
def test_the_classes_of_an_open_year_and_a_median_of_few_cases_are_noticed(tally: Tally) -> None:
    assume(tally.through >= Month.of(2024, 12))
    few = YearShares(year=2024, median=Turnaround.WEEK)
    assert audit(replace(tally, years=(few,))) == (set() if cases_in(2024, tally) >= 20 else {"E170"})
    early = YearShares(year=tally.through.year + 1, median=Turnaround.WEEK)
    assert audit(replace(tally, years=(early,))) == {"E169"}


@given(st.lists(st.integers(0, 9), min_size=2, max_size=9), st.lists(st.integers(0, 9), min_size=1, max_size=9))
def test_an_heir_of_two_and_a_batch_after_retirement_are_noticed(old: list[int], new: list[int]) -> None:
    tally = merged(old, old, new).tally
    both = tuple(replace(one, inherited=True) for one in tally.retired)
    assert "E172" in audit(replace(tally, retired=both))
    ended = tally.streams[0]
    late = Batch(first=Month(ended.first + len(old)), last=Month(ended.first + len(old)), count=5)
    assert {"E163", "E171"} & audit(with_stream(tally, 0, batches=(*ended.batches, late)))
