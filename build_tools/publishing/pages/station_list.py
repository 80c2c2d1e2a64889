"""The list of all stations, by district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.pages.card import cards_of
from build_tools.publishing.pages.home import panes
from build_tools.publishing.pages.share import ONE_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


def station_list_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/stations/`, and a page for each district that has stations."""
    directory = facts.directory
    groups = [
        (directory.districts[code], f"districts/{code}/", len(stations))
        for code, stations in sorted(directory.by_district.items())
    ]
    total = len(facts.bulletin.stations)
    all_here = total <= ONE_PAGE
    yield press.page(
        "stations/",
        "stations.html",
        title=press.say("stations.title"),
        summary=press.say("stations.summary", count=total, districts=len(groups)),
        menu=press.say("menu.stations"),
        groups=groups,
        panes=panes(facts),
        cards=cards_of(facts.bulletin.stations if all_here else (), "stations/", facts, press),
    )
    for district, uri, count in groups:
        yield press.page(
            uri,
            "district.html",
            title=press.say("district.title", district=district.name),
            summary=press.say("district.summary", district=district.full_name, count=count),
            source=f"districts/{district.id}.yml",
            district=district,
            cards=cards_of(directory.by_district[district.id], uri, facts, press),
        )
