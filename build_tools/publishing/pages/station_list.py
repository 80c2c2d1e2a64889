"""The list of all stations with the finder, and a list for each district."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from build_tools.publishing.pages.card import by_life, cards_of
from build_tools.publishing.pages.finder import finder_of
from build_tools.publishing.pages.share import ONE_PAGE
from build_tools.publishing.service_map.drawing import map_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.pages.finder import Finder
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.station import Station

SCRIPTS = ("coordinates.js", "search.js", "results.js", "nearby.js", "finder.js", "map.js")
"""In the order in which they need each other."""


def station_list_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/stations/`, and a page for each district that has stations."""
    finder = finder_of(facts, press)
    yield all_stations_page(finder, facts, press)
    for way in finder.districts:
        district, stations = facts.directory.districts[way.code], facts.directory.by_district[way.code]
        yield press.page(
            way.uri,
            "district.html",
            title=press.say("district.title", district=district.name),
            summary=press.say("district.summary", district=district.full_name, count=way.count),
            source=f"districts/{district.id}.yml",
            district=district,
            assets=("finder.css", "map.js"),
            made_from=[press.sources.stations[station.id] for station in stations],
            near=district.id,
            shows=partial(cards_and_map, stations, way.uri, facts, press),
        )


def cards_and_map(stations: Sequence[Station], uri: str, facts: Facts, press: Press) -> dict[str, Any]:
    """`stations` as cards of the page `uri`, and where they are."""
    return {"map": map_of(by_life(stations), facts, press), "cards": cards_of(stations, uri, facts, press)}


def all_stations_page(finder: Finder, facts: Facts, press: Press) -> SitePage:
    """The page with `finder` and, unless they are too many, all stations."""
    total = len(facts.bulletin.stations)
    return press.page(
        "stations/",
        "stations.html",
        title=press.say("stations.title"),
        summary=press.say("stations.summary", count=total, districts=len(finder.districts)),
        menu=press.say("menu.stations"),
        assets=("finder.css", *SCRIPTS),
        finder=finder,
        shows=partial(all_stations, facts, press),
    )


def all_stations(facts: Facts, press: Press) -> dict[str, Any]:
    """Where all stations are and, unless they are too many, their cards."""
    stations = facts.bulletin.stations
    total, all_here = len(stations), len(stations) <= ONE_PAGE
    cards = cards_of(stations if all_here else (), "stations/", facts, press)
    counted = ("stations.open", cards.open_count) if all_here else ("stations.count", total)
    heading = press.say(counted[0], count=counted[1])
    return {"heading": heading, "map": map_of(by_life(stations), facts, press), "cards": cards}
