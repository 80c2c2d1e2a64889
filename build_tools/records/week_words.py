"""Reads days of the week: `周一至周五`, `周一、三、五`, `每月第二个周六`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.records.calendar_words import LAST_WORDS, NUMBER, WEEK, weekday
from build_tools.records.cursor import DASH, PAUSE
from build_tools.records.days import LAST, DayTerm, NthWeekday, Weekdays
from build_tools.records.numerals import DIGITS, number

if TYPE_CHECKING:
    from build_tools.records.cursor import Cursor

SIGNS = "(?:[一二三四五六]+(?:(?<=六)日)?|[日天])"
"""周五六日, but not 周一天, which is one day a week."""
RISING = "(?:一?二?三?四?五?六?(?:(?<=六)日)?(?<=[一二三四五六日])|日)"
"""Without 周 only in order: 五一 is a holiday."""
NOT_A_WEEKDAY = f"(?![{DIGITS}日天月个次])"
WEEKDAY_RUN = re.compile(rf"每?个?{WEEK}({SIGNS})(?:{DASH}{WEEK}?([一二三四五六日天]))?{NOT_A_WEEKDAY}")
BARE_RUN = re.compile(rf"(?:每?个?{WEEK}({SIGNS})|({RISING}))(?:{DASH}{WEEK}?([一二三四五六日天]))?{NOT_A_WEEKDAY}")
WEEKDAY_AGAIN = re.compile(f"{WEEK}[一二三四五六日天]")
"""After 每月第二个周六、 nobody can say whether every week is meant, or the second one."""
NTH_PLACE = f"第?(?:{NUMBER})个?"
NTH = re.compile(rf"每个?月的?\s*({NTH_PLACE}(?:[、和，,]\s*{NTH_PLACE})*){WEEK}([一二三四五六日天])")
NTH_LAST = re.compile(rf"每个?月的?\s*{LAST_WORDS}个?{WEEK}([一二三四五六日天])")
PLACE = re.compile(rf"第?({NUMBER})个?")


def weekdays(cursor: Cursor) -> DayTerm | None:
    """周五, 周一至周五, 周一、三、五."""
    found = cursor.take(WEEKDAY_RUN)
    if not found:
        return None
    days = set(run(found[1], found[2], cursor))
    while True:
        before = cursor.at
        more = cursor.take(BARE_RUN) if cursor.take(PAUSE) else None
        if not more:
            cursor.at = before
            return Weekdays(tuple(sorted(days)))
        days |= set(run(more[1] or more[2], more[3], cursor))


def run(first: str, last: str | None, cursor: Cursor) -> list[int]:
    """The weekdays that stand together in `first`, or from `first` to `last`, over the weekend where need be."""
    if last is None:
        return [weekday(sign) for sign in first]
    if len(first) > 1:
        raise cursor.refusal("E037", first)
    begin, end = weekday(first), weekday(last)
    return [(begin + step) % 7 for step in range((end - begin) % 7 + 1)]


def nth_weekday(cursor: Cursor) -> DayTerm | None:
    """每月第二个周六, 每月第一、三个周日, 每月最后一个周五."""
    if found := cursor.take(NTH_LAST):
        return NthWeekday((LAST,), weekday(found[1]))
    found = cursor.take(NTH)
    if not found:
        return None
    places = tuple(counted(place, cursor) for place in PLACE.findall(found[1]))
    if max(places) > 5:
        raise cursor.refusal("E037", found[0])
    return NthWeekday(places, weekday(found[2]))


def counted(text: str, cursor: Cursor) -> int:
    """The number in `text`, from 1 to 60."""
    value = number(text)
    if value is None or not 1 <= value <= 60:
        raise cursor.refusal("E037", text)
    return value
