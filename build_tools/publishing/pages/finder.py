"""The finder: all that one may ask for at once, and the page that answers each single wish without script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_tools.publishing.json_text import json_text
from build_tools.publishing.pages.card import blank_card
from build_tools.publishing.pages.home import Pane, panes

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press

SAID = (
    *("count", "searching", "none", "nobody", "nobody_yet", "nobody_open"),
    *("instead", "service", "fewer", "sure", "old", "failed"),
    *("locating", "nearest", "rough", "refused", "lost", "away", "away_about", "nowhere"),
    *("about", "within", "metres", "kilometres"),
)
"""What the finder's scripts say, under `found.` in the locale files."""


FEW_DISTRICTS = 20
"""That many stand above the map without pushing it away."""


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to ask for: what the form sends, and the page that shows the same."""

    code: str
    name: str
    uri: str
    count: int


@dataclass(frozen=True, slots=True)
class Finder:
    """What the form offers."""

    panes: list[Pane]
    services: list[Way]
    districts: list[Way]
    card: Markup
    """A result for the script to fill in."""
    words: str

    @property
    def many_districts(self) -> bool:
        """Whether their names would fill a screen."""
        return len(self.districts) > FEW_DISTRICTS


def finder_of(facts: Facts, press: Press) -> Finder:
    """The finder on the page of all stations."""
    return Finder(panes(facts), services(facts), districts(facts), blank_card("stations/", facts, press), words(press))


def services(facts: Facts) -> list[Way]:
    """The kinds of service that somebody offers, in the vocabulary's order."""
    offers = facts.directory.offers
    kinds = [kind for kind in facts.bulletin.vocabulary.service_kinds if kind.code in offers]
    return [Way(kind.code, kind.name, f"services/{kind.code}/", len(offers[kind.code])) for kind in kinds]


def districts(facts: Facts) -> list[Way]:
    """The districts that have stations."""
    named = facts.directory.districts
    return [
        Way(code, named[code].full_name, f"districts/{code}/", len(stations))
        for code, stations in sorted(facts.directory.by_district.items())
    ]


def words(press: Press) -> str:
    """The words of the finder's scripts, as JSON."""
    said = {key: press.say(f"found.{key}") for key in SAID} | {"pause": press.say("list.pause")}
    return json_text(said)
