"""A schedule's rules in the order in which they prevail."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.day_state import NOTHING, UNASKED, DayState, state_of
from build_tools.records.clock import MINUTES_A_DAY, TimeRange
from build_tools.records.days import Beside, Dates, DayGroup, DayTerm, Holiday, Period, Stretch, Toward
from build_tools.records.hours import HoursRule, Makeup
from build_tools.records.key import Unknown
from build_tools.records.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.schedule import Schedule
    from build_tools.records.schedule import DatedException


class Level(IntEnum):
    """What prevails over what, the strongest first; within a level the later line does."""

    SHUT = 0
    DATED = 1
    CLOSURE = 2
    NAMED_HOLIDAY = 3
    HOLIDAY = 4
    MAKEUP = 5
    HOURS_OFF = 6
    """Single hours of ordinary days, wherever their line stands."""
    SEASON = 7
    WEEKLY = 8


class Layer(NamedTuple):
    """What is said of some days."""

    level: Level
    days: DayTerm | Period
    period: Period | None
    """The part of the year to which `days` are limited."""
    state: DayState
    usual: bool = False
    """Whether closures and holidays make no difference on these days."""
    off: tuple[TimeRange, ...] = ()
    """The hours that are taken from an otherwise ordinary day."""


def layers(schedule: Schedule) -> list[Layer]:
    """All that `schedule` says, the strongest first."""
    written = [*rule_layers(schedule.rules), *holiday_layers(schedule), *makeup_layers(schedule)]
    for exception in schedule.exceptions:
        written += exception_layers(exception)
    if schedule.shut:
        written.append(Layer(Level.SHUT, schedule.shut.days, None, DayState(reason=schedule.shut.reason, unusual=True)))
    written.reverse()
    written.sort(key=level)
    return written


def level(layer: Layer) -> int:
    """The level of `layer`."""
    return layer.level


def rule_layers(rules: tuple[HoursRule, ...]) -> Iterator[Layer]:
    """Each rule, once for each way in which it names days."""
    for rule in rules:
        weak = Level.WEEKLY if rule.period is None else Level.SEASON
        if rule.opening.closed and rule.opening.spans:
            weak = Level.HOURS_OFF
        for term in rule.days:
            yield layer_of(level_of(term, weak), term, rule.period, rule.opening)


def layer_of(level: Level, days: DayTerm | Period, period: Period | None, opening: Opening) -> Layer:
    """What `opening` makes of `days`."""
    off = opening.spans if opening.closed else ()
    state = state_of(opening)
    if level < Level.HOURS_OFF:
        state = state._replace(holiday=level in (Level.NAMED_HOLIDAY, Level.HOLIDAY), unusual=True)
    return Layer(level, days, period, state, opening.usual, off)


def level_of(term: DayTerm, weak: Level) -> Level:
    """The level of days named by `term`; `weak` is that of an ordinary rule."""
    if isinstance(term, Dates):
        return Level.DATED
    if term is DayGroup.HOLIDAY:
        return Level.HOLIDAY
    if term is DayGroup.MAKEUP:
        return Level.MAKEUP
    return Level.NAMED_HOLIDAY if is_by_holiday(term) else weak


def is_by_holiday(term: DayTerm) -> bool:
    """Whether `term` names days of, or by, a particular holiday."""
    if isinstance(term, Beside | Toward):
        return is_by_holiday(term.of) or term.of is DayGroup.HOLIDAY
    return isinstance(term, Holiday) or term is DayGroup.STATUTORY


def holiday_layers(schedule: Schedule) -> Iterator[Layer]:
    """What was chosen for holidays."""
    if isinstance(schedule.holidays, Unknown):
        yield Layer(Level.HOLIDAY, DayGroup.HOLIDAY, None, UNASKED)
    else:
        for rule in schedule.holidays:  # 除夕 is a day of the lunar year in a time, and a holiday here
            for term in rule.days:
                yield layer_of(level_of(term, Level.NAMED_HOLIDAY), term, None, rule.opening)


def makeup_layers(schedule: Schedule) -> Iterator[Layer]:
    """What was chosen for make-up workdays, unless they pass for another day of the week."""
    choice = schedule.makeup
    if isinstance(choice, Unknown):
        yield Layer(Level.MAKEUP, DayGroup.MAKEUP, None, UNASKED)
    elif isinstance(choice, Opening):
        yield layer_of(Level.MAKEUP, DayGroup.MAKEUP, None, choice)
    elif choice is Makeup.CLOSED:
        yield Layer(Level.MAKEUP, DayGroup.MAKEUP, None, NOTHING._replace(unusual=True))


def exception_layers(exception: DatedException) -> list[Layer]:
    """What is different on particular days; a day that is named is stronger than a stretch of days."""
    given = exception.days
    if given.stretch is None:
        return [different(Level.DATED, Dates(given.days), exception)]
    if given.is_by_the_clock:
        return list(by_the_clock(exception, given.stretch))
    return [different(Level.CLOSURE, given.stretch, exception)]


def different(level: Level, days: DayTerm | Period, exception: DatedException) -> Layer:
    """What `exception` makes of `days`."""
    opening = exception.hours
    if opening is None or exception.moved_to is not None:
        state = DayState(reason=exception.closed or exception.note, moved_to=exception.moved_to, unusual=True)
        return Layer(level, days, None, state)
    layer = layer_of(level, days, None, opening)
    return layer._replace(state=layer.state._replace(reason=exception.note)) if exception.note else layer


def by_the_clock(exception: DatedException, stretch: Stretch) -> Iterator[Layer]:
    """A closure from one time to another: what it leaves of its first day, the days between, and the last."""
    first, last, end = stretch.first, stretch.last, exception.days.to_minute or 0
    if first is None:
        return
    state = DayState(reason=exception.closed or exception.note, unusual=True)
    for begins, ends, days in clock_parts(first, last, exception.days.from_minute, end):
        yield Layer(Level.CLOSURE, days, None, state, off=(TimeRange(begins, ends),))


def clock_parts(first: date, last: date | None, start: int, end: int) -> Iterator[tuple[int, int, Stretch]]:
    """The hours taken from each day between `start` on `first` and `end` on `last`."""
    if first == last:
        yield start, end, Stretch(first, first)
        return
    yield start, MINUTES_A_DAY, Stretch(first, first)
    between = Stretch(first + timedelta(days=1), last and last - timedelta(days=1))
    if between.last is None or between.first is None or between.first <= between.last:
        yield 0, MINUTES_A_DAY, between
    if last is not None and end:
        yield 0, end, Stretch(last, last)
