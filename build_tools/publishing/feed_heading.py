"""What a feed of one edition says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.atom import Feed
from build_tools.publishing.identity import lasting_id
from build_tools.records.key import Unknown
from build_tools.records.licence import Licence

if TYPE_CHECKING:
    from build_tools.publishing.composed import Composed
    from build_tools.publishing.formats import Format


def heading_of(made: Composed, feed: Format, title: str, subtitle: str, page: str) -> Feed:
    """The heading of `feed`, to be read at `page` of the edition as well; the site's address is known."""
    site = made.facts.bulletin.site
    licence, uri = site.content_licence, feed.in_folder(made.folder)
    return Feed(
        id=lasting_id(site, uri),
        title=title,
        subtitle=subtitle,
        author=site.name if isinstance(site.host, Unknown) else site.host,
        address=f"{site.address}{uri}",
        page=f"{site.address}{made.folder}{page}",
        language=made.wording.say("site.language"),
        rights=licence.label if isinstance(licence, Licence) else licence or "",
    )
