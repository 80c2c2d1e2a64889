"""Known sums → what each month can be: intervals first, then linear programs for what hangs together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.attack.intervals import Sums, tightened
from tests.attack.programs import solved

if TYPE_CHECKING:
    from tests.attack.intervals import Range
    from tests.attack.world import Month, World


def possible(world: World) -> dict[Month, Range] | None:
    """The least and the most that each month can be; `None` if the claims contradict each other."""
    months = sorted(world.ranges)
    place = {month: at for at, month in enumerate(months)}
    rows = [tuple(place[month] for month in sum_) for sum_ in world.sums]
    ranges = tightened(rows, list(world.sums.values()), [world.ranges[month] for month in months])
    if ranges is None:
        return None
    known: dict[Sums, tuple[Range, ...]] = {}
    for unknowns, sums in blocks(rows, list(world.sums.values()), ranges):
        if sums not in known:
            known[sums] = solved(sums, world.k - 1)
        for at, found in zip(unknowns, known[sums], strict=True):
            ranges[at] = found
    return dict(zip(months, ranges, strict=True))


def blocks(rows: list[tuple[int, ...]], bounds: list[Range], ranges: list[Range]) -> list[tuple[list[int], Sums]]:
    """The unknowns that hang together, each group with its sums renumbered, so that equal groups are equal."""
    open_rows: dict[tuple[int, ...], Range] = {}
    for row, bound in zip(rows, bounds, strict=True):
        settled = sum(ranges[at][0] for at in row if ranges[at][0] == ranges[at][1])
        rest = tuple(at for at in row if ranges[at][0] != ranges[at][1])
        if len(rest) > 1:
            low, high = bound[0] - settled, bound[1] - settled
            old = open_rows.get(rest, (low, high))
            open_rows[rest] = max(low, old[0]), min(high, old[1])
    return [grouped(unknowns, mine, open_rows, ranges) for unknowns, mine in together(list(open_rows))]


def grouped(
    unknowns: list[int], mine: list[tuple[int, ...]], bounds: dict[tuple[int, ...], Range], ranges: list[Range]
) -> tuple[list[int], Sums]:
    """One group: its unknowns, and its sums in their numbers within the group."""
    place = {at: number for number, at in enumerate(unknowns)}
    rows = tuple(tuple(place[at] for at in row) for row in mine)
    return unknowns, Sums(rows, tuple(bounds[row] for row in mine), tuple(ranges[at] for at in unknowns))


def together(rows: list[tuple[int, ...]]) -> list[tuple[list[int], list[tuple[int, ...]]]]:
    """Groups of unknowns that share no sum with other groups, with their sums."""
    leader: dict[int, int] = {}

    def lead(at: int) -> int:
        while leader.setdefault(at, at) != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for row in rows:
        for at in row[1:]:
            leader[lead(at)] = lead(row[0])
    members, sums = defaultdict(list), defaultdict(list)
    for at in sorted(leader):
        members[lead(at)].append(at)
    for row in sorted(rows):
        sums[lead(row[0])].append(row)
    return [(members[first], sums[first]) for first in members]
