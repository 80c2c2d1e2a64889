"""Any schedule that staff could write: every way of naming days, every end of a rule, every choice, every exception."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from build_tools.facts.schedule import Schedule, Shut
from build_tools.records.clock import DayPart, TimeRange
from build_tools.records.dates import Day
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
from build_tools.records.hours import HolidayRule, HoursRule, Makeup
from build_tools.records.key import UNKNOWN
from build_tools.records.opening import Opening
from build_tools.records.schedule import DatedException, GivenDays, SchoolYear

if TYPE_CHECKING:
    from collections.abc import Iterable

A_DAY = 24 * 60


class Window(NamedTuple):
    """Days to look at, and the festivals that lie in them."""

    first: date
    last: date
    festivals: tuple[str, ...]

    @property
    def days(self) -> list[date]:
        """All of them."""
        return [self.first + timedelta(days=step) for step in range((self.last - self.first).days + 1)]


NATIONAL_DAY = Window(date(2026, 9, 14), date(2026, 10, 20), ("国庆节", "中秋节"))
SPRING_FESTIVAL = Window(date(2026, 2, 2), date(2026, 3, 8), ("春节",))
NEXT_NEW_YEAR = Window(date(2026, 12, 17), date(2027, 1, 20), ("元旦",))
NEXT_SPRING_FESTIVAL = Window(date(2027, 1, 20), date(2027, 3, 1), ("春节",))
NEXT_NATIONAL_DAY = Window(date(2027, 9, 1), date(2027, 10, 22), ("国庆节", "中秋节"))
DECIDED_WINDOWS = (NATIONAL_DAY, SPRING_FESTIVAL)
OPEN_WINDOWS = (NEXT_NEW_YEAR, NEXT_SPRING_FESTIVAL, NEXT_NATIONAL_DAY)
BROADLY = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
]
UNSHRUNK = [Phase.explicit, Phase.generate]
"""A schedule has so many parts that making a counterexample smaller takes minutes; it is shown as it is found."""
SCHOOL = SchoolYear(
    summer=(GivenDays.from_text("2026-07-04 至 2026-08-31"), GivenDays.from_text("2027-07-10 至 2027-08-31")),
    winter=(GivenDays.from_text("2026-01-31 至 2026-03-01"), GivenDays.from_text("2027-01-23 至 2027-02-21")),
    no_classes=(GivenDays.from_text("2026-09-20"), GivenDays.from_text("2027-01-04")),
    classes=(GivenDays.from_text("2026-10-10"), GivenDays.from_text("2026-12-26"), GivenDays.from_text("2027-02-27")),
)
"""Every vacation in question is written, so school days depend on nothing but the State Council."""


def written(
    *rules: str,
    holidays: tuple[str, ...] = (),
    makeup: Makeup = Makeup.USUAL,
    exceptions: tuple[DatedException, ...] = (),
) -> Schedule:
    """A schedule as staff write it."""
    chosen = tuple(map(HolidayRule.from_text, holidays))
    return Schedule(tuple(map(HoursRule.from_text, rules)), chosen, makeup, exceptions)


def exception(days: str, hours: str = "", to: str = "", closed: str | None = None) -> DatedException:
    """An exception as staff write it."""
    given = GivenDays.from_text(days)
    opening = Opening.from_text(hours) if hours else None
    return DatedException(days=given, hours=opening, moved_to=Day.from_text(to) if to else None, closed=closed)


def some(of: Iterable[int], most: int) -> st.SearchStrategy[tuple[int, ...]]:
    """One to `most` of some numbers, in order."""
    return st.sets(st.sampled_from(tuple(of)), min_size=1, max_size=most).map(sorted).map(tuple)


STARTS = st.integers(0, 47).map(lambda half: half * 30)
LENGTHS = st.one_of(st.integers(1, 8), st.integers(1, 48)).map(lambda half: half * 30)
SPANS = st.builds(lambda start, length: TimeRange(start, start + length), STARTS, LENGTHS)


def opening_of(spans: list[TimeRange], appointment: bool, has_last_entry: bool) -> Opening:
    """Open at `spans`; the last entry half an hour before the first of them ends."""
    last = spans[0].end - 30 if has_last_entry and spans[0].end - spans[0].start > 30 else None
    return Opening(tuple(spans), appointment=appointment, last_entry=last)


OPEN = st.builds(opening_of, st.lists(SPANS, min_size=1, max_size=3), st.booleans(), st.booleans())
CLOSED = st.just(Opening(closed=True, reason="闭馆"))
SOME_HOURS_CLOSED = st.lists(SPANS, min_size=1, max_size=2).map(
    lambda spans: Opening(tuple(spans), closed=True, reason="学习")
)
NO_CLOCK = st.sampled_from([Opening(), Opening(part=DayPart.AFTERNOON)])
USUAL = st.just(Opening(usual=True))
WITH_CLOCK = st.one_of(OPEN, OPEN, OPEN, CLOSED, SOME_HOURS_CLOSED)
OF_CHOICES = st.one_of(CLOSED, CLOSED, USUAL, OPEN, SOME_HOURS_CLOSED)
OF_EXCEPTIONS = st.one_of(OPEN, OPEN, USUAL, SOME_HOURS_CLOSED)


def plain_terms(window: Window) -> st.SearchStrategy[DayTerm]:
    """Ways of naming days by what each is itself."""
    week = st.one_of(some(range(7), 4), st.just((0, 1, 2, 3, 4)), st.just((0, 1, 2, 3, 4, 5)), st.just((5, 6)))
    return st.one_of(
        st.sampled_from(DayGroup),
        st.sampled_from((DayGroup.EVERY_DAY, DayGroup.WORKDAY, DayGroup.REST_DAY)),
        st.builds(Weekdays, week),
        st.builds(NthWeekday, some((1, 2, 3, 4, 5, LAST), 2), st.integers(0, 6)),
        st.builds(MonthDays, some((*range(1, 32), LAST), 4)),
        st.builds(Cycle, st.dates(date(2025, 12, 1), window.last), st.integers(1, 5), st.one_of(st.just(()), week)),
        movable_terms(window),
    )


def movable_terms(window: Window) -> st.SearchStrategy[DayTerm]:
    """Ways of naming days after which days beside them may be meant."""
    days = st.sampled_from(window.days)
    return st.one_of(
        st.just(DayGroup.HOLIDAY),
        st.builds(Holiday, st.sampled_from(window.festivals), st.booleans()),
        st.builds(lambda day: YearlyDay(day.month, day.day), days),
        st.builds(Dates, st.lists(days, min_size=1, max_size=3, unique=True).map(tuple)),
        st.builds(LunarDays, some(range(1, 31), 3), st.sampled_from((None, 1, 8, 9, 11, 12))),
        st.just(NewYearsEve()),
    )


def terms(window: Window, look_around: bool) -> st.SearchStrategy[DayTerm]:
    """Ways of naming days; with `look_around` also by what other days are."""
    plain = plain_terms(window)
    if not look_around:
        return plain
    offsets = st.integers(-4, 4).filter(bool)
    shifted = st.builds(MonthDays, some((*range(1, 32), LAST), 4), st.sampled_from(Shift))
    movable = movable_terms(window)
    beside = st.builds(Beside, movable, offsets)
    toward = st.builds(Toward, st.one_of(movable, beside), st.integers(0, 6), st.sampled_from(Shift))
    return st.one_of(plain, plain, shifted, beside, toward)


def periods(window: Window) -> st.SearchStrategy[Season | Stretch | Vacation | None]:
    """Parts of the year."""
    ends = st.tuples(st.sampled_from(window.days), st.sampled_from(window.days))
    seasons = ends.map(lambda two: Season((two[0].month, two[0].day), (two[1].month, two[1].day)))
    stretches = ends.map(sorted).map(lambda two: Stretch(two[0], two[1]))
    since = st.sampled_from(window.days).map(lambda day: Stretch(day, None))
    until = st.sampled_from(window.days).map(lambda day: Stretch(None, day))
    return st.one_of(*[st.none()] * 4, seasons, stretches, since, until, st.sampled_from(Vacation))


def rules(window: Window, look_around: bool, openings: st.SearchStrategy[Opening]) -> st.SearchStrategy[HoursRule]:
    """One line that ends in one of `openings`."""
    days = st.lists(terms(window, look_around), min_size=1, max_size=2).map(tuple)
    return st.builds(HoursRule, days, openings, periods(window))


def holiday_choices(window: Window, look_around: bool) -> st.SearchStrategy[tuple[HolidayRule, ...]]:
    """What is chosen for holidays: nothing, or one to three lines."""
    named = st.builds(Holiday, st.sampled_from(window.festivals), st.booleans())
    beside = st.builds(Beside, st.one_of(st.just(DayGroup.HOLIDAY), named), st.sampled_from((-2, -1, 1, 2)))
    groups = st.sampled_from((DayGroup.HOLIDAY, DayGroup.HOLIDAY, DayGroup.STATUTORY))
    days = st.one_of(groups, named, beside) if look_around else st.one_of(groups, named)
    lines = st.lists(st.builds(lambda term, opening: HolidayRule((term,), opening), days, OF_CHOICES), max_size=3)
    return lines.map(tuple)


MAKEUP_CHOICES = st.one_of(*[st.sampled_from(Makeup)] * 4, OPEN, SOME_HOURS_CLOSED)


def exceptions(window: Window) -> st.SearchStrategy[DatedException]:
    """What is different on particular days."""
    days = st.sampled_from(window.days)
    named = st.lists(days, min_size=1, max_size=2, unique=True).map(lambda some: GivenDays(days=tuple(some)))
    stretch = st.tuples(days, st.one_of(st.none(), st.integers(0, 6))).map(
        lambda two: GivenDays(stretch=Stretch(two[0], None if two[1] is None else two[0] + timedelta(days=two[1])))
    )
    return st.one_of(
        st.builds(lambda given: DatedException(days=given, closed="装修"), st.one_of(named, stretch)),
        st.builds(
            lambda given, opening: DatedException(days=given, hours=opening), st.one_of(named, stretch), OF_EXCEPTIONS
        ),
        st.builds(lambda given: DatedException(days=given, closed="检修"), by_the_clock(days)),
    )


def by_the_clock(days: st.SearchStrategy[date]) -> st.SearchStrategy[GivenDays]:
    """From a time of one day to a later one of it or another."""
    return st.builds(
        lambda first, more, start, end: GivenDays(
            (), Stretch(first, first + timedelta(days=more)), start, end if more else max(end, start + 30)
        ),
        days, st.integers(0, 3), STARTS, STARTS,
    )  # fmt: skip


def moves(window: Window) -> st.SearchStrategy[DatedException]:
    """One day's sessions moved to another, perhaps to other hours."""
    to = st.sampled_from(window.days).map(lambda day: Day(day.year, day.month, day.day))
    named = st.sampled_from(window.days).map(lambda day: GivenDays(days=(day,)))
    return st.builds(
        lambda given, to, hours: DatedException(days=given, moved_to=to, hours=hours),
        named, to, st.one_of(st.none(), st.none(), OPEN, NO_CLOCK),
    ).filter(lambda one: one.days.days != (one.moved_to,))  # fmt: skip


def schedules(window: Window, look_around: bool) -> st.SearchStrategy[Schedule]:
    """Any schedule, made for the days of `window`."""
    shut = st.sampled_from(window.days).map(lambda day: Shut(Stretch(day, None), "搬迁"))
    openings = st.one_of(*[WITH_CLOCK] * 5, NO_CLOCK)
    some_exceptions = st.lists(st.one_of(*[exceptions(window)] * 3, moves(window)), max_size=3)
    return st.builds(
        Schedule,
        st.lists(rules(window, look_around, openings), min_size=1, max_size=4).map(tuple),
        st.one_of(*[holiday_choices(window, look_around)] * 6, st.just(UNKNOWN)),
        st.one_of(*[MAKEUP_CHOICES] * 6, st.just(UNKNOWN)),
        some_exceptions.map(tuple),
        st.just(SCHOOL),
        st.one_of(*[st.none()] * 9, shut),
    )


class Asked(NamedTuple):
    """A schedule, and the days on which it is looked at."""

    window: Window
    schedule: Schedule


def asked(windows: tuple[Window, ...], look_around: bool) -> st.SearchStrategy[Asked]:
    """Any schedule in any of `windows`."""
    return st.one_of([st.builds(Asked, st.just(window), schedules(window, look_around)) for window in windows])
