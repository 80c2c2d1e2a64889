"""Private counts of one station, drawn at random, and their ledgers; ordinary categories and a sensitive one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from build_tools.booking.counts import by_station
from build_tools.booking.private_file.rows import Adjustment, Days, Row
from build_tools.booking.station_ledger import ledger_of
from build_tools.booking.tally_text import tally_text
from build_tools.reading.ledger_audit import Terms
from build_tools.reading.tally_rules import (
    a_class_is_as_wide_as_its_cases_need,
    a_ledger_is_whole,
    a_retired_category_counts_no_more,
    an_outcome_follows_from_its_batches,
)
from build_tools.reading.written import Written
from build_tools.records.month import Month
from build_tools.records.site import Site
from build_tools.records.tally import Retired
from build_tools.records.vocabulary import TallyCategory, Vocabulary

if TYPE_CHECKING:
    from build_tools.booking.station_ledger import StationLedger
    from build_tools.records.tally import Tally
    from build_tools.records.threshold import Threshold

NAMES = {"disputes": "邻里纠纷", "hazards": "安全隐患", "violence": "家暴（含未成年人）", "requests": "居民诉求"}
DRAWN = ("disputes", "hazards", "violence")
SENSITIVE = ("violence",)
FIRST = Month.of(2024, 9)
LONGEST = 20
"""Months: two Decembers lie in them."""
COUNTS = st.integers(0, 6) | st.integers(0, 60)
CORRECTIONS = st.just(0) | st.integers(-4, 4)
AUDIT = (
    a_ledger_is_whole,
    an_outcome_follows_from_its_batches,
    a_class_is_as_wide_as_its_cases_need,
    a_retired_category_counts_no_more,
)


def terms_of(thresholds: tuple[Threshold, ...] = (), sensitive: tuple[str, ...] = SENSITIVE) -> dict[str, Terms]:
    """What the categories must keep to."""
    return {category: Terms(thresholds, category in sensitive) for category in NAMES}


@st.composite
def stream_rows(draw: st.DrawFn, category: str, first: Month, *, successes: bool) -> list[Row]:
    """The rows of one category from the month `first` on."""
    rows = []
    for at, count in enumerate(draw(st.lists(COUNTS, min_size=1, max_size=LONGEST))):
        succeeded = draw(st.integers(0, count)) if successes else None
        adjust = Adjustment(draw(CORRECTIONS))
        month = Month(first + at)
        rows.append(
            Row(line=1, station="jia", category=category, month=month, count=count, adjust=adjust, succeeded=succeeded)
        )
    return rows


@st.composite
def whole_rows(draw: st.DrawFn) -> list[Row]:
    """What is told of the whole station month by month; not every month, not everything."""
    rows = []
    for at in draw(st.sets(st.integers(0, LONGEST - 1)) | st.just(set(range(LONGEST)))):
        rated = draw(st.none() | st.integers(0, 60))
        satisfied = None if rated is None else draw(st.integers(0, rated))
        on_time = draw(st.none() | st.integers(0, 60))
        median = draw(st.none() | st.sampled_from(["0.5", "1", "3", "3.5", "15", "16"]).map(Days.from_text))
        month = Month(FIRST + at)
        rows.append(
            Row(
                line=1,
                station="jia",
                month=month,
                rated=rated,
                satisfied=satisfied,
                on_time=on_time,
                median_days=median,
            )
        )
    return rows


@st.composite
def station_rows(draw: st.DrawFn) -> list[Row]:
    """The private rows of a station with at least one category."""
    rows = draw(whole_rows())
    for category in draw(st.sets(st.sampled_from(DRAWN), min_size=1)):
        first = Month(FIRST + draw(st.integers(0, 3)))
        rows += draw(stream_rows(category, first, successes=draw(st.booleans())))
    return rows


def rows_of(category: str, first: int, counts: list[int]) -> list[Row]:
    """The rows of one category with these `counts` from the month `first` on."""
    return [
        Row(line=1, station="jia", category=category, month=Month(first + at), count=0, adjust=Adjustment(count))
        for at, count in enumerate(counts)
    ]


def ledger(
    rows: list[Row],
    through: int = FIRST + 100,
    terms: dict[str, Terms] | None = None,
    retired: tuple[Retired, ...] = (),
) -> StationLedger | None:
    """The ledger of `rows` up to the month `through`; None while there is none."""
    counts = by_station(rows, through).get("jia")
    return ledger_of("jia", counts, terms or terms_of(), retired) if counts and counts.streams else None


def merged(old: list[int], other: list[int], new: list[int], *, inherited: bool = True) -> StationLedger:
    """The ledger of 居民诉求 with `new` counts, into which 邻里纠纷 (`old`) and 安全隐患 (`other`) have gone.

    What waits in 邻里纠纷 is `inherited`, or nothing is.
    """
    since = Month(FIRST + len(old))
    rows = rows_of("disputes", FIRST, old) + rows_of("hazards", since - len(other), other)
    retired = (
        Retired(category="disputes", since=since, into="requests", inherited=inherited, reason='两类合并："诉求"'),
        Retired(category="hazards", since=since, into="requests"),
    )
    return whole_ledger(rows + rows_of("requests", since, new), retired)


def whole_ledger(rows: list[Row], retired: tuple[Retired, ...] = ()) -> StationLedger:
    """The ledger of all `rows`, which are of at least one category."""
    found = ledger(rows, retired=retired)
    assert found
    return found


def text_of(tally: Tally) -> str:
    """The file of `tally`."""
    return tally_text(tally, NAMES)


def audit(tally: Tally, thresholds: tuple[Threshold, ...] = (), sensitive: tuple[str, ...] = SENSITIVE) -> set[str]:
    """The codes of all that the audit finds wrong in `tally`."""
    categories = tuple(TallyCategory(code=code, name=name, sensitive=code in sensitive) for code, name in NAMES.items())
    words = Vocabulary(
        needs=(), facility_kinds=(), service_kinds=(), audiences=(), partner_kinds=(), tally_categories=categories
    )
    written = [
        Written(words, "vocabulary.yml", ""),
        Written(Site(name="驿站公告", summary="", k=thresholds), "site.yml", ""),
        Written(tally, "tallies/jia.yml", text_of(tally)),
    ]
    return {problem.code for rule in AUDIT for problem in rule(written)}


def with_stream(tally: Tally, position: int, **changes: object) -> Tally:
    """`tally` with its stream at `position` changed."""
    streams = list(tally.streams)
    streams[position] = replace(streams[position], **changes)  # type: ignore[arg-type]
    return replace(tally, streams=tuple(streams))
