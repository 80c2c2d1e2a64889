"""What a station's published counts mean, month by month, and what many stations' come to."""

from __future__ import annotations

import pytest

from build_tools.facts.case_sums import months_and_categories
from build_tools.facts.case_table import CaseTable, Said, case_table
from build_tools.records.month import Month
from build_tools.records.tally import Batch, Retired, Stream, Tally
from build_tools.records.threshold import Threshold
from build_tools.records.vocabulary import TallyCategory

CATEGORIES = {
    "disputes": TallyCategory(code="disputes", name="矛盾"),
    "violence": TallyCategory(code="violence", name="家暴", sensitive=True),
    "hazards": TallyCategory(code="hazards", name="隐患"),
}
SIGNS = {Said.PENDING: "?", Said.RETIRED: "x", Said.UNREPORTED: "-"}


def month(text: str) -> Month:
    """`2026-03`, or `3` of 2026."""
    return Month.from_text(text if "-" in text else f"2026-{int(text):02}")


def stream(category: str, first: str, zeros: str = "", batches: str = "", through: str = "") -> Stream:
    """A stream; batches as `2–3:7 4:5`."""
    spans = [entry.split(":") for entry in batches.split()]
    return Stream(
        category=category,
        first=month(first),
        through=month(through) if through else None,
        zeros=tuple(map(month, zeros.split())),
        batches=tuple(
            Batch(first=month(span.split("–")[0]), last=month(span.split("–")[-1]), count=int(count))
            for span, count in spans
        ),
    )


def cells(table: CaseTable, year: int = 2026) -> str:
    """The cells of all categories in `year`: `1:0 2–3:7 4–6:?`."""
    rows = next((one.categories for one in table.years if one.year == year), ())
    return " | ".join(" ".join(cell_text(cell) for cell in row.cells) for row in rows)


def cell_text(cell: object) -> str:
    """One cell."""
    span = f"{cell.first.number}" if cell.first == cell.last else f"{cell.first.number}–{cell.last.number}"  # type: ignore[attr-defined]
    return f"{span}:{SIGNS.get(cell.said, cell.count)}"  # type: ignore[attr-defined]


TABLES = [
    ("a zero, a merged batch and a pending end", stream("disputes", "1", "1", "2–3:7"), "1:0 2–3:7 4–6:?"),
    ("zeros in a row are one cell", stream("disputes", "1", "1 2 4", "3:5"), "1–2:0 3:5 4:0 5–6:?"),
    ("nothing is pending after a batch that closed last", stream("disputes", "3", "", "3–6:9"), "3–6:9"),
    ("nothing is pending after a zero that came last", stream("disputes", "5", "6", "5:9"), "5:9 6:0"),
    ("everything is pending before the first batch", stream("disputes", "2"), "2–6:?"),
    ("months that were not reported are not pending", stream("disputes", "1", "1", "", "3"), "1:0 2–3:? 4–6:-"),
    ("a sensitive category waits from its last batch on", stream("violence", "1", "", "1–4:12"), "1–4:12 5–6:?"),
]


@pytest.mark.parametrize(("rule", "written", "expected"), TABLES, ids=[rule for rule, _, _ in TABLES])
def test_each_month_stands_in_one_cell(rule: str, written: Stream, expected: str) -> None:
    assert rule
    assert cells(case_table(Tally(id="jia", through=month("6"), streams=(written,)), CATEGORIES, ())) == expected


def test_a_batch_over_new_year_counts_in_the_year_in_which_it_closed() -> None:
    written = stream("disputes", "2025-11", "", "2025-11–2026-02:8")
    table = case_table(Tally(id="jia", through=month("2"), streams=(written,)), CATEGORIES, ())
    assert (cells(table, 2025), cells(table, 2026)) == ("", "11–2:8")
    assert [(year.year, year.total) for year in table.years] == [(2026, 8), (2025, 0)]


def test_a_period_that_waits_over_new_year_stands_in_the_newest_year() -> None:
    written = stream("disputes", "2025-11")
    table = case_table(Tally(id="jia", through=month("2"), streams=(written,)), CATEGORIES, ())
    assert (cells(table, 2025), cells(table, 2026)) == ("", "11–2:?")


def test_what_waited_in_a_retired_category_is_never_published() -> None:
    retired = Retired(category="disputes", since=month("5"), into="hazards")
    streams = (stream("disputes", "1", "", "1–2:6", "4"), stream("hazards", "1", "1 2 3 4", "5:7"))
    table = case_table(Tally(id="jia", through=month("6"), streams=streams, retired=(retired,)), CATEGORIES, ())
    assert cells(table) == "1–2:6 3–4:x | 1–4:0 5:7 6:?"


def test_an_heir_waits_since_the_month_in_which_its_ancestor_began_to_wait() -> None:
    retired = Retired(category="disputes", since=month("5"), into="hazards", inherited=True)
    streams = (stream("disputes", "1", "", "1–2:6", "4"), stream("hazards", "5"))
    table = case_table(Tally(id="jia", through=month("6"), streams=streams, retired=(retired,)), CATEGORIES, ())
    assert cells(table) == "1–2:6 | 3–6:?"


def test_nothing_waits_at_a_station_that_has_closed() -> None:
    written = stream("disputes", "1", "", "1–2:6")
    table = case_table(Tally(id="jia", through=month("4"), streams=(written,)), CATEGORIES, (), ended=True)
    assert cells(table) == "1–2:6 3–4:x"


@pytest.mark.parametrize(
    ("category", "thresholds", "expected"),
    [
        ("disputes", (), 5),
        ("violence", (), 10),
        ("disputes", (Threshold(8),), 8),
        ("disputes", (Threshold(8, Month.of(2027, 1)),), 5),
        ("violence", (Threshold(12, Month.of(2026, 1)),), 12),
    ],
)
def test_a_category_says_from_how_many_cases_on_it_is_published(
    category: str, thresholds: tuple[Threshold, ...], expected: int
) -> None:
    table = case_table(Tally(id="jia", through=month("4"), streams=(stream(category, "1"),)), CATEGORIES, thresholds)
    assert table.years[0].categories[0].k == expected


def test_totals_are_the_sums_of_batches_in_their_closing_months() -> None:
    one = Tally(id="jia", through=month("6"), streams=(stream("disputes", "2025-11", "", "2025-11–2026-01:6 2–4:9"),))
    two = Tally(id="yi", through=month("6"), streams=(stream("hazards", "1", "1", "2–4:5"), stream("disputes", "1")))
    by_month, by_category = months_and_categories((one, two))
    assert by_month == {month("1"): 6, month("4"): 14}
    assert by_category == {("disputes", 2026): 15, ("hazards", 2026): 5}
