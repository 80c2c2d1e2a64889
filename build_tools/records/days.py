"""Which days a rule is for: each way of naming days is one small value. `day_words.py` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from build_tools.records.key import Choice

LAST = -1
"""Counted from the end: the last Sunday, the last day of a month."""


class DayGroup(Choice):
    """Days that are named together."""

    EVERY_DAY = ("every day", "每天")
    WORKDAY = ("workdays", "工作日")
    """Monday to Friday; holidays and make-up workdays have choices of their own."""
    REST_DAY = ("rest days", "休息日")
    """Saturday and Sunday, likewise."""
    SCHOOL_DAY = ("school days", "上学日")
    VACATION = ("school vacations", "寒暑假")
    HOLIDAY = ("public holidays", "节假日")
    """Every day of the State Council's holiday blocks."""
    STATUTORY = ("statutory holidays", "法定节日")
    """The days that the law names, without the weekends that a block adds."""
    MAKEUP = ("make-up workdays", "调休上班日")


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week, Monday as 0, in order."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """每月第二个周六, 每月最后一个周日."""

    places: tuple[int, ...]
    """Counted from 1, or `LAST`."""
    weekday: int


class Shift(Enum):
    """Where a day goes that is not a working day."""

    NEXT = 1
    PREVIOUS = -1


@dataclass(frozen=True, slots=True)
class MonthDays:
    """每月1日、15日; those that a month lacks are skipped."""

    days: tuple[int, ...]
    """From 1 to 31, or `LAST`."""
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """10月17日 of every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """Every `every` weeks, or days, counted from the week or day of `anchor`, and not before it."""

    anchor: date
    every: int
    weekdays: tuple[int, ...]
    """Empty for a cycle of days."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """国庆节: the days of that block; with `statutory` only those that the law names (国庆节当天)."""

    name: str
    statutory: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """Particular days."""

    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class LunarDays:
    """农历九月初九, 农历初一、十五: days of one lunar month, or without `month` of every one, leap months too."""

    days: tuple[int, ...]
    month: int | None = None
    leap: bool = False


@dataclass(frozen=True, slots=True)
class NewYearsEve:
    """除夕: the day before 正月初一, whether the twelfth month has 29 days or 30."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Some days before (`by` < 0) or after the days of `of`; of a holiday, before its first or after its last."""

    of: DayTerm
    by: int


@dataclass(frozen=True, slots=True)
class Toward:
    """The days of `of`, each moved to the nearest `weekday` before or after unless it is one: 前移到周五."""

    of: DayTerm
    weekday: int
    direction: Shift


DayTerm = (
    DayGroup
    | Weekdays
    | NthWeekday
    | MonthDays
    | YearlyDay
    | Cycle
    | Holiday
    | Dates
    | LunarDays
    | NewYearsEve
    | Beside
    | Toward
)


@dataclass(frozen=True, slots=True)
class Season:
    """5月1日至9月30日 of every year; over New Year when the end comes before the start."""

    first: tuple[int, int]
    """Month and day."""
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `first` to `last`; an end that is None is open."""

    first: date | None
    last: date | None


class Vacation(Choice):
    """The school's own seasons."""

    WINTER = ("winter vacation", "寒假")
    SUMMER = ("summer vacation", "暑假")


Period = Season | Stretch | Vacation
