"""What happens on public holidays and make-up workdays is said in a word or in hours, for all holidays or for some."""

from __future__ import annotations

import pytest

from build_tools.reading.single import member_of
from build_tools.records.clock import DayPart, TimeRange
from build_tools.records.days import Beside, DayGroup, DayTerm, Holiday, LunarDays, NewYearsEve
from build_tools.records.hours import HolidayRule, HoursRule, Makeup, is_holiday
from build_tools.records.opening import Opening
from tests.records.refusals import refused

ALL = (DayGroup.HOLIDAY,)
NATIONAL_DAY, SPRING_FESTIVAL = Holiday("国庆节"), Holiday("春节")
CLOSED, USUAL, SHORT = Opening(closed=True), Opening(usual=True), Opening((TimeRange(600, 960),))
READ: list[tuple[str, tuple[DayTerm, ...], Opening]] = [
    ("休息", ALL, CLOSED),
    ("照常", ALL, USUAL),
    ("10:00-16:00", ALL, SHORT),
    ("１０：００—１６：００", ALL, SHORT),
    ("下午", ALL, Opening(part=DayPart.AFTERNOON)),
    ("休息：值班人员轮休", ALL, Opening(closed=True, reason="值班人员轮休")),
    ("节假日 休息", ALL, CLOSED),
    ("法定节日 休息", (DayGroup.STATUTORY,), CLOSED),
    ("国庆节 休息", (NATIONAL_DAY,), CLOSED),
    ("国庆节休息", (NATIONAL_DAY,), CLOSED),
    ("国庆节：休息", (NATIONAL_DAY,), CLOSED),
    ("国庆节: 10:00-16:00", (NATIONAL_DAY,), SHORT),
    ("国庆节、春节 照常", (NATIONAL_DAY, SPRING_FESTIVAL), USUAL),
    ("五一 休息", (Holiday("劳动节"),), CLOSED),
    ("国庆节当天 休息", (Holiday("国庆节", statutory=True),), CLOSED),
    ("春节前一天 休息", (Beside(SPRING_FESTIVAL, -1),), CLOSED),
    ("节前一天 休息", (Beside(DayGroup.HOLIDAY, -1),), CLOSED),
    ("除夕 10:00-16:00", (NewYearsEve(),), SHORT),
    ("农历正月初五 休息", (LunarDays((5,), 1),), CLOSED),
]
REFUSED = [
    ("「周六」 休息", "E090"),
    ("「每天」 休息", "E090"),
    ("「调休上班日」 休息", "E090"),
    ("「重阳节」 休息", "E090"),
    ("「春节、周六」 休息", "E090"),
    ("「圣诞节」 休息", "E090"),
    ("春节、「圣诞节」 休息", "E090"),
    ("春节「至初三」 休息", "E090"),
    ("「按工作日」", "E090"),
    ("「国庆节」", "E094"),
    ("国庆节 「看情况」", "E094"),
    ("照常 「休息」", "E094"),
    ("10:00-16:00、「休息」", "E094"),
    ("国庆节 「25:00」-26:00", "E036"),
    ("「16:00-10:00」", "E035"),
    ("国庆节 「10点」", "E034"),
    ("「双周」 休息", "E093"),
]


@pytest.mark.parametrize(("text", "days", "opening"), READ)
def test_what_happens_on_holidays_is_read(text: str, days: tuple[DayTerm, ...], opening: Opening) -> None:
    rule = HolidayRule.from_text(text)
    assert (rule.days, rule.opening, rule.period) == (days, opening, None)


@pytest.mark.parametrize(("marked", "code"), REFUSED)
def test_what_cannot_happen_on_holidays_is_refused_where_it_stands(marked: str, code: str) -> None:
    assert refused(HolidayRule.from_text, marked) == code


@pytest.mark.parametrize(
    ("text", "is_one"), [("国庆节", True), ("节前一天", True), ("法定节日", True), ("周六", False), ("重阳节", False)]
)
def test_days_by_holidays_are_told_from_others(text: str, is_one: bool) -> None:
    assert is_holiday(HoursRule.from_text(text).days[0]) is is_one


@pytest.mark.parametrize(
    ("text", "makeup"),
    [
        ("按工作日", Makeup.AS_WORKDAY),
        ("按所补星期", Makeup.AS_REPLACED),
        ("休息", Makeup.CLOSED),
        ("照常", Makeup.USUAL),
        ("as usual", Makeup.USUAL),
    ],
)
def test_a_makeup_day_is_told_by_a_word(text: str, makeup: Makeup) -> None:
    assert member_of(Makeup, text) is makeup
