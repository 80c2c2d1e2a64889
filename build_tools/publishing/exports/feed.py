"""`feed.xml`: notices and events, for feed readers and other sites."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from build_tools.publishing.atom import Feed, feed_text
from build_tools.publishing.feed_entries import Entries
from build_tools.publishing.formats import FEED
from build_tools.publishing.identity import lasting_id
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SiteFile
from build_tools.records.key import Unknown
from build_tools.records.licence import Licence
from build_tools.records.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.atom import Entry
    from build_tools.publishing.composed import Composed
    from build_tools.records.event import Event
    from build_tools.records.site import Site

MOST = 100
"""Entries: about as many kilobytes, which readers fetch several times a day; older ones are on the site's pages."""


def feed(made: Composed) -> Iterator[SiteFile]:
    """The file, if the site's address is known: links in a feed have to be whole."""
    facts, wording = made.facts, made.wording
    site = facts.bulletin.site
    if site.address:
        making = Entries(facts, Shown(wording), made.folder)
        yield SiteFile(FEED.uri, feed_text(feed_of(site, making), entries_of(facts, making)))


def feed_of(site: Site, making: Entries) -> Feed:
    """What the feed says of itself."""
    licence = site.content_licence
    return Feed(
        id=lasting_id(site, making.folder + FEED.uri),
        title=making.shown.say("feed.title", site=site.name),
        subtitle=site.summary,
        author=site.name if isinstance(site.host, Unknown) else site.host,
        address=making.address + FEED.uri,
        page=making.address,
        language=making.shown.say("site.language"),
        rights=licence.label if isinstance(licence, Licence) else licence or "",
    )


def entries_of(facts: Facts, making: Entries) -> list[Entry]:
    """The newest notices that are published, and events, the last changed first."""
    bulletin = facts.bulletin
    told: list[Notice | Event] = [one for one in bulletin.notices if one.published <= facts.today]
    told += bulletin.events
    newest = sorted(told, key=day_of, reverse=True)[:MOST]
    entries = [making.of_notice(one) if isinstance(one, Notice) else making.of_event(one) for one in newest]
    return sorted(entries, key=lambda entry: entry.updated, reverse=True)


def day_of(one: Notice | Event) -> date:
    """How new `one` is; the days of an event that is ahead count too, or it would be left out until it takes place."""
    if isinstance(one, Notice):
        return one.published
    own = (day for day in (one.date, one.moved_to, date(int(one.year), 1, 1)) if day)
    return one.updated or max(own)
