"""Opening hours and service times as staff write them: one rule a line, `工作日 9:00-12:00、14:00-17:30`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from build_tools.problems import Unreadable
from build_tools.records.calendar_words import period
from build_tools.records.cursor import DASH, Cursor
from build_tools.records.day_words import cycle, day_terms
from build_tools.records.days import Beside, DayGroup, DayTerm, Holiday, LunarDays, NewYearsEve, Period, Stretch, Toward
from build_tools.records.key import Choice
from build_tools.records.opening import Opening

BLANKS = " \u3000，,:"
COMMA = re.compile(r"[，,:]\s*")
MORE_DAYS = re.compile(rf"[、；;和及](?=.)|{DASH}")
NEEDS_NO_DAY = re.compile("24小时|全天|[仅只需须凭]?(?:接待|提前)?预约")
EVERY_DAY: tuple[DayTerm, ...] = (DayGroup.EVERY_DAY,)


@dataclass(frozen=True, slots=True)
class DayRule:
    """On which days, in which part of the year, what."""

    days: tuple[DayTerm, ...]
    opening: Opening
    period: Period | None = None
    text: str = field(default="", compare=False)
    """As it was written."""
    named: str = field(default="", compare=False)
    """The part of it that names the days, and the period unless that only has a beginning."""


@dataclass(frozen=True, slots=True)
class HoursRule(DayRule):
    """One line of opening hours or service times."""

    @classmethod
    @lru_cache(maxsize=10_000)  # thousands of stations share a few dozen rules
    def from_text(cls, text: str) -> Self:
        """The rule in `每周五下午`, `周一至周五 9:00-12:00、14:00-17:30`, `5月至9月 每天 8:00-20:00`; or `Unreadable`."""
        cursor = Cursor(text)
        when = period(cursor)
        cursor.take(COMMA)
        begun = cursor.at
        days, when = days_here(cursor, when)
        nothing_named = not days and when is None
        if not is_all_named(cursor) or (nothing_named and not NEEDS_NO_DAY.match(cursor.rest)):
            raise cursor.refusal("E037")
        cursor.take(COMMA)
        named = cursor.text[begun if is_open_ended(when) else 0 : cursor.at].strip(BLANKS)
        return cls(days or EVERY_DAY, Opening.here(cursor), when, text.strip(), named)


def is_open_ended(when: Period | None) -> bool:
    """Whether `when` has a beginning and no end."""
    return isinstance(when, Stretch) and when.last is None


def days_here(cursor: Cursor, when: Period | None) -> tuple[tuple[DayTerm, ...], Period | None]:
    """The days named here, and the period that is left when its beginning was a cycle's anchor."""
    if isinstance(when, Stretch) and when.first:
        turning = cycle(when.first, cursor)
        if turning:
            return (turning,), (when if when.last else None)
    return day_terms(cursor), when


@dataclass(frozen=True, slots=True)
class HolidayRule(DayRule):
    """What happens on public holidays: `休息`, `照常`, `10:00-16:00`, or of one holiday `国庆节 休息`."""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The rule in `text`, or `Unreadable`."""
        cursor = Cursor(text)
        days = day_terms(cursor)
        named = cursor.text[: cursor.at].strip(BLANKS)
        if not all(map(is_holiday, days)):
            raise cursor.refusal("E090", named)
        if not is_all_named(cursor):
            raise cursor.refusal("E090")
        cursor.take(COMMA)
        before = cursor.at
        try:
            opening = Opening.here(cursor)
        except Unreadable as refusal:
            is_day = not days and (refusal.code, refusal.at) == ("E094", before)
            raise Unreadable("E090" if is_day else refusal.code, refusal.at, **dict(refusal.words)) from None
        if not opening.is_said:
            raise cursor.refusal("E094", cursor.text.strip())
        return cls(days or (DayGroup.HOLIDAY,), opening, None, text.strip(), named)


def is_all_named(cursor: Cursor) -> bool:
    """Whether no further days stand here, after a pause or a dash; the cursor then stands before them."""
    more = MORE_DAYS.match(cursor.text, cursor.at)
    if more and more[0] in "、；;和及":
        cursor.take(MORE_DAYS)
    return more is None


def is_holiday(term: DayTerm) -> bool:
    """Whether `term` names holidays, or days by them."""
    if isinstance(term, Beside | Toward):
        return is_holiday(term.of)
    is_new_year = isinstance(term, NewYearsEve) or (isinstance(term, LunarDays) and term.month == 1)
    return is_new_year or isinstance(term, Holiday) or term in (DayGroup.HOLIDAY, DayGroup.STATUTORY)


class Makeup(Choice):
    """What a make-up workday is, on which people work although it is a Saturday or Sunday."""

    AS_WORKDAY = ("as a workday", "按工作日")
    AS_REPLACED = ("as the weekday it replaces", "按所补星期")
    CLOSED = ("closed", "休息")
    USUAL = ("as usual", "照常")
    """Only the weekday counts."""
