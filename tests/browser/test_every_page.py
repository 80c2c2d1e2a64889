"""Every page, opened once in all sizes of screen and type: what fits, what can be tapped, and what its policy says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.browser.test_pages import NARROW, PHONE, SMALL_TARGETS, WIDTHS, pages_of, watched
from tests.browser.test_policy import OFFENCES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

    from tests.browser.test_pages import Seen

WIDTH_AT_TWICE_ITS_SIZE = """() => {
  document.documentElement.style.fontSize = '200%';
  const width = document.documentElement.scrollWidth;
  document.documentElement.style.fontSize = '';
  return width;
}"""


class Visit(NamedTuple):
    """What one page was like."""

    address: str
    offences: list[str]
    policies: int
    small: list[str]
    at_twice_its_size: int
    widths: dict[int, list[int]]
    """Width of the screen → those of the page, in normal and in large type."""


class Visited(NamedTuple):
    """All pages of a site, and what happened meanwhile."""

    pages: list[Visit]
    seen: Seen


@pytest.fixture(scope="module", params=["site", "sample"])
def visited(browser: Browser, request: pytest.FixtureRequest) -> Visited:
    site: tuple[str, Path] = request.getfixturevalue(request.param)
    page, seen = watched(browser, viewport=PHONE)
    page.add_init_script(f"({OFFENCES})()")
    pages = [visit(page, address) for address in pages_of(site)]
    page.context.close()
    return Visited(pages, seen)


def visit(page: Page, address: str) -> Visit:
    """What the page at `address` is like."""
    page.goto(address)
    policies = page.locator("meta[http-equiv='Content-Security-Policy']").count()
    small, twice = page.evaluate(SMALL_TARGETS), page.evaluate(WIDTH_AT_TWICE_ITS_SIZE)
    widths = {}
    for screen, types in ((NARROW, [False, True]), (PHONE, [True, False])):
        page.set_viewport_size(screen)
        widths[screen["width"]] = page.evaluate(WIDTHS, types)
    return Visit(address, page.evaluate("offences"), policies, small, twice, widths)


@pytest.mark.parametrize("screen", [NARROW, PHONE], ids=["narrowest", "phone"])
def test_no_page_is_wider_than_the_screen(screen: ViewportSize, visited: Visited) -> None:
    width = screen["width"]
    assert [one.address for one in visited.pages if max(one.widths[width]) > width] == []


def test_no_page_is_wider_than_the_screen_with_text_at_twice_its_size(visited: Visited) -> None:
    assert [one.address for one in visited.pages if one.at_twice_its_size > PHONE["width"]] == []


def test_everything_to_tap_is_large_enough(visited: Visited) -> None:
    assert {one.address: one.small for one in visited.pages if one.small} == {}


def test_no_page_offends_its_own_policy(visited: Visited) -> None:
    assert {one.address: one.offences for one in visited.pages if one.offences} == {}
    assert {one.policies for one in visited.pages} == {1}


def test_no_page_says_anything_to_the_console_or_asks_anybody_else(visited: Visited) -> None:
    assert len(visited.pages) > 40
    assert visited.seen.messages == []
    assert visited.seen.hosts == {"127.0.0.1"}
