"""Facts → everything that is published."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from build_tools.publishing.exports import EXPORTS
from build_tools.publishing.pages import PAGES
from build_tools.publishing.pages.station import pages_of_stations, station_pages
from build_tools.publishing.press import Press
from build_tools.publishing.site import Site
from build_tools.workers import WORTH_IT, in_parts, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.settings import Settings
    from build_tools.wording import Wording


STATIONS_AT_ONCE = 50
"""Small enough that all cores finish together."""


def compose_site(facts: Facts, wording: Wording, settings: Settings) -> Site:
    """All pages and files, in the order of `PAGES` and `EXPORTS`."""
    press = Press(facts, wording, settings)
    workers = settings.workers if len(facts.bulletin.stations) >= WORTH_IT else 1
    composed = spread(pages_of, jobs(facts, press), workers)
    pages = tuple(page for some in composed for page in some)
    files = tuple(file for export in EXPORTS for file in export(facts, pages, wording))
    return Site(pages, files)


def jobs(facts: Facts, press: Press) -> list[Callable[[], Iterator[SitePage]]]:
    """What has to be composed, in order: each kind of page by itself, and the stations in parts."""
    parts = in_parts(facts.bulletin.stations, STATIONS_AT_ONCE)
    stations = [partial(pages_of_stations, part, facts, press) for part in parts]
    kinds = [[partial(kind, facts, press)] if kind is not station_pages else stations for kind in PAGES]
    return [job for some in kinds for job in some]


def pages_of(job: Callable[[], Iterator[SitePage]]) -> list[SitePage]:
    """The pages that `job` composes."""
    return list(job())
