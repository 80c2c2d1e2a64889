"""One published stream, judged: does it leave out no month, hide nothing it must show, show nothing it must hide?"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_tools.records.month import Month
from build_tools.records.threshold import Threshold, k_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.tally import Stream


@dataclass(frozen=True, slots=True)
class Terms:
    """What the counts of one category must keep to."""

    thresholds: tuple[Threshold, ...]
    sensitive: bool

    def k_in(self, month: int) -> int:
        """How many cases a batch needs that closes in `month`."""
        return k_of(month, self.thresholds, self.sensitive)


@cache
def k_of(month: int, thresholds: tuple[Threshold, ...], sensitive: bool) -> int:
    """As `k_in`, remembered: the same few months are asked for in every stream."""
    return k_in(month, thresholds, sensitive=sensitive)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a stream, and where in it."""

    code: str
    where: tuple[str | int, ...]
    words: dict[str, object] = field(default_factory=dict)


def faults_of(stream: Stream, until: Month, terms: Terms, *, inherits: bool) -> Iterator[Fault]:
    """What no booking can have written in `stream`, which reports `until`; the first fault of each kind.

    A stream that `inherits` what waited elsewhere begins its first batch there, before it began itself.
    """
    zeros = frozenset(stream.zeros)
    if terms.sensitive and zeros:
        yield Fault("E166", ("zeros",))
        return
    expected = int(stream.first)
    for position, batch in enumerate(stream.batches):
        where = ("batches", position)
        earliest = 0 if inherits and position == 0 else expected
        if not earliest <= batch.first <= batch.last <= until:
            yield Fault("E163", where)
            return
        if skipped := [month for month in range(expected, batch.first) if month not in zeros]:
            yield Fault("E164", where, {"month": Month(skipped[0])})
            return
        if covered := [month for month in range(batch.first, batch.last + 1) if month in zeros]:
            yield Fault("E165", ("zeros",), {"month": Month(covered[0])})
            return
        if batch.count < terms.k_in(batch.last):
            code = "E179" if terms.sensitive else "E173"
            yield Fault(code, where, {"count": batch.count, "k": terms.k_in(batch.last)})
        expected = batch.last + 1
    yield from faults_of_zeros(stream, expected, until)


def faults_of_zeros(stream: Stream, after: int, until: Month) -> Iterator[Fault]:
    """Zeros that are not in order, not counted at all, or that a waiting month comes before; batches end before `after`."""
    zeros = stream.zeros
    if any(later <= earlier for earlier, later in pairwise(zeros)):
        yield Fault("E165", ("zeros",), {"month": zeros[0]})
        return
    late = [month for month in zeros if month >= after]
    expected = range(after, after + len(late))
    wrong = [month for month, due in zip(late, expected, strict=True) if month != due or month > until]
    wrong += [month for month in zeros if month < stream.first]
    if wrong:
        yield Fault("E165", ("zeros",), {"month": wrong[0]})
