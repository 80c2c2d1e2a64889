"""When anybody may come in: on each day by itself, and as the usual weeks claim it.

A day has the times that begin on it by the calendar, and none longer than a day: schema.org can say no others.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.usual_weeks import usual_weeks
from build_tools.records.clock import MINUTES_A_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_tools.facts.day_state import DayState
    from build_tools.facts.schedule import Schedule
    from build_tools.facts.timetable import Timetable

ONE_DAY = timedelta(days=1)
Times = tuple[tuple[int, int], ...]
"""From when until when anybody may come in, in minutes after the day's midnight."""


class Week(NamedTuple):
    """The times of each day of a week, from Monday on, from `first` to `last`; an end that is None is open."""

    first: date | None
    last: date | None
    days: tuple[Times, ...]

    def holds(self, day: date) -> bool:
        """Whether it says something of `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def claimed_weeks(
    schedule: Schedule, days: Mapping[date, Times | None], first: date, last: date
) -> tuple[tuple[Week, ...], date]:
    """The usual weeks of `schedule` as long as they hold on `days`, and the last day, at most `last`, to tell by itself.

    They stop before the first day they would mislead about: nobody knows it, or it differs and comes after `last`.
    """
    weeks = tuple(Week(week.first, week.last, times_of_week(week.days)) for week in usual_weeks(schedule, first, last))
    wrong = next((day for day in days if claims_wrongly(weeks, day, days[day], told=day <= last)), None)
    if wrong is None:
        return weeks, last
    until = wrong - ONE_DAY
    kept = (week for week in weeks if (week.first or first) <= until)
    return tuple(week._replace(last=min(week.last or until, until)) for week in kept), min(until, last)


def claims_wrongly(weeks: tuple[Week, ...], day: date, times: Times | None, *, told: bool) -> bool:
    """Whether `weeks` mislead about `day`, which has `times`, unless it is `told` by itself; what is unknown cannot be."""
    usual = usual_times(weeks, day)
    return bool(usual) if times is None else not told and times != usual


def usual_times(weeks: tuple[Week, ...], day: date) -> Times:
    """The times that `weeks` give `day`."""
    return next((week.days[day.weekday()] for week in weeks if week.holds(day)), ())


def days_from(table: Timetable, first: date) -> dict[date, Times | None]:
    """The times of each day of `table` from `first` on; None where nobody knows them.

    From the Monday of this week, and not from today: else a page would change on the day after an unknown one.
    """
    rows = [times_of(state) for state in table.days()]
    days = [table.first + step * ONE_DAY for step in range(1, table.count)]
    pairs = zip(days, pairwise(rows), strict=True)
    return {day: None if own is None else begun_on(own, before or ()) for day, (before, own) in pairs if day >= first}


def times_of_week(states: tuple[DayState, ...]) -> tuple[Times, ...]:
    """The times of each day of a week; none where they have no clock time."""
    own = [times_of(state) or () for state in states]
    return tuple(begun_on(own[day], own[day - 1]) for day in range(len(own)))


def times_of(state: DayState) -> Times | None:
    """When anybody may come in, which is not by appointment; None where that is not known."""
    if not (state.known and state.clock):
        return None
    return tuple((one.start, one.end) for one in state.sessions if not one.appointment)


def begun_on(own: Times, before: Times) -> Times:
    """The times that begin on a day by the calendar: of its `own`, and of those of the day `before`."""
    late = [span for times in before for step, span in parts(times) if step == 1]
    here = [span for times in own for step, span in parts(times) if step == 0]
    return (*(one for one in late if not any(start <= one[0] and one[1] <= end for start, end in here)), *here)


def parts(span: tuple[int, int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """`span` as what is at most a day long, each with how many days later it begins."""
    start, end = span
    if start >= MINUTES_A_DAY:
        yield 1, (start - MINUTES_A_DAY, end - MINUTES_A_DAY)
    elif end - start > MINUTES_A_DAY:
        yield 0, (start, MINUTES_A_DAY)
        yield 1, (0, end - MINUTES_A_DAY)
    else:
        yield 0, span
