"""A schedule without everything that is not the same each week: what open data can say of hours that go on.

Holidays, exceptions, and rules by the month, the moon or the school are not in it: `timetable` knows those.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.day_state import NOTHING, DayState, without_hours
from build_tools.facts.layers import Layer, Level, layers
from build_tools.records.clock import MINUTES_A_DAY, TimeRange
from build_tools.records.days import DayGroup, DayTerm, Season, Stretch, Weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.schedule import Schedule
    from build_tools.records.days import Period
    from build_tools.records.hours import HoursRule

ONE_DAY = timedelta(days=1)
A_YEAR = timedelta(days=366)
LATEST = date(9997, 1, 1)
"""What ends later ends never: the calendar of this language does too."""
LEAP_DAY = (2, 29)
GROUPS: dict[DayTerm, tuple[int, ...]] = {
    DayGroup.EVERY_DAY: (0, 1, 2, 3, 4, 5, 6),
    DayGroup.WORKDAY: (0, 1, 2, 3, 4),
    DayGroup.REST_DAY: (5, 6),
}
Days = tuple[DayState, ...]
"""From Monday on."""


@dataclass(frozen=True, slots=True)
class UsualWeek:
    """What each day of a week usually is from `first` to `last`; an end that is None is open."""

    first: date | None
    last: date | None
    days: Days
    """What would be a day outside a week that is cut short is nothing."""


def usual_weeks(schedule: Schedule, first: date, last: date) -> tuple[UsualWeek, ...]:
    """The weeks of `schedule` that begin between `first` and `last`, in order; none where nothing goes by the week.

    What holds already at `first` has no beginning, and what nothing ends has no end.
    """
    weekly = [layer for layer in layers(schedule) if is_weekly(layer)]
    shut = schedule.shut.days if schedule.shut else None
    periods = [*(layer.period for layer in weekly), shut]
    horizon = beyond(periods, last)
    begins = turns(periods, first, horizon, spill=reaches_over_midnight(weekly))
    found: list[tuple[date, date, Days]] = []
    for begin, end in zip(begins, [*(day - ONE_DAY for day in begins[1:]), horizon], strict=True):
        if shut is None or not covers(shut, begin):
            found = joined(found, begin, end, days_from(weekly, shut, begin, end))
        if found and found[-1][0] > last:
            break
    return tuple(
        UsualWeek(None if begin == first else begin, None if end == horizon else end, days)
        for begin, end, days in found
        if begin <= last and any(day != NOTHING for day in days)
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


def reaches_over_midnight(weekly: list[Layer]) -> bool:
    """Whether hours that one of `weekly` takes from its days may lie in the night before or after."""
    ends = [session.end for layer in weekly for session in layer.state.sessions]
    off = [span.end for layer in weekly for span in layer.off]
    return bool(off) and max(*ends, *off, 0) > MINUTES_A_DAY


def beyond(periods: list[Period | None], last: date) -> date:
    """A day by which everything has turned that ever will: a year after `last` and the ends of all stretches."""
    ends = [day for one in periods if isinstance(one, Stretch) for day in (one.first, one.last) if day]
    return min(max([last, *ends]), LATEST) + A_YEAR


def turns(periods: list[Period | None], first: date, last: date, *, spill: bool) -> list[date]:
    """`first`, and the days until `last` on which another week may begin to hold; with `spill` those beside them too."""
    found = {day for period in periods for day in edges(period, first, last)}
    if spill:
        found |= {day + step for day in found for step in (ONE_DAY, -ONE_DAY)}
    return [first, *sorted(day for day in found if first < day <= last)]


def edges(period: Period | None, first: date, last: date) -> Iterator[date]:
    """The days on which `period` begins, or is over, at least all those between `first` and `last`.

    A season that begins or ends with the leap day does so on another day where there is none.
    """
    if isinstance(period, Stretch):
        if period.first:
            yield min(period.first, last)
        if period.last:
            yield min(period.last, last) + ONE_DAY
    elif isinstance(period, Season):
        for year in range(first.year - 1, last.year + 1):
            for month, day in (period.first, period.last):
                at = date(year, month, 28 if (month, day) == LEAP_DAY else day)
                near = (at, at + ONE_DAY, at + 2 * ONE_DAY)
                yield from (one for one in near if covers(period, one) != covers(period, one - ONE_DAY))


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


def joined(found: list[tuple[date, date, Days]], begin: date, end: date, days: Days) -> list[tuple[date, date, Days]]:
    """`found` with one more week, as one with the last where either tells the days of both."""
    if found and found[-1][1] == begin - ONE_DAY:
        before, until, other = found[-1]
        if alike(days, other, begin, end):
            return [*found[:-1], (before, end, other)]
        if alike(days, other, before, until):
            return [*found[:-1], (before, end, days)]
    return [*found, (begin, end, days)]


def alike(days: Days, other: Days, first: date, last: date) -> bool:
    """Whether two weeks say the same of the days from `first` to `last`."""
    return all(days[day.weekday()] == other[day.weekday()] for day in a_week_from(first, last))


def a_week_from(first: date, last: date) -> list[date]:
    """`first` and the days after it, at most seven, until `last`."""
    return [first + step * ONE_DAY for step in range(min(7, (last - first).days + 1))]


def days_from(weekly: list[Layer], shut: Stretch | None, first: date, last: date) -> Days:
    """What the days of the week are from `first` to `last`, a time in which nothing turns."""
    days = [NOTHING] * 7
    for day in a_week_from(first, last):
        days[day.weekday()] = state_on(weekly, shut, day)
    return tuple(days)


def state_on(weekly: list[Layer], shut: Stretch | None, day: date) -> DayState:
    """What `day` is by the layers, the strongest of which come first; hours off reach over midnight."""
    state = next((layer.state for layer in weekly if not layer.off and holds(layer, None, day)), NOTHING)
    taking = [layer for layer in weekly if layer.off]
    beside = [(layer, step) for layer in taking for step in (1, -1)]
    for layer, step in (*beside, *((layer, 0) for layer in taking)):
        if holds(layer, shut, day + step * ONE_DAY):
            later = step * MINUTES_A_DAY
            spans = [TimeRange(span.start + later, span.end + later) for span in layer.off]
            state = without_hours(state, spans, layer.state)
    return state


def holds(layer: Layer, shut: Stretch | None, day: date) -> bool:
    """Whether `layer` says something of `day`, on which it is not `shut`."""
    if day.weekday() not in weekdays_of(layer.days) or not covers(layer.period, day):
        return False
    return shut is None or not covers(shut, day)
