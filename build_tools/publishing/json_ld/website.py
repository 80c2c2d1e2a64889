"""The site itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.json_ld.organization import host_of
from build_tools.publishing.json_ld.thing import Thing, thing, whole_address

if TYPE_CHECKING:
    from build_tools.records.site import Site


def web_site(site: Site, uri: str) -> Thing:
    """The `site`, whose home page is `uri`."""
    return thing("WebSite", name=site.name, url=whole_address(site, uri), publisher=host_of(site))
