"""Reads days of the lunar calendar: `农历九月初九`, `农历初一、十五`, 除夕, and festivals by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.lunar import EVER_LEAP
from build_tools.records.cursor import DASH, PAUSE
from build_tools.records.days import DayTerm, LunarDays, NewYearsEve
from build_tools.records.numerals import LUNAR_DAYS, LUNAR_MONTHS

if TYPE_CHECKING:
    from build_tools.records.cursor import Cursor

LUNAR = re.compile("农历|阴历")
EVERY_MONTH = re.compile("每个?月的?")
MONTH = re.compile(r"(闰?)([^\s闰月日、至到]{1,3})月(?:份)?")
SIGNS = "初一二三四五六七八九十廿卅"
DAY = re.compile(f"[{SIGNS}]+")
DAY_RANGE = re.compile(rf"{DASH}([{SIGNS}]+)")
EVE = re.compile("除夕")
FESTIVALS: dict[str, DayTerm] = {
    "元宵节": LunarDays((15,), 1),
    "龙抬头": LunarDays((2,), 2),
    "七夕": LunarDays((7,), 7),
    "重阳节": LunarDays((9,), 9),
    "腊八节": LunarDays((8,), 12),
}
"""Festivals that are no public holidays; the first day of each is fixed everywhere, unlike 小年."""


def lunar_days(cursor: Cursor) -> DayTerm | None:
    """The lunar days that stand here."""
    if cursor.take(EVE):
        return NewYearsEve()
    if not cursor.take(LUNAR):
        return None
    if cursor.take(EVE):
        return NewYearsEve()
    if cursor.take(EVERY_MONTH) or (DAY.match(cursor.text, cursor.at) and not MONTH.match(cursor.text, cursor.at)):
        return LunarDays(days_of_month(cursor))
    month, leap = month_here(cursor)
    days = days_of_month(cursor) if DAY.match(cursor.text, cursor.at) else tuple(range(1, 31))
    return LunarDays(days, month, leap)


def month_here(cursor: Cursor) -> tuple[int, bool]:
    """The month that stands here, and whether it is a leap month."""
    found = cursor.take(MONTH)
    if not found:
        raise cursor.refusal("E092")
    month, leap = LUNAR_MONTHS.get(found[2]), bool(found[1])
    if month is None or (leap and month not in EVER_LEAP):
        raise cursor.refusal("E092", found[0].strip())
    return month, leap


def days_of_month(cursor: Cursor) -> tuple[int, ...]:
    """初一、十五, 初一至初三."""
    days = list(day_or_days(cursor))
    while True:
        before = cursor.at
        if not (cursor.take(PAUSE) and DAY.match(cursor.text, cursor.at)) or MONTH.match(cursor.text, cursor.at):
            cursor.at = before
            return tuple(days)
        days += day_or_days(cursor)


def day_or_days(cursor: Cursor) -> range:
    """One day, or those from one to another."""
    first = day_here(cursor)
    found = cursor.take(DAY_RANGE)
    last = LUNAR_DAYS.get(found[1]) if found else first
    if found and (last is None or last < first):
        raise cursor.refusal("E092", found[1])
    return range(first, (last or first) + 1)


def day_here(cursor: Cursor) -> int:
    """The day of a lunar month that stands here."""
    found = cursor.take(DAY)
    day = LUNAR_DAYS.get(found[0].strip()) if found else None
    if day is None:
        raise cursor.refusal("E092", found[0].strip() if found else "")
    return day
