"""Which stations are open at a minute of the days ahead, as the files of the search say it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.facts.derive import Facts, derive_facts
from build_tools.facts.intervals import intervals
from build_tools.publishing.search.open_hours import DAYS, SLOT, hours_of, open_files, slots_of, together
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.clock import MINUTES_A_DAY
from build_tools.records.station import Life
from tests.publishing.search.test_postings import read
from tests.publishing.timetables import MONDAY, hours
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.publishing.site import SiteFile


@pytest.fixture(scope="module")
def facts() -> Facts:
    """Those of the demonstration bulletin on its day."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin is not None
    return derive_facts(bulletin, date(2026, 11, 21))


def slots(rules: list[str], first: date = MONDAY) -> list[dict[str, Any]]:
    """The half hours from `first` on, of a station for each of `rules`."""
    last = first + timedelta(days=DAYS - 1)
    kept = [tuple(intervals(hours(rule), first, last).open) for rule in rules]
    return list(slots_of(together(kept), len(rules)))


def told(slot: dict[str, Any], count: int) -> tuple[list[int], list[tuple[int, int, list[int]]]]:
    """Who is open through a half hour, and from and until which of its minutes others are."""
    return read(slot["open"], count), [(start, end, read(who, count)) for start, end, who in slot.get("part", [])]


def test_a_half_hour_tells_who_is_open_all_through_it_and_who_only_partly() -> None:
    found = [told(slot, 2) for slot in slots(["每天 8:45-10:00", "每天 9:00-9:50"])[17:21]]
    assert found == [([], [(15, 30, [0])]), ([0, 1], []), ([0], [(0, 20, [1])]), ([], [])]


def test_a_short_opening_within_a_half_hour_is_told_by_its_minutes() -> None:
    assert told(slots(["每天 9:05-9:25"])[18], 1) == ([], [(5, 25, [0])])


def test_a_night_reaches_into_the_first_day_and_over_midnight() -> None:
    found = [told(slot, 1)[0] for slot in slots(["每天 22:00-次日6:00"])]
    assert [number for number, who in enumerate(found[:48]) if who] == [*range(12), *range(44, 48)]


def test_by_appointment_is_not_open() -> None:
    assert not any(told(slot, 1)[0] for slot in slots(["每天 9:00-17:00 需预约"]))


def test_half_hours_that_are_alike_share_a_file(facts: Facts) -> None:
    *files, head = files_of(facts)
    where = json.loads(head.content)
    assert head.uri == "search/open.json"
    assert (where["from"], where["minutes"], len(where["slots"])) == ("2026-11-21", SLOT, DAYS * 48)
    assert len({file.content for file in files}) == len(files) == max(where["slots"]) + 1 < 20


def test_at_every_minute_the_files_say_what_the_intervals_say(facts: Facts) -> None:
    *files, head = files_of(facts)
    contents = [told(json.loads(file.content), len(facts.bulletin.stations)) for file in files]
    where = json.loads(head.content)["slots"]
    expected = open_minutes(facts)
    for minute in range(DAYS * MINUTES_A_DAY):
        whole, partly = contents[where[minute // SLOT]]
        now = {*whole, *(one for start, end, who in partly if start <= minute % SLOT < end for one in who)}
        assert now == {number for number, minutes in expected.items() if minute in minutes}, minute


def files_of(facts: Facts) -> list[SiteFile]:
    """The files, by the numbers that stations have in the bulletin."""
    return list(open_files(list(hours_of(facts.bulletin.stations, facts)), facts.today))


def open_minutes(facts: Facts) -> dict[int, set[int]]:
    """Number of each open station with hours → the minutes at which it is open."""
    last = facts.today + timedelta(days=DAYS - 1)
    return {
        number: {minute for start, end in intervals(table, facts.today, last).open for minute in range(start, end)}
        for number, station in enumerate(facts.bulletin.stations)
        if station.life is Life.OPEN and (table := facts.timetables.of_station(station))
    }


def test_stations_that_keep_the_same_hours_are_one_set_and_those_not_open_are_in_none(facts: Facts) -> None:
    stations = facts.bulletin.stations
    kept = together(list(hours_of(stations, facts)))
    numbers = [number for bits in kept.values() for number in range(len(stations)) if bits >> number & 1]
    assert sorted(numbers) == sorted(number for number, minutes in open_minutes(facts).items() if minutes)
    assert len(kept) < len(numbers)
