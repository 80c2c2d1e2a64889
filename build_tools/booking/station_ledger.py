"""One station's rows → its public ledger, and what of it still waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING

from build_tools.booking.ledger import Waiting, booked
from build_tools.booking.private_file.rows import Row, nets
from build_tools.booking.rates import outcomes_of, shares_of
from build_tools.records.ledger import closed_in, total
from build_tools.records.month import Month, last_of
from build_tools.records.tally import Batch, Stream, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.booking.counts import StationCounts
    from build_tools.reading.ledger_audit import Terms
    from build_tools.records.tally import Retired, YearShares


@dataclass(frozen=True, slots=True)
class StreamLedger:
    """A public stream with what it does not say."""

    stream: Stream
    last: Month
    """The last month with a row."""
    waiting: Waiting | None
    rows: Mapping[int, Row]
    """Of all months that its batches hold, also those before it began."""


@dataclass(frozen=True, slots=True)
class StationLedger:
    """What one station publishes, and what waits."""

    tally: Tally
    streams: tuple[StreamLedger, ...]


def ledger_of(
    station: str, counts: StationCounts, terms: Mapping[str, Terms], retired: tuple[Retired, ...]
) -> StationLedger:
    """The ledger of a `station` with at least one stream; streams in the order of the categories in `terms`."""
    found: dict[str, StreamLedger] = {}
    for category in generations(tuple(one for one in terms if one in counts.streams), retired):
        ancestor = found.get(ancestor_of(category, retired))
        found[category] = stream_of(category, counts.streams[category], terms[category], ancestor)
    streams = tuple(found[category] for category in terms if category in found)
    through = max(one.last for one in streams)
    tally = Tally(
        id=station,
        through=through,
        streams=tuple(one.stream if one.last == through else cut_short(one) for one in streams),
        years=tuple(years_of(streams, counts.whole, retired)),
        retired=retired,
    )
    return StationLedger(tally, streams)


def ancestor_of(category: str, retired: tuple[Retired, ...]) -> str:
    """The retired category whose waiting cases `category` takes over; nothing for most."""
    return next((one.category for one in retired if one.inherited and one.into == category), "")


def generations(categories: tuple[str, ...], retired: tuple[Retired, ...]) -> Iterator[str]:
    """`categories`, each after the one that it takes over from."""
    if not retired:
        yield from categories
        return
    seen: set[str] = set()
    for category in categories:
        line = [category]
        while (ancestor := ancestor_of(line[-1], retired)) in categories and ancestor not in line:
            line.append(ancestor)
        yield from (one for one in reversed(line) if one not in seen)
        seen.update(line)


def stream_of(category: str, rows: Mapping[int, Row], terms: Terms, ancestor: StreamLedger | None) -> StreamLedger:
    """The ledger of `rows`, one a month without a gap, which goes on with what waited in `ancestor`."""
    first = Month(next(iter(rows)))
    last = Month(first + len(rows) - 1)
    entries = booked(
        first,
        nets(rows.values()),
        needed(first, last, terms),
        hides_zeros=terms.sensitive,
        inherited=ancestor.waiting if ancestor else None,
    )
    batches = tuple(starmap(batch_of, entries.batches))
    known = {**ancestor.rows, **rows} if ancestor else rows
    stream = Stream(
        category=category,
        first=first,
        zeros=tuple(map(Month, entries.zeros)),
        batches=batches,
        outcomes=tuple(outcomes_of(closed_years(first, last), batches, known, terms)),
    )
    return StreamLedger(stream, last, entries.waiting, known)


@cache
def batch_of(first: int, last: int, count: int) -> Batch:
    """The batch of `count` cases from `first` to `last`; the same in many streams."""
    return Batch(first=Month(first), last=Month(last), count=count)


@cache
def needed(first: int, last: int, terms: Terms) -> tuple[int, ...]:
    """How many cases a batch needs that closes in each month from `first` to `last`; the same in many streams."""
    return tuple(terms.k_in(month) for month in range(first, last + 1))


def closed_years(first: int, last: int) -> range:
    """The years that `first` lies in or before, and whose December is not after `last`."""
    return range(first // 12, (last + 1) // 12)


def cut_short(one: StreamLedger) -> Stream:
    """Its stream, saying that it does not report as far as the others."""
    stream = one.stream
    return Stream(
        category=stream.category,
        first=stream.first,
        through=one.last,
        zeros=stream.zeros,
        batches=stream.batches,
        outcomes=stream.outcomes,
    )


def years_of(
    streams: tuple[StreamLedger, ...], whole: Mapping[int, Row], retired: tuple[Retired, ...]
) -> Iterator[YearShares]:
    """The classes of each year that all streams report to its end; retired ones have ended."""
    gone = {one.category for one in retired}
    going = [one for one in streams if one.stream.category not in gone]
    complete = min(one.last for one in going or streams)
    begin = min(one.stream.first for one in streams)
    for year in closed_years(begin, complete):
        rows = [row for row in whole.values() if row.month.year == year]
        if not rows:
            continue
        cases = sum(total(closed_in(year, one.stream.batches)) for one in streams)
        if shares := shares_of(year, cases, rows, min(12, last_of(year) + 1 - begin)):
            yield shares
