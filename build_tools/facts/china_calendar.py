"""China's public holidays: what the State Council has announced, what the law fixes, and what is not known yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from build_tools.lunar import FIRST_YEAR, LAST_YEAR, new_year, qingming, solar_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.records.calendar import HolidayCalendar

WEEKDAYS_NEAR = range(-3, 8)
WEEKENDS_NEAR = range(-10, 15)
"""Days after a statutory day on which, from 2008 to 2026, a block or a make-up workday has fallen."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ChinaCalendar:
    """What is known of holidays in one part of the country."""

    holidays: Mapping[date, str]
    """Day of a block → the block's name."""
    makeups: Mapping[date, int]
    """Make-up workday → the weekday that it replaces, Monday as 0."""
    announced: frozenset[int]
    """Years with a notice."""


def china_calendar(calendars: Iterable[HolidayCalendar], region: str) -> ChinaCalendar:
    """The calendar of the province `region`, from the notices in `calendars`."""
    known = tuple(calendars)
    blocks = [block for one in known for block in one.holidays if not block.regions or region in block.regions]
    return ChinaCalendar(
        holidays={day: block.name for block in blocks for day in days_between(block.days.first, block.days.last)},
        makeups={makeup.day: makeup.replaces for block in blocks for makeup in block.makeups},
        announced=frozenset(int(one.year) for one in known),
    )


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`."""
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


@cache
def statutory_days(year: int) -> Mapping[date, str]:
    """The days off that the law names (全国年节及纪念日放假办法, as amended from 2025) → the festival's name."""
    if not FIRST_YEAR < year <= LAST_YEAR:
        return {}
    spring = new_year(year)
    named = {date(year, 1, 1): "元旦"}
    named |= dict.fromkeys(days_between(spring - timedelta(days=1), spring + timedelta(days=2)), "春节")
    named |= {qingming(year): "清明节", date(year, 5, 1): "劳动节", date(year, 5, 2): "劳动节"}
    named |= dict.fromkeys(days_between(date(year, 10, 1), date(year, 10, 3)), "国庆节")
    for name, month, day in (("端午节", 5, 5), ("中秋节", 8, 15)):
        festival = solar_day(year, month, day)
        if festival:
            named[festival] = f"{named[festival]}、{name}" if festival in named else name
    return named


def undecided_days(calendar: ChinaCalendar, years: Iterable[int]) -> dict[date, tuple[str, ...]]:
    """Days that may yet become holidays or make-up workdays → the names of the holidays they are near."""
    near: dict[date, dict[str, None]] = {}
    fixed: set[date] = set()
    for year in years:
        if year not in calendar.announced:
            fixed |= statutory_days(year).keys()
            for day, name in statutory_days(year).items():
                for other in days_near(day):
                    near.setdefault(other, {})[name] = None
    decided = fixed | calendar.holidays.keys() | calendar.makeups.keys()
    return {day: tuple(names) for day, names in near.items() if day not in decided}


def days_near(day: date) -> Iterator[date]:
    """The days that a notice may rearrange for the sake of the statutory `day`."""
    for distance in WEEKENDS_NEAR:
        other = day + timedelta(days=distance)
        if other.weekday() >= SATURDAY or distance in WEEKDAYS_NEAR:
            yield other


def holidays_in(calendar: ChinaCalendar, years: Iterable[int]) -> dict[date, str]:
    """Every day in `years` that is certainly a holiday, with its name: announced, or statutory in a year without a notice."""
    certain = {
        day: name for year in years if year not in calendar.announced for day, name in statutory_days(year).items()
    }
    return certain | dict(calendar.holidays)
