"""A station in a list: enough to choose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_tools.publishing.pages.state import state_of
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Card:
    """One station of a list."""

    html: Markup
    remark: str
    """Why it is in this list, if that is not plain."""


def station_uri(station_id: str) -> str:
    """The address of a station's page."""
    return f"stations/{station_id}/"


def card_of(station: Station, uri: str, facts: Facts, press: Press, remark: str = "") -> Card:
    """The card of `station` on the page `uri`."""
    needs = facts.directory.needs_met[station.id] if station.life is Life.OPEN else ()
    html = press.piece(
        "card.html",
        uri,
        station.id,
        address=station_uri(station.id),
        name=station.name,
        place=place_of(station, facts),
        state=state_of(station, facts, press),
        needs=[facts.directory.lexicon.needs[code] for code in needs],
    )
    return Card(html, remark)


def place_of(station: Station, facts: Facts) -> str:
    """Where `station` is, as far as a list says it."""
    return facts.directory.districts[station.district].full_name + station.street + station.community


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
    ordered = by_life(stations)
    return Cards(
        open=[card_of(one, uri, facts, press) for one in ordered if one.life is Life.OPEN],
        others=[card_of(one, uri, facts, press) for one in ordered if one.life is not Life.OPEN],
    )
