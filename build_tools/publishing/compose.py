"""Facts → everything that is published."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from build_tools.publishing.composed import Composed
from build_tools.publishing.exports import EXPORTS, OF_EACH_EDITION, OF_STATIONS
from build_tools.publishing.pages import FIRST_EDITION_ONLY, PAGES
from build_tools.publishing.press import Press
from build_tools.publishing.site import Site
from build_tools.workers import in_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from build_tools.publishing.edition import Edition
    from build_tools.publishing.exports import Export
    from build_tools.publishing.site import SiteFile, SitePage
    from build_tools.settings import Settings


STATIONS_AT_ONCE = 50
"""Small enough that all cores finish together."""


def compose_site(editions: Sequence[Edition], settings: Settings) -> Site:
    """All pages and files of all `editions`, in the order of `PAGES` and `EXPORTS`, still to be made."""
    pages = tuple(page for edition in editions for page in pages_of(edition, settings))
    insist_on_one_of_each(page.uri for page in pages)
    made = [Composed(one.facts, one.wording, one.folder, pages, settings.directory_urls) for one in editions]
    return Site(pages, tuple(exports_of(made)))


def insist_on_one_of_each(uris: Iterable[str]) -> None:
    """One page or file would silently be lost where two had the same address."""
    if twice := [uri for uri, count in Counter(uris).items() if count > 1]:
        raise RuntimeError(f"several pages or files at one address: {twice[:5]}")


def pages_of(edition: Edition, settings: Settings) -> Iterator[SitePage]:
    """The pages of `edition`."""
    press = Press(edition.facts, edition.wording, settings, edition.folder)
    for kind in PAGES:
        if not (edition.folder and kind in FIRST_EDITION_ONLY):
            yield from kind(edition.facts, press)


def exports_of(made: Sequence[Composed]) -> Iterator[Callable[[], Iterator[SiteFile]]]:
    """What makes the files: each export by itself, what takes longest first, and those of single stations in parts."""
    first = made[0]
    yield from (partial(own_files, export, one) for one in made for export in OF_EACH_EDITION)
    yield from (partial(export, first) for export in EXPORTS)
    for part in in_parts(first.facts.bulletin.stations, STATIONS_AT_ONCE):
        yield from (partial(export, first, part) for export in OF_STATIONS)


def own_files(export: Export, made: Composed) -> Iterator[SiteFile]:
    """The files of `export` that an edition does not share with others, in its folder."""
    return (replace(file, uri=made.folder + file.uri) for file in export(made))
