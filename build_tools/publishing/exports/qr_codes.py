"""`qr.svg` beside the page of every station and event: the address that paper gives for it, for a telephone's camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.posted import posted_uri
from build_tools.publishing.qr import code_uri, qr_code
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


PRINTED = ("stations/", "events/")
"""Where the pages stand that are meant for a wall as well, and the files they show."""


def qr_codes(made: Composed) -> Iterator[SiteFile]:
    """A code for each such page; nothing when the site's own address is not known."""
    facts = made.facts
    address = facts.bulletin.site.address
    if address is None:
        return
    stations = {f"stations/{station.id}.yml": station for station in facts.bulletin.stations}
    for page in made.pages:
        if page.uri.removeprefix(page.folder).startswith(PRINTED) and page.source.startswith(PRINTED):
            posted = posted_uri(page.uri, page.folder, stations.get(page.source))
            yield SiteFile(code_uri(page.uri), qr_code(address + posted))
