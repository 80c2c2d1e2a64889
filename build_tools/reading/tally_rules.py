"""The audit of what is published: whether each ledger is one that booking can have written. `rules.py` lists it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from build_tools.reading.ledger_audit import Terms, faults_of
from build_tools.reading.written import Written, each
from build_tools.records.amount import said_bounds
from build_tools.records.dates import PartialDate
from build_tools.records.ledger import cases_in, closed_in, is_closed, total
from build_tools.records.month import Month
from build_tools.records.share import FEWEST_FOR_MEDIAN, width_for
from build_tools.records.site import Site
from build_tools.records.station import Station
from build_tools.records.tally import Tally
from build_tools.records.vocabulary import Vocabulary

CASES = re.compile("[起件宗例桩单]$|[%％]$")
"""A figure that counts cases, or a share of them."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_tools.problems import Problem
    from build_tools.records.tally import Outcome, Stream, YearShares
    from build_tools.records.values import Statement


def a_threshold_only_rises(written: Sequence[Written]) -> Iterator[Problem]:
    """From how many cases on a count is published may be raised from a month on, and never lowered."""
    for one, site in each(written, Site):
        for position, (earlier, later) in enumerate(pairwise(site.k), start=1):
            if later.since is None or later.since <= (earlier.since or 0) or later.k <= earlier.k:
                yield one.problem("E145", "k", position, text=later.k)


def a_ledger_is_whole(written: Sequence[Written]) -> Iterator[Problem]:
    """Each month of a stream is in a batch, or zero, or waits at the end; and each batch is large enough."""
    terms_of = terms_for(written)
    for one, tally in each(written, Tally):
        for position, stream in known_streams(tally, terms_of):
            inherits = any(retired.inherited and retired.into == stream.category for retired in tally.retired)
            for fault in faults_of(stream, tally.until(stream), terms_of[stream.category], inherits=inherits):
                yield one.problem(fault.code, "streams", position, *fault.where, **fault.words)
            if tally.until(stream) > tally.through or stream.first > tally.until(stream):
                yield one.problem("E167", "streams", position, "through" if stream.through else "first")


def an_outcome_follows_from_its_batches(written: Sequence[Written]) -> Iterator[Problem]:
    """A success rate is of a closed year with enough cases, and one that so many cases can have."""
    terms_of = terms_for(written)
    for one, tally in each(written, Tally):
        for position, stream in known_streams(tally, terms_of):
            for index, outcome in enumerate(stream.outcomes):
                if not can_be_said(outcome, stream, tally, terms_of[stream.category]):
                    where = ("streams", position, "outcomes", index)
                    yield one.problem("E168", *where, year=outcome.year, text=outcome.success)


def can_be_said(outcome: Outcome, stream: Stream, tally: Tally, terms: Terms) -> bool:
    """Whether `outcome` may be published of `stream`."""
    closed = closed_in(outcome.year, stream.batches)
    if terms.sensitive or not is_closed(outcome.year, tally.until(stream)) or not closed:
        return False
    k = terms.k_in(closed[-1].last)
    cases = total(closed)
    once = sum(other.year == outcome.year for other in stream.outcomes) == 1
    return once and cases >= 2 * k and outcome.success.is_of(cases, k)


def a_class_is_as_wide_as_its_cases_need(written: Sequence[Written]) -> Iterator[Problem]:
    """Satisfaction, punctuality and turnaround are of closed years, in classes that the year's cases bear."""
    for one, tally in each(written, Tally):
        years = Counter(shares.year for shares in tally.years)
        for position, shares in enumerate(tally.years):
            if years[shares.year] > 1 or not is_closed(shares.year, tally.through):
                yield one.problem("E169", "years", position, "year", year=shares.year)
                continue
            yield from (one.problem("E170", "years", position, key) for key in too_fine(shares, tally))


def too_fine(shares: YearShares, tally: Tally) -> Iterator[str]:
    """The keys of `shares` that say more than the year's cases bear."""
    cases = cases_in(shares.year, tally)
    width = width_for(cases)
    for key, share in (("satisfaction", shares.satisfaction), ("on_time", shares.on_time)):
        if share is not None:
            low, high = share.bounds
            if high - low != width or low % width:
                yield key
    if shares.median is not None and cases < FEWEST_FOR_MEDIAN:
        yield "median"


def a_retired_category_counts_no_more(written: Sequence[Written]) -> Iterator[Problem]:
    """A retired stream ends before it is retired; a new stream takes over what waited in one old stream at most."""
    for one, tally in each(written, Tally):
        heirs = Counter(retired.into for retired in tally.retired if retired.inherited)
        names = Counter(retired.category for retired in tally.retired)
        streams = {stream.category: stream for stream in tally.streams}
        for position, retired in enumerate(tally.retired):
            stream = streams.get(retired.category)
            counted_on = stream is not None and bool(stream.batches) and stream.batches[-1].last >= retired.since
            if names[retired.category] > 1 or counted_on or retired.into == retired.category:
                yield one.problem("E171", "retired", position)
            elif retired.inherited and (retired.into is None or heirs[retired.into] > 1):
                yield one.problem("E172", "retired", position)


def statements_end_before_counting(written: Sequence[Written]) -> Iterator[Problem]:
    """A station's published statement of cases is of a time before its counts begin: nobody can subtract the two."""
    starts = {
        tally.id: min(stream.first for stream in tally.streams) for _, tally in each(written, Tally) if tally.streams
    }
    for one, station in each(written, Station):
        for position, statement in enumerate(station.statements):
            start = starts.get(station.id)
            if start is not None and CASES.search(statement.said) and overlaps(start, statement):
                yield one.problem("E174", "statements", position, text=statement.said, month=start)


def overlaps(start: Month, statement: Statement) -> bool:
    """Whether `statement` may count what is counted from `start` on; of unknown date, only an exact figure is too much."""
    as_of = statement.as_of
    if isinstance(as_of, PartialDate):
        return Month.of(as_of.year, as_of.month or 12) >= start
    low, high = said_bounds(statement.said)
    return low is not None and low == high


def known_streams(tally: Tally, terms_of: Mapping[str, Terms]) -> list[tuple[int, Stream]]:
    """The streams of `tally` with their positions; without those that only a vocabulary could judge that cannot be read."""
    return [(position, stream) for position, stream in enumerate(tally.streams) if stream.category in terms_of]


def terms_for(written: Sequence[Written]) -> dict[str, Terms]:
    """Category → what its counts must keep to; none while the vocabulary cannot be read."""
    thresholds = next((site.k for _, site in each(written, Site)), ())
    categories = [one for _, vocabulary in each(written, Vocabulary) for one in vocabulary.tally_categories]
    return {one.code: Terms(thresholds, sensitive=one.sensitive) for one in categories}


TALLY_RULES = (
    a_threshold_only_rises,
    a_ledger_is_whole,
    an_outcome_follows_from_its_batches,
    a_class_is_as_wide_as_its_cases_need,
    a_retired_category_counts_no_more,
    statements_end_before_counting,
)
