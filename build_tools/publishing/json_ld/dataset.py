"""The open data of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.json_ld.organization import host_of
from build_tools.publishing.json_ld.thing import Thing, thing, whole_address
from build_tools.records.licence import Licence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.records.site import Site


def dataset(site: Site, files: Iterable[tuple[str, str, str]], page: str) -> Thing:
    """What `site` gives away on its page `page`: `files` by title, media type and address from the site's root."""
    return thing(
        "Dataset",
        name=site.name,
        url=whole_address(site, page),
        description=site.summary,
        license=terms_of(site),
        creator=host_of(site),
        distribution=[
            thing("DataDownload", name=title, encodingFormat=type_, contentUrl=whole_address(site, uri))
            for title, type_, uri in files
        ]
        if site.address
        else [],
    )


def terms_of(site: Site) -> str | Thing | None:
    """Under which terms: a licence by the page that has its text, any other by name; None where none is declared."""
    declared = site.data_licence
    if isinstance(declared, Licence):
        return declared.page
    return thing("CreativeWork", name=declared) if declared else None
