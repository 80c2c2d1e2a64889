"""`/stats/`: what all stations publish of their counts, what the press said, and how and why it is counted so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.publishing.addresses import station_uri
from build_tools.publishing.case_chart import Chart, chart_of_months
from build_tools.publishing.case_words import CaseTeller
from build_tools.publishing.pages.share import ONE_PAGE
from build_tools.records.month import Month
from build_tools.records.threshold import LEAST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from build_tools.facts.case_sums import CaseSums
    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.language import Language
    from build_tools.records.station import Station

NUMBERS = "stats/"
COUNTING = Path(__file__).parent.parent / "counting"
YEARS_ACROSS = 2
"""So many years stand side by side on a narrow phone."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How counting works, in one language."""

    language: str
    title: str
    text: str
    """Markdown after the title's line."""


@dataclass(frozen=True, slots=True)
class CategorySums:
    """One category: its last years and all of them."""

    name: str
    years: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PlaceSums:
    """A district with its streets, or a street."""

    name: str
    total: int
    streets: tuple[PlaceSums, ...] = ()


@dataclass(frozen=True, slots=True)
class StationSum:
    """A station that publishes counts."""

    name: str
    uri: str
    total: int


@dataclass(frozen=True, slots=True)
class MonthSums:
    """The last months that are counted."""

    chart: Chart
    months: tuple[tuple[str, int], ...]


def numbers_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """The page; before any station publishes counts it has only the press's figures and the explanation."""
    sums = facts.sums
    total = ""
    if sums.through:
        total = CaseTeller(press.shown, facts.bulletin.site.k).total(sums.total, sums.through)
    yield press.page(
        NUMBERS,
        "numbers.html",
        title=press.say("cases.title"),
        summary=press.say("cases.summary"),
        assets=("essay.css", "cases.css"),
        through=sums.through,
        total=total,
        years=sums.years[:YEARS_ACROSS],
        categories=list(categories_of(facts)),
        months=months_of(sums, press),
        districts=list(districts_of(facts)),
        raised=[one for one in facts.bulletin.site.k if one.k > LEAST],
        stations=list(stations_of(facts)),
        said=list(stations_that_said(facts)),
        explanations=explanations(facts.bulletin.site.languages, press.shown.language),
    )


def explanations(editions: Collection[Language], language: str) -> list[Explanation]:
    """How counting works, in `language` and, while there is no edition of their own, in all others."""
    files = sorted(COUNTING.glob("*.md"), key=lambda file: file.stem != language)
    return [explanation(file) for file in (files[:1] if len(editions) > 1 else files)]


def explanation(file: Path) -> Explanation:
    """The explanation in `file`; its first line is the title."""
    title, _, text = file.read_text(encoding="utf-8").partition("\n")
    return Explanation(file.stem, title.removeprefix("# "), text)


def categories_of(facts: Facts) -> Iterator[CategorySums]:
    """Each category that has a published case, in the vocabulary's order."""
    sums = facts.sums
    for category in facts.bulletin.vocabulary.tally_categories:
        by_year = {year: sums.by_category.get((category.code, year), 0) for year in sums.years}
        if total := sum(by_year.values()):
            yield CategorySums(category.name, tuple(by_year[year] for year in sums.years[:YEARS_ACROSS]), total)


def months_of(sums: CaseSums, press: Press) -> MonthSums | None:
    """The last twelve months; None before anything is counted."""
    if sums.through is None or sums.since is None:
        return None
    months = [Month(one) for one in range(max(sums.since, sums.through - 11), sums.through + 1)]
    counts = [sums.by_month.get(month, 0) for month in months]
    chart = chart_of_months(press.say("cases.all"), months, counts)
    return MonthSums(chart, tuple(zip(map(press.shown.month, months), counts, strict=True)))


def districts_of(facts: Facts) -> Iterator[PlaceSums]:
    """Each district that publishes counts, with its streets."""
    sums, directory = facts.sums, facts.directory
    for code, total in sorted(sums.by_district.items()):
        district = directory.districts[code]
        streets = tuple(
            PlaceSums(street, sums.by_street[code, street])
            for street in dict.fromkeys(station.street for station in directory.by_district[code])
            if (code, street) in sums.by_street
        )
        yield PlaceSums(district.full_name, total, streets)


def stations_of(facts: Facts) -> Iterator[StationSum]:
    """Each station that publishes counts; none when there are too many for one page."""
    if len(facts.sums.by_station) <= ONE_PAGE:
        for id, total in facts.sums.by_station.items():
            yield StationSum(facts.directory.stations[id].name, f"{station_uri(id)}#cases", total)


def stations_that_said(facts: Facts) -> Iterator[tuple[Station, str]]:
    """Each station with figures from the press, and its page; none when there are too many for one page."""
    said = [station for station in facts.bulletin.stations if station.statements]
    return ((station, station_uri(station.id)) for station in (said if len(said) <= ONE_PAGE else ()))
