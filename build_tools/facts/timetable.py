"""A schedule on the days of an almanac: what each day is, and which days nobody can know yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from build_tools.facts.almanac import MARGIN, Almanac
from build_tools.facts.day_sets import sets_of
from build_tools.facts.day_state import NOTHING, DayState
from build_tools.facts.layers import Level, layers
from build_tools.facts.moved import with_moved
from build_tools.facts.prevailing import States, certain, outcomes, reaching_across, ways
from build_tools.facts.world import Needs, near_by_name, near_others
from build_tools.records.days import Beside, Holiday, Toward
from build_tools.records.hours import Makeup
from build_tools.records.key import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.day_sets import DaySets
    from build_tools.facts.schedule import Schedule
    from build_tools.records.days import DayTerm


@dataclass(frozen=True, eq=False)
class Timetable:
    """What each of `count` days from `first` is; bit `i` of a set of days stands for `first + i`."""

    first: date
    count: int
    states: States
    holidays: Mapping[date, str]
    """The names of the days that are certainly holidays."""

    def days(self) -> list[DayState]:
        """The states, day by day."""
        row = [NOTHING] * self.count
        for state, days in self.states.items():
            for step in steps(days):
                row[step] = state
        return row

    def on(self, day: date) -> DayState:
        """The state of `day`."""
        step = (day - self.first).days
        return next((state for state, days in self.states.items() if days >> step & 1), NOTHING)

    def reason(self, step: int, state: DayState) -> str:
        """Why the day `first + step` is as `state` says, in staff's words or by the holiday's name."""
        if state.reason or not state.holiday:
            return state.reason
        return self.holidays.get(self.first + timedelta(days=step), "")


@lru_cache(maxsize=10_000)  # most schedules share a few hundred sets of days
def steps(days: int) -> tuple[int, ...]:
    """The bits of the set `days`, in order."""
    return tuple(step for step, sign in enumerate(reversed(f"{days:b}")) if sign == "1")


def timetable(schedule: Schedule, almanac: Almanac) -> Timetable:
    """What the days of `almanac` are by `schedule`, without its margin but with one day before the first."""
    ordered = layers(schedule)
    moves = [one for one in schedule.exceptions if one.moved_to]
    spills = bool(moves or reaching_across(ordered))
    worlds = worlds_of(schedule, almanac, spills=spills)
    every, among = almanac.all, worlds[0].world.open_days
    possible = list(outcomes(ordered, ways(ordered, worlds, every, among)))
    states = certain(possible, among)
    if moves:
        weak = [layer for layer in ordered if layer.level >= Level.HOURS_OFF]
        usual = list(outcomes(weak, ways(weak, worlds, every, among)))
        shut = worlds[0].of(schedule.shut.days) if schedule.shut else 0
        states = with_moved(states, moves, possible, usual, almanac, shut)
    return shown(states, almanac)


def worlds_of(schedule: Schedule, almanac: Almanac, *, spills: bool) -> tuple[DaySets, ...]:
    """The worlds in which `schedule` may come out differently, the plainest first."""
    makeup = schedule.makeup if isinstance(schedule.makeup, Makeup) else Makeup.USUAL
    needs = needs_of(schedule, almanac, spills=spills)
    found = sets_of(almanac, needs, makeup, schedule.school)
    return found if schedule.asks_the_calendar else found[:1]


def needs_of(schedule: Schedule, almanac: Almanac, *, spills: bool) -> Needs:
    """What `schedule` must know of the undecided days of `almanac`."""
    vacations = schedule.asks_the_school
    if not near_by_name(almanac):
        return Needs(vacations=vacations)
    replaced = schedule.makeup is Makeup.AS_REPLACED
    one_of_two = bool(near_others(almanac)) and any(map(is_one_holiday, named(schedule)))
    return Needs(schedule.looking_around, replaced, one_of_two, vacations, spills)


def named(schedule: Schedule) -> Iterator[DayTerm]:
    """All days that `schedule` names in its rules and for holidays."""
    choices = () if isinstance(schedule.holidays, Unknown) else schedule.holidays
    return (term for rule in (*schedule.rules, *choices) for term in rule.days)


def is_one_holiday(term: DayTerm) -> bool:
    """Whether `term` names the days of one holiday, or days by them."""
    if isinstance(term, Beside | Toward):
        return is_one_holiday(term.of)
    return isinstance(term, Holiday) and not term.statutory


def shown(states: States, almanac: Almanac) -> Timetable:
    """`states` without the margin."""
    skipped, count = MARGIN - 1, almanac.count - 2 * MARGIN + 1
    inside = (1 << count) - 1
    kept = {state: some for state, days in states.items() if (some := days >> skipped & inside)}
    return Timetable(almanac.first + timedelta(days=skipped), count, kept, almanac.holiday_names)
