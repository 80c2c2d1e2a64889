"""A station in a list: enough to choose it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from build_tools.facts.directory import step_free
from build_tools.publishing.addresses import station_uri
from build_tools.publishing.pages.state import State, lantern_of
from build_tools.records.district import place_words
from build_tools.records.key import Unknown
from build_tools.records.station import Life
from build_tools.records.values import Have, Provision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.facts.derive import Facts
    from build_tools.publishing.links import Links
    from build_tools.publishing.press import Press
    from build_tools.publishing.shown import Shown
    from build_tools.records.station import Station
    from build_tools.records.vocabulary import Need


class Card(NamedTuple):
    """One station of a list."""

    html: Markup
    remark: str
    """Why it is in this list, if that is not plain."""


def card_of(station: Station, links: Links, facts: Facts, press: Press, remark: str = "") -> Card:
    """The card of `station` on a page with these `links`."""
    html = press.piece(
        "card.html",
        "card",
        (links.root, station.id),
        lambda: {
            "address": links.to(station_uri(station.id)),
            "name": station.name,
            "told": press.piece("card.html", "told", (station.id,), lambda: told_of(station, facts, press)),
        },
    )
    return Card(html, remark)


def told_of(station: Station, facts: Facts, press: Press) -> dict[str, Any]:
    """What a card says of `station`, on whatever page."""
    needs = facts.directory.needs_met[station.id] if station.life is Life.OPEN else ()
    return {
        "place": place_of(station, facts),
        "lantern": lantern_of(station, facts, press),
        "needs": needs_told([facts.directory.lexicon.needs[code] for code in needs], press),
        "access": access_lines(station, press.shown),
    }


def needs_told(needs: Iterable[Need], press: Press) -> Markup:
    """What one gets where `needs` are met."""
    return Markup().join(press.piece("card.html", "need", (need.code,), partial(dict, one=need)) for need in needs)


def blank_card(uri: str, facts: Facts, press: Press) -> Markup:
    """A card on the page `uri` with something in every place, for a script to fill in."""
    unknown = press.say("unknown")
    told = {
        "place": unknown,
        "lantern": press.printed("parts.html", "lantern", state=State("lantern", unknown, unknown, open_now="{}")),
        "needs": needs_told(facts.bulletin.vocabulary.needs, press),
        "access": [(have.code, unknown) for have in Have],
    }
    return press.printed(
        "card.html",
        "card",
        address=press.links(uri).to("stations/"),
        name=press.say("stations.title"),
        told=press.printed("card.html", "told", **told),
    )


def access_lines(station: Station, shown: Shown) -> list[tuple[str, str]]:
    """What is known of getting into `station`, each with its drawing; nothing where it is not known."""
    if isinstance(step_free(station), Unknown):
        return []
    ways = (("access.ramp", station.accessibility.ramp), ("access.wheelchair", station.accessibility.wheelchair))
    return [(way.have.code, f"{shown.say(key)} {shown.of(way)}") for key, way in ways if isinstance(way, Provision)]


def place_of(station: Station, facts: Facts) -> str:
    """Where `station` is, as far as a list says it."""
    district = facts.directory.districts[station.district]
    return place_words(district.city, district.name, station.street, station.community)


def by_life(stations: Iterable[Station]) -> list[Station]:
    """`stations` with those first that are open at known hours, and those last that have closed."""
    order = (Life.OPEN, Life.PAUSED, Life.PLANNED, Life.CLOSED)
    return sorted(stations, key=lambda station: (order.index(station.life), isinstance(station.hours, Unknown)))


@dataclass(frozen=True, slots=True)
class Cards:
    """A list of stations in its two parts."""

    open: list[Card]
    others: list[Card]
    """Paused, planned and closed ones."""

    @property
    def open_count(self) -> int:
        """How many are open."""
        return len(self.open)


def cards_of(stations: Iterable[Station], uri: str, facts: Facts, press: Press) -> Cards:
    """The cards of `stations` on the page `uri`."""
    ordered, links = by_life(stations), press.links(uri)
    return Cards(
        open=[card_of(one, links, facts, press) for one in ordered if one.life is Life.OPEN],
        others=[card_of(one, links, facts, press) for one in ordered if one.life is not Life.OPEN],
    )
