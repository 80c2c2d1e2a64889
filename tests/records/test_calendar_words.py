"""Seasons, stretches of dates and vacations at the start of a rule are read; dates that do not exist are refused."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.records.days import DayGroup, DayTerm, Period, Season, Stretch, Vacation, Weekdays
from build_tools.records.hours import HoursRule
from tests.records.refusals import refused

SUMMER = Season((5, 1), (9, 30))
SINCE_THE_8TH = Stretch(date(2026, 10, 8), None)
UNTIL_NEW_YEAR = Stretch(None, date(2026, 12, 31))
A_WEEK = Stretch(date(2026, 10, 1), date(2026, 10, 7))
PERIODS: list[tuple[str, Period]] = [
    ("5月1日至9月30日", SUMMER),
    ("5月1号到9月30号", SUMMER),
    ("5月1日-9月30日", SUMMER),
    ("5月1日 — 9月30日", SUMMER),
    ("每年5月1日至9月30日", SUMMER),
    ("５月１日至９月30日", SUMMER),
    ("5月至9月", SUMMER),
    ("5月-9月", SUMMER),
    ("7月", Season((7, 1), (7, 31))),
    ("2月", Season((2, 1), (2, 29))),
    ("11月1日至次年3月15日", Season((11, 1), (3, 15))),
    ("11月1日至3月15日", Season((11, 1), (3, 15))),
    ("11月至次年3月", Season((11, 1), (3, 31))),
    ("10月1日至7日", Season((10, 1), (10, 7))),
    ("10月1日至1日", Season((10, 1), (10, 1))),
    ("2026-10-01至2026-10-07", A_WEEK),
    ("2026-10-01 - 2026-10-07", A_WEEK),
    ("自2026-10-01至2026-10-07止", A_WEEK),
    ("2026年10月1日至2026年10月7日", A_WEEK),
    ("2026-10-08起", SINCE_THE_8TH),
    ("自2026-10-08起", SINCE_THE_8TH),
    ("从2026年10月8日开始", SINCE_THE_8TH),
    ("2026-12-31止", UNTIL_NEW_YEAR),
    ("至2026-12-31", UNTIL_NEW_YEAR),
    ("截至2026-12-31", UNTIL_NEW_YEAR),
    ("暑假", Vacation.SUMMER),
    ("寒假", Vacation.WINTER),
]
BEHIND: list[tuple[str, tuple[DayTerm, ...]]] = [
    (" 9:00-12:00", (DayGroup.EVERY_DAY,)),
    (" 每天 9:00-12:00", (DayGroup.EVERY_DAY,)),
    ("，周一 9:00-12:00", (Weekdays((0,)),)),
    ("：周一、周二 9:00-12:00", (Weekdays((0, 1)),)),
    ("每周一 9:00-12:00", (Weekdays((0,)),)),
    (" 工作日 9:00-12:00", (DayGroup.WORKDAY,)),
]
REFUSED = [
    ("「2月30日」至3月5日 9:00-12:00", "E091"),
    ("5月1日至「9月31日」 9:00-12:00", "E091"),
    ("「10月1日至32日」 9:00-12:00", "E091"),
    ("「5月至13月」 9:00-12:00", "E091"),
    ("「0月」 9:00-12:00", "E091"),
    ("「10月7日至1日」 9:00-12:00", "E082"),
    ("「2026-10-07至2026-10-01」 每天 9:00-12:00", "E082"),
    ("「2026-02-29」起 每天 9:00-12:00", "E032"),
    ("2026-02-01至「2026-02-29」 每天 9:00-12:00", "E032"),
    ("2026-05-01至「10-07」 每天 9:00-12:00", "E031"),
    ("5月1日至「9月」 9:00-12:00", "E037"),
    ("「5-9月」 每天 9:00-12:00", "E037"),
    ("5月、「6月」 9:00-12:00", "E037"),
    ("5月1日至9月30日、「11月」 9:00-12:00", "E037"),
    ("寒假、「暑假」 9:00-12:00", "E037"),
    ("「自2026-10-08」 每天 9:00-12:00", "E037"),
    ("「至」 每天 9:00-12:00", "E037"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
@pytest.mark.parametrize(("behind", "days"), BEHIND)
def test_the_part_of_the_year_is_read_with_what_follows_it(
    text: str, period: Period, behind: str, days: tuple[DayTerm, ...]
) -> None:
    rule = HoursRule.from_text(text + behind)
    assert (rule.period, rule.days) == (period, days)


@pytest.mark.parametrize("text", ["7月9:00-12:00", "7月19:00-22:00", "5月至9月9:00-12:00", "10月1日至7日9:00-12:00"])
def test_a_time_may_follow_a_season_without_a_blank(text: str) -> None:
    rule = HoursRule.from_text(text)
    assert isinstance(rule.period, Season)
    assert len(rule.opening.spans) == 1


@pytest.mark.parametrize(("marked", "code"), REFUSED)
def test_a_part_of_the_year_that_cannot_be_is_refused_where_it_stands(marked: str, code: str) -> None:
    assert refused(HoursRule.from_text, marked) == code
