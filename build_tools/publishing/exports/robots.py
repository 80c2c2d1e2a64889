"""`robots.txt`: everything may be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


def robots(made: Composed) -> Iterator[SiteFile]:
    """The file, with the site map's address when there is one."""
    facts = made.facts
    address = facts.bulletin.site.address
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines.append(f"Sitemap: {address}sitemap.xml")
    yield SiteFile("robots.txt", ("\n".join(lines) + "\n").encode())
