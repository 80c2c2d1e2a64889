"""What holds of every ledger, whatever was counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.booking.ledger import Waiting, booked
from build_tools.booking.private_file.rows import Adjustment, nets
from build_tools.booking.tally_text import tally_text
from build_tools.reading.extension import first_change
from build_tools.reading.ledgers import read_ledgers
from build_tools.records.month import Month
from build_tools.records.threshold import Threshold
from tests.booking.drawn import (
    FIRST,
    LONGEST,
    NAMES,
    SENSITIVE,
    audit,
    ledger,
    merged,
    rows_of,
    station_rows,
    terms_of,
    text_of,
    whole_ledger,
)
from tests.conftest import MINIMAL, put

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.booking.private_file.rows import Row
    from build_tools.booking.station_ledger import StationLedger
    from build_tools.records.tally import Tally

COUNTS = st.lists(st.integers(-3, 12), max_size=40)
MONTHS = st.lists(st.integers(-2, 9), min_size=1, max_size=10)
YES = ("否", "是")
NEEDED = st.sampled_from([5, 8, 10])
LEFT = st.none() | st.builds(Waiting, since=st.integers(-5, -1), amount=st.integers(-4, 4))


@given(COUNTS, NEEDED, st.booleans(), LEFT)
def test_batches_and_what_waits_hold_all_cases(counts: list[int], k: int, hides: bool, left: Waiting | None) -> None:
    entries = booked(0, counts, [k] * len(counts), hides_zeros=hides, inherited=left)
    found = sum(count for _, _, count in entries.batches) + (entries.waiting.amount if entries.waiting else 0)
    assert found == sum(counts) + (left.amount if left else 0)
    assert all(count >= k for _, _, count in entries.batches)


@given(COUNTS, NEEDED, st.booleans())
def test_each_month_is_in_one_batch_or_zero_or_waits(counts: list[int], k: int, hides: bool) -> None:
    entries = booked(0, counts, [k] * len(counts), hides_zeros=hides)
    told = [month for since, until, _ in entries.batches for month in range(since, until + 1)]
    waiting = range(entries.waiting.since, len(counts)) if entries.waiting else ()
    assert sorted([*told, *entries.zeros, *waiting]) == list(range(len(counts)))
    assert not (hides and entries.zeros)
    assert all(counts[month] == 0 for month in entries.zeros)


@given(COUNTS, COUNTS, NEEDED, st.booleans())
def test_a_stream_that_takes_over_goes_on_as_if_nothing_had_ended(
    old: list[int], new: list[int], k: int, hides: bool
) -> None:
    before = booked(0, old, [k] * len(old), hides_zeros=hides)
    after = booked(len(old), new, [k] * len(new), hides_zeros=hides, inherited=before.waiting)
    uninterrupted = booked(0, old + new, [k] * (len(old) + len(new)), hides_zeros=hides)
    assert (before.zeros + after.zeros, before.batches + after.batches) == (uninterrupted.zeros, uninterrupted.batches)
    assert after.waiting == uninterrupted.waiting


@given(COUNTS, st.integers(1, 30))
def test_the_end_of_a_year_changes_nothing(counts: list[int], later: int) -> None:
    here, there = (booked(first, counts, [5] * len(counts)) for first in (FIRST, FIRST + later))
    assert [(a + later, b + later, n) for a, b, n in here.batches] == list(there.batches)
    assert [month + later for month in here.zeros] == list(there.zeros)


@given(station_rows())
def test_booking_month_by_month_only_adds_and_equals_booking_at_once(rows: list[Row]) -> None:
    prefixes = [ledger(rows, FIRST + at) for at in range(LONGEST + 3)]
    tallies = [one.tally for one in prefixes if one]
    assert [change for earlier, later in pairwise(tallies) if (change := first_change(earlier, later))] == []
    assert first_change(tallies[0], tallies[-1]) is None
    assert tallies[-1] == whole_ledger(rows).tally


@given(station_rows(), st.data())
def test_a_changed_past_is_refused_if_it_would_publish_anything_else_and_only_then(
    rows: list[Row], data: st.DataObject
) -> None:
    at = data.draw(st.sampled_from([at for at, row in enumerate(rows) if row.category]))
    count = data.draw(st.integers(-5, 15))
    changed = [*rows[:at], replace(rows[at], count=0, adjust=Adjustment(count)), *rows[at + 1 :]]
    before, after = whole_ledger(rows).tally, whole_ledger(changed).tally
    assert (first_change(before, after) is None) == (text_of(before) == text_of(after))


@given(station_rows(), st.data())
def test_a_changed_month_is_accepted_only_while_it_waits(rows: list[Row], data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([at for at, row in enumerate(rows) if row.category]))
    changed = [*rows[:at], replace(rows[at], count=nets([rows[at]])[0] + data.draw(st.integers(1, 9))), *rows[at + 1 :]]
    changed[at] = replace(changed[at], adjust=Adjustment(0), succeeded=rows[at].succeeded)
    before = whole_ledger(rows)
    if first_change(before.tally, whole_ledger(changed).tally) is None:
        stream = next(one for one in before.streams if one.stream.category == rows[at].category)
        assert stream.waiting
        assert rows[at].month >= stream.waiting.since


@given(station_rows(), st.integers(0, 60), st.data())
def test_a_changed_success_or_rating_is_refused_if_a_rate_or_class_would_change(
    rows: list[Row], number: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    key = "succeeded" if rows[at].category else data.draw(st.sampled_from(["satisfied", "on_time"]))
    before = whole_ledger(rows).tally
    changed: dict[str, Any] = {key: number}
    after = whole_ledger([*rows[:at], replace(rows[at], **changed), *rows[at + 1 :]]).tally
    assert (first_change(before, after) is None) == (rates_in(before) <= rates_in(after))


def rates_in(tally: Tally) -> set[object]:
    """All success rates and classes of `tally`."""
    return {(stream.category, one) for stream in tally.streams for one in stream.outcomes}.union(tally.years)


@given(station_rows(), st.data())
def test_a_removed_row_is_refused_if_its_category_is_published(rows: list[Row], data: st.DataObject) -> None:
    last = data.draw(st.sampled_from([row for row in rows if row.category]))
    fewer = [row for row in rows if row.category != last.category or row.month < last.month]
    shorter = ledger(fewer)
    assert shorter is None or first_change(whole_ledger(rows).tally, shorter.tally)


@given(MONTHS, MONTHS, MONTHS)
def test_a_merger_takes_over_what_waits_in_one_category_and_never_adds_any_other(
    old: list[int], other: list[int], new: list[int]
) -> None:
    heir, alone = (found.streams[-1] for found in (merged(old, other, new), merged(old, [], new)))
    assert (heir.stream, heir.waiting) == (alone.stream, alone.waiting)
    uninterrupted = whole_ledger(rows_of("disputes", FIRST, old + new)).streams[0]
    assert [one for one in uninterrupted.stream.batches if one.last >= heir.stream.first] == list(heir.stream.batches)
    assert uninterrupted.waiting == heir.waiting


@given(MONTHS, MONTHS, MONTHS)
def test_without_an_heir_what_waits_is_never_published(old: list[int], other: list[int], new: list[int]) -> None:
    one = merged(old, other, new, inherited=False).streams[-1]
    alone = whole_ledger(rows_of("requests", one.stream.first, new)).streams[0]
    assert (one.stream.batches, one.stream.zeros, one.waiting) == (
        alone.stream.batches,
        alone.stream.zeros,
        alone.waiting,
    )


MERGED = st.builds(merged, MONTHS, MONTHS, MONTHS, inherited=st.booleans())
BOOKED = st.builds(whole_ledger, station_rows()) | MERGED


@given(BOOKED)
def test_what_is_booked_passes_the_audit(found: StationLedger) -> None:
    assert audit(found.tally) == set()


@given(station_rows())
def test_what_is_booked_passes_the_audit_where_more_cases_are_needed_later(rows: list[Row]) -> None:
    raised = (Threshold(6), Threshold(11, Month(FIRST + 5)))
    found = ledger(rows, terms=terms_of(raised))
    assert found
    assert audit(found.tally, raised) == set()


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with the categories that are drawn."""
    folder = tmp_path_factory.mktemp("bulletin")
    for uri, text in MINIMAL.items():
        put(folder, uri, text)
    entries = [f"{{代码: {code}, 名称: {name}, 敏感: {YES[code in SENSITIVE]}}}" for code, name in NAMES.items()]
    others = MINIMAL["vocabulary.yml"].partition("办件:")[0]
    put(folder, "vocabulary.yml", f"{others}办件: [{', '.join(entries)}]\n")
    return folder


@given(found=BOOKED)
def test_a_tally_that_is_read_back_is_the_same_and_is_written_with_the_same_bytes(
    bulletin: Path, found: StationLedger
) -> None:
    put(bulletin, "tallies/jia.yml", text_of(found.tally))
    ledgers, problems = read_ledgers(bulletin)
    assert problems == ()
    assert ledgers
    again = ledgers.tallies["jia"].record
    assert again == found.tally
    assert tally_text(again, ledgers.names) == text_of(found.tally)
