"""Every way of naming days of the week, of the month and of the year is read, and what is near it is refused."""

from __future__ import annotations

from datetime import date

import pytest

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
from build_tools.records.hours import HoursRule
from tests.records.refusals import refused

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEK = Weekdays((MON, TUE, WED, THU, FRI))
WEEKEND = Weekdays((SAT, SUN))
NATIONAL_DAY = Holiday("国庆节")
THE_1ST = date(2026, 10, 1)
ONE: list[tuple[str, DayTerm]] = [
    ("每天", DayGroup.EVERY_DAY),
    ("每日", DayGroup.EVERY_DAY),
    ("天天", DayGroup.EVERY_DAY),
    ("每晚", DayGroup.EVERY_DAY),
    ("工作日", DayGroup.WORKDAY),
    ("休息日", DayGroup.REST_DAY),
    ("上学日", DayGroup.SCHOOL_DAY),
    ("寒暑假", DayGroup.VACATION),
    ("节假日", DayGroup.HOLIDAY),
    ("法定节假日", DayGroup.HOLIDAY),
    ("法定节日", DayGroup.STATUTORY),
    ("调休上班日", DayGroup.MAKEUP),
    ("周末", WEEKEND),
    ("每周末", WEEKEND),
    ("每个周末", WEEKEND),
    ("周五", Weekdays((FRI,))),
    ("每周五", Weekdays((FRI,))),
    ("星期五", Weekdays((FRI,))),
    ("每个星期五", Weekdays((FRI,))),
    ("周日", Weekdays((SUN,))),
    ("周天", Weekdays((SUN,))),
    ("星期天", Weekdays((SUN,))),
    ("周一至周五", WEEK),
    ("周一至五", WEEK),
    ("周一到周五", WEEK),
    ("周一-周五", WEEK),
    ("周一—周五", WEEK),
    ("周一～周五", WEEK),
    ("周一 至 周五", WEEK),
    ("每周一至周五", WEEK),
    ("星期一至星期五", WEEK),
    ("周二至周日", Weekdays((TUE, WED, THU, FRI, SAT, SUN))),
    ("周六至周一", Weekdays((MON, SAT, SUN))),
    ("周一、周三、周五", Weekdays((MON, WED, FRI))),
    ("周一，周三，周五", Weekdays((MON, WED, FRI))),
    ("周一和周三", Weekdays((MON, WED))),
    ("周一及周三", Weekdays((MON, WED))),
    ("周一、三、五", Weekdays((MON, WED, FRI))),
    ("周一三五", Weekdays((MON, WED, FRI))),
    ("周六日", WEEKEND),
    ("周六、日", WEEKEND),
    ("周五、周一", Weekdays((MON, FRI))),
    ("周一、周三至周五", Weekdays((MON, WED, THU, FRI))),
    ("周一至周三、周六", Weekdays((MON, TUE, WED, SAT))),
    ("每月第二个周六", NthWeekday((2,), SAT)),
    ("每月第2个星期六", NthWeekday((2,), SAT)),
    ("每个月的第二个周六", NthWeekday((2,), SAT)),
    ("每月 第二个周六", NthWeekday((2,), SAT)),
    ("每月第二、四个周六", NthWeekday((2, 4), SAT)),
    ("每月第二个、第四个周六", NthWeekday((2, 4), SAT)),
    ("每月第一和第三个周日", NthWeekday((1, 3), SUN)),
    ("每月第五个周一", NthWeekday((5,), MON)),
    ("每月最后一个周日", NthWeekday((LAST,), SUN)),
    ("每月最后1个周日", NthWeekday((LAST,), SUN)),
    ("每月倒数第一个周日", NthWeekday((LAST,), SUN)),
    ("每月1日", MonthDays((1,))),
    ("每月1号", MonthDays((1,))),
    ("每个月的1日", MonthDays((1,))),
    ("每月1日、15日", MonthDays((1, 15))),
    ("每月1日、15日、20日", MonthDays((1, 15, 20))),
    ("每月1、15日", MonthDays((1, 15))),
    ("每月1日和15日", MonthDays((1, 15))),
    ("每月1日至5日", MonthDays((1, 2, 3, 4, 5))),
    ("每月1日 - 3日、31日", MonthDays((1, 2, 3, 31))),
    ("每月最后一天", MonthDays((LAST,))),
    ("每月底", MonthDays((LAST,))),
    ("每月15日遇休息日顺延", MonthDays((15,), Shift.NEXT)),
    ("每月1日、15日，遇休息日顺延到下一个工作日", MonthDays((1, 15), Shift.NEXT)),
    ("每月15日（遇节假日推迟）", MonthDays((15,), Shift.NEXT)),
    ("每月15日逢周末提前", MonthDays((15,), Shift.PREVIOUS)),
    ("10月17日", YearlyDay(10, 17)),
    ("每年10月17日", YearlyDay(10, 17)),
    ("2月29日", YearlyDay(2, 29)),
    ("2026-10-17", Dates((date(2026, 10, 17),))),
    ("2026-1-7", Dates((date(2026, 1, 7),))),
    ("2026年10月17日", Dates((date(2026, 10, 17),))),
    ("２０２６-10-１７", Dates((date(2026, 10, 17),))),
    ("2026-10-17、2026-10-24", Dates((date(2026, 10, 17), date(2026, 10, 24)))),
    ("国庆节", NATIONAL_DAY),
    ("国庆", NATIONAL_DAY),
    ("五一", Holiday("劳动节")),
    ("三月三", Holiday("三月三")),
    ("国庆节当天", Holiday("国庆节", statutory=True)),
    ("国庆节前一天", Beside(NATIONAL_DAY, -1)),
    ("国庆节后两天", Beside(NATIONAL_DAY, 2)),
    ("国庆节前第3天", Beside(NATIONAL_DAY, -3)),
    ("节前一天", Beside(DayGroup.HOLIDAY, -1)),
    ("放假前一天", Beside(DayGroup.HOLIDAY, -1)),
    ("10月17日前移到周五", Toward(YearlyDay(10, 17), FRI, Shift.PREVIOUS)),
    ("10月17日，后移到星期天", Toward(YearlyDay(10, 17), SUN, Shift.NEXT)),
    ("国庆节前一天，前移到周五", Toward(Beside(NATIONAL_DAY, -1), FRI, Shift.PREVIOUS)),
    ("自2026-10-01起每2周周四", Cycle(THE_1ST, 2, (THU,))),
    ("自2026-10-01起，每两周的周四", Cycle(THE_1ST, 2, (THU,))),
    ("2026-10-01起每三个星期的星期二", Cycle(THE_1ST, 3, (TUE,))),
    ("2026-10-01开始 每3周二", Cycle(THE_1ST, 3, (TUE,))),
    ("自2026-10-01起每2周周二、周四", Cycle(THE_1ST, 2, (TUE, THU))),
    ("自2026-10-01起每2周", Cycle(THE_1ST, 2, (THU,))),
    ("自2026-10-01起每3天", Cycle(THE_1ST, 3, ())),
]
SEVERAL: list[tuple[str, tuple[DayTerm, ...]]] = [
    ("工作日、周六", (DayGroup.WORKDAY, Weekdays((SAT,)))),
    ("工作日和周六", (DayGroup.WORKDAY, Weekdays((SAT,)))),
    ("节假日、周末", (DayGroup.HOLIDAY, WEEKEND)),
    ("周六、五一", (Weekdays((SAT,)), Holiday("劳动节"))),
    ("周一、三月三", (Weekdays((MON,)), Holiday("三月三"))),
    ("周五、2026-10-10", (Weekdays((FRI,)), Dates((date(2026, 10, 10),)))),
    ("每月1日、周六", (MonthDays((1,)), Weekdays((SAT,)))),
    ("每月第二个周六、每月最后一个周日", (NthWeekday((2,), SAT), NthWeekday((LAST,), SUN))),
    ("每月第二个周六、每周日", (NthWeekday((2,), SAT), Weekdays((SUN,)))),
    ("5月1日、10月1日", (YearlyDay(5, 1), YearlyDay(10, 1))),
    ("国庆节、春节", (NATIONAL_DAY, Holiday("春节"))),
]
REFUSED = [
    ("「周八」 9:00-12:00", "E037"),
    ("「每周」 9:00-12:00", "E037"),
    ("「每周两次」 9:00-12:00", "E037"),
    ("「夏季」 9:00-12:00", "E037"),
    ("「Mo-Fr」 9:00-12:00", "E037"),
    ("周一「至」 9:00-12:00", "E037"),
    ("周一「至」9:00-12:00", "E037"),
    ("周一、「二个」 9:00-12:00", "E037"),
    ("周一、「十五」 9:00-12:00", "E037"),
    ("周六、「六一」 9:00-12:00", "E037"),
    ("周六、「十一」 9:00-12:00", "E037"),
    ("工作日、「冬至」 9:00-12:00", "E037"),
    ("2026-10-17、「24」 9:00-12:00", "E037"),
    ("「2026-10-108:00-12:00」", "E037"),
    ("「每月」 9:00-12:00", "E037"),
    ("「每月15」 9:00-12:00", "E037"),
    ("每月1日、「18:00-22:00」", "E037"),
    ("「每月第六个周六」 9:00-12:00", "E037"),
    ("「每月第二个周末」 9:00-12:00", "E037"),
    ("「每月倒数第二个周五」 9:00-12:00", "E037"),
    ("每月第二个周六、「第四个周日」 9:00-12:00", "E037"),
    ("每月第二个周六、「周日」 9:00-12:00", "E037"),
    ("国庆节前「99」天 9:00-12:00", "E037"),
    ("自2026-10-01起每「0」周周四 9:00-12:00", "E037"),
    ("自2026-10-01起每2周周四、「每月1日」 9:00-12:00", "E037"),
    ("周「一三」至五 9:00-12:00", "E037"),
    ("「2026-02-30」 9:00-12:00", "E032"),
    ("2026-10-17、「2026-13-01」 9:00-12:00", "E032"),
    ("「2月30日」 9:00-12:00", "E091"),
    ("「13月1日」 9:00-12:00", "E091"),
    ("10月1日、「4月31日」 9:00-12:00", "E091"),
    ("每月「32日」 9:00-12:00", "E091"),
    ("每月1日、「0日」 9:00-12:00", "E091"),
    ("每月1日、「5日至3日」 9:00-12:00", "E082"),
    ("「单周」周四 9:00-12:00", "E093"),
    ("「双周」 9:00-12:00", "E093"),
    ("「每逢双周」周四 9:00-12:00", "E093"),
    ("「隔周」周四 9:00-12:00", "E093"),
    ("周四「（双周）」 9:00-12:00", "E093"),
    ("周四 「单周」 9:00-12:00", "E093"),
    ("周四、「单周」周五 9:00-12:00", "E093"),
    ("「每两周」周四 9:00-12:00", "E093"),
    ("「每2天」 9:00-12:00", "E093"),
    ("2026-10-01起「每隔一周」周四 9:00-12:00", "E093"),
]
NOT_SWALLOWED = [
    ("「每周一次」 9:00-12:00", "E037"),
    ("「每周一天」 9:00-12:00", "E037"),
    ("「每周五天」 9:00-12:00", "E037"),
    ("「每周一日」 9:00-12:00", "E037"),
    ("周三「除外」 9:00-12:00", "E094"),
    ("周一至周五「除周三」 9:00-12:00", "E094"),
    ("周一 「周三」 9:00-12:00", "E094"),
    ("工作日 「周六」 9:00-12:00", "E094"),
    ("每天「（周三除外）」 9:00-12:00", "E094"),
]


@pytest.mark.parametrize(("text", "term"), ONE)
def test_days_are_read(text: str, term: DayTerm) -> None:
    assert HoursRule.from_text(f"{text} 9:00-12:00").days == (term,)


@pytest.mark.parametrize(("text", "term"), ONE)
def test_days_are_read_without_a_blank_before_the_time(text: str, term: DayTerm) -> None:
    assert text[-1].isdigit() or HoursRule.from_text(f"{text}9:00-12:00").days == (term,)


@pytest.mark.parametrize(("text", "terms"), SEVERAL)
def test_several_ways_of_naming_days_are_read_one_after_the_other(text: str, terms: tuple[DayTerm, ...]) -> None:
    assert HoursRule.from_text(f"{text} 9:00-12:00").days == terms


@pytest.mark.parametrize(("marked", "code"), REFUSED)
def test_days_that_cannot_be_are_refused_where_they_stand(marked: str, code: str) -> None:
    assert refused(HoursRule.from_text, marked) == code


@pytest.mark.parametrize(("marked", "code"), NOT_SWALLOWED)
def test_the_beginning_of_something_else_is_not_taken_for_a_day(marked: str, code: str) -> None:
    assert refused(HoursRule.from_text, marked) == code
