"""The carry-forward ledger, line by line; `ledger_words.py` explains the notation."""

from __future__ import annotations

import pytest

from build_tools.booking.ledger import Booked, Waiting, booked
from build_tools.records.month import Month
from tests.booking.ledger_words import published, right


@pytest.mark.parametrize("line", ["5 | 1:5", "9 | 1:9", "5 6 7 | 1:5 2:6 3:7", "0 8 | 0 2:8"])
def test_a_month_with_enough_cases_is_published_alone(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize("line", ["0 | 0", "0 0 0 | 0 0 0", "5 0 | 1:5 0", "2 3 0 | . 1–2:5 0"])
def test_a_zero_month_with_nothing_waiting_is_published(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize(
    "line",
    ["0 2 5 | 0 . 2–3:7", "4 1 | . 1–2:5", "4 9 | . 1–2:13", "1 1 1 1 1 | . . . . 1–5:5", "1 | . +1", "4 | . +4"],
)
def test_a_small_month_waits_until_enough_have_come(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize("line", ["2 0 3 | . . 1–3:5", "1 0 0 | . . . +1", "3 0 2 0 4 | . . 1–3:5 0 . +4"])
def test_a_zero_inside_a_waiting_batch_is_not_shown(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize("line", ["3 3 3 3 | . 1–2:6 . 3–4:6", "4 4 1 | . 1–2:8 . +1", "7 1 7 | 1:7 . 2–3:8"])
def test_after_a_batch_the_waiting_begins_anew(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize("line", ["-1 6 | . 1–2:5", "0 -2 4 | 0 . . +2", "5 -3 0 9 | 1:5 . . 2–4:6", "-1 | . +-1"])
def test_a_negative_adjustment_opens_a_period(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize(
    "line",
    [
        "2 -2 0 0 | . . . . +0",
        "2 -2 5 | . . 1–3:5",
        "1 -3 0 | . . . +-2",
        "1 -3 6 1 | . . . 1–4:5",
        "-2 2 5 | . . 1–3:5",
    ],
)
def test_an_opened_period_stays_open_when_its_sum_falls_back_to_nothing_or_below(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize("line", ["8 -1 5 | 1:8 . . +4", "8 -8 9 4 | 1:8 . . 2–4:5"])
def test_a_closed_batch_is_not_touched_by_a_later_adjustment(line: str) -> None:
    assert published(line) == right(line)


@pytest.mark.parametrize("line", ["7 -2 | 1:7 . +-2", "3 -1 3 | . . 1–3:5"])
def test_what_an_adjustment_takes_away_later_months_absorb(line: str) -> None:
    assert published(line) == right(line)


def test_what_waits_survives_the_end_of_the_year() -> None:
    november = Month.of(2025, 11)
    ledger = booked(november, [2, 1, 0, 2], [5] * 4)
    assert ledger == Booked((), ((november, november + 3, 5),), None)
    assert [str(Month(month)) for month in ledger.batches[0][:2]] == ["2025-11", "2026-02"]


@pytest.mark.parametrize(
    "line",
    [
        "0 | . +0",
        "9 | . +9",
        "10 | 1:10",
        "0 10 | . 1–2:10",
        "12 0 3 10 | 1:12 . . 2–4:13",
        "9 0 1 0 0 10 | . . 1–3:10 . . 4–6:10",
        "3 -3 10 | . . 1–3:10",
    ],
)
def test_a_sensitive_stream_hides_its_zeros_and_waits_for_ten_right_after_each_batch(line: str) -> None:
    assert published(line, 10, hides_zeros=True) == right(line)


@pytest.mark.parametrize(
    ("line", "needed"),
    [
        ("5 5 5 | 1:5 . 2–3:10", (5, 8, 8)),
        ("4 2 2 | . . 1–3:8", (5, 8, 8)),
        ("4 0 3 1 | . . . 1–4:8", (5, 8, 8, 8)),
        ("6 7 8 | 1:6 . 2–3:15", (5, 8, 10)),
        ("0 7 | 0 . +7", (5, 8)),
    ],
)
def test_from_the_month_on_in_which_more_are_needed_a_period_waits_for_more(line: str, needed: tuple[int, ...]) -> None:
    assert published(line, needed) == right(line)


@pytest.mark.parametrize(
    ("line", "inherited"),
    [
        ("3 | -1–1:5", Waiting(since=-1, amount=2)),
        ("0 5 | . -1–2:7", Waiting(since=-1, amount=2)),
        ("0 4 | . . +4", Waiting(since=0, amount=0)),
        ("6 | 0–1:5", Waiting(since=0, amount=-1)),
        ("4 1 0 4 | 0–1:5 . . 2–4:5", Waiting(since=0, amount=1)),
    ],
)
def test_a_new_stream_goes_on_with_what_its_predecessor_left_waiting(line: str, inherited: Waiting) -> None:
    assert published(line, inherited=inherited) == right(line)


def test_a_stream_that_ended_keeps_to_itself_what_waited() -> None:
    ended = booked(1, [5, 3, 1], [5] * 3)
    assert ended.batches == ((1, 1, 5),)
    assert ended.waiting == Waiting(since=2, amount=4)


def test_streams_are_never_pooled() -> None:
    lines = ["3 3 | . 1–2:6", "2 2 | . . +4", "0 4 | 0 . +4"]
    assert [published(line) for line in lines] == [right(line) for line in lines]


def test_a_stream_without_a_month_publishes_nothing() -> None:
    assert booked(1, [], []) == Booked((), (), None)
