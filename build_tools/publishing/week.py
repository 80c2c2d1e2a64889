"""A timetable as residents read it: this week and the next, day by day, and what is different after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.facts.day_state import DayState
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.shown import Shown

WEEK = 7
WEEKS = 2
MONDAY = 1
"""The place of the first Monday in a timetable, which begins with the day before."""

Sentence = tuple[str, tuple[tuple[str, str], ...]]
"""A wording key, and words for it besides the days."""
UNANNOUNCED: Sentence = ("ahead.unannounced", ())
SOMETIMES = "ahead.sometimes"
"""The same of several runs of days, told from the first to the last: nobody reads a list of them."""


@dataclass(frozen=True, slots=True)
class Besides:
    """Something that takes place on a day besides the opening hours."""

    words: str
    uri: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a week."""

    date: str
    """ISO 8601, for the script that finds today."""
    name: str
    times: Sequence[str]
    """What stands in the column of hours; empty where `reason` stands there."""
    reason: str
    """Why it is closed, or what is different; empty on an ordinary day."""
    unsure: bool
    """Whether nobody knows."""
    besides: Sequence[Besides]
    spread: int
    """How many rows the column of hours stands for: 0 where the row above does it."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday."""

    caption: str
    rows: list[DayRow]

    @property
    def has_besides(self) -> bool:
        """Whether anything takes place besides the opening hours."""
        return any(row.besides for row in self.rows)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one day's column of hours says."""

    times: tuple[str, ...]
    reason: str
    unsure: bool
    besides: tuple[Besides, ...] = ()


def weeks_of(table: Timetable, shown: Shown, besides: Mapping[date, Sequence[Besides]]) -> list[Week]:
    """This week and the next."""
    cells = cells_of(table, shown)
    return [
        week_of(table.first, MONDAY + number * WEEK, cells, shown, besides, key)
        for number, key in enumerate(("week.this", "week.next"))
    ]


def weeks_unknown(monday: date, shown: Shown, besides: Mapping[date, Sequence[Besides]]) -> list[Week]:
    """This week and the next of a place whose hours nobody knows: what takes place there is known all the same."""
    cells = [Cell((), shown.say("unknown"), unsure=True)] * (1 + WEEK * WEEKS)
    first = monday - timedelta(days=1)
    return [
        week_of(first, MONDAY + number * WEEK, cells, shown, besides, key)
        for number, key in enumerate(("week.this", "week.next"))
    ]


def week_of(
    first: date, begin: int, cells: Sequence[Cell], shown: Shown, besides: Mapping[date, Sequence[Besides]], key: str
) -> Week:
    """The week that begins at step `begin` of the days from `first`."""
    days = [first + timedelta(days=step) for step in range(begin, begin + WEEK)]
    panes = [with_besides(cells[begin + at], besides.get(day, ())) for at, day in enumerate(days)]
    rows = [row_of(day, panes, at, shown) for at, day in enumerate(days)]
    return Week(caption(key, days[0], days[-1], shown), rows)


@lru_cache(maxsize=100)  # the same two on all pages of an edition
def caption(key: str, first: date, last: date, shown: Shown) -> str:
    """Which week it is, with its days."""
    return shown.say(key, first=shown.month_day(first), last=shown.month_day(last))


def with_besides(cell: Cell, besides: Sequence[Besides]) -> Cell:
    """`cell` of a day on which `besides` take place as well."""
    return replace(cell, besides=tuple(besides)) if besides else cell


def row_of(day: date, panes: Sequence[Cell], at: int, shown: Shown) -> DayRow:
    """The row of `day`, the `at`th of its week."""
    cell = panes[at]
    spread = 0 if at and joins(panes[at - 1], cell) else joined_from(panes, at)
    return DayRow(day.isoformat(), shown.day_of_week(day), cell.times, cell.reason, cell.unsure, cell.besides, spread)


def joins(above: Cell, cell: Cell) -> bool:
    """Whether two days share a pane: only days with nothing to read do, and for the same reason."""
    return above == cell and not cell.times and not cell.besides


def joined_from(panes: Sequence[Cell], at: int) -> int:
    """How many rows the pane that begins at `at` takes."""
    last = at
    while last + 1 < len(panes) and joins(panes[last], panes[last + 1]):
        last += 1
    return last - at + 1


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def cells_of(table: Timetable, shown: Shown) -> tuple[Cell, ...]:
    """What the column of hours says of the days of the weeks, and of the one before them."""
    days = table.days()[: MONDAY + WEEK * WEEKS]
    return tuple(cell_of(table, step, state, shown) for step, state in enumerate(days))


def cell_of(table: Timetable, step: int, state: DayState, shown: Shown) -> Cell:
    """What the column of hours says of one day."""
    reason = shown.day_reason(table, step, state)
    if not state.known or not state.clock:
        return Cell((), reason or shown.say("week.unannounced"), unsure=True)
    if state.sessions:
        times = tuple(line for session in state.sessions for line in shown.session_lines(session))
        return Cell(times, reason, unsure=False)
    words = shown.say("week.closed_because", reason=reason) if reason else shown.say("week.closed")
    return Cell((), words, unsure=False)


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def changes_ahead(table: Timetable, shown: Shown) -> Sequence[str]:
    """What is different after the weeks that are shown, a line for each run of days, and last which are not announced."""
    year = (table.first + timedelta(days=MONDAY)).year
    lines, unannounced = [], []
    for sentence, first, last in runs_ahead(table, shown):
        if sentence == UNANNOUNCED:
            unannounced.append((first, last))
        elif sentence:
            lines.append(shown.say(sentence[0], days=days_words(first, last, year, shown), **dict(sentence[1])))
    if unannounced:
        key = UNANNOUNCED[0] if len(unannounced) == 1 else SOMETIMES
        lines.append(shown.say(key, days=days_words(unannounced[0][0], unannounced[-1][1], year, shown)))
    return lines


def runs_ahead(table: Timetable, shown: Shown) -> Iterator[tuple[Sentence | None, date, date]]:
    """What is to be told after the weeks that are shown, with the first and the last day for which it holds."""
    told = [(step, telling(table, step, state, shown)) for step, state in enumerate(table.days())]
    for sentence, run in groupby(told[MONDAY + WEEK * WEEKS :], key=lambda pair: pair[1]):
        steps = [step for step, _ in run]
        yield sentence, *(table.first + timedelta(days=step) for step in (steps[0], steps[-1]))


def telling(table: Timetable, step: int, state: DayState, shown: Shown) -> Sentence | None:
    """What is to be told of a day that is different; None for an ordinary one."""
    if not state.known and not state.holiday:
        return UNANNOUNCED
    reason = shown.day_reason(table, step, state)
    if not (reason and state.unusual and state.known and state.clock):
        return None
    if not state.sessions:
        return "ahead.closed", (("reason", reason),)
    times = shown.say("list.pause").join(map(shown.session, state.sessions))
    return "ahead.different", (("times", times), ("reason", reason))


def days_words(first: date, last: date, year: int, shown: Shown) -> str:
    """One day, or from one to another; with its year where that is another than `year` or has just turned."""
    begin = day_words(first, year, shown)
    return begin if first == last else shown.say("ahead.days", first=begin, last=day_words(last, first.year, shown))


def day_words(day: date, year: int, shown: Shown) -> str:
    """A day, with its year unless that is `year`."""
    return shown.near_date(day) if day.year == year else shown.whole_date(day)


def named_days(table: Timetable) -> Iterator[tuple[date, DayState]]:
    """The days that the weeks show, with their states."""
    for step, state in enumerate(table.days()[: MONDAY + WEEK * WEEKS]):
        if step >= MONDAY:
            yield table.first + timedelta(days=step), state
