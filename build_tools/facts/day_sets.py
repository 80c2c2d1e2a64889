"""Days as they are named → the set of days that are meant, in one world."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache, singledispatchmethod
from typing import TYPE_CHECKING

from build_tools.facts.almanac import Almanac, union
from build_tools.facts.places_of_days import is_last, is_lunar, is_nth, monday_of
from build_tools.facts.school import school_days, vacation_days
from build_tools.facts.world import Needs, World, worlds
from build_tools.lunar import FIRST_YEAR, LAST_YEAR, new_year
from build_tools.records.days import (
    LAST,
    Beside,
    Cycle,
    Dates,
    DayGroup,
    DayTerm,
    Holiday,
    LunarDays,
    MonthDays,
    NewYearsEve,
    NthWeekday,
    Period,
    Season,
    Shift,
    Stretch,
    Toward,
    Vacation,
    Weekdays,
    YearlyDay,
)
from build_tools.records.hours import Makeup
from build_tools.records.schedule import SchoolYear

if TYPE_CHECKING:
    from collections.abc import Callable


MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
LONGEST_REST = 15
"""Days: longer than any holiday with the weekends around it."""


@dataclass(frozen=True, eq=False)
class DaySets:
    """The sets of days of one world, for schedules that take make-up workdays in one way."""

    world: World
    makeup: Makeup
    """By `AS_WORKDAY` and `AS_REPLACED` a make-up workday is no longer a Saturday or Sunday."""
    school: SchoolYear | None
    known: dict[DayTerm | Period, int] = field(default_factory=dict)

    def of(self, term: DayTerm | Period) -> int:
        """The days that `term` names."""
        days = self.known.get(term)
        if days is None:
            days = self.known[term] = self.work_out(term)
        return days

    @property
    def relabelled(self) -> int:
        """The make-up workdays that are not what the week makes them."""
        return self.world.makeups if self.makeup in (Makeup.AS_WORKDAY, Makeup.AS_REPLACED) else 0

    @singledispatchmethod
    def work_out(self, term: DayTerm | Period) -> int:
        """The days that `term` names, worked out anew."""
        raise TypeError(f"no days are known by {term}")

    @work_out.register
    def _(self, term: DayGroup) -> int:
        match term:
            case DayGroup.EVERY_DAY:
                return self.world.almanac.all
            case DayGroup.WORKDAY:
                return self.on(MONDAY_TO_FRIDAY)
            case DayGroup.REST_DAY:
                return self.on(WEEKEND)
            case DayGroup.SCHOOL_DAY:
                return school_days(self.on(MONDAY_TO_FRIDAY), self.school, self.world)
            case DayGroup.VACATION:
                return vacation_days(tuple(Vacation), self.school, self.world)
            case DayGroup.HOLIDAY:
                return self.world.holidays
            case DayGroup.STATUTORY:
                return union(self.world.almanac.statutory.values())
            case DayGroup.MAKEUP:
                return self.world.makeups

    @work_out.register
    def _(self, term: Weekdays) -> int:
        return self.on(term.days)

    @work_out.register
    def _(self, term: NthWeekday) -> int:
        chosen = self.where(lambda day: day.weekday() == term.weekday and is_nth(day, term.places))
        return chosen & ~self.relabelled

    @work_out.register
    def _(self, term: MonthDays) -> int:
        meant = self.where(lambda day: day.day in term.days or (LAST in term.days and is_last(day)))
        return meant if term.shift is None else self.shifted(meant, term, term.shift)

    @work_out.register
    def _(self, term: YearlyDay) -> int:
        return self.where(lambda day: (day.month, day.day) == (term.month, term.day))

    @work_out.register
    def _(self, term: Cycle) -> int:
        if not term.weekdays:
            days = self.where(lambda day: (day - term.anchor).days % term.every == 0)
        else:
            week = monday_of(term.anchor)
            turn = self.where(lambda day: (monday_of(day) - week).days // 7 % term.every == 0)
            days = turn & self.on(term.weekdays)
        return days & self.world.almanac.between(term.anchor, None)

    @work_out.register
    def _(self, term: Holiday) -> int:
        names = self.world.almanac.statutory if term.statutory else self.world.holidays_by_name
        return union(days for name, days in names.items() if term.name in name)

    @work_out.register
    def _(self, term: Dates) -> int:
        return self.world.almanac.set_of(term.days)

    @work_out.register
    def _(self, term: LunarDays) -> int:
        return self.where(lambda day: is_lunar(day, term))

    @work_out.register
    def _(self, _term: NewYearsEve) -> int:
        return self.world.almanac.set_of(
            new_year(year) - timedelta(days=1) for year in self.world.almanac.years if FIRST_YEAR <= year <= LAST_YEAR
        )

    @work_out.register
    def _(self, term: Beside) -> int:
        many = term in self.world.many
        days = self.around(term.of, perhaps=many)
        if is_of_holidays(term.of):
            return self.edges(term, days)
        return moved_by(days, term.by) & self.world.almanac.all

    @work_out.register
    def _(self, term: Toward) -> int:
        goal = self.world.almanac.weekdays[term.weekday]
        many = term in self.world.many
        here = self.of_world(self.world.naming(term.of, perhaps=many)).of(term.of)
        others = self.around(term.of, perhaps=many) & ~goal
        return here & goal | self.walked(others, goal, term.direction)

    @work_out.register
    def _(self, term: Season) -> int:
        first, last = term.first, term.last
        if first <= last:
            return self.where(lambda day: first <= (day.month, day.day) <= last)
        return self.where(lambda day: (day.month, day.day) >= first or (day.month, day.day) <= last)

    @work_out.register
    def _(self, term: Stretch) -> int:
        return self.world.almanac.between(term.first, term.last)

    @work_out.register
    def _(self, term: Vacation) -> int:
        return vacation_days((term,), self.school, self.world)

    def where(self, holds: Callable[[date], bool]) -> int:
        """The days for which `holds`."""
        return self.world.almanac.where(holds)

    def on(self, weekdays: tuple[int, ...]) -> int:
        """The days that are, or pass for, one of `weekdays`."""
        week = self.world.almanac.weekdays
        days = union(week[day] for day in weekdays) & ~self.relabelled
        if self.makeup is Makeup.AS_REPLACED:
            return days | union(self.world.makeups_by_weekday[day] for day in weekdays)
        if self.makeup is Makeup.AS_WORKDAY and set(MONDAY_TO_FRIDAY) <= set(weekdays):
            return days | self.world.makeups
        return days

    def of_world(self, world: World) -> DaySets:
        """The sets of another `world`, for the same schedules."""
        return day_sets(world, self.makeup, self.school)

    def around(self, term: DayTerm, *, perhaps: bool) -> int:
        """The days that `term` names whatever they turn out to be; or `perhaps`, if they turn out to be the right thing."""
        turns = [sets.of(term) for sets in map(self.of_world, self.world.naming(term, perhaps=perhaps).turned())]
        if perhaps:
            return union(turns)
        always = self.world.almanac.all
        for days in turns:
            always &= days
        return always

    def edges(self, term: Beside, days: int) -> int:
        """The days that lie `term.by` from the first, or the last, of holidays in a row."""
        none = self.world.almanac.all & ~self.around(term.of, perhaps=term not in self.world.many)
        inward = 1 if term.by < 0 else -1
        nearest = moved_by(days, -inward)
        if abs(term.by) == 1:
            return nearest & ~self.of(term.of) & self.world.almanac.all
        return moved_by(days & moved_by(none, inward), term.by) & ~self.of(term.of) & self.world.almanac.all

    def shifted(self, days: int, term: MonthDays, direction: Shift) -> int:
        """`days`, each moved to the nearest working day unless it is one."""
        world, step = self.world, direction.value
        resting = world.resting(perhaps=term in world.many)
        arrived, walking = 0, days
        for _ in range(LONGEST_REST):
            arrived |= walking & world.working
            walking = moved_by(walking & resting, step) & world.almanac.all
        return arrived

    def walked(self, days: int, goal: int, direction: Shift) -> int:
        """`days`, none of which is in `goal`, each moved to the nearest day that is."""
        arrived, walking = 0, days
        for _ in range(6):
            walking = moved_by(walking, direction.value) & self.world.almanac.all
            arrived |= walking & goal
            walking &= ~goal
        return arrived


@lru_cache(maxsize=1024)
def day_sets(world: World, makeup: Makeup, school: SchoolYear | None) -> DaySets:
    """The sets of days that all schedules with the same ideas of make-up days and school share."""
    return DaySets(world, makeup, school)


@lru_cache(maxsize=256)
def sets_of(almanac: Almanac, needs: Needs, makeup: Makeup, school: SchoolYear | None) -> tuple[DaySets, ...]:
    """The sets of days of every world in which a schedule with `needs` may come out differently, the plainest first."""
    found = worlds(almanac, needs)
    return tuple(day_sets(one, makeup, school) for one in (found if found[0].open_days else found[:1]))


def moved_by(days: int, step: int) -> int:
    """`days`, each `step` days later, or earlier where `step` is negative."""
    return days << step if step > 0 else days >> -step


def is_of_holidays(term: DayTerm) -> bool:
    """Whether `term` names whole holidays, so that days beside it lie before the first or after the last."""
    return isinstance(term, Holiday) or term is DayGroup.HOLIDAY
