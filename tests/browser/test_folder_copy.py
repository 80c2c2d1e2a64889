"""A copy that opens from a folder of files, without a server: on a stick, in a mail, on a screen without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from build_tools.records.short import short_of
from tests.browser.test_pages import PHONE, watched
from tests.sites import SAMPLE, build_here

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

LEADING = """() => [...document.querySelectorAll('a[href], link[rel=stylesheet], link[rel~=icon], script[src], img[src]')]
  .map(one => new URL(one.getAttribute('href') || one.getAttribute('src'), document.baseURI).href)
  .filter(address => address.startsWith('file:'))"""
WRONG = """() => [
  ...[...document.querySelectorAll('.bulletin-served')].filter(one => one.offsetParent),
  ...[...document.images].filter(one => one.complete && !one.naturalWidth),
  ...[...document.styleSheets].filter(sheet => { try { return !sheet.cssRules.length } catch { return false } }),
].map(one => (one.outerHTML || one.href).slice(0, 120))"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration bulletin as a folder."""
    folder = tmp_path_factory.mktemp("copy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795219200")
        build_here(SAMPLE, folder, use_directory_urls=False)
    return folder


def file_of(address: str) -> str:
    """The path that `address` means."""
    return unquote(urlsplit(address).path)


def test_every_page_every_link_and_every_asset_works_from_files(browser: Browser, copy: Path) -> None:
    page, seen = watched(browser, viewport=PHONE)
    waiting, wrong = [(copy / "index.html").as_uri()], {}
    known: set[str] = set()
    while waiting:
        address = waiting.pop()
        page.goto(address)
        found = page.evaluate(WRONG)
        for target in {urldefrag(one)[0] for one in page.evaluate(LEADING)} - known:
            known.add(target)
            if not (copy.parent / file_of(target)).is_file():
                found.append(target)
            elif target.endswith(".html"):
                waiting.append(target)
        if found:
            wrong[address] = found
    pages = {path for path in copy.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()}
    assert wrong == {}
    assert seen.messages == []
    assert {file_of(one) for one in known if one.endswith(".html")} == {
        str(path) for path in pages if path.name != "404.html"
    }


def test_what_needs_a_server_is_not_offered_and_the_script_runs(browser: Browser, copy: Path) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.goto((copy / "stations/jia/index.html").as_uri())
    classes = set(page.evaluate("document.documentElement.className.split(' ')"))
    assert ("is-scripted" in classes, "is-served" in classes) == (True, False)
    assert page.locator("[data-copy]").first.is_visible()
    assert "rgb(247, 241, 229)" in page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert seen.messages == []


def test_a_short_address_leads_on_from_files_too(browser: Browser, copy: Path) -> None:
    page, seen = watched(browser)
    page.goto((copy / f"s/{short_of('jia-lao')}/index.html").as_uri())
    page.wait_for_url("**/stations/jia/index.html")
    assert page.inner_text("h1") == "甲站"
    assert seen.messages == []


def test_an_old_address_leads_on_from_files_too(browser: Browser, copy: Path) -> None:
    page, _ = watched(browser)
    page.goto((copy / "stations/first/index.html").as_uri())
    page.wait_for_url("**/stations/jia/index.html")
    assert page.inner_text("h1") == "甲站"
