"""Opening hours as staff write them → specifications of schema.org."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.almanac import almanac
from build_tools.facts.china_calendar import china_calendar
from build_tools.facts.schedule import Schedule, Shut
from build_tools.facts.timetable import timetable
from build_tools.publishing.json_ld.hours import Hours, hours_by
from build_tools.records.days import Stretch
from build_tools.records.hours import HolidayRule, HoursRule
from tests.publishing.bulletins import facts_named
from tests.publishing.timetables import MONDAY, away, moved, other

if TYPE_CHECKING:
    from build_tools.publishing.json_ld.thing import Thing
    from build_tools.records.schedule import DatedException

USUAL = {
    "每天 8:00-20:00": ["Mo Tu We Th Fr Sa Su 08:00-20:00"],
    "周一至周五 8:30-12:00、14:00-17:30": ["Mo Tu We Th Fr 08:30-12:00", "Mo Tu We Th Fr 14:00-17:30"],
    "周六 9:00-12:00，11:30 停止入场": ["Sa 09:00-12:00"],
    "每天 22:00-次日6:00": ["Mo Tu We Th Fr Sa Su 22:00-06:00"],
    "每天 18:00-24:00": ["Mo Tu We Th Fr Sa Su 18:00-00:00"],
    "24小时": ["Mo Tu We Th Fr Sa Su 00:00-23:59"],
    "周日 8:00-次日8:00": ["Su 08:00-07:59"],
    "每周五下午": [],
    "周三 9:00-11:00 需预约": [],
    "2026-12-01起 每天 9:00-17:00": ["Mo Tu We Th Fr Sa Su 09:00-17:00 from 2026-12-01"],
    "2026-12-10止 每天 9:00-17:00": ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-10"],
    "11月至次年3月 每天 9:00-16:00": ["Mo Tu We Th Fr Sa Su 09:00-16:00 to 2027-03-31"],
}
SPECIAL: dict[str, tuple[tuple[DatedException, ...], list[str]]] = {
    "closed on a day": ((away("2026-11-25", "停电"),), ["00:00-00:00 from 2026-11-25 to 2026-11-25"]),
    "closed over a weekend that is closed anyway": (
        (away("2026-11-26 至 2026-12-01", "换地板"),),
        ["00:00-00:00 from 2026-11-26 to 2026-12-01"],
    ),
    "closed on a day that is closed anyway": ((away("2026-11-28", "停电"),), []),
    "other hours": (
        (other("2026-11-25", "10:00-11:00、14:00-15:00"),),
        ["10:00-11:00 from 2026-11-25 to 2026-11-25", "14:00-15:00 from 2026-11-25 to 2026-11-25"],
    ),
    "open on a day off": ((other("2026-11-28", "10:00-12:00"),), ["10:00-12:00 from 2026-11-28 to 2026-11-28"]),
    "the usual hours": ((other("2026-11-25", "9:00-17:00"),), []),
    "later than anybody plans": ((away("2027-02-01", "停电"),), []),
    "moved": (
        (moved("2026-11-25", "2026-11-28"),),
        ["00:00-00:00 from 2026-11-25 to 2026-11-25", "09:00-17:00 from 2026-11-28 to 2026-11-28"],
    ),
}


def spoken(one: Thing) -> str:
    """A specification in one line."""
    days = one.get("dayOfWeek", [])
    names = [day[:2] for day in ([days] if isinstance(days, str) else days)]
    ends = [f"{word} {one[key]}" for word, key in (("from", "validFrom"), ("to", "validThrough")) if key in one]
    return " ".join([*names, f"{one['opens']}-{one['closes']}", *ends])


def hours_of(
    *rules: str, holidays: str = "", exceptions: tuple[DatedException, ...] = (), shut: Shut | None = None
) -> Hours:
    """What is said of `rules` in the week of Monday, 16 November 2026."""
    schedule = Schedule(
        rules=tuple(map(HoursRule.from_text, rules)),
        holidays=(HolidayRule.from_text(holidays),) if holidays else (),
        exceptions=exceptions,
        shut=shut,
    )
    calendars = facts_named("content").bulletin.calendars
    return hours_by(schedule, timetable(schedule, almanac(MONDAY, 120, china_calendar(calendars, "湖南省"))), MONDAY)


@pytest.mark.parametrize("rule", USUAL)
def test_usual_hours(rule: str) -> None:
    assert [spoken(one) for one in hours_of(rule).usual] == USUAL[rule]


@pytest.mark.parametrize("what", SPECIAL)
def test_special_days(what: str) -> None:
    exceptions, expected = SPECIAL[what]
    found = hours_of("周一至周五 9:00-17:00", exceptions=exceptions)
    assert [spoken(one) for one in found.usual] == ["Mo Tu We Th Fr 09:00-17:00"]
    assert [spoken(one) for one in found.special] == expected


def test_days_that_share_a_time_stand_together() -> None:
    found = hours_of("周一至周五 8:30-12:00、14:00-17:30", "周六、周日 8:30-12:00")
    assert [spoken(one) for one in found.usual] == ["Mo Tu We Th Fr Sa Su 08:30-12:00", "Mo Tu We Th Fr 14:00-17:30"]


def test_what_goes_by_the_month_is_told_by_its_days_ahead() -> None:
    found = hours_of("每月5日、20日 9:00-11:00")
    assert found.usual == ()
    assert [spoken(one) for one in found.special] == [
        f"09:00-11:00 from {day} to {day}" for day in ("2026-11-20", "2026-12-05", "2026-12-20")
    ]


def test_a_holiday_nobody_has_announced_is_left_out() -> None:
    assert hours_of("每天 9:00-17:00", holidays="元旦 休息").special == ()


def test_a_day_by_appointment_is_neither_open_nor_closed() -> None:
    assert hours_of("每天 9:00-17:00", exceptions=(other("2026-11-25", "10:00-12:00 需预约"),)).special == ()


def test_a_paused_station_has_no_hours() -> None:
    assert hours_of("每天 9:00-17:00", shut=Shut(Stretch(None, None), "换暖气管")) == Hours()
    last = hours_of("每天 9:00-17:00", shut=Shut(Stretch(date(2026, 12, 1), None), "换暖气管")).usual
    assert [spoken(one) for one in last] == ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-11-30"]
