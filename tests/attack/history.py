"""Successive publications → what moved between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.attack.claims import Claim, Finding, Kind, Scope
from tests.attack.months import shown
from tests.attack.world import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Stream = tuple[str, str]


def revisions(publications: Iterable[list[Claim]], k: int) -> Iterator[tuple[Stream, Finding]]:
    """Published cells that a later publication says otherwise."""
    for before, after in pairwise(publications):
        later: dict[Stream, list[Claim]] = {}
        for claim in after:
            later.setdefault(claim.scope.stream or ("", ""), []).append(claim)
        for claim in before:
            stream = claim.scope.stream
            if stream and claim.kind is Kind.COUNT:
                for finding in changed(claim, later.get(stream, []), k):
                    yield stream, finding


def changed(claim: Claim, later: list[Claim], k: int) -> Iterator[Finding]:
    """What is known because `claim` no longer stands; the difference, if only the number is another."""
    touching = [one for one in later if one.kind is not Kind.HIDDEN and overlap(one.scope, claim.scope)]
    if any(one.scope == claim.scope and one.kind is Kind.COUNT and one.low == claim.low for one in touching):
        return
    same = {one.low - claim.low for one in touching if one.scope == claim.scope and one.kind is Kind.COUNT}
    value = str(min(same)) if len(same) == 1 and 0 < abs(min(same)) < k else ""
    if touching:
        station, category = claim.scope.stream or ("", "")
        yield Finding(
            station, category, shown_of(claim.scope), value, "两次公布的批次不同", "补记" if value else "件数"
        )


def differences(totals: Iterable[list[Claim]]) -> list[Claim]:
    """What came in between two successive totals of the same scope."""
    found = []
    for before, after in pairwise(totals):
        old = {beginning(one.scope): one for one in before if one.scope.last is not None}
        for claim in after:
            earlier = old.get(beginning(claim.scope))
            if earlier and grown(earlier.scope, claim.scope) and claim.kind is earlier.kind:
                found.append(difference(earlier, claim))
    return found


def beginning(scope: Scope) -> tuple[frozenset[str] | None, frozenset[str] | None, int | None]:
    """All of a scope but its end."""
    return scope.stations, scope.categories, scope.first


def grown(old: Scope, new: Scope) -> bool:
    """Whether `new` goes on where `old` ended."""
    return old.last is not None and new.last is not None and old.last < new.last


def difference(earlier: Claim, later: Claim) -> Claim:
    """The cases of the months after `earlier` up to `later`."""
    count, first = later.low - earlier.low, (earlier.scope.last or 0) + 1
    scope = Scope(later.scope.stations, later.scope.categories, first, later.scope.last)
    return Claim(Kind.COUNT, scope, count, count, f"{later.low}−{earlier.low}", f"{earlier.where} → {later.where}")


def shown_of(scope: Scope) -> str:
    """The months of `scope`."""
    return shown(scope.first or scope.last or 0, scope.last or 0)
