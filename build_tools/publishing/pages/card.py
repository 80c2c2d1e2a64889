"""A station in a list: enough to choose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.directory import answers_of
from build_tools.publishing.pages.state import State, state_of
from build_tools.records.vocabulary import Need

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Card:
    """One station of a list."""

    uri: str
    name: str
    place: str
    state: State
    needs: tuple[Need, ...]
    remark: str = ""
    """Why it is in this list, if that is not plain."""


def station_uri(station_id: str) -> str:
    """The address of a station's page."""
    return f"stations/{station_id}/"


def card_of(station: Station, facts: Facts, press: Press, remark: str = "") -> Card:
    """The card of `station`."""
    directory = facts.directory
    lexicon = directory.lexicon
    district = directory.districts[station.district]
    return Card(
        uri=station_uri(station.id),
        name=station.name,
        place=district.full_name + station.street + station.community,
        state=state_of(station, press),
        needs=tuple(lexicon.needs[code] for code, _ in answers_of(station, lexicon)),
        remark=remark,
    )
