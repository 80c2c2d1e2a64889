"""The linked data of whole bulletins, read from their pages as a search engine reads them."""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from build_tools.facts.derive import derive_facts
from build_tools.facts.edition import bulletin_in
from build_tools.publishing.pages.event import event_pages
from build_tools.publishing.pages.home import home_page
from build_tools.publishing.pages.organization import organization_pages
from build_tools.publishing.pages.service_kind import service_kind_pages
from build_tools.publishing.pages.station import station_pages
from build_tools.publishing.press import Press
from build_tools.reading.locale import read_wording
from build_tools.settings import Settings
from tests.publishing.bulletins import TODAY, facts_named
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts

KINDS = (home_page, station_pages, service_kind_pages, event_pages, organization_pages)
ENGLISH = "english"


class Blocks(HTMLParser):
    """Collects the data blocks of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"
        if self.inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 — the parser's
        self.inside = False


def blocks_of(html: str) -> list[str]:
    """The text of each data block of a page."""
    reader = Blocks()
    reader.feed(html)
    reader.close()
    return reader.found


@cache
def bodies(name: str) -> dict[str, str]:
    """The pages, by address, of a bulletin of `tests.publishing.bulletins`, or of the demonstration in English."""
    facts, language, folder = facts_named(name if name != ENGLISH else "sample"), "zh", ""
    if name == ENGLISH:
        facts, language, folder = derive_facts(bulletin_in("en", facts.bulletin), TODAY), "en", "en/"
    return printed(facts, language, folder)


def printed(facts: Facts, language: str = "zh", folder: str = "") -> dict[str, str]:
    """The pages of `facts`, by address."""
    press = Press(facts, read_wording(language), Settings(SAMPLE, TODAY), folder)
    return {page.uri: page.body for kind in KINDS for page in kind(facts, press)}


@cache
def linked(name: str) -> dict[str, dict[str, Any]]:
    """What each of those pages says, if it says anything."""
    return said_by(bodies(name))


def said_by(pages: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What each of `pages` says, if it says anything; never in several blocks."""
    found = {uri: blocks_of(body) for uri, body in pages.items()}
    assert all(len(blocks) <= 1 for blocks in found.values())
    return {uri: json.loads(block) for uri, blocks in found.items() for block in blocks}
