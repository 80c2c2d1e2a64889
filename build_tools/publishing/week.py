"""A timetable as residents read it: this week and the next, day by day, and what is different after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

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


class DayRow(NamedTuple):
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
    rows: Sequence[DayRow]

    @property
    def has_besides(self) -> bool:
        """Whether anything takes place besides the opening hours."""
        return any(row.besides for row in self.rows)


class Cell(NamedTuple):
    """What one day's column of hours says."""

    times: tuple[str, ...]
    reason: str
    unsure: bool
    besides: tuple[Besides, ...] = ()


class Plain(NamedTuple):
    """A week without what takes place besides the opening hours."""

    days: Sequence[date]
    cells: Sequence[Cell]
    week: Week


def weeks_of(table: Timetable, shown: Shown, besides: Mapping[date, Sequence[Besides]]) -> list[Week]:
    """This week and the next."""
    return [with_besides(plain, besides, shown) for plain in plain_weeks(table, shown)]


def weeks_unknown(monday: date, shown: Shown, besides: Mapping[date, Sequence[Besides]]) -> list[Week]:
    """This week and the next of a place whose hours nobody knows: what takes place there is known all the same."""
    return [with_besides(plain, besides, shown) for plain in plain_weeks_unknown(monday, shown)]


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def plain_weeks(table: Timetable, shown: Shown) -> tuple[Plain, ...]:
    """This week and the next by `table` alone."""
    return plain_from(table.first + timedelta(days=MONDAY), cells_of(table, shown), shown)


@lru_cache(maxsize=10)  # one for each edition
def plain_weeks_unknown(monday: date, shown: Shown) -> tuple[Plain, ...]:
    """The same where nothing is known."""
    return plain_from(monday, [Cell((), shown.say("unknown"), unsure=True)] * (WEEK * WEEKS), shown)


def plain_from(monday: date, cells: Sequence[Cell], shown: Shown) -> tuple[Plain, ...]:
    """This week and the next from `monday` on, with a cell for each day."""
    return tuple(
        plain_week(key, monday + timedelta(days=begin), cells[begin : begin + WEEK], shown)
        for key, begin in (("week.this", 0), ("week.next", WEEK))
    )


def plain_week(key: str, monday: date, cells: Sequence[Cell], shown: Shown) -> Plain:
    """The week from `monday` on, of which `key` says which it is."""
    days = [monday + timedelta(days=step) for step in range(WEEK)]
    caption = shown.say(key, first=shown.month_day(days[0]), last=shown.month_day(days[-1]))
    return Plain(days, cells, Week(caption, [row_of(day, cells, at, shown) for at, day in enumerate(days)]))


def with_besides(plain: Plain, besides: Mapping[date, Sequence[Besides]], shown: Shown) -> Week:
    """`plain` with what takes place besides; rows stay as they are but of those days, and of days that share a pane."""
    if besides.keys().isdisjoint(plain.days):
        return plain.week
    cells = [
        Cell(cell.times, cell.reason, cell.unsure, tuple(besides.get(day, ())))
        for day, cell in zip(plain.days, plain.cells, strict=True)
    ]
    rows = [
        row if row.spread == 1 and not cells[at].besides else row_of(plain.days[at], cells, at, shown)
        for at, row in enumerate(plain.week.rows)
    ]
    return Week(plain.week.caption, rows)


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


def cells_of(table: Timetable, shown: Shown) -> tuple[Cell, ...]:
    """What the column of hours says of the days of the weeks."""
    states = list(enumerate(table.days()))[MONDAY : MONDAY + WEEK * WEEKS]
    return tuple(cell_of(table, step, state, shown) for step, state in states)


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
