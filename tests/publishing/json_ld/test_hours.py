"""Opening hours as staff write them → specifications of schema.org."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

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
    "周日 8:00-20:00、18:00-次日9:00": ["Mo 00:00-09:00", "Su 08:00-00:00"],
    "周六 0:00-24:00、23:00-次日6:00": ["Sa 00:00-23:59", "Su 00:00-06:00"],
    "每天 0:00-24:00、23:00-次日6:00": ["Mo Tu We Th Fr Sa Su 00:00-23:59"],
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
    "only by appointment": (
        (other("2026-11-25", "10:00-12:00 需预约"),),
        ["00:00-00:00 from 2026-11-25 to 2026-11-25"],
    ),
    "only by appointment on a day off": ((other("2026-11-28", "10:00-12:00 需预约"),), []),
    "only by appointment next to a day that is closed": (
        (other("2026-11-25", "10:00-12:00 需预约"), away("2026-11-26", "停电")),
        ["00:00-00:00 from 2026-11-25 to 2026-11-26"],
    ),
    "for all and, besides, by appointment": (
        (other("2026-11-27", "13:00-15:00 需预约"), moved("2026-11-26", "2026-11-27")),
        ["00:00-00:00 from 2026-11-26 to 2026-11-26"],
    ),
    "moved": (
        (moved("2026-11-25", "2026-11-28"),),
        ["00:00-00:00 from 2026-11-25 to 2026-11-25", "09:00-17:00 from 2026-11-28 to 2026-11-28"],
    ),
}


class Written(NamedTuple):
    """What staff write of hours."""

    rules: tuple[str, ...]
    holidays: str = ""
    exceptions: tuple[DatedException, ...] = ()


EVERY_DAY, AT_WORK = "每天 9:00-17:00", "周一至周五 9:00-17:00"
TRUSTED: dict[str, tuple[Written, list[str], list[str]]] = {
    "nothing is ever different": (Written((EVERY_DAY,)), ["Mo Tu We Th Fr Sa Su 09:00-17:00"], []),
    "a holiday not announced": (
        Written((EVERY_DAY,), "元旦 休息"),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-25"],
        [],
    ),
    "a holiday not announced, at a time in which it is closed anyway": (
        Written((f"2026-12-10止 {EVERY_DAY}",), "元旦 休息"),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-10"],
        [],
    ),
    "a holiday not announced, which changes nothing": (
        Written((EVERY_DAY,), "节假日 照常"),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00"],
        [],
    ),
    "a day without a clock time": (
        Written((EVERY_DAY,), exceptions=(other("2026-12-02", "下午"), away("2026-11-18", "停电"))),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-01"],
        ["00:00-00:00 from 2026-11-18 to 2026-11-18"],
    ),
    "a day without a clock time that is closed else": (
        Written((AT_WORK,), exceptions=(other("2026-11-28", "下午"),)),
        ["Mo Tu We Th Fr 09:00-17:00"],
        [],
    ),
    "what follows a day that nobody can tell": (
        Written((EVERY_DAY,), exceptions=(other("2026-12-02", "下午"), away("2026-12-09", "停电"))),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-01"],
        [],
    ),
    "the Monday of this week": (Written((EVERY_DAY,), exceptions=(other("2026-11-16", "下午"),)), [], []),
    "the last day told by itself": (
        Written((EVERY_DAY,), exceptions=(away("2026-12-21", "停电"),)),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00"],
        ["00:00-00:00 from 2026-12-21 to 2026-12-21"],
    ),
    "the first day no longer told": (
        Written((EVERY_DAY,), exceptions=(away("2026-12-22", "停电"), away("2026-12-01", "停电"))),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-21"],
        ["00:00-00:00 from 2026-12-01 to 2026-12-01"],
    ),
    "open on a day off that is no longer told": (
        Written((AT_WORK,), exceptions=(other("2027-02-06", "9:00-12:00"),)),
        ["Mo Tu We Th Fr 09:00-17:00 to 2027-02-05"],
        [],
    ),
    "later than anybody knows": (
        Written((EVERY_DAY,), exceptions=(away("2027-06-01", "停电"),)),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00"],
        [],
    ),
    "a week that begins after that": (
        Written(
            ("2026-12-05止 每天 9:00-17:00", "2026-12-06起 每天 9:00-16:00"),
            exceptions=(other("2026-12-02", "下午"),),
        ),
        ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-12-01"],
        [],
    ),
    "hours off in the night": (
        Written(("每天 22:00-次日6:00", "周三 2:00-3:00 休息：消毒")),
        ["Mo We Th Fr Sa Su 22:00-06:00", "Tu 22:00-02:00", "We 03:00-06:00"],
        [],
    ),
}
"""What is written, and what is said of it in the usual week and of single days."""


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


@pytest.mark.parametrize("what", TRUSTED)
def test_the_usual_week_ends_before_the_first_day_on_which_it_may_mislead(what: str) -> None:
    asked, usual, special = TRUSTED[what]
    found = hours_of(*asked.rules, holidays=asked.holidays, exceptions=asked.exceptions)
    assert [spoken(one) for one in found.usual] == usual
    assert [spoken(one) for one in found.special] == special


def test_a_paused_station_has_no_hours() -> None:
    assert hours_of("每天 9:00-17:00", shut=Shut(Stretch(None, None), "换暖气管")) == Hours()
    last = hours_of("每天 9:00-17:00", shut=Shut(Stretch(date(2026, 12, 1), None), "换暖气管")).usual
    assert [spoken(one) for one in last] == ["Mo Tu We Th Fr Sa Su 09:00-17:00 to 2026-11-30"]
