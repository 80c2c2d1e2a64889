"""School days and vacations: as the school wrote them down, and where nobody did, unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.almanac import Almanac, union
from build_tools.records.days import Stretch, Vacation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from build_tools.facts.world import World
    from build_tools.records.schedule import GivenDays, SchoolYear

USUALLY = {Vacation.WINTER: ((1, 10), (3, 1)), Vacation.SUMMER: ((7, 1), (8, 31))}
"""Within these days most schools have their vacation, but each sets its own first and last day."""


def school_days(workdays: int, school: SchoolYear | None, world: World) -> int:
    """The days with classes: `workdays` without holidays and vacations, and what the school itself adds and takes."""
    days = workdays & ~world.holidays & ~vacation_days(tuple(Vacation), school, world)
    if school is None:
        return days
    return (days | given(school.classes, world.almanac)) & ~given(school.no_classes, world.almanac)


def vacation_days(kinds: tuple[Vacation, ...], school: SchoolYear | None, world: World) -> int:
    """The days of these vacations; where none is written for a year, the usual ones if `world` has them."""
    return union(vacation(kind, school, world) for kind in kinds)


def vacation(kind: Vacation, school: SchoolYear | None, world: World) -> int:
    """The days of one kind of vacation."""
    stretches = written(kind, school)
    days = given(stretches, world.almanac)
    return days | unwritten(kind, school, world.almanac) if world.vacation else days


def unwritten(kind: Vacation, school: SchoolYear | None, almanac: Almanac) -> int:
    """The days that may be vacation, in the years for which nobody wrote down when it is."""
    first, last = USUALLY[kind]
    told = {edge.year for one in written(kind, school) for edge in edges(one)}
    return almanac.where(lambda day: first <= (day.month, day.day) <= last and day.year not in told)


def written(kind: Vacation, school: SchoolYear | None) -> tuple[GivenDays, ...]:
    """The vacations of this kind that somebody wrote down."""
    if school is None:
        return ()
    return school.winter if kind is Vacation.WINTER else school.summer


def edges(one: GivenDays) -> Iterable[date]:
    """The first and the last day of `one`, as far as it has them."""
    ends = (one.stretch.first, one.stretch.last) if one.stretch else one.days
    return (day for day in ends if day)


def given(some: Iterable[GivenDays], almanac: Almanac) -> int:
    """All days of `some`."""
    return union(days_given(one, almanac) for one in some)


def days_given(one: GivenDays, almanac: Almanac) -> int:
    """The days of `one`."""
    stretch = one.stretch or Stretch(None, None)
    return almanac.between(stretch.first, stretch.last) if one.stretch else almanac.set_of(one.days)
