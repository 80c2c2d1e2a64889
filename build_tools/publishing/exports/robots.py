"""`robots.txt`: everything may be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.wording import Wording


def robots(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """The file, with the site map's address when there is one."""
    address = facts.bulletin.site.address
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines.append(f"Sitemap: {address}sitemap.xml")
    yield SiteFile("robots.txt", ("\n".join(lines) + "\n").encode())
