"""The lunar calendar, every day of it, against the one that tyme4py computes from the moon and the sun."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tyme4py.lunar import LunarYear  # type: ignore[import-untyped]
from tyme4py.solar import SolarTerm  # type: ignore[import-untyped]

from build_tools.lunar import (
    EVER_LEAP,
    FIRST_YEAR,
    LAST_YEAR,
    LunarDay,
    leap_month,
    lunar_day,
    months_of,
    new_year,
    qingming,
    solar_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).parent.parent.parent / "shared" / "hours" / "lunar_table.json"
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
FIRST_DAY, LAST_DAY = date(1901, 2, 19), date(2100, 2, 8)
ONE_DAY = timedelta(days=1)
UNDECIDED = {date(2057, 9, 28) + timedelta(days=passed) for passed in range(30)}
"""Ours is the ninth month. The new moon before it is so near to midnight that its day cannot be told yet: tyme4py has it
24 seconds into 29 September; the Hong Kong Observatory, with a caveat, on the 28th, and so has our table.
https://www.hko.gov.hk/en/gts/time/conversion.htm"""


def computed_days(year: int) -> Iterator[tuple[date, LunarDay]]:
    """Every day of the lunar `year` with its name, by tyme4py; month by month, which is much faster than day by day."""
    for month in LunarYear.from_year(year).get_months():
        first = plain(month.get_first_julian_day().get_solar_day())
        for number in range(1, month.get_day_count() + 1):
            named = LunarDay(year, abs(month.get_month_with_leap()), number, month.is_leap())
            yield first + timedelta(days=number - 1), named


def plain(day: object) -> date:
    """The date that a day of tyme4py is."""
    return date(day.get_year(), day.get_month(), day.get_day())  # type: ignore[attr-defined]


def all_days() -> Iterator[date]:
    """Every day of the table."""
    return (FIRST_DAY + timedelta(days=passed) for passed in range((LAST_DAY - FIRST_DAY).days + 1))


def test_every_day_has_the_name_that_is_computed_for_it() -> None:
    computed = dict(pair for year in YEARS for pair in computed_days(year))
    assert list(computed) == list(all_days())
    assert {day for day, named in computed.items() if lunar_day(day) != named} == UNDECIDED


def test_every_day_is_found_by_its_name() -> None:
    for day in all_days():
        named = lunar_day(day)
        assert named
        assert solar_day(named.year, named.month, named.day, leap=named.leap) == day


def test_qingming_is_where_the_sun_puts_it() -> None:
    computed = {year: plain(SolarTerm.from_name(year, "清明").get_julian_day().get_solar_day()) for year in YEARS}
    assert {year: qingming(year) for year in YEARS} == computed


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder with lunar_table.json is not beside this repository")
def test_the_table_is_the_shared_one() -> None:
    ours = {
        str(year): {
            "new_year": new_year(year).isoformat(),
            "leap": leap_month(year),
            "months": [month.length for month in months_of(year)],
        }
        for year in YEARS
    }
    assert ours == json.loads(SHARED.read_text(encoding="utf-8"))["years"]


NEW_YEARS = [
    (2000, "2000-02-05", 29),
    (2024, "2024-02-10", 30),
    (2025, "2025-01-29", 29),
    (2026, "2026-02-17", 29),
    (2027, "2027-02-06", 29),  # 02-07 in some browsers' Intl
    (2029, "2029-02-13", 29),
    (2030, "2030-02-03", 30),
]
"""春节, and the last day of the twelfth month before it: 除夕."""


@pytest.mark.parametrize(("year", "first", "last"), NEW_YEARS)
def test_the_eve_is_the_day_before_whatever_its_number(year: int, first: str, last: int) -> None:
    assert new_year(year) == date.fromisoformat(first)
    assert lunar_day(new_year(year) - ONE_DAY) == LunarDay(year - 1, 12, last)


@pytest.mark.parametrize("day", [FIRST_DAY - ONE_DAY, LAST_DAY + ONE_DAY, date.min, date(1900, 12, 31), date.max])
def test_days_outside_the_table_have_no_name(day: date) -> None:
    assert lunar_day(day) is None


NOT_THERE = [
    ("a leap month that the year has not", LunarDay(2026, 6, 1, leap=True)),
    ("another leap month than the year has", LunarDay(2025, 5, 1, leap=True)),
    ("the thirtieth of a short month", LunarDay(2025, 12, 30)),
    ("a thirty-first", LunarDay(2026, 1, 31)),
    ("a day before the first", LunarDay(2026, 1, 0)),
    ("a thirteenth month", LunarDay(2026, 13, 1)),
    ("a year before the table", LunarDay(1900, 1, 1)),
    ("a year after the table", LunarDay(2100, 1, 1)),
]


@pytest.mark.parametrize(("what", "named"), NOT_THERE, ids=[what for what, _ in NOT_THERE])
def test_what_the_calendar_has_not_is_no_day(what: str, named: LunarDay) -> None:
    assert solar_day(named.year, named.month, named.day, leap=named.leap) is None, what


def test_leap_months() -> None:
    assert (leap_month(2025), leap_month(2026), leap_month(2033)) == (6, 0, 11)
    assert frozenset(range(2, 12)) == EVER_LEAP
