"""The holidays in `content/` and in the sample are those of two packages and of the notices, day by day."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import chinese_calendar  # type: ignore[import-untyped]
import pytest
from holidays import country_holidays

from build_tools.reading.bulletin import read_bulletin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.calendar import Holiday, HolidayCalendar

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "calendar"
YEARS = (2025, 2026)
LAST_DECIDED = date(2026, 12, 20)
"""What follows depends on the notice for 2027."""
SUBSTITUTED = re.compile(r"由 (\d{4}-\d\d-\d\d) 调休")
SATURDAY = 5


def calendars(folder: str) -> tuple[HolidayCalendar, ...]:
    """The calendars in `folder`."""
    bulletin, problems = read_bulletin(ROOT / folder)
    assert bulletin, problems
    return bulletin.calendars


@pytest.fixture(scope="module")
def ours() -> dict[int, HolidayCalendar]:
    """Year → its calendar."""
    return {int(one.year): one for one in calendars("content")}


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`."""
    return (first + timedelta(days=passed) for passed in range((last - first).days + 1))


def is_worked(day: date, holidays: list[Holiday]) -> bool:
    """Whether people work on `day`."""
    if any(day in holiday.days for holiday in holidays):
        return False
    return day.weekday() < SATURDAY or any(day == makeup.day for one in holidays for makeup in one.makeups)


def test_the_sample_has_the_same_holidays(ours: dict[int, HolidayCalendar]) -> None:
    assert calendars("tests/sample_content") == tuple(ours.values())
    assert tuple(ours) == YEARS


def test_two_packages_work_on_the_same_days(ours: dict[int, HolidayCalendar]) -> None:
    holidays = [holiday for calendar in ours.values() for holiday in calendar.holidays]
    theirs = country_holidays("CN", years=YEARS)
    for day in days_from(date(2025, 1, 1), LAST_DECIDED):
        verdicts = (is_worked(day, holidays), chinese_calendar.is_workday(day), theirs.is_working_day(day))
        assert len(set(verdicts)) == 1, (day, verdicts)


@pytest.mark.parametrize("year", YEARS)
def test_a_makeup_day_replaces_the_weekday_that_was_given_for_it(ours: dict[int, HolidayCalendar], year: int) -> None:
    named = country_holidays("CN", years=year, language="zh_CN")
    given = {found[1]: day.weekday() for day, name in named.items() if (found := SUBSTITUTED.search(name))}
    written = {str(makeup.day): makeup.replaces for one in ours[year].holidays for makeup in one.makeups}
    assert written == given


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.skipif(
    not SHARED.exists(), reason="the shared folder with the notices' days is not beside this repository"
)
def test_every_day_has_the_name_and_the_notice_that_the_shared_file_has(
    ours: dict[int, HolidayCalendar], year: int
) -> None:
    shared = json.loads((SHARED / f"holiday-cn-{year}.json").read_text(encoding="utf-8"))
    off = {
        (one.name, str(day), True) for one in ours[year].holidays for day in days_from(one.days.first, one.days.last)
    }
    worked = {(one.name, str(makeup.day), False) for one in ours[year].holidays for makeup in one.makeups}
    assert off | worked == {(day["name"], day["date"], day["isOffDay"]) for day in shared["days"]}
    assert [ours[year].source.address] == shared["papers"]
