"""Old addresses: a page at each, which says where its page is now and leads there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.publishing.addresses import event_uri, notice_uri, organization_uri, station_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


def moved_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """One page for each alias of a station, event, notice or organisation."""
    for former, now, title in moves(facts):
        page = press.page(
            former,
            "moved.html",
            title=press.say("moved.title", title=title),
            summary=press.say("moved.summary", title=title),
            now=now,
            name=title,
        )
        yield page._replace(moved_to=now)


def moves(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """The former address, the present one and the title of every page that has moved."""
    bulletin = facts.bulletin
    for station in bulletin.stations:
        for alias in station.aliases:
            yield station_uri(alias), station_uri(station.id), station.name
    for event in bulletin.events:
        for alias in event.aliases:
            yield event_uri(replace(event, id=alias)), event_uri(event), event.name
    for notice in facts.agenda.published:
        for alias in notice.aliases:
            yield notice_uri(replace(notice, id=alias)), notice_uri(notice), notice.title
    for organization in bulletin.organizations:
        for alias in organization.aliases:
            yield organization_uri(alias), organization_uri(organization.id), organization.name
