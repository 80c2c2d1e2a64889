"""Which place a single day has in its week or month: its last, its second Friday, its eighth in the lunar calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.lunar import lunar_day
from build_tools.records.days import LAST

if TYPE_CHECKING:
    from build_tools.records.days import LunarDays


def monday_of(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def is_last(day: date) -> bool:
    """Whether a new month begins after `day`."""
    return (day + timedelta(days=1)).day == 1


def is_nth(day: date, places: tuple[int, ...]) -> bool:
    """Whether `day` is, of its weekday in its month, one of those at `places`."""
    is_last_one = (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 in places or (LAST in places and is_last_one)


def is_lunar(day: date, term: LunarDays) -> bool:
    """Whether `term` names `day`; without a month it names leap months too, with one it does not."""
    lunar = lunar_day(day)
    if lunar is None or lunar.day not in term.days:
        return False
    return term.month is None or (lunar.month, lunar.leap) == (term.month, term.leap)
