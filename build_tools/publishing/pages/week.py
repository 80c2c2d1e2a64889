"""The dated week on a station's page: when it is open, and what takes place there besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from build_tools.facts.directory import Offer
from build_tools.facts.timetable import Timetable
from build_tools.publishing.addresses import event_uri
from build_tools.publishing.week import Besides, Week, changes_ahead, named_days, weeks_of, weeks_unknown

if TYPE_CHECKING:
    from datetime import date

    from build_tools.facts.day_state import DayState
    from build_tools.facts.derive import Facts
    from build_tools.facts.occurrences import Occurrence
    from build_tools.publishing.press import Press

TimedOffer = tuple[Offer, Timetable | None]
"""A service, and when it takes place; None when it has no times of its own, or nobody knows them."""
OFTEN = 6
"""Times in the two weeks: what takes place more often is no news on any day."""

AT_ONCE = 2
"""Changes ahead that one sees without asking for more."""


def weeks_at(
    table: Timetable | None, offers: Iterable[TimedOffer], events: Iterable[Occurrence], facts: Facts, press: Press
) -> list[Week]:
    """This week and the next at an open station with this `table`; nothing when nothing at all is known of them."""
    besides: defaultdict[date, list[Besides]] = defaultdict(list)
    for offer, times in offers:
        for day, state in days_held(times) if times and not is_often(times) else ():
            besides[day].append(service_besides(offer, state, facts, press))
    for one in events:
        if not one.is_off:
            besides[one.day].append(event_besides(one, press))
    if table is not None:
        return weeks_of(table, press.shown, besides)
    return weeks_unknown(facts.timetables.first, press.shown, besides) if besides else []


def is_often(table: Timetable) -> bool:
    """Whether something takes place by `table` on most days."""
    return len(days_held(table)) > OFTEN


@lru_cache(maxsize=1_000)  # services with the same schedule share a timetable
def days_held(table: Timetable) -> Sequence[tuple[date, DayState]]:
    """The days of the weeks on which something takes place by `table`."""
    return tuple((day, state) for day, state in named_days(table) if state.sessions or not state.clock)


def service_besides(offer: Offer, state: DayState, facts: Facts, press: Press) -> Besides:
    """A service on a day."""
    name = facts.directory.lexicon.service_kinds[offer.service.kind].name
    when = press.shown.clock(state.sessions[0].start) if state.sessions else press.shown.of(state.part or "")
    return Besides(f"{when} {name}".strip(), f"#{offer.anchor}")


def event_besides(one: Occurrence, press: Press) -> Besides:
    """An event on a day."""
    when = press.shown.clock(one.sessions[0].start) if one.sessions else ""
    return Besides(f"{when} {one.event.name}".strip(), press.links("stations/x/").to(event_uri(one.event)))


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different after the weeks that a page shows."""

    first: Sequence[str]
    more: Sequence[str]
    """What one unfolds."""
    more_words: str


def changes_at(table: Timetable, press: Press) -> Changes | None:
    """What is different at an open station with this `table` after the weeks that its page shows; None when nothing is."""
    lines = changes_ahead(table, press.shown)
    more = lines[AT_ONCE:]
    return Changes(lines[:AT_ONCE], more, press.say("ahead.more", count=len(more))) if lines else None
