"""A walk through pages by keyboard alone: everything is reached, and one sees where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality.bench import Bench, Measured, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

STOPS = """() => {
  window.look = stop => [stop, ...stop.children].map(one => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(one);
    return [outlineStyle, outlineWidth, stroke, strokeWidth];
  }).join();
  const one = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  window.stops = [...document.querySelectorAll(one)].filter(
    stop => stop.checkVisibility() && !stop.disabled && stop.tabIndex >= 0);
  window.looks = stops.map(look);
  return stops.map(stop => stop.outerHTML.slice(0, 120));
}"""
HERE = """() => {
  const one = document.activeElement, stop = stops.indexOf(one);
  return [stop, look(one) !== looks[stop]];
}"""


def unreached(bench: Bench) -> Measured:
    """What the Tab key does not reach, or reaches without showing it."""
    return counted(walks(bench))


def walks(bench: Bench) -> Iterator[str]:
    """The same, one by one, for one page of each kind."""
    with bench.browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        for address in bench.bulletin.seen:
            page.goto(bench.home + address)
            yield from (f"{address or 'home'} {one}" for one in walk(page))


def walk(page: Page) -> list[str]:
    """What is wrong with the way through the open `page`."""
    stops: list[str] = page.evaluate(STOPS)
    reached, wrong = set(), []
    for _ in range(len(stops) + 1):
        page.keyboard.press("Tab")
        stop, seen = page.evaluate(HERE)
        if stop < 0 or stop in reached:
            break
        reached.add(stop)
        wrong += [] if seen else [f"not seen: {stops[stop]}"]
    return wrong + [f"not reached: {one}" for number, one in enumerate(stops) if number not in reached]
