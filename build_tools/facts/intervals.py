"""A timetable as stretches of time: half-open, in order, merged where they touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.timetable import steps
from build_tools.records.clock import MINUTES_A_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.facts.timetable import Timetable

Interval = tuple[int, int]
"""Minutes after the first midnight that is asked about."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """When it is open, open by appointment only, and when nobody knows; no two of them overlap."""

    open: list[Interval]
    appointment: list[Interval]
    unannounced: list[Interval]
    admission: list[Interval]
    """When people are still let in."""


def intervals(table: Timetable, first: date, last: date) -> Intervals:
    """The intervals of `table` from the beginning of `first` to the end of `last`."""
    anyone: list[Interval] = []
    admitted: list[Interval] = []
    invited: list[Interval] = []
    unknown: list[Interval] = []
    offset, days = (table.first - first).days, (last - first).days + 1
    for state, some in table.states.items():
        begins = [(step + offset) * MINUTES_A_DAY for step in steps(some)]
        for start, end, appointment, last_entry in state.sessions:
            (invited if appointment else anyone).extend([(at + start, at + end) for at in begins])
            if last_entry is not None:
                admitted += [(at + last_entry, at + end) for at in begins]
        if not (state.known and state.clock):
            unknown += [(at, at + MINUTES_A_DAY) for at in begins]
    open_ = merged(anyone)
    asked = outside(merged(invited), open_)
    unsure = outside(outside(merged(unknown), open_), asked)
    entry = outside(open_, merged(admitted)) if admitted else open_
    end = days * MINUTES_A_DAY
    return Intervals(clipped(open_, end), clipped(asked, end), clipped(unsure, end), clipped(entry, end))


def merged(some: list[Interval]) -> list[Interval]:
    """`some` in order, with touching and overlapping ones as one; `some` itself is put in order."""
    some.sort()
    together: list[Interval] = []
    reached = -MINUTES_A_DAY * MINUTES_A_DAY
    for one in some:
        if one[0] > reached:
            together.append(one)
            reached = one[1]
        elif one[1] > reached:
            reached = one[1]
            together[-1] = (together[-1][0], reached)
    return together


def outside(some: list[Interval], others: Iterable[Interval]) -> list[Interval]:
    """What of `some` lies in none of `others`."""
    left = some
    for begin, finish in others if some else ():
        halves = [((start, min(end, begin)), (max(start, finish), end)) for start, end in left]
        left = [part for both in halves for part in both if part[0] < part[1]]
    return left


def clipped(some: list[Interval], end: int) -> list[Interval]:
    """What of `some` lies between 0 and `end`."""
    if some and some[0][0] >= 0 and some[-1][1] <= end:
        return some
    return [(max(start, 0), min(finish, end)) for start, finish in some if start < end and finish > 0]


def moment(first: date, minute: int) -> datetime:
    """The China-local time `minute` minutes after the beginning of `first`."""
    return datetime.combine(first, datetime.min.time()) + timedelta(minutes=minute)
