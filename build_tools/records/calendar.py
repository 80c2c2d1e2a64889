"""Public holidays as the State Council announces them, a year at a time: `content/calendar/<year>.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from build_tools.problems import Unreadable
from build_tools.records.dates import Day
from build_tools.records.key import Key
from build_tools.records.values import Source

DAY = r"(\d{4}-\d{1,2}-\d{1,2})"
STRETCH = re.compile(rf"{DAY}(?:\s*[至到]\s*{DAY})?", re.ASCII)
MAKEUP = re.compile(rf"{DAY}\s*补(?:周|星期)([一二三四五])", re.ASCII)
WORKING_WEEK = "一二三四五"


@dataclass(frozen=True, slots=True)
class DayStretch:
    """Days in a row, both ends included: `2026-01-01 至 2026-01-03`, or one day alone."""

    first: date
    last: date

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The days in `text`, or `Unreadable`."""
        found = STRETCH.fullmatch(text)
        if not found:
            raise Unreadable("E081", text=text)
        first = Day.from_text(found[1])
        last = Day.from_text(found[2] or found[1])
        if last < first:
            raise Unreadable("E082", text=text, first=found[1], last=found[2])
        return cls(first, last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class MakeupDay:
    """A day of a weekend on which people work, as on the weekday that a holiday took: `2026-01-04 补周五`."""

    day: date
    replaces: int
    """That weekday, Monday as 0."""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The day and the weekday in `text`, or `Unreadable`."""
        found = MAKEUP.fullmatch(text)
        if not found:
            raise Unreadable("E083", text=text)
        return cls(Day.from_text(found[1]), WORKING_WEEK.index(found[2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One block of days off, with the weekends that are worked for it."""

    name: Annotated[str, Key("名称", "通知里的名称，合在一起放的用顿号连起来", example="国庆节")]
    days: Annotated[DayStretch, Key("放假", "从哪天放到哪天，周末也算", example="2026-10-01 至 2026-10-07")]
    makeups: Annotated[
        tuple[MakeupDay, ...], Key("上班", "哪几个周末上班，各补周几", example="[2026-09-20 补周二, 2026-10-10 补周三]")
    ] = ()
    regions: Annotated[
        tuple[str, ...], Key("地区", "只在哪些省份放假；全国都放就不写", example="[广西壮族自治区]")
    ] = ()
    """Empty for all of China."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayCalendar:
    """The holidays of one year; a year without this file has not been announced."""

    year: str
    source: Annotated[
        Source,
        Key("来源", "哪一份通知", example="{标题: 2026年部分节假日安排的通知, 媒体: 国务院办公厅, 日期: 2025-11-04}"),
    ]
    holidays: Annotated[tuple[Holiday, ...], Key("节假日", "照通知，一个假期写一条")]
