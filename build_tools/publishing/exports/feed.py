"""`feed.xml`: notices and events, for feed readers and other sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.atom import feed_text
from build_tools.publishing.feed_entries import Entries
from build_tools.publishing.feed_heading import heading_of
from build_tools.publishing.formats import FEED, has_address
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.atom import Entry
    from build_tools.publishing.composed import Composed
    from build_tools.records.event import Event

MOST = 50
"""Notices, and events: about as many kilobytes of each, which readers fetch several times a day."""


def feed(made: Composed) -> Iterator[SiteFile]:
    """The file, if the site's address is known: links in a feed have to be whole."""
    if not has_address(made.facts):
        return
    site, say = made.facts.bulletin.site, made.wording.say
    heading = heading_of(made, FEED, say("feed.title", site=site.name), site.summary, page="")
    making = Entries(made.facts, Shown(made.wording), made.folder)
    yield SiteFile(FEED.uri, feed_text(heading, entries_of(made.facts, making)))


def entries_of(facts: Facts, making: Entries) -> list[Entry]:
    """The newest notices that are published, and the events next to today, the last changed first."""
    notices = [making.of_notice(one) for one in facts.agenda.published[:MOST]]
    events = [making.of_event(one) for one in events_about(facts)[:MOST]]
    return sorted([*notices, *events], key=lambda entry: entry.updated, reverse=True)


def events_about(facts: Facts) -> list[Event]:
    """All events: those ahead, the soonest first, and then the past ones, the latest first."""
    told = (one.event for one in (*facts.agenda.ahead, *facts.agenda.past))
    return list(dict.fromkeys((*told, *facts.bulletin.events)))
