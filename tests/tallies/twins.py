"""Two private worlds that differ in every month that may be hidden, and that must publish the same."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.tallies.demonstration import Entry

K, SENSITIVE_K = 5, 10


def twin(rows: Sequence[Entry], sensitive: Iterable[str] = (), seed: int = 1) -> list[Entry]:
    """Rows whose batches, and the success of each batch, are those of `rows`; months within batches are others."""
    dice = random.Random(seed)  # noqa: S311 — nothing here is secret
    streams: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for row in rows:
        if row.category is not None:
            streams[row.station, row.category].append(row)
    hidden = set(sensitive)
    other = {
        (row.station, row.category, row.month): row
        for (_, category), mine in streams.items()
        for row in twin_stream(dice, mine, hides_zeros=category in hidden)
    }
    return [other.get((row.station, row.category, row.month), row) for row in rows]


def twin_stream(dice: random.Random, rows: Sequence[Entry], *, hides_zeros: bool) -> list[Entry]:
    """The same for one stream."""
    k = SENSITIVE_K if hides_zeros else K
    found: list[Entry] = []
    group: list[Entry] = []
    for row in rows:
        if not group and not row.net and not hides_zeros:
            found.append(row)
            continue
        group.append(row)
        if sum(one.net for one in group) >= k:
            found += twin_group(dice, group, k, closed=True)
            group = []
    return [*found, *twin_group(dice, group, k, closed=False)]


def waiting(rows: Sequence[Entry]) -> list[Entry]:
    """The rows of all streams with the default threshold that are in no batch yet."""
    open_rows: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for row in rows:
        if row.category is not None:
            group = open_rows[row.station, row.category]
            if group or row.net:
                group.append(row)
            if sum(one.net for one in group) >= K:
                group.clear()
    return [row for group in open_rows.values() for row in group]


def twin_group(dice: random.Random, group: list[Entry], k: int, *, closed: bool) -> list[Entry]:
    """The months of one batch, or of the open end, with other counts; alone it stays, as a batch it is printed."""
    known = [row.succeeded for row in group if row.succeeded is not None]
    total = sum(row.net for row in group)
    if (closed and len(group) == 1) or sum(known) > total:
        return group
    counts = waits(dice, len(group) - closed, k)
    counts += [total - sum(counts)] if closed else []
    left = sum(known) if closed else 0
    return [
        replace(row, count=count, adjust=None, succeeded=None if row.succeeded is None else taken)
        for row, count, taken in zip(group, counts, shares(counts, left), strict=True)
    ]


def waits(dice: random.Random, months: int, k: int) -> list[int]:
    """Counts of months whose sum stays below `k`; the first is not 0, for that would be published."""
    counts = [dice.randint(1, k - 1)] if months else []
    while len(counts) < months:
        counts.append(dice.randint(0, k - 1 - sum(counts)))
    return counts


def shares(counts: Iterable[int], left: int) -> list[int]:
    """`left` successes dealt out to months, never more than one has cases."""
    dealt = []
    for count in counts:
        dealt.append(min(count, left))
        left -= dealt[-1]
    return dealt
