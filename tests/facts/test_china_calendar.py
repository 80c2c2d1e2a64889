"""Which days are holidays by law, which a notice has settled, and which nobody can know yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import chinese_calendar  # type: ignore[import-untyped]
import pytest

from build_tools.facts.almanac import almanac
from build_tools.facts.china_calendar import china_calendar, days_near, holidays_in, statutory_days, undecided_days
from build_tools.records.calendar import DayStretch, HolidayCalendar, MakeupDay
from build_tools.records.calendar import Holiday as Block
from build_tools.records.key import UNKNOWN
from build_tools.records.values import Source
from tests.facts.naive import ORDINARY, Kind, fixed_kind, near, on, possible_kinds, statutory
from tests.facts.notices import announced, bulletin_with

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_LAW = """
year  元旦   春节         清明节  劳动节       端午节  中秋节  国庆节
2025  01-01  01-28…01-31  04-04   05-01…05-02  05-31   10-06   10-01…10-03
2026  01-01  02-16…02-19  04-05   05-01…05-02  06-19   09-25   10-01…10-03
2027  01-01  02-05…02-08  04-05   05-01…05-02  06-09   09-15   10-01…10-03
2028  01-01  01-25…01-28  04-04   05-01…05-02  05-28   10-03   10-01…10-03
2029  01-01  02-12…02-15  04-04   05-01…05-02  06-16   09-22   10-01…10-03
2030  01-01  02-02…02-05  04-05   05-01…05-02  06-05   09-12   10-01…10-03
"""
"""除夕 to 初三 is 春节."""
NAMES, *ROWS = [line.split() for line in BY_LAW.strip().splitlines()]
TWICE = date(2028, 10, 3)
"""中秋节 and 国庆节 at once."""
FIRST, LAST_DECIDED = date(2008, 1, 1), date(2026, 12, 20)
"""What is known of all days; later ones depend on the notice for 2027."""
ONCE_ONLY = {date(2015, 9, 3), date(2015, 9, 4), date(2015, 9, 6)}
"""The 70th anniversary of the victory, a Thursday and a Friday off, and the Sunday that was worked for it."""
GUANGXI = "广西壮族自治区"


def stretch(year: str, text: str) -> Iterator[date]:
    """The days in `01-28…01-31`."""
    first, _, last = text.partition("…")
    begin, end = (date.fromisoformat(f"{year}-{day}") for day in (first, last or first))
    return (begin + timedelta(days=step) for step in range((end - begin).days + 1))


@pytest.mark.parametrize(("year", "texts"), [(row[0], row[1:]) for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_law_names_these_days(year: str, texts: list[str]) -> None:
    for name, text in zip(NAMES[1:], texts, strict=True):
        for day in stretch(year, text):
            assert name in statutory(day)
            assert statutory_days(int(year))[day] == name or day == TWICE
    assert len(statutory_days(int(year))) == (12 if year == "2028" else 13)


def test_a_day_may_be_two_festivals() -> None:
    assert all(name in statutory_days(2028)[TWICE] for name in ("中秋节", "国庆节"))


@pytest.mark.parametrize("year", range(2020, 2033))
def test_the_law_names_the_days_that_another_lunar_calendar_gives(year: int) -> None:
    days = (on(date(year, 1, 1), step) for step in range(366))
    assert set(statutory_days(year)) == {day for day in days if day.year == year and statutory(day)}


AROUND_NEW_YEAR = """
Mon 2026-12-21  Mon decided    Tue decided    Wed decided    Thu decided    Fri decided    Sat undecided  Sun undecided
Mon 2026-12-28  Mon decided    Tue undecided  Wed undecided  Thu undecided  Fri holiday    Sat undecided  Sun undecided
Mon 2027-01-04  Mon undecided  Tue undecided  Wed undecided  Thu undecided  Fri undecided  Sat undecided  Sun undecided
Mon 2027-01-11  Mon decided    Tue decided    Wed decided    Thu decided    Fri decided    Sat decided    Sun decided
Mon 2027-01-25  Mon decided    Tue decided    Wed decided    Thu decided    Fri decided    Sat undecided  Sun undecided
Mon 2027-02-01  Mon decided    Tue undecided  Wed undecided  Thu undecided  Fri holiday    Sat holiday    Sun holiday
Mon 2027-02-08  Mon holiday    Tue undecided  Wed undecided  Thu undecided  Fri undecided  Sat undecided  Sun undecided
Mon 2027-02-15  Mon undecided  Tue decided    Wed decided    Thu decided    Fri decided    Sat undecided  Sun undecided
Mon 2027-02-22  Mon decided    Tue decided    Wed decided    Thu decided    Fri decided    Sat decided    Sun decided
"""


@pytest.mark.parametrize("week", [line.split() for line in AROUND_NEW_YEAR.strip().splitlines()], ids="-".join)
def test_the_days_near_an_unannounced_holiday_are_undecided(week: list[str]) -> None:
    known, monday = announced(2025, 2026), date.fromisoformat(week[1])
    undecided, holidays = undecided_days(known, range(2025, 2029)), holidays_in(known, range(2025, 2029))
    for step, expected in enumerate(week[3::2]):
        day = on(monday, step)
        assert f"{day:%a}" == week[2 + 2 * step]
        assert (day in undecided, day in holidays) == (expected == "undecided", expected == "holiday"), day


def test_an_undecided_day_bears_the_name_of_the_holiday_it_is_near() -> None:
    undecided = undecided_days(announced(2025, 2026), (2026, 2027))
    assert undecided[date(2026, 12, 31)] == ("元旦",)
    assert undecided[date(2027, 2, 20)] == ("春节",)


def test_once_a_year_is_announced_none_of_its_days_is_undecided_but_those_near_the_next_new_year() -> None:
    undecided = undecided_days(announced(2025, 2026), range(2025, 2028))
    early = [day for day in undecided if day.year <= 2026]
    assert early == [on(date(2026, 12, 26), step) for step in (0, 1, 3, 4, 5)]


@pytest.mark.parametrize("years", [(2025, 2026), (2025,), (2026,), ()])
def test_every_day_of_four_years_is_what_the_naive_calendar_says(years: tuple[int, ...]) -> None:
    known = announced(*years)
    span = range(2024, 2030)
    undecided, holidays = undecided_days(known, span), holidays_in(known, span)
    for step in range(4 * 365):
        day = on(date(2025, 1, 1), step)
        assert (day in undecided) == (len(possible_kinds(day, known)) > 1), day
        names = {name for both in undecided.get(day, ()) for name in both.split("、")}
        assert names == (near(day, known.announced) if day in undecided else set()), day
        assert (day in holidays) == bool(fixed_kind(day, known).holiday), day


def sanyuesan() -> tuple[HolidayCalendar, ...]:
    """Our calendars, and in one more for 2026 the holiday of one province."""
    days = DayStretch(date(2026, 4, 18), date(2026, 4, 21))
    makeup = MakeupDay(date(2026, 4, 12), 0)
    block = Block(name="三月三", days=days, makeups=(makeup,), regions=(GUANGXI,))
    source = Source(title="通知", publisher="广西壮族自治区人民政府", date=UNKNOWN)
    return (*bulletin_with(2025, 2026).calendars, HolidayCalendar(year="2026", source=source, holidays=(block,)))


@pytest.mark.parametrize(
    ("region", "kinds"),
    [
        (GUANGXI, [Kind(replaces=0), Kind("三月三"), Kind("三月三"), Kind("三月三")]),
        ("广东省", [ORDINARY] * 4),
        ("", [ORDINARY] * 4),
    ],
)
def test_a_holiday_of_one_province_is_none_elsewhere(region: str, kinds: list[Kind]) -> None:
    known = china_calendar(sanyuesan(), region)
    days = [date(2026, 4, 12), date(2026, 4, 18), date(2026, 4, 20), date(2026, 4, 21)]
    assert [fixed_kind(day, known) for day in days] == kinds
    names = almanac(date(2026, 4, 1), 30, known).holiday_names
    assert [names.get(day, "") for day in days] == [kind.holiday for kind in kinds]
    assert names[date(2026, 4, 5)] == "清明节"


def test_since_2008_every_rearranged_day_was_near_a_statutory_one() -> None:
    """Since 2008 each statutory day of the law at the time is one of today's too."""
    possible = {day for year in range(2008, 2028) for one in statutory_days(year) for day in days_near(one)}
    days = (on(FIRST, step) for step in range((LAST_DECIDED - FIRST).days + 1))
    rearranged = {day for day in days if chinese_calendar.is_workday(day) != (day.weekday() < 5)}
    assert rearranged - possible == ONCE_ONLY
