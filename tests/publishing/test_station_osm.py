"""What a station's page offers to those who draw maps."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from opening_hours import OpeningHours, State

from build_tools.facts.derive import Facts, derive_facts
from build_tools.facts.intervals import intervals
from build_tools.publishing.osm_hours import LONGEST
from build_tools.publishing.pages.osm import osm_at
from build_tools.publishing.pages.station import station_pages
from build_tools.publishing.press import Press
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.key import Unknown
from build_tools.records.language import LANGUAGES
from build_tools.records.station import Life, Station
from build_tools.settings import Settings
from tests.publishing.bulletins import NAMES, facts_named
from tests.publishing.test_osm_hours import CHINA, evaluated, meant
from tests.sites import SAMPLE

TODAY = date(2026, 11, 21)
COPIED = re.compile(r"<code>opening_hours=([^<]+)</code>")


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The demonstration bulletin."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin is not None
    return derive_facts(bulletin, TODAY)


@pytest.fixture(scope="module")
def press(facts: Facts) -> Press:
    """What prints its pages."""
    return Press(facts, read_wording("zh"), Settings(SAMPLE, TODAY))


@pytest.fixture(scope="module")
def bodies(facts: Facts, press: Press) -> dict[str, str]:
    """Station → its page."""
    return {page.uri.split("/")[1]: page.body for page in station_pages(facts, press)}


def test_a_mapper_copies_from_the_page_what_the_timetable_says(facts: Facts, bodies: dict[str, str]) -> None:
    station = facts.directory.stations["jia"]
    table = facts.timetables.of_station(station)
    copied = COPIED.search(bodies["jia"])
    assert station.name == "甲站"
    assert table
    assert copied
    assert "直到2027年1月24日（周日）：" in bodies["jia"]
    first, last = table.first + timedelta(days=1), date(2027, 1, 24)
    text = unescape(copied[1])
    assert evaluated(text, first, last, State.OPEN) == intervals(table, first, last).open
    assert evaluated(text, first, last, State.UNKNOWN) == meant(table, last)[1]


def test_every_page_offers_a_value_that_says_what_its_timetable_says(facts: Facts, press: Press) -> None:
    for station in facts.bulletin.stations:
        table, value = facts.timetables.of_station(station), osm_at(station, facts, press)
        if table and value:
            first = table.first + timedelta(days=1)
            found = [evaluated(value.text, first, value.until, state) for state in (State.OPEN, State.UNKNOWN)]
            assert (station.id, *found) == (station.id, *meant(table, value.until))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_another_program_understands_every_value_as_its_timetable_means_it(name: str, language: str) -> None:
    facts, wording = facts_named(name), read_wording(language)
    values = {
        (table, value)
        for station in facts.bulletin.stations
        if (value := osm_at(station, facts, wording)) and (table := facts.timetables.of_station(station))
    }
    assert values or name == "content"
    for table, value in values:
        assert OpeningHours(value.text, timezone=CHINA)
        assert len(value.text) <= LONGEST
        first = table.first + timedelta(days=1)
        found = [evaluated(value.text, first, value.until, state) for state in (State.OPEN, State.UNKNOWN)]
        assert (value.text, *found) == (value.text, *meant(table, value.until))


def test_comments_are_in_the_words_of_the_edition() -> None:
    facts = facts_named("sample")
    said = {language: osm_at(facts.directory.stations["xin"], facts, read_wording(language)) for language in LANGUAGES}
    assert said["zh"] and '"需预约"' in said["zh"].text
    assert said["en"] and '"by appointment"' in said["en"].text


def test_only_open_stations_whose_hours_are_known_have_something_to_copy(facts: Facts, bodies: dict[str, str]) -> None:
    def copyable(station: Station) -> bool:
        return station.life is Life.OPEN and not isinstance(station.hours, Unknown)

    stations = facts.directory.stations
    offering = {name for name, body in bodies.items() if COPIED.search(body)}
    assert offering == {name for name, station in stations.items() if copyable(station)}
    assert {"jia"} <= offering < stations.keys()
