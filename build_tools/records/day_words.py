"""Reads which days a rule is for: `周一至周五`, `每月第二个周六`, `农历九月初九前一天`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.records.calendar_words import LAST_WORDS, NUMBER, WEEK, day_of_year, full_date, weekday
from build_tools.records.cursor import DASH, PAUSE
from build_tools.records.days import (
    LAST,
    Beside,
    Cycle,
    Dates,
    DayGroup,
    DayTerm,
    Holiday,
    MonthDays,
    NthWeekday,
    Shift,
    Toward,
    Weekdays,
    YearlyDay,
)
from build_tools.records.lunar_words import FESTIVALS, lunar_days
from build_tools.records.week_words import WEEKDAY_AGAIN, WEEKDAY_RUN, counted, nth_weekday, weekdays

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from build_tools.records.cursor import Cursor

SPELLINGS = {
    "每天": DayGroup.EVERY_DAY,
    "每日": DayGroup.EVERY_DAY,
    "天天": DayGroup.EVERY_DAY,
    "每晚": DayGroup.EVERY_DAY,
    "工作日": DayGroup.WORKDAY,
    "休息日": DayGroup.REST_DAY,
    "上学日": DayGroup.SCHOOL_DAY,
    "寒暑假": DayGroup.VACATION,
    "法定节日": DayGroup.STATUTORY,
    "法定节假日": DayGroup.HOLIDAY,
    "节假日": DayGroup.HOLIDAY,
    "调休上班日": DayGroup.MAKEUP,
}
GROUP = re.compile("|".join(sorted(SPELLINGS, key=len, reverse=True)))
WEEKEND = re.compile("每?个?周末")
HOLIDAYS = {
    "元旦": "元旦",
    "春节": "春节",
    "清明节": "清明节",
    "清明": "清明节",
    "劳动节": "劳动节",
    "五一": "劳动节",
    "端午节": "端午节",
    "端午": "端午节",
    "中秋节": "中秋节",
    "中秋": "中秋节",
    "国庆节": "国庆节",
    "国庆": "国庆节",
}
HOLIDAY = re.compile("|".join(sorted(HOLIDAYS, key=len, reverse=True)) + "|广西三月三|三月三")
EVE = re.compile("节前一天|放假前一天")
FESTIVAL = re.compile("|".join(FESTIVALS))
DAY_NUMBER = r"(\d{1,2})(?:[日号]|(?![\d:]))"
MONTH_DAY = re.compile(rf"{DAY_NUMBER}(?:{DASH}{DAY_NUMBER})?", re.ASCII)
MONTH_DAYS = re.compile(
    rf"每个?月的?\s*({MONTH_DAY.pattern}(?:\s*[、和，,]\s*{MONTH_DAY.pattern})*)(?<=[日号])", re.ASCII
)
MONTH_END = re.compile(rf"每个?月的?\s*{LAST_WORDS}[一1]?天|每月底")
SHIFTED = re.compile(
    r"[，,]?\s*\(?[逢遇]到?(?:休息日|节假日|周末|放假)(顺延|推迟|提前)(?:[到至]?(?:[下上前后]一个)?工作日)?\)?"
)
CYCLE = re.compile(rf"(?:起|开始)?\s*[，,]?\s*每({NUMBER})个?(周|星期|天|日)(?:的)?")
NO_ANCHOR = re.compile(rf"\(?(?:每?逢|每)?(?:单周|双周|隔周)\)?|每隔?(?:{NUMBER})个?(?:周|星期|天)")
OFFSET = re.compile(rf"(?:的)?([前后])(?:({NUMBER})天|的?第({NUMBER})天)")
TOWARD = re.compile(rf"[，,]?\s*([前后])移到{WEEK}([一二三四五六日天])")
ON_THE_DAY = re.compile("当天|当日")


def day_terms(cursor: Cursor) -> tuple[DayTerm, ...]:
    """All the days named from here, in order; empty when none are."""
    terms: list[DayTerm] = []
    while True:
        before = cursor.at
        if terms and not cursor.take(PAUSE):
            break
        if terms and isinstance(terms[-1], NthWeekday) and WEEKDAY_AGAIN.match(cursor.text, cursor.at):
            raise cursor.refusal("E037")
        term = day_term(cursor)
        if term is None:
            cursor.at = before
            break
        terms.append(term)
    if vague := NO_ANCHOR.match(cursor.text, cursor.at):
        raise cursor.refusal("E093", vague[0])
    return tuple(terms)


def day_term(cursor: Cursor) -> DayTerm | None:
    """One way of naming days, with what moves them; None when there is none here."""
    if missing := NO_ANCHOR.match(cursor.text, cursor.at):
        raise cursor.refusal("E093", missing[0])
    for reader in READERS:
        term = reader(cursor)
        if term is not None:
            return moved(term, cursor)
    return None


def moved(term: DayTerm, cursor: Cursor) -> DayTerm:
    """`term`, or the days beside it that are meant: 前一天, 前移到周五; a day that gives way to rest moves only once."""
    if isinstance(term, MonthDays) and term.shift:
        return term
    if found := cursor.take(OFFSET):
        days = counted(found[2] or found[3], cursor)
        term = Beside(term, -days if found[1] == "前" else days)
    if found := cursor.take(TOWARD):
        return Toward(term, weekday(found[2]), Shift.PREVIOUS if found[1] == "前" else Shift.NEXT)
    return term


def group(cursor: Cursor) -> DayTerm | None:
    """每天, 工作日, 节假日 …; 周末 is Saturday and Sunday."""
    if cursor.take(WEEKEND):
        return Weekdays((5, 6))
    if cursor.take(EVE):
        return Beside(DayGroup.HOLIDAY, -1)
    found = cursor.take(GROUP)
    return SPELLINGS[found[0]] if found else None


def holiday(cursor: Cursor) -> DayTerm | None:
    """国庆节, or 国庆节当天 for the statutory days."""
    found = cursor.take(HOLIDAY)
    if not found:
        return None
    statutory = cursor.take(ON_THE_DAY) is not None
    return Holiday(HOLIDAYS.get(found[0], found[0]), statutory)


def festival(cursor: Cursor) -> DayTerm | None:
    """重阳节 and the like: festivals that are no holidays."""
    found = cursor.take(FESTIVAL)
    if found:
        cursor.take(ON_THE_DAY)
    return FESTIVALS[found[0]] if found else None


def month_days(cursor: Cursor) -> DayTerm | None:
    """每月1日、15日, 每月1日至5日, 每月最后一天; with 遇休息日顺延 where a working day is meant."""
    days: list[int] = []
    if cursor.take(MONTH_END):
        days.append(LAST)
    elif found := cursor.take(MONTH_DAYS):
        for part in MONTH_DAY.finditer(found[1]):
            first, last = int(part[1]), int(part[2] or part[1])
            if not (1 <= first <= 31 and 1 <= last <= 31):
                raise cursor.refusal("E091", part[0])
            if last < first:
                raise cursor.refusal("E082", part[0], first=f"{first}日", last=f"{last}日")
            days += range(first, last + 1)
    else:
        return None
    shifted = cursor.take(SHIFTED)
    shift = None if not shifted else Shift.PREVIOUS if shifted[1] == "提前" else Shift.NEXT
    return MonthDays(tuple(days), shift)


def dates(cursor: Cursor) -> DayTerm | None:
    """2026-10-17、2026-10-24; or a day of every year, 10月17日."""
    day = full_date(cursor)
    if day is None:
        found = day_of_year(cursor)
        return YearlyDay(*found) if found else None
    days: list[date] = [day]
    while True:
        before = cursor.at
        more = full_date(cursor) if cursor.take(PAUSE) else None
        if more is None:
            cursor.at = before
            return Dates(tuple(days))
        days.append(more)


def cycle(anchor: date, cursor: Cursor) -> DayTerm | None:
    """每3周周二 or 每2天, after the date it counts from."""
    found = cursor.take(CYCLE)
    if not found:
        return None
    every = counted(found[1], cursor)
    if found[2] in ("天", "日"):
        return Cycle(anchor, every, ())
    named = weekdays(cursor) if WEEKDAY_RUN.match(cursor.text, cursor.at) else weekday_after_week(cursor)
    days = named.days if isinstance(named, Weekdays) else (anchor.weekday(),)
    return Cycle(anchor, every, days)


def weekday_after_week(cursor: Cursor) -> DayTerm | None:
    """The 二 of 每3周二, which stands for 周二."""
    found = cursor.take(re.compile(r"([一二三四五六日天])(?![月个])"))
    return Weekdays((weekday(found[1]),)) if found else None


READERS: tuple[Callable[[Cursor], DayTerm | None], ...] = (
    group,
    lunar_days,
    festival,
    holiday,
    nth_weekday,
    month_days,
    weekdays,
    dates,
)
