"""When a service takes place next, as seen from the day of the build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from build_tools.publishing.pages.week import is_often
from build_tools.records.station import Life

if TYPE_CHECKING:
    from datetime import date

    from build_tools.facts.day_state import DayState
    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Offer
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.shown import Shown


@dataclass(frozen=True, slots=True)
class NextTime:
    """The next day of a service, in words."""

    words: str
    unsure: bool
    """Whether `words` say only that nobody knows yet."""


def next_time(offer: Offer, facts: Facts, shown: Shown) -> NextTime | None:
    """The next time of `offer`; None when nothing is known of it, or it takes place on most days."""
    table = facts.timetables.of_part(offer.service, offer.station) if offer.station.life is Life.OPEN else None
    return next_by(table, facts.today, shown)


def next_by(table: Timetable | None, today: date, shown: Shown) -> NextTime | None:
    """The same of a service at an open station whose times `table` has, if anything has."""
    return next_in(table, today, shown) if table and not is_often(table) else None


@lru_cache(maxsize=1_000)  # services with the same schedule share a timetable
def next_in(table: Timetable, today: date, shown: Shown) -> NextTime | None:
    """The first time in `table` from `today` on; that it is not announced where it may be on a day nobody can know."""
    for step, state in islice(enumerate(table.days()), (today - table.first).days, None):
        if not state.known:
            return NextTime(shown.day_reason(table, step, state) or shown.say("week.unannounced"), unsure=True)
        if state.sessions or not state.clock:
            return NextTime(time_words(table.first + timedelta(days=step), state, shown), unsure=False)
    return None


def time_words(day: date, state: DayState, shown: Shown) -> str:
    """The day and what is known of the time."""
    times = shown.say("list.pause").join(map(shown.session, state.sessions)) or shown.of(state.part or "")
    return f"{shown.near_date(day)} {times}".strip()
