"""What takes time: Lighthouse's scores, and how soon the map of very many stations is drawn. Nothing else may run meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from statistics import median
from typing import Any

from tests.browser.test_pages import PHONE
from tests.quality.bench import Bench, Measured
from tests.quality.tools import HERE, Tool

JUDGED = ("", "stations/*/", "stations/")
"""Home, a station, the finder."""
RUNS = 3
MAP_RUNS = 5
CATEGORIES = ("performance", "accessibility", "best practices", "SEO")
SLOWER = 4
SETTLED = 2000
"""The milliseconds after which a new window has loaded what the browser itself shows around pages."""
DRAWN = """
self.drawn = new Promise(told => {
  const look = () => {
    const map = document.querySelector('.bulletin-map svg');
    if (map && map.getBoundingClientRect().height) requestAnimationFrame(() => told(performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});"""
"""Becomes the milliseconds from the beginning of the navigation to the first frame that shows the map.

It looks in frames only: to ask for a size before the stylesheet is there would make the browser lay out the page once more.
"""


@cache
def lighthouse(bench: Bench) -> list[dict[str, Any]]:
    """Every run: its address, its four scores, the audits that cost points."""
    addresses = [bench.home + address for address in bench.bulletin.of_kinds(JUDGED)]
    command = ["node", str(HERE / "lighthouse.mjs"), str(RUNS), *addresses]
    chromium = {**os.environ, "CHROME_PATH": str(Tool.CHROMIUM.program)}
    done = subprocess.run(command, env=chromium, capture_output=True, text=True, check=True)
    runs: list[dict[str, Any]] = json.loads(done.stdout)
    return runs


def score(bench: Bench, category: str) -> Measured:
    """The lowest among the pages' medians in one of `CATEGORIES`."""
    runs, number = lighthouse(bench), CATEGORIES.index(category)
    medians = {
        address: median(one["scores"][number] for one in runs if one["address"] == address)
        for address in (one["address"] for one in runs)
    }
    worst = min(medians, key=lambda address: medians[address])
    lost = {audit for one in runs if one["address"] == worst for audit in one["lost"]}
    return Measured(medians[worst], worst.removeprefix(bench.home) or "home", tuple(sorted(lost)))


def map_drawn(bench: Bench) -> Measured:
    """The median of five, on a processor a quarter as fast; a first one lets the server compress what it sends."""
    drawn_once(bench)
    times = [drawn_once(bench) for _ in range(MAP_RUNS)]
    return Measured(median(times), "stations/", tuple(f"stations/ {time:.0f} ms" for time in times))


def drawn_once(bench: Bench) -> float:
    """The same, once, in a browser that has none of the site's files."""
    with bench.browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(bench.home + "robots.txt")
        page.wait_for_timeout(SETTLED)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(DRAWN)
        page.goto(bench.home + "stations/")
        return round(float(page.evaluate("self.drawn")))
