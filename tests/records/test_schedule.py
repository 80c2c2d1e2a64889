"""The days of an exception are single days, a stretch of days, or from a time of one day to a time of another."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.records.days import Stretch
from build_tools.records.schedule import GivenDays
from tests.records.refusals import refused

THE_7TH, THE_8TH = date(2026, 10, 7), date(2026, 10, 8)
READ = [
    ("2026-10-07", GivenDays((THE_7TH,))),
    ("2026-10-7", GivenDays((THE_7TH,))),
    ("２０２６-１０-０７", GivenDays((THE_7TH,))),
    (" 2026年10月7日 ", GivenDays((THE_7TH,))),
    ("2026-10-07、2026-10-08", GivenDays((THE_7TH, THE_8TH))),
    ("2026-10-07，2026-10-08", GivenDays((THE_7TH, THE_8TH))),
    ("2026-10-07和2026-10-08", GivenDays((THE_7TH, THE_8TH))),
    ("2026-10-07 至 2026-10-08", GivenDays(stretch=Stretch(THE_7TH, THE_8TH))),
    ("2026-10-07至2026-10-08", GivenDays(stretch=Stretch(THE_7TH, THE_8TH))),
    ("2026-10-07 - 2026-10-08", GivenDays(stretch=Stretch(THE_7TH, THE_8TH))),
    ("2026-10-07—2026-10-08", GivenDays(stretch=Stretch(THE_7TH, THE_8TH))),
    ("2026-10-07到2026-10-07", GivenDays(stretch=Stretch(THE_7TH, THE_7TH))),
    ("2026-10-07 起", GivenDays(stretch=Stretch(THE_7TH, None))),
    ("自2026-10-07起", GivenDays(stretch=Stretch(THE_7TH, None))),
    ("2026-10-07 止", GivenDays(stretch=Stretch(None, THE_7TH))),
    ("至 2026-10-07", GivenDays(stretch=Stretch(None, THE_7TH))),
    ("2026-10-07 12:00 至 2026-10-08 12:00", GivenDays((), Stretch(THE_7TH, THE_8TH), 720, 720)),
    ("2026-10-07 12：00—2026-10-08 24:00", GivenDays((), Stretch(THE_7TH, THE_8TH), 720, 1440)),
    ("2026-10-07 12:00至2026-10-07 14:00", GivenDays((), Stretch(THE_7TH, THE_7TH), 720, 840)),
    ("2026-10-07 12:00 起", GivenDays((), Stretch(THE_7TH, None), 720)),
]
REFUSED = [
    ("「」", "E100"),
    ("「昨天」", "E100"),
    ("「国庆节」", "E100"),
    ("「10月7日」", "E100"),
    ("「2026/10/07」", "E100"),
    ("「2026.10.07」", "E100"),
    ("「2026-10-071」", "E100"),
    ("2026-10-07、「08」", "E100"),
    ("2026-10-07「、」", "E100"),
    ("2026-10-07 「装修」", "E100"),
    ("2026-10-07、2026-10-08「至2026-10-09」", "E100"),
    ("「2026-10-07 12:00」", "E100"),
    ("「2026-10-07 12:00-14:00」", "E100"),
    ("「2026-10-07 12:00 至 2026-10-08」", "E100"),
    (" 「2026-02-30」", "E032"),
    ("「2026-02-30」 至 2026-03-01", "E032"),
    ("2026-02-20 至 「2026-02-30」", "E032"),
    ("2026-10-07、「2026-13-01」", "E032"),
    ("2026年10月7日至「10月8日」", "E031"),
    ("「2026-10-08 至 2026-10-07」", "E082"),
    ("「2026-10-08 12:00 至 2026-10-07 12:00」", "E082"),
    ("「2026-10-07 12:00 至 2026-10-07 12:00」", "E082"),
    ("2026-10-07 「24:30」 至 2026-10-08 12:00", "E036"),
    ("2026-10-07 12:00 至 2026-10-08 「25：00」", "E036"),
]


@pytest.mark.parametrize(("text", "given"), READ)
def test_given_days_are_read(text: str, given: GivenDays) -> None:
    assert GivenDays.from_text(text) == given


@pytest.mark.parametrize(("marked", "code"), REFUSED)
def test_what_gives_no_days_is_refused_where_it_stands(marked: str, code: str) -> None:
    assert refused(GivenDays.from_text, marked) == code


@pytest.mark.parametrize(("text", "given"), READ)
def test_only_days_with_a_clock_time_are_by_the_clock(text: str, given: GivenDays) -> None:
    assert given.is_by_the_clock is ("00" in text)


@pytest.mark.parametrize("text", ["2026-10-08 至 2026-10-07", "2026-10-08 12:30 至 2026-10-07 9:05"])
def test_the_cure_for_exchanged_days_can_be_followed(text: str) -> None:
    last, first = text.split(" 至 ")
    assert GivenDays.from_text(f"{first} 至 {last}").stretch == Stretch(THE_7TH, THE_8TH)
    assert refused(GivenDays.from_text, f"「{text}」") == "E082"
