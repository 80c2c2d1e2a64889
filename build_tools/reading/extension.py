"""Whether a new ledger only adds to the published one: what is published never changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.records.tally import Stream, Tally

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The first thing published that would be said differently."""

    where: Where
    """In the published record."""
    text: str


def first_change(published: Tally, new: Tally) -> Change | None:
    """The first part of `published` that is not as it was in `new`; None when `new` only adds to it."""
    return next(changes(published, new), None)


def changes(published: Tally, new: Tally) -> Iterator[Change]:
    """Every part of `published` that is not as it was in `new`."""
    if new.through < published.through:
        yield Change(("through",), str(published.through))
    streams = {stream.category: stream for stream in new.streams}
    for position, stream in enumerate(published.streams):
        again = streams.get(stream.category)
        for where, text in changes_in(stream, published, again):
            yield Change(("streams", position, *where), text)
    for position, shares in enumerate(published.years):
        if shares not in new.years:
            yield Change(("years", position), str(shares.year))


def changes_in(stream: Stream, published: Tally, again: Stream | None) -> Iterator[tuple[Where, str]]:
    """Every part of one published `stream` that is not as it was `again`."""
    if again is None or again.first != stream.first:
        yield ("first",), str(stream.first)
        return
    if again.through is not None and again.through < published.until(stream):
        yield ("through",), str(published.until(stream))
    for position, batch in enumerate(stream.batches):
        if again.batches[position : position + 1] != (batch,):
            yield ("batches", position), f"{batch.first}–{batch.last}：{batch.count}"
    until = published.until(stream)
    slipped_in = [batch for batch in again.batches[len(stream.batches) :] if batch.last <= until]
    for batch in slipped_in[:1]:
        yield ("batches",), f"{batch.first}–{batch.last}"
    if tuple(month for month in again.zeros if month <= until) != stream.zeros:
        yield ("zeros",), first_difference(stream.zeros, again.zeros)
    for position, outcome in enumerate(stream.outcomes):
        if outcome not in again.outcomes:
            yield ("outcomes", position), str(outcome.year)


def first_difference(published: Sequence[int], new: Sequence[int]) -> str:
    """The first month that is a zero in one only."""
    return str(min(set(published) ^ set(new), default=""))
