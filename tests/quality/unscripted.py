"""What is missing when a browser runs no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.test_pages import PHONE
from tests.quality.bench import Bench, Measured, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = """() => {
  const needsScript = '.bulletin-scripted, .bulletin-served, [data-hours]';
  const shown = one => one.checkVisibility() && !one.closest(needsScript);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) if (shown(texts.currentNode.parentElement)) found.push(texts.currentNode.data.trim());
  return [...found, ...[...document.querySelectorAll('a[href]')].filter(shown).map(one => one.getAttribute('href'))];
}"""
"""Every text and link one can see, but for those that tell what is open now, distances and free-text search."""
OF_NOW = {"今天", "today", ""}


def missing_without_script(bench: Bench) -> Measured:
    """Texts and links that only script shows."""
    return counted(missing(bench))


def missing(bench: Bench) -> Iterator[str]:
    """The same, one by one, for one page of each kind."""
    with (
        bench.browser.new_context(viewport=PHONE) as scripted,
        bench.browser.new_context(viewport=PHONE, java_script_enabled=False) as plain,
    ):
        pages = scripted.new_page(), plain.new_page()
        for address in bench.bulletin.seen:
            for page in pages:
                page.goto(bench.home + address)
            with_script, without = (set(page.evaluate(SHOWN)) for page in pages)
            yield from (f"{address or 'home'} {text}" for text in sorted(with_script - without - OF_NOW))
