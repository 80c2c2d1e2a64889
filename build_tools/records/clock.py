"""Times of the day as staff write them: `9:00-12:00`, `22:00-次日6:00`, or only 下午."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from build_tools.problems import Unreadable
from build_tools.records.cursor import DASH, FULL_WIDTH
from build_tools.records.key import Choice

if TYPE_CHECKING:
    from build_tools.records.cursor import Cursor

MINUTES_A_DAY = 24 * 60
NOON = 12 * 60
CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
NEXT_DAY = "次日"


class DayPart(Choice):
    """A part of the day: a label, never turned into hours."""

    MORNING = ("morning", "上午")
    NOON = ("noon", "中午")
    AFTERNOON = ("afternoon", "下午")
    EVENING = ("evening", "晚上")


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """From `start` until just before `end`, in minutes after midnight; an `end` past 1440 is on the next day."""

    start: int
    end: int

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The range in `9:00-12:00` or `22:00-次日6:00`; full-width digits and colons are read too."""
        first, *last = re.split(DASH, text.strip(), maxsplit=1)
        if not (first and last and last[0]) or first.startswith(NEXT_DAY):
            raise Unreadable("E034", text=text.strip())
        next_day = last[0].startswith(NEXT_DAY)
        start, end = minutes(first), minutes(last[0].removeprefix(NEXT_DAY).strip())
        if next_day:
            end += MINUTES_A_DAY
        if start == MINUTES_A_DAY or end - start > MINUTES_A_DAY:
            raise Unreadable("E038", text=text.strip())
        if end <= start:
            raise Unreadable("E244" if end == start else "E035", text=text.strip(), start=first, end=last[0])
        return cls(start, end)


WHOLE_DAY = TimeRange(0, MINUTES_A_DAY)


def minutes(text: str) -> int:
    """Minutes after midnight of a clock time such as `9:00`, at most 24:00."""
    found = CLOCK.fullmatch(text.translate(FULL_WIDTH))
    if not found:
        raise Unreadable("E034", text=text)
    hour, minute = int(found[1]), int(found[2])
    if minute > 59 or hour * 60 + minute > MINUTES_A_DAY:
        raise Unreadable("E036", text=text)
    return hour * 60 + minute


def minutes_here(text: str, cursor: Cursor) -> int:
    """Minutes after midnight of the clock time in `text`, which `cursor` has just read."""
    try:
        return minutes(text)
    except Unreadable as refusal:
        raise cursor.refusal(refusal.code, text) from None
