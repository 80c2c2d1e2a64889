"""The human site map: all kinds of pages on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.addresses import station_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

Entry = tuple[str, str]
"""An address and what stands there."""
FEW = 30
"""Up to this many stations are named; more are listed by district."""


def site_map_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/site-map/`: short enough to read, so single events and notices stand on the pages that list them."""
    yield press.page(
        "site-map/",
        "site_map.html",
        title=press.say("site_map.title"),
        summary=press.say("site_map.summary", site=facts.bulletin.site.name),
        groups=[
            (press.say("chrome.menu"), main_pages(press)),
            (press.say("menu.stations"), [*station_entries(facts), ("step-free/", press.say("step_free.title"))]),
            (
                press.say("site_map.needs"),
                [(f"needs/{one.code}/", one.name) for one in facts.bulletin.vocabulary.needs],
            ),
            (press.say("menu.services"), service_entries(facts)),
            (press.say("site_map.rest"), other_pages(facts, press)),
        ],
    )


def main_pages(press: Press) -> list[Entry]:
    """The pages of the menu."""
    return [
        ("", press.say("menu.home")),
        ("stations/", press.say("menu.stations")),
        ("services/", press.say("menu.services")),
        ("events/", press.say("menu.events")),
        ("notices/", press.say("menu.notices")),
    ]


def station_entries(facts: Facts) -> list[Entry]:
    """The districts that have stations, or all stations where they are few."""
    stations, directory = facts.bulletin.stations, facts.directory
    if len(stations) <= FEW:
        return [(station_uri(one.id), one.name) for one in stations]
    return [(f"districts/{code}/", directory.districts[code].full_name) for code in sorted(directory.by_district)]


def service_entries(facts: Facts) -> list[Entry]:
    """The kinds of service that somebody offers."""
    kinds = facts.bulletin.vocabulary.service_kinds
    return [(f"services/{one.code}/", one.name) for one in kinds if one.code in facts.directory.offers]


def other_pages(facts: Facts, press: Press) -> list[Entry]:
    """Hand-written pages, and what the footer leads to besides."""
    essays = [(f"{one.id}/", one.title) for one in facts.bulletin.essays if one.id != "index"]
    ours = [
        ("organizations/", press.say("chrome.organizations")),
        ("stats/", press.say("chrome.cases")),
        ("data/", press.say("data.title")),
        ("reviewed/", press.say("reviewed.title")),
    ]
    if facts.bulletin.history:
        ours.append(("changes/", press.say("changes.title")))
    return essays + ours + ([] if press.folder else [("guide/", press.say("chrome.guide"))])
