"""Lunar days are read as people write them; days that the lunar calendar never has are refused."""

from __future__ import annotations

import pytest

from build_tools.records.days import Beside, DayTerm, LunarDays, NewYearsEve, Shift, Toward
from build_tools.records.hours import HoursRule
from build_tools.records.numerals import lunar_words
from tests.records.refusals import refused

DOUBLE_NINTH = LunarDays((9,), 9)
FRI = 4
READ: list[tuple[str, tuple[DayTerm, ...]]] = [
    ("农历九月初九", (DOUBLE_NINTH,)),
    ("阴历九月初九", (DOUBLE_NINTH,)),
    ("农历 九月 初九", (DOUBLE_NINTH,)),
    ("重阳节", (DOUBLE_NINTH,)),
    ("元宵节", (LunarDays((15,), 1),)),
    ("龙抬头", (LunarDays((2,), 2),)),
    ("七夕", (LunarDays((7,), 7),)),
    ("腊八节", (LunarDays((8,), 12),)),
    ("除夕", (NewYearsEve(),)),
    ("农历除夕", (NewYearsEve(),)),
    ("除夕前两天", (Beside(NewYearsEve(), -2),)),
    ("农历正月十五", (LunarDays((15,), 1),)),
    ("农历冬月初一", (LunarDays((1,), 11),)),
    ("农历十一月初一", (LunarDays((1,), 11),)),
    ("农历腊月二十三", (LunarDays((23,), 12),)),
    ("农历十二月廿三", (LunarDays((23,), 12),)),
    ("农历腊月三十", (LunarDays((30,), 12),)),
    ("农历闰六月初一", (LunarDays((1,), 6, leap=True),)),
    ("农历六月", (LunarDays(tuple(range(1, 31)), 6),)),
    ("农历正月初一至初三", (LunarDays((1, 2, 3), 1),)),
    ("农历正月初一到初三、十五", (LunarDays((1, 2, 3, 15), 1),)),
    ("农历初一、十五", (LunarDays((1, 15)),)),
    ("农历初一和十五", (LunarDays((1, 15)),)),
    ("农历每月初一、十五", (LunarDays((1, 15)),)),
    ("农历每个月的初一", (LunarDays((1,)),)),
    ("农历九月初九、农历八月十五", (DOUBLE_NINTH, LunarDays((15,), 8))),
    ("农历九月初九前一天", (Beside(DOUBLE_NINTH, -1),)),
    ("农历九月初九后三天", (Beside(DOUBLE_NINTH, 3),)),
    ("农历九月初九，前移到周五", (Toward(DOUBLE_NINTH, FRI, Shift.PREVIOUS),)),
]
REFUSED = [
    "农历九月「三十一」 9:00-12:00",
    "农历「十三月」初一 9:00-12:00",
    "农历「闰正月」初一 9:00-12:00",
    "农历「闰十二月」初一 9:00-12:00",
    "农历「一月」初一 9:00-12:00",
    "农历九月「九」 9:00-12:00",
    "农历「9月」9日 9:00-12:00",
    "农历九月初一、「四十」 9:00-12:00",
    "农历正月初三至「初一」 9:00-12:00",
    "农历正月初三至「二」月初一 9:00-12:00",
    "农历每月「9:00-12:00」",
    "农历「9:00-12:00」",
    "农历「立春」 9:00-12:00",
]


@pytest.mark.parametrize(("text", "terms"), READ)
def test_lunar_days_are_read(text: str, terms: tuple[DayTerm, ...]) -> None:
    assert HoursRule.from_text(f"{text} 9:00-12:00").days == terms


@pytest.mark.parametrize("marked", REFUSED)
def test_a_day_that_the_lunar_calendar_never_has_is_refused(marked: str) -> None:
    assert refused(HoursRule.from_text, marked) == "E092"


@pytest.mark.parametrize(
    "marked", ["「九月初九」 9:00-12:00", "农历九月初九、「八月十五」 9:00-12:00", "「重阳」 9:00-12:00"]
)
def test_without_the_word_lunar_nothing_is_taken_for_a_lunar_day(marked: str) -> None:
    assert refused(HoursRule.from_text, marked) == "E037"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_lunar_day_is_read_as_the_site_writes_it(month: int) -> None:
    for day in range(1, 31):
        assert HoursRule.from_text(lunar_words(month, day)).days == (LunarDays((day,), month),)
