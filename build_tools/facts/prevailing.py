"""What prevails on each day, of all that is said of it, and the single hours that are then taken from it."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from build_tools.facts.almanac import union
from build_tools.facts.day_state import NOTHING, UNDECIDED, DayState, without_hours
from build_tools.facts.layers import Layer, Level
from build_tools.records.clock import MINUTES_A_DAY, TimeRange

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from build_tools.facts.day_sets import DaySets

States = dict[DayState, int]
"""State → the set of days that are so."""
Claims = tuple[int, ...]
"""For each layer the days of which it says the strongest, or takes hours; at the end the days of which none says anything."""

MANY = 10
"""More choices are not tried one by one."""


def ways(ordered: list[Layer], worlds: Sequence[DaySets], every: int, among: int) -> list[Claims]:
    """What the `ordered` layers claim in the first of `worlds` of `every` day, and of those `among` them otherwise elsewhere."""
    plainest = claims(ordered, worlds[0], every)
    others = dict.fromkeys(claims(ordered, world, among) for world in worlds[1:])
    others.pop(tuple(days & among for days in plainest), None)
    return [plainest, *others]


def claims(ordered: list[Layer], sets: DaySets, among: int) -> Claims:
    """What each of the `ordered` layers claims of the days `among` all."""
    found = []
    left, usual = among, 0
    for layer in ordered:
        days = sets.of(layer.days) & left
        if days and layer.period is not None:
            days &= sets.of(layer.period)
        if usual and layer.level < Level.HOURS_OFF:
            days &= ~usual
        if layer.usual:
            usual |= days
        elif not layer.off:
            left &= ~days
        found.append(days)
    return (*found, left)


def outcomes(ordered: list[Layer], possible: list[Claims]) -> Iterator[States]:
    """The days as they may come out, when each of `possible` may be so for a day, and another for the days beside it."""
    off = taking(ordered)
    across = reaching_across(ordered)
    beside = few(dict.fromkeys(tuple(one[place] for place in across) for one in possible))
    for own in possible:
        for around in beside:
            states = told(ordered, own)
            for place, days in zip(across, around, strict=True):
                states = without(states, days >> 1, ordered[place], MINUTES_A_DAY)
                states = without(states, days << 1, ordered[place], -MINUTES_A_DAY)
            for place in off:
                states = without(states, own[place], ordered[place])
            yield states


def taking(ordered: list[Layer]) -> list[int]:
    """The places of the layers that take hours from days."""
    return [place for place, layer in enumerate(ordered) if layer.off]


def reaching_across(ordered: list[Layer]) -> list[int]:
    """The places of the layers that may take hours from the night before or from the next day."""
    off = taking(ordered)
    if off and any(session.end > MINUTES_A_DAY for layer in ordered for session in layer.state.sessions):
        return off
    return [place for place in off if any(span.end > MINUTES_A_DAY for span in ordered[place].off)]


def few(choices: Collection[Claims]) -> Collection[Claims]:
    """`choices`, or where these are many the least and the most of them: what makes no difference then never does."""
    if len(choices) <= MANY:
        return choices
    return tuple(reduce(and_, days) for days in zip(*choices, strict=True)), tuple(
        map(union, zip(*choices, strict=True))
    )


def told(ordered: list[Layer], own: Claims) -> States:
    """The states of the days as the layers claim them, but for the hours that some take."""
    states: States = {NOTHING: own[-1]}
    for days, layer in zip(own, ordered, strict=False):
        if days and not (layer.usual or layer.off):
            states[layer.state] = states.get(layer.state, 0) | days
    return states


def without(states: States, days: int, layer: Layer, offset: int = 0) -> States:
    """`states`, on `days` without the hours of `layer`, each `offset` minutes later."""
    if not days:
        return states
    spans = [TimeRange(span.start + offset, span.end + offset) for span in layer.off]
    after: States = {}
    for state, some in states.items():
        cut = without_hours(state, spans, layer.state) if some & days else state
        if cut is not state:
            after[cut] = after.get(cut, 0) | some & days
            some &= ~days
        after[state] = after.get(state, 0) | some
    return after


def state_on(states: States, day: int) -> DayState:
    """The state of the one day in the set `day`, which is empty where the almanac does not reach."""
    return next((state for state, days in states.items() if days & day), NOTHING) if day else UNDECIDED


def certain(possible: list[States], among: int) -> States:
    """The first of `possible`, with the days `among` all undecided that are not open alike in each."""
    plainest, *others = possible
    ours = openings(plainest, among)
    unsure = 0
    for other in others:
        unsure |= differences(ours, openings(other, among))
    if not unsure:
        return plainest
    states = {state: days & ~unsure for state, days in plainest.items()}
    return states | {UNDECIDED: states.get(UNDECIDED, 0) | unsure}


def openings(states: States, among: int) -> dict[tuple[object, ...], int]:
    """The days `among` which `states` tell, by when they are open only."""
    plain: dict[tuple[object, ...], int] = {}
    for state, days in states.items():
        if days & among:
            plain[state.opening] = plain.get(state.opening, 0) | days & among
    return plain


def differences(ours: dict[tuple[object, ...], int], theirs: dict[tuple[object, ...], int]) -> int:
    """The days that are not open alike; both tell the same days."""
    different = 0
    for opening, days in ours.items():
        different |= days & ~theirs.get(opening, 0)
    return different
