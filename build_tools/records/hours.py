"""Opening hours and service times as staff write them: one rule a line, `工作日 9:00-12:00、14:00-17:30`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from build_tools.problems import Unreadable
from build_tools.records.key import Choice

MINUTES_A_DAY = 24 * 60
FULL_WIDTH = str.maketrans("０１２３４５６７８９：", "0123456789:")
DASH = r"\s*[-—–－~～至到]+\s*"
CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
NEXT_DAY = "次日"
WEEKDAYS = "一二三四五六日"
STRETCH = re.compile(rf"周?([{WEEKDAYS}])(?:{DASH}周?([{WEEKDAYS}]))?")
LISTED_DAYS = re.compile(rf"每?周(?:{STRETCH.pattern})(?:[、，,]每?(?:{STRETCH.pattern}))*")


class DayGroup(Choice):
    """Days that are named together, and meant as the calendar has them."""

    EVERY_DAY = ("every day", "每天")
    WORKDAY = ("workdays", "工作日")
    REST_DAY = ("rest days", "休息日")
    SCHOOL_DAY = ("school days", "上学日")


class DayPart(Choice):
    """A part of the day without a clock time: a label, never turned into hours."""

    MORNING = ("morning", "上午")
    NOON = ("noon", "中午")
    AFTERNOON = ("afternoon", "下午")
    EVENING = ("evening", "晚上")
    ALL_DAY = ("all day", "全天")


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """From `start` until just before `end`, in minutes after midnight; an `end` past 1440 is on the next day."""

    start: int
    end: int

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The range in `9:00-12:00` or `22:00-次日6:00`; full-width digits and colons are read too."""
        first, *last = re.split(DASH, text.strip(), maxsplit=1)
        if not last or first.startswith(NEXT_DAY):
            raise Unreadable("E034", text=text)
        next_day = last[0].startswith(NEXT_DAY)
        start, end = minutes(first), minutes(last[0].removeprefix(NEXT_DAY).strip())
        if next_day:
            end += MINUTES_A_DAY
        if end <= start:
            raise Unreadable("E035", text=text, start=first, end=last[0])
        if start == MINUTES_A_DAY or end - start > MINUTES_A_DAY:
            raise Unreadable("E038", text=text)
        return cls(start, end)


def minutes(text: str) -> int:
    """Minutes after midnight of a clock time such as `9:00`, at most 24:00."""
    found = CLOCK.fullmatch(text.translate(FULL_WIDTH))
    if not found:
        raise Unreadable("E034", text=text)
    hour, minute = int(found[1]), int(found[2])
    if minute > 59 or hour * 60 + minute > MINUTES_A_DAY:
        raise Unreadable("E036", text=text)
    return hour * 60 + minute


@dataclass(frozen=True, slots=True)
class HoursRule:
    """Which days, and when on them. Without `spans` the clock time is not known, and `part` may say a little."""

    days: DayGroup | tuple[int, ...]
    """A named group, or weekdays in order with Monday as 0."""
    spans: tuple[TimeRange, ...] = ()
    part: DayPart | None = None

    @property
    def has_clock(self) -> bool:
        """Whether it says from when until when."""
        return bool(self.spans) or self.part is DayPart.ALL_DAY

    @classmethod
    @lru_cache(maxsize=10_000)  # thousands of stations share a few dozen rules
    def from_text(cls, text: str) -> Self:
        """The rule in `每周五下午`, `周一至周五 9:00-12:00、14:00-17:30`, `上学日中午`, `每天`; or `Unreadable`."""
        days, rest = split_days(text.strip())
        part, rest = split_part(rest)
        spans = tuple(TimeRange.from_text(span) for span in re.split("[、，,]", rest)) if rest else ()
        return cls(days, spans, part)


def split_part(text: str) -> tuple[DayPart | None, str]:
    """The part of the day at the start of `text`, if there is one, and what follows it."""
    for part in DayPart:
        for spelling in part.value:
            if text.startswith(spelling):
                return part, text.removeprefix(spelling).strip()
    return None, text


def split_days(text: str) -> tuple[DayGroup | tuple[int, ...], str]:
    """The days at the start of `text`, and what follows them."""
    for group in DayGroup:
        for spelling in group.value:
            if text.startswith(spelling):
                return group, text.removeprefix(spelling).strip()
    found = LISTED_DAYS.match(text)
    if not found:
        raise Unreadable("E037", text=text)
    days = {day for first, last in STRETCH.findall(found[0]) for day in stretch(first, last or first)}
    return tuple(sorted(days)), text[found.end() :].strip()


def stretch(first: str, last: str) -> list[int]:
    """The weekdays from `first` to `last`, over the weekend where need be."""
    begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return [(begin + step) % 7 for step in range((end - begin) % 7 + 1)]
