"""Success rates and yearly classes: what may be said of closed years besides their batches."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from build_tools.records.ledger import by_year, total
from build_tools.records.share import FEWEST_FOR_MEDIAN, ShareClass, Success, width_for
from build_tools.records.tally import Outcome, Turnaround, YearShares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from build_tools.booking.private_file.rows import Row
    from build_tools.reading.ledger_audit import Terms
    from build_tools.records.tally import Batch

CLASSES = ((3, Turnaround.THREE_DAYS), (7, Turnaround.WEEK), (15, Turnaround.FORTNIGHT))


def outcomes_of(years: range, batches: Sequence[Batch], rows: Mapping[int, Row], terms: Terms) -> Iterator[Outcome]:
    """The success rate of each of the closed `years` that has enough cases and says of all how many succeeded."""
    for year, closed in () if terms.sensitive else by_year(batches).items():
        if year not in years or successes(rows[closed[0].first]) is None:
            continue
        cases, k = total(closed), terms.k_in(closed[-1].last)
        if cases < 2 * k:
            continue
        succeeded = [successes(rows[month]) for batch in closed for month in range(batch.first, batch.last + 1)]
        known = [one for one in succeeded if one is not None]
        if len(known) == len(succeeded):
            yield Outcome(year=year, success=Success.of(min(sum(known), cases), cases, k))


def successes(row: Row) -> int | None:
    """How many cases of the month succeeded, as far as it is told; where there were none, none did."""
    return 0 if row.succeeded is None and not row.count and row.adjust <= 0 else row.succeeded


def shares_of(year: int, cases: int, rows: Sequence[Row], months: int) -> YearShares | None:
    """The classes of a closed `year` with so many published `cases` of so many `months`, from the station's `rows`."""
    shares = YearShares(
        year=year,
        satisfaction=satisfaction(cases, rows),
        on_time=on_time(cases, rows, months),
        median=turnaround(cases, rows),
    )
    return shares if any((shares.satisfaction, shares.on_time, shares.median)) else None


def satisfaction(cases: int, rows: Sequence[Row]) -> ShareClass | None:
    """In which class the share of the satisfied lies; None unless at least half of the cases were rated."""
    width = width_for(cases)
    rated = sum(row.rated or 0 for row in rows if row.satisfied is not None)
    satisfied = sum(row.satisfied or 0 for row in rows)
    if width is None or not rated or 2 * rated < cases:
        return None
    return ShareClass.within(satisfied, rated, width)


def on_time(cases: int, rows: Sequence[Row], months: int) -> ShareClass | None:
    """In which class the share of cases lies that were settled in time; None unless each of the `months` tells it."""
    width = width_for(cases)
    settled = [row.on_time for row in rows if row.on_time is not None]
    if width is None or len(settled) < months:
        return None
    return ShareClass.within(min(sum(settled), cases), cases, width)


def turnaround(cases: int, rows: Sequence[Row]) -> Turnaround | None:
    """In which class the median of the months' medians lies."""
    medians = [row.median_days for row in rows if row.median_days is not None]
    return class_of(median_low(medians)) if medians and cases >= FEWEST_FOR_MEDIAN else None


def class_of(days: Fraction) -> Turnaround:
    """The class of a number of days; under one is the same day."""
    if days < 1:
        return Turnaround.SAME_DAY
    return next((one for most, one in CLASSES if days <= most), Turnaround.LONGER)
