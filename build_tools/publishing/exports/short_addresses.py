"""`s/<short>/` for each station: the address on its door plate, from where one is led to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from build_tools.publishing.addresses import station_uri
from build_tools.publishing.links import links_from
from build_tools.publishing.posted import short_uri
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.records.station import Station


POLICY = "default-src 'none';base-uri 'none';form-action 'none'"
CANONICAL = Markup('<link rel="canonical" href="{}">\n')
PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
{canonical}<title>{name}</title>
</head>
<body>
<h1><a href="{link}">{name}</a></h1>
</body>
</html>
""")
"""Without the site's frame: it is gone before anybody reads it, and there is one for each station."""


def short_addresses(made: Composed, stations: Sequence[Station]) -> Iterator[SiteFile]:
    """A page for each of `stations`, also for those that have closed: theirs say where to go."""
    facts, wording = made.facts, made.wording
    address = facts.bulletin.site.address
    for station in stations:
        uri, now = short_uri(station), station_uri(station.id)
        text = PAGE.format(
            language=wording.say("site.language"),
            policy=Markup(POLICY),  # noqa: S704 — our own, and its quotation marks are to stay
            link=links_from(uri, directory_urls=made.directory_urls).to(now),
            canonical=CANONICAL.format(address + now) if address else "",
            name=station.name,
        )
        yield SiteFile(f"{uri}index.html", text.encode())
