"""The days of a timetable as OpenStreetMap's `opening_hours` tells days: from midnight to midnight, alike or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.intervals import clipped, merged, outside
from build_tools.facts.timetable import steps
from build_tools.publishing.osm_spelling import ALL_DAY, Day, Part, quotable
from build_tools.records.clock import MINUTES_A_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.day_state import DayState, Session
    from build_tools.facts.intervals import Interval
    from build_tools.facts.timetable import Timetable

WEEK = 7


class Comments(NamedTuple):
    """What is said of hours that are not simply open."""

    appointment: str
    unannounced: str
    no_clock: str


@dataclass(frozen=True, slots=True)
class Days:
    """What is to be told; bit `i` of a set of days stands for `first + i`."""

    first: date
    count: int
    alike: dict[Day, int]
    """Day → the set of those that are so."""
    known: int
    usual: int
    """The known days for which the week and the season decide."""
    weekly: tuple[int, ...]
    """Weekday from Monday on → the set of days on it."""

    def weekday(self, step: int) -> int:
        """That of the day `step` days after the first; 0 is Monday."""
        return (self.first.weekday() + step) % WEEK

    def within(self, count: int) -> Days:
        """The first `count` days."""
        inside = (1 << count) - 1
        alike = {day: some for day, days in self.alike.items() if (some := days & inside)}
        return Days(self.first, count, alike, self.known & inside, self.usual & inside, self.weekly)


def calendar_days(table: Timetable, comments: Comments) -> Days:
    """The days of `table`, but the first, which only runs into the next."""
    alike: dict[Day, int] = {}
    known = usual = 0
    before = nights(table)
    for state, days in table.states.items():
        known |= days if state.known else 0
        usual |= days if state.known and not state.unusual else 0
        for reason, some in reasons(table, state, days).items():
            for night, mornings in before.items():
                if both := (some & mornings) >> 1:
                    day = tuple(parts(state, night, reason, comments))
                    alike[day] = alike.get(day, 0) | both
    first, count = table.first + timedelta(days=1), table.count - 1
    return Days(first, count, alike, known >> 1, usual >> 1, weekly(first, count))


def weekly(first: date, count: int) -> tuple[int, ...]:
    """Weekday → the days on it, at least as far as `count` days from `first`."""
    weeks = count // WEEK + 1
    every_seventh = ((1 << WEEK * weeks) - 1) // ((1 << WEEK) - 1)
    return tuple(every_seventh << (on - first.weekday()) % WEEK for on in range(WEEK))


def nights(table: Timetable) -> dict[tuple[Session, ...], int]:
    """Sessions that run past midnight → the days into which they run; every day but the first is in one of these sets."""
    found: dict[tuple[Session, ...], int] = {}
    for state, days in table.states.items():
        night = tuple(session for session in state.sessions if session.end > MINUTES_A_DAY)
        found[night] = found.get(night, 0) | days << 1
    return found


def reasons(table: Timetable, state: DayState, days: int) -> dict[str, int]:
    """Why it is as `state` says → those of `days` that are so for this reason; holidays differ in their names."""
    if state.reason or not state.holiday:
        return {state.reason: days}
    found: dict[str, int] = {}
    for step in steps(days):
        reason = table.reason(step, state)
        found[reason] = found.get(reason, 0) | 1 << step
    return found


def parts(state: DayState, night: tuple[Session, ...], reason: str, comments: Comments) -> Iterator[Part]:
    """What is to be said of a day that is as `state` says, and into which `night` runs from the day before."""
    if not state.known:
        yield Part((), "unknown", quotable(reason or comments.unannounced))
    elif not state.clock:
        yield Part((), "unknown", quotable(state.part.label if state.part else comments.no_clock))
    elif reason and not state.sessions:
        yield Part((), "off", quotable(reason))
    opened, asked = hours_of(state.sessions, night)
    if opened:
        note = quotable(state.reason) if state.sessions else ""
        yield Part(opened, "open" if note else "", note)
    if asked:
        yield Part(() if asked == ALL_DAY else asked, "unknown", quotable(comments.appointment))


def hours_of(
    sessions: tuple[Session, ...], night: tuple[Session, ...]
) -> tuple[tuple[Interval, ...], tuple[Interval, ...]]:
    """When it is open on a day with `sessions` and a `night` from the day before, and when by appointment only."""
    here = [(one.start, one.end, one.appointment) for one in sessions]
    here += [(one.start - MINUTES_A_DAY, one.end - MINUTES_A_DAY, one.appointment) for one in night]
    opened = merged([(start, end) for start, end, asked in here if not asked])
    asked = outside(merged([(start, end) for start, end, asked in here if asked]), opened)
    return tuple(clipped(opened, MINUTES_A_DAY)), tuple(clipped(asked, MINUTES_A_DAY))
