"""A schedule without everything that is not the same each week: what open data can say of hours that go on.

Holidays, exceptions, and rules by the month, the moon or the school are not in it: `timetable` knows those.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.day_state import NOTHING, DayState, without_hours
from build_tools.facts.layers import Layer, Level, layers
from build_tools.records.days import DayGroup, DayTerm, Season, Stretch, Weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.schedule import Schedule
    from build_tools.records.days import Period
    from build_tools.records.hours import HoursRule

ONE_DAY = timedelta(days=1)
LEAP_DAY = (2, 29)
GROUPS: dict[DayTerm, tuple[int, ...]] = {
    DayGroup.EVERY_DAY: (0, 1, 2, 3, 4, 5, 6),
    DayGroup.WORKDAY: (0, 1, 2, 3, 4),
    DayGroup.REST_DAY: (5, 6),
}


@dataclass(frozen=True, slots=True)
class UsualWeek:
    """What each day of a week usually is from `first` to `last`; an end that is None is open."""

    first: date | None
    last: date | None
    days: tuple[DayState, ...]
    """From Monday on."""


def usual_weeks(schedule: Schedule, first: date, last: date) -> tuple[UsualWeek, ...]:
    """The weeks of `schedule` between `first` and `last`, in order; none where nothing goes by the week.

    What holds already at `first` has no beginning, and what nothing ends has no end, also after `last`.
    """
    weekly = [layer for layer in layers(schedule) if is_weekly(layer)]
    begins = turns(schedule, weekly, first, last)
    ends = [*(day - ONE_DAY for day in begins[1:]), last]
    found: list[UsualWeek] = []
    for begin, end in zip(begins, ends, strict=True):
        days = tuple(day_in(weekly, weekday, begin) for weekday in range(7))
        shut = schedule.shut is not None and covers(schedule.shut.days, begin)
        if found and found[-1].last == begin - ONE_DAY and found[-1].days == days and not shut:
            begin = found.pop().first or first
        if not shut and any(day != NOTHING for day in days):
            found.append(UsualWeek(begin, end, days))
    goes_on = not any(isinstance(layer.period, Season) for layer in weekly)
    return tuple(
        UsualWeek(
            None if week.first == first else week.first, None if week.last == last and goes_on else week.last, week.days
        )
        for week in found
    )


def irregular_rules(schedule: Schedule) -> tuple[HoursRule, ...]:
    """The rules of `schedule` that no week can tell, or not altogether."""
    return tuple(rule for rule in schedule.rules if not goes_by_the_week(rule))


def goes_by_the_week(rule: HoursRule) -> bool:
    """Whether `rule` names days of the week only, for all time or for parts of the year."""
    return all(weekdays_of(term) for term in rule.days) and isinstance(rule.period, Season | Stretch | None)


def is_weekly(layer: Layer) -> bool:
    """Whether `layer` says something of days of the week."""
    is_weak = layer.level >= Level.HOURS_OFF and not layer.usual
    return is_weak and bool(weekdays_of(layer.days)) and isinstance(layer.period, Season | Stretch | None)


def weekdays_of(term: DayTerm | Period) -> tuple[int, ...]:
    """The days of the week that `term` names, Monday as 0; none if it names days otherwise."""
    if isinstance(term, Weekdays):
        return term.days
    return GROUPS.get(term, ()) if isinstance(term, DayGroup) else ()


def turns(schedule: Schedule, weekly: list[Layer], first: date, last: date) -> list[date]:
    """`first`, and the days until `last` on which another week begins to hold."""
    periods = [layer.period for layer in weekly if layer.period is not None]
    if schedule.shut is not None:
        periods.append(schedule.shut.days)
    found = {day for period in periods for day in edges(period, first, last) if first < day <= last}
    return [first, *sorted(found)]


def edges(period: Period, first: date, last: date) -> Iterator[date]:
    """The days on which `period` begins, or is over, at least all those between `first` and `last`."""
    if isinstance(period, Stretch):
        if period.first:
            yield period.first
        if period.last:
            yield period.last + ONE_DAY
    elif isinstance(period, Season):
        for year in range(first.year - 1, last.year + 1):
            for month, day in (period.first, period.last):
                at = date(year, month, 28 if (month, day) == LEAP_DAY else day)
                yield from (at, at + ONE_DAY, at + 2 * ONE_DAY)


def covers(period: Period | None, day: date) -> bool:
    """Whether `day` lies in `period`; nothing is all time."""
    if isinstance(period, Stretch):
        return (period.first is None or period.first <= day) and (period.last is None or day <= period.last)
    if isinstance(period, Season):
        at = (day.month, day.day)
        if period.first <= period.last:
            return period.first <= at <= period.last
        return at >= period.first or at <= period.last
    return True


def day_in(weekly: list[Layer], weekday: int, begin: date) -> DayState:
    """What `weekday` is by the layers that hold from `begin` on, the strongest of which come first."""
    holding = [one for one in weekly if weekday in weekdays_of(one.days) and covers(one.period, begin)]
    state = next((layer.state for layer in holding if not layer.off), NOTHING)
    for layer in holding:
        if layer.off:
            state = without_hours(state, list(layer.off), layer.state)
    return state
