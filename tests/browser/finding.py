"""Asking the finder, for the tests of several files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from build_tools.reading.bulletin import read_bulletin
from tests.browser.test_pages import PHONE, watched
from tests.browser.waiting import until
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from build_tools.records.bulletin import Bulletin
    from tests.browser.test_pages import Seen

NOON = "2026-11-23T12:30:00+08:00"
TITLE = "#found h2"
RESULTS = ".bulletin-found .bulletin-station"
COUNTED = "!document.querySelector('#found h2').textContent.includes('正在找')"


def found(
    browser: Browser, site: tuple[str, Path], asked: str = "", at: str = NOON, **options: Any
) -> tuple[Page, Seen]:
    """The finder with its answer to what `asked` says, at the moment `at`."""
    page, seen = watched(browser, **{"viewport": PHONE, **options})
    page.clock.set_fixed_time(at)
    page.goto(f"{site[0]}stations/{asked}")
    until(page, COUNTED)
    return page, seen


def names(page: Page) -> list[str]:
    """The stations that are shown."""
    return page.locator(f"{RESULTS} h3").all_inner_texts()


def ask(page: Page) -> None:
    """Press the button and wait for the answer."""
    page.get_by_role("button", name="找", exact=True).click()
    until(page, COUNTED)


@cache
def sample_bulletin() -> Bulletin:
    """The demonstration bulletin, as written."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin
    return bulletin
