"""On the built pages the lantern says at every moment what the evaluator says, in lists as on the station's own page."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.facts.intervals import intervals
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.station import Life
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from build_tools.facts.intervals import Interval

TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 16)
LAST = MONDAY + timedelta(days=34)
CHINA = timedelta(hours=8)
LAMPS = """instants => instants.map(ms => {
  Date.now = () => ms;
  document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
  return Object.fromEntries([...document.querySelectorAll('[data-hours]')].map(box => [
    (box.closest('li') || document).querySelector('h3 a, b a, h1').textContent,
    [box.className.split('--')[1], box.querySelector('p').textContent],
  ]));
})"""


def instants() -> list[int]:
    """Minutes after the Monday of the build's week, within the days of full wording."""
    dice = random.Random(3)  # noqa: S311 — nothing here is secret
    return sorted(dice.randrange(34 * 24 * 60) for _ in range(250))


def milliseconds(minute: int) -> int:
    """The moment `minute` minutes after the beginning of that Monday in China."""
    midnight = datetime.combine(MONDAY, datetime.min.time(), UTC) - CHINA
    return int((midnight + timedelta(minutes=minute)).timestamp() * 1000)


def lamps_expected() -> dict[str, tuple[list[Interval], list[Interval], list[Interval]]]:
    """Name of each open station with hours → when it is open, by appointment, and unknown."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin is not None
    facts = derive_facts(bulletin, TODAY)
    tables = {
        station.name: facts.timetables.of_station(station) for station in bulletin.stations if station.life is Life.OPEN
    }
    found = {name: intervals(table, MONDAY, LAST) for name, table in tables.items() if table}
    return {name: (one.open, one.appointment, one.unannounced) for name, one in found.items()}


def lit(expected: tuple[list[Interval], ...], minute: int) -> set[str]:
    """The lanterns that may hang at a minute."""
    within = [any(start <= minute < end for start, end in some) for some in expected]
    if within[0]:
        return {"open", "soon", "closed"}  # no more entry is closed, although people are still inside
    return {"unknown"} if within[1] or within[2] else {"closed"}


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
@pytest.mark.parametrize("uri", ["stations/", ""])
def test_lists_say_of_every_station_what_the_evaluator_says(
    browser: Browser, sample: tuple[str, Path], uri: str, zone: str
) -> None:
    expected, minutes = lamps_expected(), instants()
    page = browser.new_context(timezone_id=zone).new_page()
    page.goto(sample[0] + uri)
    seen: list[dict[str, Any]] = page.evaluate(LAMPS, [milliseconds(minute) for minute in minutes])
    names = set(seen[0])
    assert names <= set(expected)
    assert len(names) >= 4
    wrong = [
        (minute, name, lamp)
        for minute, shown in zip(minutes, seen, strict=True)
        for name, lamp in shown.items()
        if lamp[0] not in lit(expected[name], minute) or (lamp[0] == "open") != ("营业中" in lamp[1])
    ]
    assert wrong == []


def test_a_station_s_page_says_the_same_as_the_list(browser: Browser, sample: tuple[str, Path]) -> None:
    moments = [milliseconds(minute) for minute in instants()]
    page = browser.new_page()
    page.goto(sample[0] + "stations/")
    listed = [shown["甲站"][0] for shown in page.evaluate(LAMPS, moments)]
    page.goto(sample[0] + "stations/jia/")
    assert [shown["甲站"][0] for shown in page.evaluate(LAMPS, moments)] == listed
    assert {"open", "soon", "closed"} == set(listed)


def test_without_script_the_words_are_neutral_and_the_week_stands_there(
    browser: Browser, sample: tuple[str, Path]
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(sample[0] + "stations/jia/")
    text = page.inner_text(".bulletin-sheet")
    assert "营业中" not in text
    assert "周一至周五 8:30–12:00、14:00–17:30" in text
    assert "周三 18日" in text
    assert page.locator("table.bulletin-hours [aria-current]").count() == 0


def test_on_paper_nothing_claims_to_be_open_now(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.goto(sample[0] + "stations/yi/")
    page.emulate_media(media="print")
    assert page.locator("[data-hours]").first.is_visible() is False
    assert page.locator("table.bulletin-hours").first.is_visible()


def test_the_lantern_that_the_script_hangs_is_drawn(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.goto(sample[0] + "stations/jia/")
    drawn = page.evaluate(
        "document.querySelector(document.querySelector('[data-hours] use').getAttribute('href')) !== null"
    )
    assert drawn
