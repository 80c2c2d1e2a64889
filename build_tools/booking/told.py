"""A plan in words: what will be published, what waits and why. Amounts that wait are not said, not even here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.booking.plan import Booking
    from build_tools.booking.station_ledger import StreamLedger
    from build_tools.reading.ledgers import Ledgers
    from build_tools.records.tally import Stream, Tally, YearShares
    from build_tools.wording import Wording


class Teller:
    """Says what bookings do, in one language."""

    def __init__(self, ledgers: Ledgers, wording: Wording) -> None:
        self.ledgers = ledgers
        self.say = wording.say

    def tell(self, bookings: Sequence[Booking], through: Month) -> str:
        """All of `bookings`, one station after another, and a summary last."""
        lines = [line for booking in bookings for line in self.station(booking, through)]
        changed = sum(booking.changed for booking in bookings)
        summary = self.say("book.summary", through=through, changed=changed, same=len(bookings) - changed)
        return "\n".join([*lines, summary]) + "\n"

    def station(self, booking: Booking, through: Month) -> Iterator[str]:
        """What is new at one station and what waits there."""
        tally = booking.ledger.tally
        yield f"{self.ledgers.stations[tally.id]}（{tally.id}）"
        for stream in booking.ledger.streams:
            yield from self.published(stream, former_stream(stream.stream.category, booking.published))
            yield from self.withheld(stream, tally)
        known = booking.published.years if booking.published else ()
        for shares in tally.years:
            if shares not in known:
                yield self.say("book.year", year=shares.year, text=self.shares(shares))
        if tally.through < through and tally.id not in self.ledgers.closed:
            yield self.say("book.late", months=months(tally.through + 1, through))
        if not booking.changed:
            yield self.say("book.same")

    def published(self, one: StreamLedger, former: Stream | None) -> Iterator[str]:
        """What is new in one category."""
        name = self.ledgers.names[one.stream.category]
        seen = former.batches if former else ()
        for batch in one.stream.batches[len(seen) :]:
            yield self.say("book.batch", name=name, months=months(batch.first, batch.last), count=batch.count)
        zeros = [month for month in one.stream.zeros if not former or month not in former.zeros]
        if zeros:
            yield self.say("book.zeros", name=name, months=self.say("list.pause").join(map(str, zeros)))
        for outcome in one.stream.outcomes:
            if not former or outcome not in former.outcomes:
                yield self.say("book.outcome", name=name, year=outcome.year, text=outcome.success)

    def withheld(self, one: StreamLedger, tally: Tally) -> Iterator[str]:
        """What is not published of one category, and why."""
        name = self.ledgers.names[one.stream.category]
        retired = next((entry for entry in tally.retired if entry.category == one.stream.category), None)
        if retired:
            yield self.say("book.retired", name=name, since=retired.since)
        elif one.waiting and tally.id in self.ledgers.closed:
            yield self.say("book.closed", name=name, months=months(one.waiting.since, one.last))
        elif one.waiting:
            k = self.ledgers.terms[one.stream.category].k_in(one.last)
            yield self.say("book.waits", name=name, months=months(one.waiting.since, one.last), k=k)
        if one.last < tally.through and not retired:
            yield self.say("book.unreported", name=name, months=months(one.last + 1, tally.through))

    def shares(self, shares: YearShares) -> str:
        """A year's classes."""
        known = (
            self.say("cases.satisfaction", text=shares.satisfaction) if shares.satisfaction else "",
            self.say("cases.on_time", text=shares.on_time) if shares.on_time else "",
            self.say("cases.median", text=shares.median.label) if shares.median else "",
        )
        return self.say("list.pause").join(text for text in known if text)


def former_stream(category: str, published: Tally | None) -> Stream | None:
    """What is published of `category`."""
    streams = published.streams if published else ()
    return next((stream for stream in streams if stream.category == category), None)


def months(first: int, last: int) -> str:
    """A month, or a row of them."""
    return str(Month(first)) if first == last else f"{Month(first)}–{Month(last)}"
