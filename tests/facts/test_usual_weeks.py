"""The usual weeks say of each day what the timetable says, where nothing but the week and the season decides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.facts.almanac import almanac
from build_tools.facts.day_state import NOTHING, DayState
from build_tools.facts.schedule import Schedule, Shut
from build_tools.facts.timetable import timetable
from build_tools.facts.usual_weeks import UsualWeek, irregular_rules, usual_weeks
from build_tools.records.days import DayGroup, Season, Stretch, Weekdays
from build_tools.records.hours import HoursRule
from tests.facts.any_schedule import (
    BROADLY,
    NO_CLOCK,
    SOME_HOURS_CLOSED,
    UNSHRUNK,
    WITH_CLOCK,
    exception,
    some,
    written,
)
from tests.facts.notices import announced

KNOWN = announced(2025, 2026)
FIRST, LAST = date(2026, 11, 16), date(2027, 11, 16)
LETTERS = "一二三四五六日"


def told(schedule: Schedule, first: date = FIRST, last: date = LAST) -> str:
    """The weeks, one after the other: `… 2026-12-31: 一二三四五 9:00-17:00 | 2027-01-01 …: 六 9:00-12:00`."""
    return " | ".join(map(week_in_words, usual_weeks(schedule, first, last)))


def week_in_words(week: UsualWeek) -> str:
    """One week."""
    days: dict[str, str] = {}
    for letter, state in zip(LETTERS, week.days, strict=True):
        if state != NOTHING:
            days[day_in_words(state)] = days.get(day_in_words(state), "") + letter
    ends = " ".join(f"{day or '…'}" for day in (week.first, week.last))
    return f"{ends}: {', '.join(f'{letters} {words}' for words, letters in days.items())}"


def day_in_words(state: DayState) -> str:
    """One day."""
    if not state.clock:
        return f"{state.part.label if state.part else ''}?"
    return "、".join(f"{clock(one.start)}-{clock(one.end)}" for one in state.sessions) or f"休息{state.reason}"


def clock(minute: int) -> str:
    """`9:00`, and 30:00 on the next day."""
    return f"{minute // 60}:{minute % 60:02}"


WEEKS = {
    "each day": (("每天 9:00-17:00",), "… …: 一二三四五六日 9:00-17:00"),
    "days that differ": (("工作日 9:00-17:00", "周六 9:00-12:00"), "… …: 一二三四五 9:00-17:00, 六 9:00-12:00"),
    "the later line wins": (("每天 9:00-17:00", "周三 13:00-15:00"), "… …: 一二四五六日 9:00-17:00, 三 13:00-15:00"),
    "an earlier line that is hidden": (("周三 13:00-15:00", "每天 9:00-17:00"), "… …: 一二三四五六日 9:00-17:00"),
    "a lunch break": (("周一 9:00-12:00、14:00-17:30",), "… …: 一 9:00-12:00、14:00-17:30"),
    "a day off and why": (("每天 9:00-17:00", "周一 休息：学习"), "… …: 一 休息学习, 二三四五六日 9:00-17:00"),
    "a part of the day": (("每周五下午",), "… …: 五 下午?"),
    "no time at all": (("每周五 时间待定",), "… …: 五 ?"),
    "past midnight": (("周六 22:00-次日6:00",), "… …: 六 22:00-30:00"),
    "hours off": (("每天 9:00-17:00", "周二 12:00-13:00 休息"), "… …: 一三四五六日 9:00-17:00, 二 9:00-12:00、13:00-17:00"),
    "hours off, wherever the line stands": (
        ("周二 12:00-13:00 休息", "周一、周二 9:00-17:00"), "… …: 一 9:00-17:00, 二 9:00-12:00、13:00-17:00",
    ),
    "hours off in the night before": (
        ("周一 22:00-次日6:00", "周二 2:00-4:00 休息"), "… …: 一 22:00-26:00、28:00-30:00",
    ),
    "hours off in the morning after": (("周一、周二 0:00-4:00", "周一 23:00-次日1:00 休息"), "… …: 一 0:00-4:00, 二 1:00-4:00"),
    "a season": (
        ("每天 9:00-17:00", "6月1日至8月31日 每天 9:00-20:00"),
        "… 2027-05-31: 一二三四五六日 9:00-17:00 | 2027-06-01 2027-08-31: 一二三四五六日 9:00-20:00"
        " | 2027-09-01 2028-05-31: 一二三四五六日 9:00-17:00",
    ),
    "a season over New Year": (
        ("11月至3月 每天 9:00-17:00",),
        "… 2027-03-31: 一二三四五六日 9:00-17:00 | 2027-11-01 2028-03-31: 一二三四五六日 9:00-17:00",
    ),
    "a season that changes nothing": (("每天 9:00-17:00", "6月至8月 每天 9:00-17:00"), "… …: 一二三四五六日 9:00-17:00"),
    "two seasons that fill the year": (("4月至10月 周一 9:00-17:00", "11月至3月 周一 9:00-17:00"), "… …: 一 9:00-17:00"),
    "a season until the leap day": (
        ("2月1日至2月29日 周一 9:00-17:00",), "2027-02-01 2027-02-28: 一 9:00-17:00",
    ),
    "from a day on": (("2026-12-01起 周一 9:00-17:00",), "2026-12-01 …: 一 9:00-17:00"),
    "from a day on that is past": (("2026-10-01起 周一 9:00-17:00",), "… …: 一 9:00-17:00"),
    "for some time": (("2026-12-01至2027-01-31 周一 9:00-17:00",), "2026-12-01 2027-01-31: 一 9:00-17:00"),
    "for years": (("2026-12-01至2029-01-31 周一 9:00-17:00",), "2026-12-01 2029-01-31: 一 9:00-17:00"),
    "for ever": (("2026-12-01至9999-12-31 周一 9:00-17:00",), "2026-12-01 …: 一 9:00-17:00"),
    "only after these years": (("2029-01-31起 周一 9:00-17:00",), ""),
    "other hours after these years": (
        ("周一 9:00-17:00", "2029-01-31起 周一 9:00-12:00"), "… 2029-01-30: 一 9:00-17:00",
    ),
    "a week cut short": (("2026-12-01至2026-12-02 每天 9:00-17:00",), "2026-12-01 2026-12-02: 二三 9:00-17:00"),
    "not by the week": (("每月1日 9:00-17:00", "农历初一 9:00-17:00", "上学日 9:00-17:00", "2026-12-01 9:00-10:00"), ""),
    "holidays left out": (("每天 9:00-17:00", "节假日 休息"), "… …: 一二三四五六日 9:00-17:00"),
    "vacations left out": (("周一 9:00-17:00", "暑假 周一 9:00-12:00"), "… …: 一 9:00-17:00"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "weeks"), WEEKS.values(), ids=WEEKS)
def test_the_weeks_are(lines: tuple[str, ...], weeks: str) -> None:
    assert told(written(*lines)) == weeks


SHUT = {
    "not yet open": (Stretch(None, date(2026, 11, 30)), "2026-12-01 …: 一 9:00-17:00"),
    "closes": (Stretch(date(2026, 12, 1), None), "… 2026-11-30: 一 9:00-17:00"),
    "closed": (Stretch(date(2026, 11, 16), None), ""),
    "never open": (Stretch(None, None), ""),
    "closes in two years": (Stretch(date(2028, 12, 1), None), "… 2028-11-30: 一 9:00-17:00"),
}


@pytest.mark.parametrize(("days", "weeks"), SHUT.values(), ids=SHUT)
def test_nothing_is_usual_while_a_station_is_shut(days: Stretch, weeks: str) -> None:
    assert told(Schedule(written("周一 9:00-17:00").rules, shut=Shut(days, ""))) == weeks


def test_dated_exceptions_are_not_usual() -> None:
    away = exception("2026-12-07", closed="学习")
    assert told(written("周一 9:00-17:00", exceptions=(away,))) == "… …: 一 9:00-17:00"


@pytest.mark.parametrize(
    ("line", "regular"),
    [
        ("每天 9:00-17:00", True),
        ("周一、周三 9:00-17:00", True),
        ("5月至9月 工作日 9:00-17:00", True),
        ("周一、每月1日 9:00-17:00", False),
        ("每月第二个周六 9:00-17:00", False),
        ("寒假 每天 9:00-17:00", False),
        ("上学日 9:00-17:00", False),
    ],
)
def test_a_rule_goes_by_the_week_or_it_does_not(line: str, regular: bool) -> None:
    assert (irregular_rules(written(line)) == ()) == regular


# Against the timetable

WINDOWS = (date(2026, 11, 16), date(2027, 2, 1), date(2028, 2, 14), date(2026, 12, 20))
"""Two of them with the end of a February, one of which has 29 days."""
COUNT = 60
WEEKLY = st.one_of(
    st.sampled_from((DayGroup.EVERY_DAY, DayGroup.WORKDAY, DayGroup.REST_DAY)), st.builds(Weekdays, some(range(7), 4))
)
OPENINGS = st.one_of(WITH_CLOCK, WITH_CLOCK, SOME_HOURS_CLOSED, NO_CLOCK)
MONTH_DAYS = st.one_of(
    st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: (day.month, day.day)),
    st.sampled_from(((2, 28), (2, 29), (3, 1), (12, 31), (1, 1))),
)


def near(first: date) -> st.SearchStrategy[date]:
    """Days about the window from `first` on."""
    return st.dates(first - timedelta(days=10), first + timedelta(days=COUNT + 10))


def stretches(first: date) -> st.SearchStrategy[Stretch]:
    """Times with one end or two."""
    two = st.tuples(near(first), near(first)).map(lambda days: Stretch(min(days), max(days)))
    return st.one_of(
        two, near(first).map(lambda day: Stretch(day, None)), near(first).map(lambda day: Stretch(None, day))
    )


def schedules_by_the_week(first: date) -> st.SearchStrategy[Schedule]:
    """Any schedule in which the week, the season and stretches of days decide, and nothing else."""
    periods = st.one_of(st.none(), st.builds(Season, MONTH_DAYS, MONTH_DAYS), stretches(first))
    rules = st.builds(HoursRule, st.lists(WEEKLY, min_size=1, max_size=2).map(tuple), OPENINGS, periods)
    shut = st.one_of(st.none(), st.none(), stretches(first).map(lambda days: Shut(days, "搬迁")))
    return st.builds(lambda some, shut: Schedule(tuple(some), shut=shut), st.lists(rules, max_size=5), shut)


def by_the_week(schedule: Schedule, first: date, day: date) -> tuple[object, ...]:
    """When it is open on `day` by the usual weeks that were asked for from `first` on."""
    weeks = usual_weeks(schedule, first, first + timedelta(days=COUNT))
    holding = [week for week in weeks if (week.first or day) <= day <= (week.last or day)]
    assert len(holding) < 2, "two weeks at once"
    return holding[0].days[day.weekday()].opening if holding else NOTHING.opening


@settings(max_examples=150, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(st.sampled_from(WINDOWS).flatmap(lambda first: st.tuples(st.just(first), schedules_by_the_week(first))))
def test_every_day_is_as_the_timetable_says(asked: tuple[date, Schedule]) -> None:
    first, schedule = asked
    table = timetable(schedule, almanac(first, COUNT, KNOWN))
    days = [first + timedelta(days=step) for step in range(COUNT)]
    assert {day: by_the_week(schedule, first, day) for day in days} == {day: table.on(day).opening for day in days}
