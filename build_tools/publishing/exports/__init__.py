"""Files that are not pages: one export a module, listed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from build_tools.publishing.exports.calendars import calendars
from build_tools.publishing.exports.emblem import emblem
from build_tools.publishing.exports.guide_pictures import guide_pictures
from build_tools.publishing.exports.leaflet import leaflet
from build_tools.publishing.exports.live_map import live_map
from build_tools.publishing.exports.photos import photos
from build_tools.publishing.exports.pictures import pictures
from build_tools.publishing.exports.qr_codes import qr_codes
from build_tools.publishing.exports.robots import robots
from build_tools.publishing.exports.search import search
from build_tools.publishing.exports.site_map import site_map
from build_tools.publishing.exports.tallies import tallies

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SiteFile, SitePage
    from build_tools.wording import Wording

Export = Callable[["Facts", "tuple[SitePage, ...]", "Wording"], Iterator["SiteFile"]]

EXPORTS: tuple[Export, ...] = (
    pictures,
    guide_pictures,
    photos,
    qr_codes,
    calendars,
    tallies,
    emblem,
    leaflet,
    site_map,
    robots,
)
"""Of the whole site."""
OF_EACH_EDITION: tuple[Export, ...] = (search, live_map)
"""With names and words in them: each language has its own, in its own folder."""
