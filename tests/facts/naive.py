"""A second evaluator, as plain as can be: one day at a time, every undecided day decided, from the rules alone.

It is here to be compared with `build_tools.facts.timetable`, shares none of its sets of days, and asks `tyme4py` for the
lunar calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from tyme4py.solar import SolarDay  # type: ignore[import-untyped]

from build_tools.facts.china_calendar import ChinaCalendar
from build_tools.facts.day_state import Session
from build_tools.facts.schedule import Schedule
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
    Season,
    Shift,
    Stretch,
    Toward,
    Vacation,
    Weekdays,
    YearlyDay,
)
from build_tools.records.hours import Makeup
from build_tools.records.key import Unknown
from build_tools.records.opening import Opening

if TYPE_CHECKING:
    from build_tools.records.clock import DayPart
    from build_tools.records.hours import HoursRule
    from build_tools.records.schedule import DatedException, GivenDays

A_DAY = 24 * 60
MONDAY_TO_FRIDAY = {0, 1, 2, 3, 4}
PASSES_FOR_A_WORKDAY = (Makeup.AS_WORKDAY, Makeup.AS_REPLACED)
SHUT, DATED, CLOSURE, NAMED_HOLIDAY, HOLIDAY, MAKEUP_DAY, HOURS_OFF, SEASON, WEEKLY = range(9)
"""What prevails over what, the strongest first."""


def on(day: date, step: int) -> date:
    """The day `step` days after `day`."""
    return day + timedelta(days=step)


# What kind of day it is


class Kind(NamedTuple):
    """What the State Council makes of a day: of neither, it is what the week makes it."""

    holiday: str = ""
    """The holiday's name."""
    replaces: int | None = None
    """The weekday that a make-up workday replaces."""


ORDINARY = Kind()


@cache
def lunar(day: date) -> tuple[int, int]:
    """Lunar month, negative for a leap month, and day."""
    found = SolarDay.from_ymd(day.year, day.month, day.day).get_lunar_day()
    return found.get_lunar_month().get_month_with_leap(), found.get_day()


@cache
def is_qingming(day: date) -> bool:
    """Whether `day` is the day on which 清明 begins."""
    found = SolarDay.from_ymd(day.year, day.month, day.day).get_term_day()
    return bool(found.get_solar_term().get_name() == "清明" and found.get_day_index() == 0)


@cache
def statutory(day: date) -> frozenset[str]:
    """The festivals for which the law makes `day` a day off."""
    solar = (day.month, day.day)
    names = {
        "元旦": solar == (1, 1),
        "春节": lunar(day) in ((1, 1), (1, 2), (1, 3)) or lunar(on(day, 1)) == (1, 1),
        "清明节": is_qingming(day),
        "劳动节": solar in ((5, 1), (5, 2)),
        "端午节": lunar(day) == (5, 5),
        "中秋节": lunar(day) == (8, 15),
        "国庆节": solar in ((10, 1), (10, 2), (10, 3)),
    }
    return frozenset(name for name, is_it in names.items() if is_it)


@cache
def near(day: date, announced: frozenset[int]) -> frozenset[str]:
    """The festivals of years without a notice near which `day` lies: −3…+7 on weekdays, −10…+14 at weekends."""
    away = range(-10, 15) if day.weekday() >= 5 else range(-3, 8)
    festivals = (on(day, -step) for step in away)
    return frozenset(name for festival in festivals if festival.year not in announced for name in statutory(festival))


def fixed_kind(day: date, calendar: ChinaCalendar) -> Kind:
    """What `day` is by a notice, or in a year without one by law."""
    if day in calendar.holidays or day in calendar.makeups:
        return Kind(calendar.holidays.get(day, ""), calendar.makeups.get(day))
    if day.year not in calendar.announced and statutory(day):
        return Kind("、".join(sorted(statutory(day))))
    return ORDINARY


def possible_kinds(day: date, calendar: ChinaCalendar) -> list[Kind]:
    """All that `day` is, or may yet turn out to be."""
    fixed = fixed_kind(day, calendar)
    festivals = near(day, calendar.announced)
    if fixed != ORDINARY or not festivals:
        return [fixed]
    makeups = [Kind(replaces=weekday) for weekday in range(5)] if day.weekday() >= 5 else []
    names = sorted(festivals) if len(festivals) == 1 else [*sorted(festivals), "、".join(sorted(festivals))]
    return [ORDINARY, *map(Kind, names), *makeups]


# What is said of days


class Line(NamedTuple):
    """Something that is said of some days: open, closed, closed at some hours, as usual, or nobody knows."""

    level: int
    names: Callable[[date], bool]
    opening: Opening | Unknown
    off: Callable[[date], list[tuple[int, int]]] | None = None
    """The hours that are closed."""


class Outcome(NamedTuple):
    """When it is open on a day; see `DayState`."""

    sessions: tuple[Session, ...] = ()
    known: bool = True
    clock: bool = True
    part: DayPart | None = None
    """Only without a clock time."""


@dataclass(frozen=True)
class Naive:
    """One schedule in a world in which everything is decided."""

    schedule: Schedule
    calendar: ChinaCalendar
    decided: Mapping[date, Kind] = field(default_factory=dict)
    """What the days that no notice has settled turned out to be; nothing for a day as it is by law."""
    vacations: Callable[[Vacation, date], bool] = lambda _kind, _day: False
    """Whether school is closed on a day of a year for which nobody wrote down when."""

    def kind(self, day: date) -> Kind:
        """What kind of day `day` is."""
        return self.decided.get(day) or fixed_kind(day, self.calendar)

    def is_working(self, day: date) -> bool:
        """Whether most people work."""
        kind = self.kind(day)
        return kind.replaces is not None or (day.weekday() < 5 and not kind.holiday)

    def is_on(self, weekdays: set[int], day: date) -> bool:
        """Whether `day` is one of `weekdays`, or passes for one."""
        replaces, makeup = self.kind(day).replaces, self.schedule.makeup
        if replaces is None or makeup not in PASSES_FOR_A_WORKDAY:
            return day.weekday() in weekdays
        return replaces in weekdays if makeup is Makeup.AS_REPLACED else weekdays >= MONDAY_TO_FRIDAY

    # Days as they are named

    def names(self, term: DayTerm, day: date) -> bool:  # noqa: C901 — a table, one line for each way of naming days
        """Whether `term` names `day`."""
        match term:
            case DayGroup():
                return self.group_names(term, day)
            case Weekdays(days):
                return self.is_on(set(days), day)
            case NthWeekday(places, weekday):
                passes = self.kind(day).replaces is not None and self.schedule.makeup in PASSES_FOR_A_WORKDAY
                return day.weekday() == weekday and not passes and is_nth(day, places)
            case MonthDays(days, None):
                return is_of_month(day, days)
            case MonthDays(days, Shift() as shift):
                return self.is_working(day) and any(is_of_month(one, days) for one in self.leading_to(day, shift))
            case YearlyDay(month, of_month):
                return (day.month, day.day) == (month, of_month)
            case Cycle():
                return day >= term.anchor and self.is_turn(term, day)
            case Holiday(name, True):
                return name in statutory(day)
            case Holiday(name, _):
                return name in self.kind(day).holiday
            case Dates(dates):
                return day in dates
            case LunarDays(days, None, _):
                return lunar(day)[1] in days
            case LunarDays(days, int() as month, leap):
                return lunar(day)[0] == (-month if leap else month) and lunar(day)[1] in days
            case NewYearsEve():
                return lunar(on(day, 1)) == (1, 1)
            case Beside():
                return self.is_beside(term, day)
            case Toward(of, weekday, direction):
                sources = [on(day, -direction.value * step) for step in range(7)]
                return day.weekday() == weekday and any(self.names(of, source) for source in sources)
        raise TypeError(term)

    def group_names(self, group: DayGroup, day: date) -> bool:
        """Whether `day` is one of `group`."""
        match group:
            case DayGroup.EVERY_DAY:
                return True
            case DayGroup.WORKDAY:
                return self.is_on(MONDAY_TO_FRIDAY, day)
            case DayGroup.REST_DAY:
                return self.is_on({5, 6}, day)
            case DayGroup.SCHOOL_DAY:
                return self.is_school_day(day)
            case DayGroup.VACATION:
                return self.is_vacation(Vacation.WINTER, day) or self.is_vacation(Vacation.SUMMER, day)
            case DayGroup.HOLIDAY:
                return bool(self.kind(day).holiday)
            case DayGroup.STATUTORY:
                return bool(statutory(day))
            case DayGroup.MAKEUP:
                return self.kind(day).replaces is not None

    def leading_to(self, day: date, shift: Shift) -> Iterator[date]:
        """`day`, and the days of rest from which one comes to it."""
        yield day
        while not self.is_working(day := on(day, -shift.value)):
            yield day

    def is_turn(self, cycle: Cycle, day: date) -> bool:
        """Whether it is the turn of `day`."""
        if not cycle.weekdays:
            return (day - cycle.anchor).days % cycle.every == 0
        weeks = (on(day, -day.weekday()) - on(cycle.anchor, -cycle.anchor.weekday())).days // 7
        return weeks % cycle.every == 0 and self.is_on(set(cycle.weekdays), day)

    def is_beside(self, term: Beside, day: date) -> bool:
        """Whether `day` is so far from a day that is meant, or from the near end of a holiday of which it is no part."""
        source = on(day, -term.by)
        if not isinstance(term.of, Holiday) and term.of is not DayGroup.HOLIDAY:
            return self.names(term.of, source)
        outer = on(source, 1 if term.by > 0 else -1)
        return self.names(term.of, source) and not self.names(term.of, outer) and not self.names(term.of, day)

    def is_school_day(self, day: date) -> bool:
        """Whether there are classes."""
        school = self.schedule.school
        if school and any(is_given(one, day) for one in school.no_classes):
            return False
        if school and any(is_given(one, day) for one in school.classes):
            return True
        rests = self.kind(day).holiday or self.names(DayGroup.VACATION, day)
        return self.is_on(MONDAY_TO_FRIDAY, day) and not rests

    def is_vacation(self, kind: Vacation, day: date) -> bool:
        """Whether `day` is in the school's vacation of this `kind`."""
        school = self.schedule.school
        stretches = () if school is None else school.winter if kind is Vacation.WINTER else school.summer
        return any(is_given(one, day) for one in stretches) or self.vacations(kind, day)

    def is_in(self, period: Season | Stretch | Vacation | None, day: date) -> bool:
        """Whether `day` lies in `period`."""
        match period:
            case Season(first, last):
                now = (day.month, day.day)
                return first <= now <= last if first <= last else now >= first or now <= last
            case Stretch(first, last):
                return (first is None or first <= day) and (last is None or day <= last)
            case Vacation():
                return self.is_vacation(period, day)
            case None:
                return True

    # What prevails

    @cached_property
    def lines(self) -> list[Line]:
        """All that is said, the strongest first; within a level the later line is the stronger."""
        schedule = self.schedule
        said = [line for rule in schedule.rules for line in self.rule_lines(rule)]
        if isinstance(schedule.holidays, Unknown):
            said.append(Line(HOLIDAY, self.by_term(DayGroup.HOLIDAY), schedule.holidays))
        else:
            said += [
                Line(level_of(term) or NAMED_HOLIDAY, self.by_term(term), rule.opening, off_of(rule.opening))
                for rule in schedule.holidays
                for term in rule.days
            ]
        if not isinstance(schedule.makeup, Makeup):
            off = None if isinstance(schedule.makeup, Unknown) else off_of(schedule.makeup)
            said.append(Line(MAKEUP_DAY, self.by_term(DayGroup.MAKEUP), schedule.makeup, off))
        if schedule.makeup is Makeup.CLOSED:
            said.append(Line(MAKEUP_DAY, self.by_term(DayGroup.MAKEUP), Opening(closed=True)))
        said += [self.exception_line(exception) for exception in schedule.exceptions]
        if schedule.shut:
            shut = schedule.shut.days
            said.append(Line(SHUT, lambda day: self.is_in(shut, day), Opening(closed=True)))
        said.reverse()
        return sorted(said, key=lambda line: line.level)

    def rule_lines(self, rule: HoursRule) -> Iterator[Line]:
        """What `rule` says of each way of naming days."""
        off = off_of(rule.opening)
        weak = HOURS_OFF if off else WEEKLY if rule.period is None else SEASON
        for term in rule.days:
            yield Line(level_of(term) or weak, self.by_term(term, rule.period), rule.opening, off)

    def by_term(self, term: DayTerm, period: Season | Stretch | Vacation | None = None) -> Callable[[date], bool]:
        """Whether `term` names a day in `period`."""
        return lambda day: self.is_in(period, day) and self.names(term, day)

    def exception_line(self, exception: DatedException) -> Line:
        """What `exception` says; a day that is named is stronger than a stretch of days."""
        given = exception.days
        opening = exception.hours if exception.hours and not exception.moved_to else Opening(closed=True)
        level = CLOSURE if given.stretch else DATED
        off = off_of(opening)
        if given.is_by_the_clock:
            off = lambda day: closed_by_the_clock(given, day)  # noqa: E731 — beside the other one
        return Line(level, lambda day: is_given(given, day), opening, off)

    # One day

    def state(self, day: date) -> Outcome:
        """What `day` is."""
        here = self.without_hours_off(day, self.lines)
        if self.schedule.shut and self.is_in(self.schedule.shut.days, day):
            return here
        for exception in self.schedule.exceptions:
            if exception.moved_to == day:
                for source in exception.days.days:
                    here = self.with_moved(here, source, exception)
        return here

    def with_moved(self, here: Outcome, source: date, exception: DatedException) -> Outcome:
        """`here` with what takes place on `source` of other weeks."""
        usually = [line for line in self.lines if line.level >= HOURS_OFF]
        arriving = day_of(exception.hours) if exception.hours else self.without_hours_off(source, usually)
        if arriving == Outcome():
            return here
        both = sorted({*here.sessions, *arriving.sessions}, key=lambda one: one[:2])
        return arriving._replace(sessions=tuple(both))

    def without_hours_off(self, day: date, said: list[Line]) -> Outcome:
        """What `said` makes of `day`, without the hours that are closed then; those of the days beside it count too."""
        here, away = self.strongest(day, said)
        if not here.sessions:
            return here
        for step in (-1, 1):
            beside = self.strongest(on(day, step), said)[1]
            away = [*away, *((start + step * A_DAY, end + step * A_DAY) for start, end in beside)]
        return here._replace(sessions=cut(here.sessions, away))

    def strongest(self, day: date, said: list[Line]) -> tuple[Outcome, list[tuple[int, int]]]:
        """The strongest that is `said` of `day`, and the hours that something stronger still takes away."""
        away: list[tuple[int, int]] = []
        as_usual = False
        for line in said:
            if (as_usual and line.level < HOURS_OFF) or not line.names(day):
                continue
            if isinstance(line.opening, Unknown):
                return Outcome(known=False), away
            if line.opening.usual:
                as_usual = True
            elif line.off:
                away += line.off(day)
            else:
                return day_of(line.opening), away
        return Outcome(), away


def level_of(term: DayTerm) -> int:
    """The level of days that are stronger than those of the week, or 0."""
    if isinstance(term, Dates):
        return DATED
    if term is DayGroup.MAKEUP:
        return MAKEUP_DAY
    if term is DayGroup.HOLIDAY:
        return HOLIDAY
    return NAMED_HOLIDAY if is_by_holiday(term) else 0


def is_by_holiday(term: DayTerm) -> bool:
    """Whether `term` names a holiday's days, or days by their distance from one."""
    if isinstance(term, Beside | Toward):
        return term.of is DayGroup.HOLIDAY or is_by_holiday(term.of)
    return isinstance(term, Holiday) or term is DayGroup.STATUTORY


def is_nth(day: date, places: tuple[int, ...]) -> bool:
    """Whether `day` is of its weekday the n-th of the month, or the last."""
    alike = [one for step in range(-31, 32) if (one := on(day, step)).month == day.month and step % 7 == 0]
    return any(alike[place] == day if place == LAST else alike[place - 1 : place] == [day] for place in places)


def is_of_month(day: date, days: tuple[int, ...]) -> bool:
    """Whether `day` is one of these `days` of its month; one that a month lacks is skipped."""
    return day.day in days or (LAST in days and on(day, 1).month != day.month)


def is_given(given: GivenDays, day: date) -> bool:
    """Whether `day` is one of those `given`."""
    if given.stretch is None:
        return day in given.days
    first, last = given.stretch.first, given.stretch.last
    return (first is None or first <= day) and (last is None or day <= last)


def closed_by_the_clock(given: GivenDays, day: date) -> list[tuple[int, int]]:
    """The hours of `day` that lie between the time of one day and that of another."""
    stretch = given.stretch
    start = given.from_minute if stretch and day == stretch.first else 0
    end = given.to_minute if stretch and day == stretch.last and given.to_minute is not None else A_DAY
    return [(start, end)]


def off_of(opening: Opening) -> Callable[[date], list[tuple[int, int]]] | None:
    """The hours that `opening` takes away, when it closes only some."""
    spans = [(span.start, span.end) for span in opening.spans]
    return (lambda _day: spans) if opening.closed and spans else None


def day_of(opening: Opening) -> Outcome:
    """What a day with `opening` is."""
    if opening.closed:
        return Outcome()
    return Outcome(sessions_of(opening), clock=bool(opening.spans), part=None if opening.spans else opening.part)


@cache
def sessions_of(opening: Opening) -> tuple[Session, ...]:
    """The sessions of `opening`; spans that touch or overlap are one."""
    runs = runs_of({minute for span in opening.spans for minute in range(span.start, span.end)})
    return tuple(piece(Session(0, 0, opening.appointment, opening.last_entry), start, end) for start, end in runs)


def piece(session: Session, start: int, end: int) -> Session:
    """`session` from `start` to `end`, with its last entry only if that lies within."""
    last = session.last_entry
    return Session(start, end, session.appointment, last if last is not None and start < last < end else None)


def cut(sessions: tuple[Session, ...], away: list[tuple[int, int]]) -> tuple[Session, ...]:
    """What of `sessions` does not lie in `away`."""
    gone = {minute for start, end in away for minute in range(start, end)}
    if not gone:
        return sessions
    return tuple(
        piece(session, start, end)
        for session in sessions
        for start, end in runs_of({minute for minute in range(session.start, session.end) if minute not in gone})
    )


def runs_of(painted: set[int]) -> list[tuple[int, int]]:
    """The stretches of `painted` minutes, in order."""
    starts = sorted(minute for minute in painted if minute - 1 not in painted)
    ends = sorted(minute + 1 for minute in painted if minute + 1 not in painted)
    return list(zip(starts, ends, strict=True))
