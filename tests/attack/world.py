"""Claims of all publications → months that exist, what each may be, and which sums of them are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.attack.claims import Claim, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.attack.claims import Merged, Scope

Month = tuple[str, str, int]
"""Station, category, month."""
ANY = 10**6
"""No month has so many cases."""
WITHHELD = (Kind.SMALL, Kind.WAITING, Kind.HIDDEN)


@dataclass(slots=True)
class World:
    """Every month that is spoken of, in what range it lies, and sums with their bounds."""

    k: int
    ranges: dict[Month, tuple[int, int]] = field(default_factory=dict)
    sums: dict[tuple[Month, ...], tuple[int, int]] = field(default_factory=dict)
    published: set[Month] = field(default_factory=set)
    """Months whose number is printed."""
    thresholds: dict[str, int] = field(default_factory=dict)
    """Category → its threshold, where it says another than `k`."""

    def narrow(self, month: Month, low: int, high: int) -> None:
        """Learn that `month` lies between `low` and `high`."""
        old = self.ranges.get(month, (0, ANY))
        self.ranges[month] = max(low, old[0]), min(high, old[1])

    def know(self, months: Iterable[Month], low: int, high: int) -> None:
        """Learn that the sum of `months` lies between `low` and `high`."""
        key = tuple(sorted(months))
        for month in key:
            self.narrow(month, 0, ANY)
        if len(key) == 1:
            self.narrow(key[0], low, high)
        elif key:
            old = self.sums.get(key, (0, ANY))
            self.sums[key] = max(low, old[0]), min(high, old[1])

    def threshold(self, category: str) -> int:
        """From how many cases on `category` is published."""
        return self.thresholds.get(category, self.k)


def cells_of(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Figures of one stream and period that contain no other, and all other sums."""
    cells: dict[tuple[str, str], list[Claim]] = {}
    totals = []
    figures = [one for one in claims if one.kind is Kind.COUNT or one.kind in WITHHELD]
    for claim in sorted(figures, key=lambda one: (span(one.scope), one.kind is Kind.COUNT)):
        stream = claim.scope.stream
        if (
            stream is None
            or claim.scope.first is None
            or any(overlap(claim.scope, one.scope) and claim.scope != one.scope for one in cells.get(stream, ()))
        ):
            totals.append(claim)
        else:
            cells.setdefault(stream, []).append(claim)
    return [one for some in cells.values() for one in some], totals


def span(scope: Scope) -> int:
    """How many months it has."""
    return ANY if scope.first is None or scope.last is None else scope.last - scope.first + 1


def overlap(one: Scope, other: Scope) -> bool:
    """Whether two periods have a month in common."""
    return (one.first or 0) <= (other.last or ANY) and (other.first or 0) <= (one.last or ANY)


def months_of(claim: Claim) -> list[Month]:
    """The months of a cell, in order."""
    stream, first, last = claim.scope.stream, claim.scope.first, claim.scope.last
    if stream is None or first is None or last is None:
        return []
    return [(*stream, month) for month in range(first, last + 1)]


def learn_thresholds(world: World, claims: Iterable[Claim]) -> None:
    """Take down which categories wait for more than others."""
    for claim in claims:
        if claim.kind is Kind.WAITING and claim.scope.stream:
            category = claim.scope.stream[1]
            world.thresholds[category] = max(claim.high + 1, world.thresholds.get(category, 0))


def learn_cell(world: World, claim: Claim, merged: Iterable[Merged]) -> None:
    """Add what a cell says, together with what the rule of the ledger says about it."""
    months = months_of(claim)
    if claim.kind in (Kind.SMALL, Kind.HIDDEN):
        world.know(months, claim.low, claim.high)
    elif claim.kind is Kind.WAITING:
        learn_waiting(world, months)
    elif len(months) == 1:
        world.know(months, claim.low, claim.high)
        world.published.update(months)
    else:
        parts, all_known = parts_of_batch(world, months, merged)
        last = [month for month in parts if month[2] == claim.scope.last]
        world.know(parts, claim.low if all_known else 0, claim.high)
        learn_waiting(world, [month for month in parts if month not in last])


def learn_waiting(world: World, months: list[Month]) -> None:
    """A waiting sum never reaches the threshold, and it opens with a month that is not zero, for zeros are shown."""
    if not months:
        return
    most = world.threshold(months[0][1]) - 1
    zeros_are_shown = most < world.k
    for end in sorted({month[2] for month in months}):
        world.know([month for month in months if month[2] <= end], int(zeros_are_shown), most)
    if zeros_are_shown and all(month[:2] == months[0][:2] for month in months):
        world.narrow(months[0], 1, most)


def parts_of_batch(world: World, months: list[Month], merged: Iterable[Merged]) -> tuple[list[Month], bool]:
    """The months that a batch adds up, those of streams merged into it included, and whether these are all."""
    station, category, first = months[0]
    into = [one for one in merged if (one.station, one.into) == (station, category)]
    olds = [one for one in into if first < one.since <= months[-1][2]]
    if not olds:
        return months, True
    since = min(one.since for one in olds)
    own = [month for month in months if month[2] >= since or month in world.ranges]
    heirs = [one for one in olds if one.inherited] or [one for one in olds if (station, one.old, first) in world.ranges]
    told = len(heirs) == 1 or any(one.inherited for one in heirs)
    inherited = [(station, one.old, at) for one in heirs if told for at in range(first, one.since)]
    return own + [month for month in inherited if month in world.ranges], told
