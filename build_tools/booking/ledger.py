"""The rule itself: months wait until they hold k cases together, then they are published as one batch."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Waiting:
    """An opened period: since which month it waits, and for how many cases it does so. Never published, never stored."""

    since: int
    amount: int


@dataclass(frozen=True, slots=True)
class Booked:
    """What the ledger makes of one stream; months are numbered as `Month` does."""

    zeros: tuple[int, ...]
    batches: tuple[tuple[int, int, int], ...]
    """First month, last month, cases."""
    waiting: Waiting | None


def booked(
    first: int,
    counts: Iterable[int],
    needed: Sequence[int],
    *,
    hides_zeros: bool = False,
    inherited: Waiting | None = None,
) -> Booked:
    """The ledger of `counts`, one a month from `first` on; a batch closes in a month at as many as `needed` there.

    A month without cases is a published zero, unless a period is open or zeros are hidden. An opened period closes only
    by reaching what is needed, even if corrections bring its sum back to nothing.
    """
    zeros: list[int] = []
    batches: list[tuple[int, int, int]] = []
    since, amount = (inherited.since, inherited.amount) if inherited else (None, 0)
    for month, count, k in zip(itertools.count(first), counts, needed, strict=False):
        if since is None:
            if not count and not hides_zeros:
                zeros.append(month)
                continue
            since = month
        amount += count
        if amount >= k:
            batches.append((since, month, amount))
            since, amount = None, 0
    return Booked(tuple(zeros), tuple(batches), None if since is None else Waiting(since, amount))
