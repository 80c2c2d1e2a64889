"""How long the ledgers of 10,000 stations take: `python -m tests.benchmarks.ledgers`, one core, nothing else going on."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from build_tools.booking.counts import StationCounts, by_station
from build_tools.booking.private_file.rows import Row
from build_tools.booking.station_ledger import ledger_of
from build_tools.reading.ledger_audit import Terms
from build_tools.reading.tally_rules import TALLY_RULES
from build_tools.reading.written import Written
from build_tools.records.month import Month
from build_tools.records.station import Life, Station
from build_tools.records.vocabulary import TallyCategory, Vocabulary
from tests.benchmarks.hours import seconds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_tools.records.tally import Tally

STATIONS, MONTHS = 10_000, 36
TERMS = {f"category-{number}": Terms((), sensitive=number == 5) for number in range(6)}
FIRST = Month.of(2023, 11)
USUAL = (0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 12)
"""Counts of a month, as often as they are usual: more than half are below five."""
MEDIATED = ("category-0", "category-1")
"""Of these it is told how many cases succeeded."""
BAR = 3.0


def private_rows() -> list[Row]:
    """What staff have entered, month after month."""
    stations = [f"station-{number}" for number in range(STATIONS)]
    chosen = random.Random(1)  # noqa: S311 — the same counts in every run
    return [
        Row(
            line=1,
            station=station,
            month=month,
            category=category,
            count=count,
            succeeded=count if category in MEDIATED else None,
        )
        for month in map(Month, range(FIRST, FIRST + MONTHS))
        for station in stations
        for category in TERMS
        for count in (chosen.choice(USUAL),)
    ]


def ledgers(counts: Mapping[str, StationCounts]) -> list[Tally]:
    """What is published of `counts`."""
    return [ledger_of(station, some, TERMS, ()).tally for station, some in counts.items()]


def published(tallies: list[Tally]) -> list[Written]:
    """`tallies` as if read from files, with the stations and the categories that they are of."""
    categories = tuple(TallyCategory(code=code, name=code, sensitive=terms.sensitive) for code, terms in TERMS.items())
    words = Vocabulary(
        needs=(), facility_kinds=(), service_kinds=(), audiences=(), partner_kinds=(), tally_categories=categories
    )
    stations = [
        Station(id=one.id, name=one.id, life=Life.OPEN, summary="", district="", street="", address="")
        for one in tallies
    ]
    return [Written(record, "", "") for record in (words, *stations, *tallies)]


def audited(written: list[Written]) -> int:
    """How many faults the rules for tallies find in what is `written`."""
    return sum(1 for rule in TALLY_RULES for _ in rule(written))


def yardstick(rows: list[Row]) -> dict[tuple[str, str | None, Month], int]:
    """A fixed piece of work of the same kind, by which machines can be compared: every row looked at and kept once."""
    return {(row.station, row.category, row.month): row.count or 0 for row in rows}


def main() -> None:
    """Print the times of one run, their ratios to the bar, and those to the yardstick."""
    rows = private_rows()
    measure = seconds(lambda: yardstick(rows))
    counts = by_station(rows, FIRST + MONTHS)
    written = published(ledgers(counts))
    if audited(written):
        raise AssertionError("the audit finds fault with a ledger")
    sys.stdout.write(f"{'the yardstick':42} {measure:6.2f} s\n")
    sorting = seconds(lambda: by_station(rows, FIRST + MONTHS))
    sys.stdout.write(f"{'2.16 million rows by station':42} {sorting:6.2f} s\n")
    for name, work in (("ledgers", lambda: ledgers(counts)), ("their audit, all rules", lambda: audited(written))):
        taken = seconds(work)
        of_bar, of_measure = taken / BAR, taken / measure
        sys.stdout.write(
            f"{name:42} {taken:6.2f} s  {of_bar:5.2f} of the bar of {BAR:.0f} s  {of_measure:5.2f} yardsticks\n"
        )


if __name__ == "__main__":
    main()
