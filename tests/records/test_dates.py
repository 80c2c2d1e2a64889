"""Days and partial dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.problems import Unreadable
from build_tools.records.dates import Day, PartialDate

DAYS = [
    ("2026-10-17", date(2026, 10, 17)),
    ("2026-1-5", date(2026, 1, 5)),
    ("2028-02-29", date(2028, 2, 29)),
]
NO_DAYS = [
    ("2026-02-29", "E032"),
    ("2026-13-01", "E032"),
    ("2026-00-10", "E032"),
    ("0000-01-01", "E032"),
    ("2026/10/17", "E031"),
    ("2026.10.17", "E031"),
    ("2026年10月17日", "E031"),
    ("26-10-17", "E031"),
    ("2026-10", "E031"),
    ("２０２６-10-17", "E031"),
    ("2026-10-17 9:00", "E031"),
    ("明天", "E031"),
    ("", "E031"),
]
PARTIAL_DATES = [
    ("2015", PartialDate(2015)),
    ("2022-05", PartialDate(2022, 5)),
    ("2022-5", PartialDate(2022, 5)),
    ("2022-05-13", PartialDate(2022, 5, 13)),
]
NO_PARTIAL_DATES = [
    ("2022-13", "E032"),
    ("2022-02-30", "E032"),
    ("0000", "E032"),
    ("2022-00", "E032"),
    ("22", "E033"),
    ("2022年", "E033"),
    ("2022-", "E033"),
    ("约2022", "E033"),
    ("", "E033"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read(text: str, day: date) -> None:
    assert Day.from_text(text) == day


@pytest.mark.parametrize(("text", "code"), NO_DAYS)
def test_what_is_no_day_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        Day.from_text(text)
    assert (refusal.value.code, refusal.value.words) == (code, (("text", text),))


@given(st.dates())
def test_every_day_reads_as_itself(day: date) -> None:
    assert Day.from_text(day.isoformat()) == day


@pytest.mark.parametrize(("text", "known"), PARTIAL_DATES)
def test_a_partial_date_is_never_more_exact_than_its_text(text: str, known: PartialDate) -> None:
    assert PartialDate.from_text(text) == known


@pytest.mark.parametrize(("text", "code"), NO_PARTIAL_DATES)
def test_what_is_no_partial_date_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        PartialDate.from_text(text)
    assert (refusal.value.code, refusal.value.words) == (code, (("text", text),))
