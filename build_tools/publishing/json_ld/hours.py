"""Opening hours: the usual weeks as long as they can be trusted, and the days ahead that differ from them.

By appointment is not open. What nobody knows cannot be said here, so the usual weeks end before such a day.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.schedule import Schedule, schedule_of_station
from build_tools.publishing.json_ld.open_times import Times, Week, claimed_weeks, days_from, usual_times
from build_tools.publishing.json_ld.thing import Thing, one_or_all, thing
from build_tools.records.clock import MINUTES_A_DAY
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_tools.facts.derive import Facts
    from build_tools.facts.timetable import Timetable
    from build_tools.records.station import Station

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AHEAD = timedelta(days=35)
"""From the Monday of this week: a page says the same all week."""


class Hours(NamedTuple):
    """What schema.org has two properties for."""

    usual: tuple[Thing, ...] = ()
    special: tuple[Thing, ...] = ()


class Run(NamedTuple):
    """Days in a row on which it is open at the same times."""

    first: date
    last: date
    times: Times


def hours_at(station: Station, facts: Facts) -> Hours:
    """The hours of `station`, as far as they have clock times; nothing of one that has closed."""
    schedule = schedule_of_station(station, facts.directory.districts[station.district])
    table = facts.timetables.of(schedule, station.district)
    if schedule is None or table is None or station.life is Life.CLOSED:
        return Hours()
    return hours_by(schedule, table, facts.timetables.first)


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def hours_by(schedule: Schedule, table: Timetable, first: date) -> Hours:
    """The hours by `schedule` and its `table` from `first` on."""
    days = days_from(table, first)
    weeks, last = claimed_weeks(schedule, days, first, first + AHEAD)
    told = {day: times for day, times in days.items() if day <= last}
    return Hours(
        tuple(one for week in weeks for one in usual_hours(week)),
        tuple(one for run in unusual_runs(weeks, told) for one in special_hours(run)),
    )


def usual_hours(week: Week) -> Iterator[Thing]:
    """One specification for each time of day, with the days of `week` that have it."""
    days: dict[tuple[int, int], list[str]] = {}
    for name, times in zip(DAYS, week.days, strict=True):
        for span in times:
            days.setdefault(span, []).append(name)
    for span, names in days.items():
        yield specification(span, names, week.first, week.last)


def special_hours(run: Run) -> Iterator[Thing]:
    """One specification for each time of day of `run`; a closed day is from 00:00 to 00:00."""
    for span in run.times or ((0, 0),):
        yield specification(span, [], run.first, run.last)


def specification(span: tuple[int, int], days: list[str], first: date | None, last: date | None) -> Thing:
    """`span` on `days` from `first` to `last`; around the clock is until 23:59, since the same time twice is closed."""
    start, end = span
    return thing(
        "OpeningHoursSpecification",
        dayOfWeek=one_or_all(days),
        opens=clock(start),
        closes=clock(min(end, start + MINUTES_A_DAY - 1)),
        validFrom=first and first.isoformat(),
        validThrough=last and last.isoformat(),
    )


def clock(minutes: int) -> str:
    """The time of day, also of the next one."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def unusual_runs(weeks: tuple[Week, ...], days: Mapping[date, Times | None]) -> Iterator[Run]:
    """Those of `days` that are known not to be as `weeks` have them, and what lies between equal ones."""
    for times, run in groupby(days, key=lambda day: days[day]):
        unusual = [day for day in run if times is not None and times != usual_times(weeks, day)]
        if times is not None and unusual:
            yield Run(unusual[0], unusual[-1], times)
