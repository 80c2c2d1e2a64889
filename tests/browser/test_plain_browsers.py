"""Phones that are years old, text at twice its size, forced colours: what holds there, seen in today's browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_pages import PHONE, watched
from tests.browser.waiting import until
from tests.sites import published_name

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SELECTORS = re.compile(r"([^{}]+)\{[^{}]*\}")
YOUNG_SELECTOR = re.compile(r":(?:has|is|where)\(|:not\([^)]*[ ,>+~]")
"""What voids a whole rule in Chromium 79 or Safari 13."""
YOUNG_SCRIPT = re.compile(r"\?\.\D|\?\?|[|&]{2}=|catch\s*\{")
"""What voids a whole script there."""
WITHOUT_GAPS = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*{gap:0!important}');
  document.adoptedStyleSheets = [sheet];
}"""
NEIGHBOURS = """() => [...document.querySelectorAll(
  '.bulletin-often, .bulletin-has, .bulletin-footer p, .bulletin-row, .bulletin-choices, .bulletin-nav'
)].flatMap(row => {
  const boxes = [...row.children].filter(one => one.offsetWidth).map(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return {text: one.textContent.trim(), box: range.getBoundingClientRect()};
  });
  return boxes.slice(1)
    .map((one, at) => ({...one, gap: one.box.left - boxes[at].box.right, down: one.box.top - boxes[at].box.bottom}))
    .filter(one => one.gap < 8 && one.down < 0).map(one => one.text);
})"""
BROKEN_OFF = """() => [...document.querySelectorAll('.bulletin-phrase')].filter(one => {
  const after = one.nextSibling;
  if (!after || !/^[，。；、]/.test(after.data)) return false;
  const range = document.createRange();
  range.setStart(after, 0);
  range.setEnd(after, 1);
  return range.getBoundingClientRect().top > [...one.getClientRects()].pop().bottom - 4;
}).map(one => one.parentNode.textContent)"""


def test_no_young_selector_takes_others_with_it(sample: tuple[str, Path]) -> None:
    styles = (sample[1] / published_name(sample[1], "assets/bulletin.css")).read_text(encoding="utf-8")
    lists = [selectors for selectors in SELECTORS.findall(styles) if "," in selectors]
    assert len(lists) > 50
    assert [selectors for selectors in lists if YOUNG_SELECTOR.search(selectors)] == []


def test_the_script_of_every_page_is_one_that_old_phones_can_read(sample: tuple[str, Path]) -> None:
    scripts = list((sample[1] / "assets").glob("page.*.js"))
    assert len(scripts) == 2
    assert [found for one in scripts for found in YOUNG_SCRIPT.findall(one.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("uri", ["", "stations/jia/", "site-map/", "services/", "en/", "en/stations/jia/"])
def test_neighbours_stay_apart_without_gaps(uri: str, browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(sample[0] + uri)
    page.evaluate(WITHOUT_GAPS)
    assert page.evaluate(NEIGHBOURS) == []


def test_no_line_begins_with_the_mark_after_a_date(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(f"{sample[0]}stations/jia/")
    broken = []
    for width in range(300, 420, 6):
        page.set_viewport_size({"width": width, "height": 740})
        broken += page.evaluate(BROKEN_OFF)
    assert page.locator("#verified .bulletin-phrase").count() > 0
    assert broken == []


@pytest.mark.parametrize("colours", ["none", "active"])
def test_large_type_shows_that_it_is_on(colours: str, browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE, forced_colors=colours)
    page.goto(sample[0])
    switch = page.locator("#large")
    seen = []
    for large in (False, True):
        switch.set_checked(large)
        page.evaluate("document.documentElement.style.fontSize = '100%'")
        seen.append(switch.screenshot())
    assert seen[0] != seen[1]


def test_large_type_switched_off_stays_off_on_the_way_back(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(sample[0])
    page.check("#large")
    page.goto(f"{sample[0]}stations/jia/")
    page.uncheck("#large")
    page.go_back()
    until(page, "!document.querySelector('#large').checked")
    assert page.locator("html.is-large").count() == 0


def test_without_script_type_grows_and_the_plate_says_that_it_will_be_printed(
    browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = watched(browser, viewport=PHONE, java_script_enabled=False)
    page.goto(f"{sample[0]}stations/jia/")
    before = page.locator("h1").bounding_box()
    page.check("#large")
    after = page.locator("h1").bounding_box()
    assert before and after and after["height"] > before["height"]
    assert not page.locator("#plate").is_visible()
    page.click("a[href='#plate']")
    assert page.locator("#plate").is_visible()
