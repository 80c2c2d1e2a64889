"""Success rates and yearly classes: true, no finer than their cases bear, and silent otherwise."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from build_tools.booking.private_file.rows import Adjustment, Days, Row
from build_tools.booking.rates import class_of, on_time, outcomes_of, satisfaction, shares_of, turnaround
from build_tools.reading.ledger_audit import Terms
from build_tools.records.month import Month
from build_tools.records.share import NOT_SAID, ShareClass, Success, width_for
from build_tools.records.tally import Batch, Turnaround

JANUARY = Month.of(2024, 1)
PLAIN, SENSITIVE = Terms((), sensitive=False), Terms((), sensitive=True)
SIZES = [*range(10, 120), 199, 200, 999, 1000, 1001, 20_000, 200_000]


def rates(*months: tuple[int, int | None], terms: Terms = PLAIN, years: range = range(2024, 2025)) -> list[str]:
    """The success rates of `years` in which each month published so many cases, of which so many succeeded."""
    at = [Month(JANUARY + number) for number in range(len(months))]
    batches = [Batch(first=month, last=month, count=cases) for month, (cases, _) in zip(at, months, strict=True)]
    rows: dict[int, Row] = {
        month: Row(line=1, station="jia", category="disputes", month=month, count=cases, succeeded=succeeded)
        for month, (cases, succeeded) in zip(at, months, strict=True)
    }
    return [outcome.success for outcome in outcomes_of(years, batches, rows, terms)]


def whole(
    rated: int | None = None, satisfied: int | None = None, on_time: int | None = None, median_days: str | None = None
) -> Row:
    """A row about the whole station."""
    return Row(
        line=1,
        station="jia",
        month=JANUARY,
        rated=rated,
        satisfied=satisfied,
        on_time=on_time,
        median_days=Days.from_text(median_days) if median_days else None,
    )


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ([(10, 10)], ["100%"]),
        ([(5, 5), (5, 4)], ["≥60%"]),
        ([(10, 6)], ["≥60%"]),
        ([(10, 5)], ["50.0%"]),
        ([(10, 4)], ["—"]),
        ([(10, 0)], ["—"]),
        ([(48, 45)], ["≥91%"]),
        ([(40, 35)], ["87.5%"]),
        ([(9, 9)], []),
        ([(10, None)], []),
        ([(20, 20), (5, None)], []),
    ],
)
def test_a_success_rate_is_said_as_far_as_it_may_be(months: list[tuple[int, int | None]], said: list[str]) -> None:
    assert rates(*months) == said


@pytest.mark.parametrize(("adjust", "said"), [(0, ["100%"]), (-1, ["100%"]), (1, [])])
def test_a_month_without_cases_need_not_say_that_none_succeeded(adjust: int, said: list[str]) -> None:
    busy = Row(line=1, station="jia", category="disputes", month=JANUARY, count=12, succeeded=12)
    quiet = replace(busy, month=Month(JANUARY + 1), count=0, adjust=Adjustment(adjust), succeeded=None)
    batch = Batch(first=JANUARY, last=quiet.month, count=12)
    found = outcomes_of(range(JANUARY.year, JANUARY.year + 1), (batch,), {busy.month: busy, quiet.month: quiet}, PLAIN)
    assert [outcome.success for outcome in found] == said


def test_a_sensitive_category_has_no_success_rate() -> None:
    assert rates((500, 400), terms=SENSITIVE) == []


def test_a_year_without_a_closed_batch_has_no_success_rate() -> None:
    assert rates((50, 50), years=range(2023, 2024)) == []


def test_a_batch_over_the_end_of_a_year_counts_where_it_closes() -> None:
    december = Month.of(2024, 12)
    batch = Batch(first=december, last=Month(december + 1), count=20)
    rows = {
        month: Row(line=1, station="jia", category="disputes", month=Month(month), count=10, succeeded=6)
        for month in (december, december + 1)
    }
    said = [(one.year, one.success) for one in outcomes_of(range(2024, 2026), [batch], rows, PLAIN)]
    assert said == [(2025, "60.0%")]


@pytest.mark.parametrize("cases", SIZES)
def test_a_bound_is_true_and_no_failure_fewer_than_five_can_be_told_from_another(cases: int) -> None:
    bounds = {Success.of(cases - failed, cases, 5) for failed in range(1, 5)}
    assert len(bounds) == 1
    percent = int(bounds.pop().strip("≥%"))
    assert percent <= Fraction(100 * (cases - 4), cases) < percent + 1


@pytest.mark.parametrize("k", [5, 8])
@pytest.mark.parametrize("cases", SIZES)
def test_a_decimal_is_said_only_with_k_cases_on_both_sides(cases: int, k: int) -> None:
    if cases < 2 * k:
        return
    for succeeded in {*range(min(cases, 60) + 1), *range(max(0, cases - 60), cases + 1)}:
        said = Success.of(succeeded, cases, k)
        assert ("." in said) == (k <= succeeded <= cases - k)
        assert (said == NOT_SAID) == (succeeded < k)
        assert (said == "100%") == (succeeded == cases)
        assert said.is_of(cases, k)
        assert Success.from_text(said) == said
        if "." in said and cases < 10_000:
            assert abs(Fraction(said.rstrip("%")) - Fraction(100 * succeeded, cases)) <= Fraction(1, 20)


@pytest.mark.parametrize(("said", "cases"), [("33.3%", 20), ("≥61%", 10), ("0.0%", 100), ("10.0%", 10), ("90.0%", 10)])
def test_a_rate_that_so_many_cases_cannot_have_is_told_apart(said: str, cases: int) -> None:
    assert not Success(said).is_of(cases, 5)


@pytest.mark.parametrize(
    ("cases", "width"), [(0, None), (99, None), (100, 10), (199, 10), (200, 5), (999, 5), (1000, 1), (9999, 1)]
)
def test_classes_are_as_wide_as_the_cases_need(cases: int, width: int | None) -> None:
    assert width_for(cases) == width
    said = satisfaction(cases, [whole(rated=cases, satisfied=cases)])
    assert (said is None) == (width is None)
    if said and width:
        assert said.bounds == (100 - width, 100)


@pytest.mark.parametrize("width", [1, 5, 10])
@pytest.mark.parametrize("of", [1, 3, 7, 50, 99, 100, 1000])
def test_a_class_holds_the_share(of: int, width: int) -> None:
    for part in range(of + 1):
        low, high = ShareClass.within(part, of, width).bounds
        assert high - low == width
        assert low % width == 0
        assert low <= Fraction(100 * part, of) < high or (high == 100 and part == of)


@pytest.mark.parametrize(("rated", "said"), [(49, None), (50, "90–100%"), (100, "90–100%")])
def test_satisfaction_is_said_if_half_of_the_cases_were_rated(rated: int, said: str | None) -> None:
    assert satisfaction(100, [whole(rated=rated, satisfied=rated)]) == said


def test_ratings_without_a_number_of_satisfied_are_not_a_share() -> None:
    assert satisfaction(100, [whole(rated=60)]) is None


@pytest.mark.parametrize(("settled", "said"), [(0, "0–10%"), (89, "80–90%"), (90, "90–100%"), (130, "90–100%")])
def test_punctuality_is_a_class_of_all_cases(settled: int, said: str) -> None:
    assert on_time(100, [whole(on_time=settled)], 1) == said


def test_punctuality_is_not_said_while_a_month_does_not_tell_it() -> None:
    assert on_time(100, [whole(on_time=90), whole(rated=1)], 2) is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("0.5", Turnaround.SAME_DAY),
        ("0", Turnaround.SAME_DAY),
        ("1", Turnaround.THREE_DAYS),
        ("3", Turnaround.THREE_DAYS),
        ("3.5", Turnaround.WEEK),
        ("7", Turnaround.WEEK),
        ("8", Turnaround.FORTNIGHT),
        ("15", Turnaround.FORTNIGHT),
        ("15.01", Turnaround.LONGER),
    ],
)
def test_a_median_is_said_as_a_class(days: str, said: Turnaround) -> None:
    assert class_of(Days.from_text(days)) is said
    assert turnaround(20, [whole(median_days=days)]) is said


def test_a_median_of_fewer_than_twenty_cases_is_not_said() -> None:
    assert turnaround(19, [whole(median_days="2")]) is None
    assert turnaround(20, []) is None


def test_a_year_of_which_nothing_may_be_said_is_left_out() -> None:
    assert shares_of(2024, 19, [whole(rated=19, satisfied=19, on_time=19, median_days="1")], 1) is None
