"""Whatever stands in the content is shown as text: nothing runs, nothing is fetched, nothing turns or breaks the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.browser.test_pages import NARROW, pages_of, watched
from tests.hostile import BREAK, EMOJI, SERVICE, TEXT, UYGHUR

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CLOSED = TEXT + "\u202c"
"""As it is published: what the text turned is turned back at its end."""
HARM = """() => [
  ...document.querySelectorAll('main script:not([type="application/ld+json"]), main iframe, main style, main details[ontoggle], main form[action^=http]'),
  ...[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(({name, value}) =>
    /^on|^style$/.test(name) || (/^(href|src|action)$/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value)))),
].map(one => one.outerHTML.slice(0, 200))"""
TURNING = """end => {
  const blocks = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) if (node.data.includes('\\u202e')) {
    let one = node.parentElement;
    const style = () => getComputedStyle(one);
    while (style().display === 'inline' && style().unicodeBidi === 'normal') one = one.parentElement;
    blocks.add(one);
  }
  return [...blocks].filter(one => !one.matches('span[lang]')).map(one => one.textContent.trim())
    .filter(text => /\\u202e[^\\u202c]*$/.test(text) && !text.endsWith(end));
}"""
"""The texts in which something follows a sign that turns the direction, and nothing ends it; a part that is marked as Chinese is by itself."""


def touched(site: tuple[str, Path]) -> list[str]:
    """The pages whose own part shows hostile texts; the frame shows some on all."""
    files = {address: site[1] / address.removeprefix(site[0]) for address in pages_of(site)}
    texts = {
        address: (path / "index.html" if path.is_dir() else path).read_text("utf-8") for address, path in files.items()
    }
    return [
        address for address, text in texts.items() if "window.ran" in text.partition("<main")[2].partition("</main>")[0]
    ]


def test_nothing_runs_is_fetched_turned_or_wider_than_the_screen(browser: Browser, hostile: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=NARROW)
    harmed = {}
    for address in touched(hostile):
        page.goto(address)
        found = [page.evaluate("window.ran ?? null"), *page.evaluate(HARM), *page.evaluate(TURNING, EMOJI)]
        found.append(page.evaluate("document.documentElement.scrollWidth"))
        if found != [None, NARROW["width"]]:
            harmed[address] = found
    assert harmed == {}
    assert seen.messages == []
    assert seen.hosts == {"127.0.0.1"}


@pytest.mark.parametrize(
    "uri", ["stations/e-text/", "organizations/e/", "events/2026/e/", "notices/2026/e/", "e/", "en/stations/e-text/"]
)
def test_a_name_is_shown_letter_by_letter_in_the_page_and_its_title(
    uri: str, browser: Browser, hostile: tuple[str, Path]
) -> None:
    page, _ = watched(browser)
    page.goto(hostile[0] + uri)
    assert (page.text_content("h1") or "").strip() == CLOSED
    assert page.title().startswith(CLOSED)
    assert page.get_attribute("meta[property='og:title']", "content") == CLOSED


def test_words_of_the_vocabulary_are_shown_letter_by_letter(browser: Browser, hostile: tuple[str, Path]) -> None:
    page, _ = watched(browser)
    page.goto(hostile[0] + "services/hostile/")
    assert (page.text_content("h1") or "").strip() == SERVICE
    page.goto(hostile[0] + "e/")
    assert page.get_attribute("main img", "alt") == BREAK


def test_writing_from_right_to_left_does_not_move_its_neighbours(browser: Browser, hostile: tuple[str, Path]) -> None:
    page, _ = watched(browser)
    page.goto(hostile[0] + "organizations/")
    loose = page.evaluate(
        "letters => [...document.querySelectorAll('main *')].filter(one => !one.children.length"
        " && one.textContent.includes(letters) && getComputedStyle(one).display.startsWith('inline')"
        " && getComputedStyle(one).unicodeBidi === 'normal').length",
        UYGHUR,
    )
    assert loose == 0


def test_results_and_the_movable_map_show_it_as_text(browser: Browser, hostile: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=NARROW)
    page.goto(f"{hostile[0]}stations/?district=shili&service=hostile")
    page.wait_for_selector(".bulletin-found .bulletin-station")
    names = page.locator(".bulletin-found h3").all_text_contents()
    assert CLOSED[:120] in {name.removesuffix("…") for name in names}
    assert page.locator(".bulletin-station__service").first.text_content() == f"{SERVICE}：每天 9:00-10:00".replace(
        "-", "–"
    )
    page.locator("button[data-map]").click()
    page.wait_for_selector(".bulletin-map__mark", state="attached")
    page.locator(".bulletin-map__several").last.press("Enter")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran ?? null") is None
    assert (
        page.locator(":is(.bulletin-found, .bulletin-map__live) :is(script, img, iframe, [onload], [onerror])").count()
        == 0
    )
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert seen.messages == []
    assert seen.hosts == {"127.0.0.1"}


def test_files_for_programs_can_be_read_and_say_the_same(hostile: tuple[str, Path]) -> None:
    texts = []
    for path in hostile[1].rglob("*"):
        if path.suffix in (".json", ".geojson"):
            texts.append(json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False))
        elif path.suffix in (".xml", ".svg"):
            ET.fromstring(path.read_bytes())  # noqa: S314 — our own output
    assert any(json.dumps(CLOSED, ensure_ascii=False)[1:-1] in text for text in texts)
