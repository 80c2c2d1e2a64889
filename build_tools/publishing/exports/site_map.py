"""`sitemap.xml`, for search engines: https://www.sitemaps.org/protocol.html."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed
    from build_tools.publishing.site import SitePage


def site_map(made: Composed) -> Iterator[SiteFile]:
    """The addresses of all pages but those that have moved; nothing when the site's own address is not known."""
    facts = made.facts
    address = facts.bulletin.site.address
    if address is None:
        return
    lasting = (page for page in made.pages() if page.uri != "404.html" and not page.moved_to)
    entries = "".join(entry(address, page) for page in lasting)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )
    yield SiteFile("sitemap.xml", text.encode())


def entry(address: str, page: SitePage) -> str:
    """One `<url>`; the day is the content's, and is left out where the content has none."""
    changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed else ""
    return f"<url><loc>{escape(address + page.uri, quote=False)}</loc>{changed}</url>\n"
