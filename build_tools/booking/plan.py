"""Private rows + what is published → what will be published, or why nothing may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.booking.counts import StationCounts, by_station
from build_tools.booking.sequence import RowReader
from build_tools.booking.station_ledger import StationLedger, ledger_of
from build_tools.booking.tally_text import tally_text
from build_tools.problems import Problem, in_order
from build_tools.reading.extension import Change, first_change
from build_tools.records.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.booking.private_file.rows import Row
    from build_tools.reading.ledgers import Ledgers
    from build_tools.records.month import Month
    from build_tools.records.tally import Retired


@dataclass(frozen=True, slots=True)
class Booking:
    """One station's new ledger and, if it has one, the published."""

    ledger: StationLedger
    published: Tally | None
    text: str
    """Of its file."""
    changed: bool
    """Whether the file has to be written."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What booking would do; nothing of it is done while there are problems."""

    bookings: tuple[Booking, ...] = ()
    row_problems: tuple[Problem, ...] = ()
    """Of the private file."""
    problems: tuple[Problem, ...] = ()
    """Of the published files."""


def planned(rows: Iterable[Row], file: str, ledgers: Ledgers, through: Month) -> Plan:
    """The booking of all months up to `through` in the `rows` of the private `file`."""
    counts = {station: some for station, some in by_station(rows, through).items() if some.streams}
    reader = RowReader(file, ledgers.names, ledgers.stations)
    rows_wrong = [one for station, some in counts.items() for one in reader.wrong(some, retired_at(station, ledgers))]
    missing = [one.problem("E185") for station, one in ledgers.tallies.items() if station not in counts]
    if rows_wrong or missing:
        return Plan(row_problems=in_order(rows_wrong), problems=in_order(missing))
    bookings = tuple(booking_of(station, some, ledgers) for station, some in counts.items())
    return Plan(bookings, problems=in_order([problem for one in bookings for problem in changed_history(one, ledgers)]))


def booking_of(station: str, counts: StationCounts, ledgers: Ledgers) -> Booking:
    """The new ledger of `station`."""
    former = ledgers.tallies.get(station)
    ledger = ledger_of(station, counts, ledgers.terms, retired_at(station, ledgers))
    text = tally_text(ledger.tally, ledgers.names)
    return Booking(ledger, former.record if former else None, text, changed=former is None or former.text != text)


def retired_at(station: str, ledgers: Ledgers) -> tuple[Retired, ...]:
    """The categories that `station` says it no longer counts."""
    former = ledgers.tallies.get(station)
    retired: tuple[Retired, ...] = former.record.retired if former else ()
    return retired


def changed_history(booking: Booking, ledgers: Ledgers) -> Iterator[Problem]:
    """The first published thing that `booking` would change."""
    if booking.published and (change := first_change(booking.published, booking.ledger.tally)):
        written = ledgers.tallies[booking.published.id]
        words = {"text": change.text, "new": booking.ledger.tally.through}
        yield written.problem(code_of(change, booking.published, booking.ledger.tally), *change.where, **words)


def code_of(change: Change, published: Tally, new: Tally) -> str:
    """What `change` most likely comes from: an earlier file, rows that are lost, or rows that were altered."""
    if change.where == ("through",):
        return "E184"
    began = {stream.category: stream.first for stream in new.streams}
    lost = any(began.get(stream.category, stream.first + 1) > stream.first for stream in published.streams)
    return "E187" if lost else "E186"
