"""The keys around a schedule: holidays, make-up workdays, exceptions and the school's year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self

from build_tools.records.calendar_words import ONWARD, TO, full_date, stretch
from build_tools.records.clock import CLOCK, minutes_here
from build_tools.records.cursor import PAUSE, Cursor
from build_tools.records.dates import Day
from build_tools.records.days import Stretch
from build_tools.records.hours import HolidayRule, HoursRule, Makeup
from build_tools.records.key import Key, Unknown
from build_tools.records.opening import Opening

Times = tuple[HoursRule, ...]


@dataclass(frozen=True, slots=True)
class GivenDays:
    """Particular days, or all from one to another; `from_minute` and `to_minute` cut the first and the last."""

    days: tuple[date, ...] = ()
    stretch: Stretch | None = None
    from_minute: int = 0
    to_minute: int | None = None

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`2026-10-07`, `2026-09-22 至 2026-09-24`, `2026-10-12 起`, `2026-09-22 12:00 至 2026-09-23 12:00`."""
        cursor = Cursor(text)
        given = cls.by_the_clock(cursor) or cls.by_the_day(cursor)
        if given is None or cursor.rest:
            raise cursor.refusal("E100")
        return given

    @property
    def is_by_the_clock(self) -> bool:
        """Whether it begins or ends within a day."""
        return bool(self.from_minute) or self.to_minute is not None

    @classmethod
    def by_the_day(cls, cursor: Cursor) -> Self | None:
        """Whole days."""
        whole = stretch(cursor)
        if whole:
            return cls(stretch=whole)
        days: list[date] = []
        while day := full_date(cursor):
            days.append(day)
            pause = cursor.take(PAUSE)
            if pause is None:
                break
            if not cursor.rest:
                raise cursor.refusal("E100", pause[0].strip())
        return cls(days=tuple(days)) if days else None

    @classmethod
    def by_the_clock(cls, cursor: Cursor) -> Self | None:
        """From a time of one day to a time of another."""
        before = cursor.at
        first = full_date(cursor)
        start = clock_here(cursor) if first else None
        if first is None or start is None:
            cursor.at = before
            return None
        if cursor.take(ONWARD):
            return cls(stretch=Stretch(first, None), from_minute=start)
        last = full_date(cursor) if cursor.take(TO) else None
        end = clock_here(cursor) if last else None
        if last is None or end is None:
            raise cursor.refusal("E100", cursor.text[before:].strip())
        if (first, start) >= (last, end):
            moments = {"first": f"{first} {clock(start)}", "last": f"{last} {clock(end)}"}
            raise cursor.refusal("E082", cursor.text[before:].strip(), **moments)
        return cls((), Stretch(first, last), start, end)


def clock(minute: int) -> str:
    """`minute` as staff write it."""
    return f"{minute // 60}:{minute % 60:02}"


def clock_here(cursor: Cursor) -> int | None:
    """The minute of the day that stands here."""
    found = cursor.take(CLOCK)
    return minutes_here(found[0], cursor) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedException:
    """What is different on particular days: closed, at other hours, or moved to another day."""

    days: Annotated[GivenDays, Key("日期", "哪一天，或从哪天至哪天", example="2026-09-22 至 2026-09-24")]
    closed: Annotated[str | None, Key("休息", "不开，写原因", example="装修")] = None
    hours: Annotated[Opening | None, Key("时间", "开，写几点到几点", example="14:00-17:00")] = None
    moved_to: Annotated[Day | None, Key("改到", "那天的改到哪一天", example="2026-09-24")] = None
    note: Annotated[str, Key("说明", "为什么，会显示出来", example="加开")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolYear:
    """When the school nearby has classes, as far as 上学日, 寒假 and 暑假 need it."""

    summer: Annotated[tuple[GivenDays, ...], Key("暑假", "从哪天至哪天", example="2026-07-11 至 2026-08-31")] = ()
    winter: Annotated[tuple[GivenDays, ...], Key("寒假", "从哪天至哪天", example="2027-01-23 至 2027-02-21")] = ()
    no_classes: Annotated[tuple[GivenDays, ...], Key("不上课", "学校另外放假的日子", example="2026-09-20")] = ()
    classes: Annotated[tuple[GivenDays, ...], Key("上课", "学校另外上课的日子", example="2026-10-10")] = ()


Holidays = Annotated[
    tuple[HolidayRule, ...] | Unknown | None,
    Key("节假日", "国家放假的日子怎么开：休息、照常，或者几点到几点", example="休息"),
]
Makeups = Annotated[
    Makeup | Opening | Unknown | None,
    Key("调休上班日", "周末要上班的日子怎么开：按工作日、按所补星期、休息、照常", example="按工作日"),
]
Exceptions = Annotated[
    tuple[DatedException, ...], Key("例外", "哪些日子和平时不一样", example="[{日期: 2026-10-07, 休息: 装修}]")
]
School = Annotated[SchoolYear | None, Key("校历", "附近学校的寒暑假；写了“上学日”“寒假”“暑假”才要")]


def for_others(choice: tuple[HolidayRule, ...] | Makeup | Opening | Unknown | None) -> Any:
    """What a station's or district's `choice` means for a service: closed or as usual; hours are the station's own."""
    openings = [rule.opening for rule in choice] if isinstance(choice, tuple) else [choice]
    has_hours = any(isinstance(opening, Opening) and not (opening.closed or opening.usual) for opening in openings)
    return None if has_hours else choice
