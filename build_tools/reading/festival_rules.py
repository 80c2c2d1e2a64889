"""What a year's holidays have to do with its festivals; a notice names all seven, each with its own day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from build_tools.lunar import FIRST_YEAR, LAST_YEAR, qingming, solar_day
from build_tools.reading.calendar_rules import blocks, days_outside
from build_tools.reading.written import Written, each
from build_tools.records.calendar import Holiday, HolidayCalendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_tools.problems import Problem


def by_the_sun(month: int, day: int) -> Callable[[int], tuple[date, ...]]:
    """Year → the day of a festival that has the same date every year."""
    return lambda year: (date(year, month, day),)


def by_the_moon(month: int, day: int) -> Callable[[int], tuple[date, ...]]:
    """Year → the day of a festival that has a lunar date, or nothing where the table of the moon ends."""
    return lambda year: tuple(filter(None, [solar_day(year, month, day)]))


def around_qingming(year: int) -> tuple[date, ...]:
    """清明 of `year` and the other days on which it may be; the days off of a notice need only hold one of them."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    return (qingming(year), *(date(year, 4, day) for day in (4, 5, 6)))


FESTIVALS = {
    "元旦": by_the_sun(1, 1),
    "春节": by_the_moon(1, 1),
    "清明节": around_qingming,
    "劳动节": by_the_sun(5, 1),
    "端午节": by_the_moon(5, 5),
    "中秋节": by_the_moon(8, 15),
    "国庆节": by_the_sun(10, 1),
}
"""Those for which the law gives all of China days off → year → its own day, and others that do as well."""


def a_year_has_all_its_festivals(written: Sequence[Written]) -> Iterator[Problem]:
    """A notice is for the whole year, and what a file leaves out counts as worked; one block may bear two names."""
    for one, calendar in each(in_their_year(written), HolidayCalendar):
        named = [holiday.name for holiday in calendar.holidays if not holiday.regions]
        missing = [festival for festival in FESTIVALS if not any(festival in name for name in named)]
        if missing:
            days = FESTIVALS[missing[0]](int(calendar.year))
            words = {"missing": "、".join(missing), "first": missing[0], "day": days[0] if days else ""}
            yield one.problem("W112", "holidays", year=calendar.year, **words)


def a_holiday_holds_its_own_day(written: Sequence[Written]) -> Iterator[Problem]:
    """A festival's days off are around its own day; what one province adds may lie elsewhere."""
    for one, position, holiday in blocks(in_their_year(written)):
        for festival, days_in in FESTIVALS.items():
            own = days_in(int(one.record.year))
            if festival in holiday.name and own and not holds_one(holiday, days_in):
                words = {"festival": festival, "year": one.record.year, "day": own[0]}
                yield one.problem("W113", "holidays", position, "days", **words)
                break


def in_their_year(written: Sequence[Written]) -> list[Written]:
    """The calendars of `written` that are about their year: what is wrong with the others is told by another rule."""
    calendars = each(written, HolidayCalendar)
    return [one for one, it in calendars if not any(days_outside(block, int(it.year)) for block in it.holidays)]


def holds_one(holiday: Holiday, days_in: Callable[[int], tuple[date, ...]]) -> bool:
    """Whether `holiday` has a festival's day in any year that it touches: a year mistaken is told by another rule."""
    years = {holiday.days.first.year, holiday.days.last.year}
    return bool(holiday.regions) or any(day in holiday.days for year in years for day in days_in(year))
