"""Facts → everything that is published."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from build_tools.publishing.composed import Composed
from build_tools.publishing.exports import EXPORTS, OF_EACH_EDITION, OF_STATIONS
from build_tools.publishing.pages import FIRST_EDITION_ONLY, PAGES
from build_tools.publishing.pages.station import pages_of_stations, station_pages
from build_tools.publishing.press import Press
from build_tools.publishing.site import Site
from build_tools.workers import WORTH_IT, in_parts, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_tools.publishing.edition import Edition
    from build_tools.publishing.exports import Export
    from build_tools.publishing.site import SiteFile, SitePage
    from build_tools.settings import Settings


STATIONS_AT_ONCE = 50
"""Small enough that all cores finish together."""


def compose_site(editions: Sequence[Edition], settings: Settings) -> Site:
    """All pages and files of all `editions`, in the order of `PAGES` and `EXPORTS`."""
    workers = settings.workers if len(editions[0].facts.bulletin.stations) >= WORTH_IT else 1
    wanted = [job for edition in editions for job in page_jobs(edition, settings)]
    pages = tuple(page for some in spread(pages_of, wanted, workers) for page in some)
    made = [Composed(one.facts, one.wording, one.folder, pages, settings.directory_urls) for one in editions]
    files = tuple(file for some in spread(files_of, list(file_jobs(made)), workers) for file in some)
    site = Site(pages, files)
    insist_on_one_of_each(site)
    return site


def insist_on_one_of_each(site: Site) -> None:
    """One page or file would silently be lost where two had the same address."""
    counts = Counter([*(page.uri for page in site.pages), *(file.uri for file in site.files)])
    if twice := [uri for uri, count in counts.items() if count > 1]:
        raise RuntimeError(f"several pages or files at one address: {twice[:5]}")


def page_jobs(edition: Edition, settings: Settings) -> list[Callable[[], Iterator[SitePage]]]:
    """What has to be composed of `edition`, in order: each kind of page by itself, and the stations in parts."""
    facts = edition.facts
    press = Press(facts, edition.wording, settings, edition.folder)
    parts = in_parts(facts.bulletin.stations, STATIONS_AT_ONCE)
    stations = [partial(pages_of_stations, part, facts, press) for part in parts]
    kinds = [kind for kind in PAGES if not (edition.folder and kind in FIRST_EDITION_ONLY)]
    wanted = [[partial(kind, facts, press)] if kind is not station_pages else stations for kind in kinds]
    return [job for some in wanted for job in some]


def file_jobs(made: Sequence[Composed]) -> Iterator[Callable[[], Iterator[SiteFile]]]:
    """What has to be exported: each export by itself, those of single stations in parts."""
    first = made[0]
    yield from (partial(export, first) for export in EXPORTS)
    for part in in_parts(first.facts.bulletin.stations, STATIONS_AT_ONCE):
        yield from (partial(export, first, part) for export in OF_STATIONS)
    yield from (partial(own_files, export, one) for one in made for export in OF_EACH_EDITION)


def own_files(export: Export, made: Composed) -> Iterator[SiteFile]:
    """The files of `export` that an edition does not share with others, in its folder."""
    return (replace(file, uri=made.folder + file.uri) for file in export(made))


def pages_of(job: Callable[[], Iterator[SitePage]]) -> list[SitePage]:
    """The pages that `job` composes."""
    return list(job())


def files_of(job: Callable[[], Iterator[SiteFile]]) -> list[SiteFile]:
    """The files that `job` makes."""
    return list(job())
