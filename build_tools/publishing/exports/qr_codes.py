"""`qr.svg` beside the page of every station and event: its address, for a telephone's camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.qr import code_uri, qr_code
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.wording import Wording

PRINTED = ("stations/", "events/")
"""Where the pages stand that are meant for a wall as well, and the files they show."""


def qr_codes(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """A code for each such page; nothing when the site's own address is not known."""
    address = facts.bulletin.site.address
    if address is None:
        return
    for page in pages:
        if page.uri.removeprefix(page.folder).startswith(PRINTED) and page.source.startswith(PRINTED):
            yield SiteFile(code_uri(page.uri), qr_code(address + page.uri))
