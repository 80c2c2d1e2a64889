"""What staff moved from one day to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.day_state import UNDECIDED, DayState, state_of
from build_tools.facts.prevailing import state_on

if TYPE_CHECKING:
    from build_tools.facts.almanac import Almanac
    from build_tools.facts.prevailing import States
    from build_tools.records.schedule import DatedException


def with_moved(
    states: States,
    moves: list[DatedException],
    possible: list[States],
    usual: list[States],
    days: Almanac,
    shut: int,
) -> States:
    """`states` with what `moves` take to other days than those that are `shut`.

    `possible` is all that the days may be, and `usual` all that they may be but for exceptions and holidays.
    """
    for day in dict.fromkeys(move.moved_to for move in moves if move.moved_to):
        target = days.set_of([day]) & ~shut
        if target:
            arriving = [move for move in moves if move.moved_to == day]
            reached = with_arriving([state_on(one, target) for one in possible], arriving, usual, days)
            states = {state: some & ~target for state, some in states.items()}
            states[reached] = states.get(reached, 0) | target
    return states


def with_arriving(here: list[DayState], moves: list[DatedException], usual: list[States], days: Almanac) -> DayState:
    """What a day is that may be one of `here` before `moves` come to it."""
    for move in moves:
        for source in move.days.days:
            coming = arrivals(move, usual, days.set_of([source]))
            here = [together(one, other, move) for one in dict.fromkeys(here) for other in coming]
    return here[0] if len({one.opening for one in here}) == 1 else UNDECIDED


def arrivals(move: DatedException, usual: list[States], source: int) -> list[DayState]:
    """All that `move` may bring from the day `source`."""
    return [state_of(move.hours)] if move.hours else list(dict.fromkeys(state_on(one, source) for one in usual))


def together(here: DayState, coming: DayState, move: DatedException) -> DayState:
    """What is `here` and what is `coming` on one day; what comes makes known what was not."""
    if not coming.known:
        return UNDECIDED
    if coming.clock and not coming.sessions:
        return here
    both = sorted({*here.sessions, *coming.sessions}, key=lambda one: one[:2])
    return coming._replace(sessions=tuple(both), reason=move.note, unusual=True)
