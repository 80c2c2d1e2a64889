"""What must hold within a year's holidays; `rules.py` lists these functions among the others."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from build_tools.reading.written import Written, each
from build_tools.records.calendar import Holiday, HolidayCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem

SATURDAY = 5


def a_makeup_day_takes_a_weekend(written: Sequence[Written]) -> Iterator[Problem]:
    """Make-up workdays are Saturdays and Sundays that no holiday of the same people covers."""
    for one, position, holiday in blocks(written):
        rested = [other.days for other in one.record.holidays if share_people(holiday, other)]
        for makeup in holiday.makeups:
            if makeup.day.weekday() < SATURDAY or any(makeup.day in days for days in rested):
                yield one.problem("E084", "holidays", position, day=makeup.day, name=holiday.name)


def holidays_lie_in_their_year(written: Sequence[Written]) -> Iterator[Problem]:
    """A year's file is about that year, except for days around New Year that belong to its holidays."""
    years = {calendar.year for _, calendar in each(written, HolidayCalendar)}
    for one, calendar in each(written, HolidayCalendar):
        year = int(calendar.year)
        outside = [(at, days) for at, block in enumerate(calendar.holidays) if (days := days_outside(block, year))]
        other = year_meant(calendar, [day for _, days in outside for day in days]) if len(outside) > 1 else None
        if other:
            position, days = outside[0]
            name = {"taken" if str(other) in years else "near": f"{other}.yml"}
            yield one.problem("E085", "holidays", position, "days", day=days[0], year=year, **name)
            continue
        for position, days in outside:
            yield one.problem("E085", "holidays", position, day=days[0], year=year)


def days_outside(holiday: Holiday, year: int) -> list[date]:
    """The days named in `holiday` that a file about `year` should not have."""
    first, last = date(year - 1, 12, 25), date(year + 1, 1, 10)
    named = (holiday.days.first, holiday.days.last, *(makeup.day for makeup in holiday.makeups))
    return [day for day in named if not first <= day <= last]


def year_meant(calendar: HolidayCalendar, outside: Sequence[date]) -> int | None:
    """The year, one of some days `outside` of its own, that all of `calendar` is about; None if there is none."""
    years = (year for year in dict.fromkeys(day.year for day in outside) if date.min.year < year < date.max.year)
    return next((year for year in years if not any(days_outside(block, year) for block in calendar.holidays)), None)


def holidays_do_not_overlap(written: Sequence[Written]) -> Iterator[Problem]:
    """A day belongs to one holiday; two regions may each have their own."""
    for one, calendar in each(written, HolidayCalendar):
        for (_, earlier), (position, later) in combinations(enumerate(calendar.holidays), 2):
            first, last = max(earlier.days.first, later.days.first), min(earlier.days.last, later.days.last)
            if first <= last and share_people(earlier, later):
                yield one.problem("E086", "holidays", position, name=later.name, other=earlier.name, day=first)


def blocks(written: Sequence[Written]) -> Iterator[tuple[Written, int, Holiday]]:
    """Every holiday, with its calendar and its position there."""
    for one, calendar in each(written, HolidayCalendar):
        for position, holiday in enumerate(calendar.holidays):
            yield one, position, holiday


def share_people(one: Holiday, other: Holiday) -> bool:
    """Whether some region has both; what names no region holds in all of China."""
    return not one.regions or not other.regions or not set(one.regions).isdisjoint(other.regions)
