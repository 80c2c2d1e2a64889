"""Reads the dates and seasons of the solar calendar: `2026-10-17`, `10月17日`, `11月1日至次年3月15日`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from build_tools.records.cursor import DASH
from build_tools.records.days import Period, Season, Stretch, Vacation
from build_tools.records.numerals import DIGITS

if TYPE_CHECKING:
    from build_tools.records.cursor import Cursor

WEEK = "(?:周|星期|礼拜)"
NUMBER = f"[{DIGITS}两]+|[0-9]{{1,3}}"
LAST_WORDS = "(?:最后|倒数第)[一1]?"
FULL = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})(?!\d)|年(\d{1,2})月(\d{1,2})[日号])", re.ASCII)
DAY_OF_YEAR = re.compile(r"(?:每年)?(\d{1,2})月(\d{1,2})[日号]", re.ASCII)
MONTHS = re.compile(rf"(?:每年)?(\d{{1,2}})月(?:{DASH}(?:次年)?(\d{{1,2}})月)?(?!\d{{1,2}}[日号])", re.ASCII)
TO = re.compile(rf"{DASH}(?:次年)?(?=\s*\d)")
TO_DAY = re.compile(rf"{DASH}(?:次年)?(\d{{1,2}})[日号]", re.ASCII)
SINCE = re.compile("自|从")
ONWARD = re.compile("起|开始")
UNTIL = re.compile("止|为止|前?结束")
UP_TO = re.compile("至|到|截至")
VACATION = re.compile("寒假(?!暑)|暑假")
LEAP_YEAR = 2024
"""Knows the 29th of February, so every day that some year has."""


def weekday(sign: str) -> int:
    """Monday as 0."""
    return "一二三四五六日".index(sign.replace("天", "日"))


def full_date(cursor: Cursor) -> date | None:
    """The date with its year that stands here."""
    found = cursor.take(FULL)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:
        raise cursor.refusal("E032", found[0].strip()) from None


def day_of_year(cursor: Cursor) -> tuple[int, int] | None:
    """Month and day of the date without a year that stands here."""
    found = cursor.take(DAY_OF_YEAR)
    if not found:
        return None
    return checked(int(found[1]), int(found[2]), found[0].strip(), cursor)


def checked(month: int, day: int, text: str, cursor: Cursor) -> tuple[int, int]:
    """`month` and `day`, if some year has them."""
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        raise cursor.refusal("E091", text) from None
    return month, day


def period(cursor: Cursor) -> Period | None:
    """The season, vacation or stretch of dates at the start of a rule."""
    if found := cursor.take(VACATION):
        return Vacation.WINTER if found[0] == "寒假" else Vacation.SUMMER
    return stretch(cursor) or season(cursor) or months(cursor)


def stretch(cursor: Cursor) -> Stretch | None:
    """2026-05-01至2026-10-07, 2026-10-08起, 2026-12-31止; nothing for a date that stands alone or begins a cycle."""
    before = cursor.at
    if cursor.take(UP_TO):
        last = full_date(cursor)
        if last:
            cursor.take(UNTIL)
            return Stretch(None, last)
        cursor.at = before
    cursor.take(SINCE)
    first = full_date(cursor)
    if first and cursor.take(ONWARD):
        return Stretch(first, None)
    if first and cursor.take(UNTIL):
        return Stretch(None, first)
    if first and cursor.take(TO):
        last = full_date(cursor)
        if last is None:
            raise cursor.refusal("E031")
        cursor.take(UNTIL)
        if last < first:
            raise cursor.refusal("E082", cursor.text[before : cursor.at].strip(), first=first, last=last)
        return Stretch(first, last)
    cursor.at = before
    return None


def season(cursor: Cursor) -> Season | None:
    """5月1日至9月30日, 11月1日至次年3月15日, 10月1日至7日; nothing for a day that stands alone."""
    before = cursor.at
    first = day_of_year(cursor)
    if first and (found := cursor.take(TO_DAY)):
        text = cursor.text[before : cursor.at].strip()
        same_month = checked(first[0], int(found[1]), text, cursor)
        if same_month < first:
            raise cursor.refusal("E082", text, first=day_words(first), last=day_words(same_month))
        return Season(first, same_month)
    if first and cursor.take(TO):
        last = day_of_year(cursor)
        if last is None:
            raise cursor.refusal("E037")
        return Season(first, last)
    cursor.at = before
    return None


def day_words(day: tuple[int, int]) -> str:
    """The month and day in `day` as staff write them."""
    return f"{day[0]}月{day[1]}日"


def months(cursor: Cursor) -> Season | None:
    """5月至9月, 7月."""
    before = cursor.at
    found = cursor.take(MONTHS)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        cursor.at = before
        raise cursor.refusal("E091", found[0].strip())
    return Season((first, 1), (last, monthrange(LEAP_YEAR, last)[1]))
