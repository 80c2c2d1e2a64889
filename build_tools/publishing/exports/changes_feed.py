"""`changes.xml`: what has changed at the stations of late, for feed readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.addresses import station_uri
from build_tools.publishing.atom import Entry, feed_text
from build_tools.publishing.change_words import ChangeWords
from build_tools.publishing.feed_heading import heading_of
from build_tools.publishing.formats import CHANGES, has_changes
from build_tools.publishing.identity import lasting_id
from build_tools.publishing.pages.changes import URI, told_changes
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SiteFile
from build_tools.records.alias import oldest_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.changes import Changes
    from build_tools.publishing.composed import Composed
    from build_tools.records.site import Site

MOST = 100


def changes_feed(made: Composed) -> Iterator[SiteFile]:
    """The file, if it is known what was before and where the site stands: links in a feed have to be whole."""
    facts, shown = made.facts, Shown(made.wording)
    if not has_changes(facts):
        return
    name, site = facts.bulletin.site.name, facts.bulletin.site
    title, subtitle = shown.say("changes.feed_title", site=name), shown.say("changes.summary", site=name)
    told = told_changes(facts, ChangeWords(shown, facts.directory.lexicon.service_kinds))
    entries = [entry_of(one, lines, site, shown, made.folder) for one, lines in told[:MOST]]
    yield SiteFile(CHANGES.uri, feed_text(heading_of(made, CHANGES, title, subtitle, URI), entries))


def entry_of(changes: Changes, lines: Sequence[str], site: Site, shown: Shown, folder: str) -> Entry:
    """The entry of one station's day; a later change on that day is one to this entry."""
    station, words = changes.station, shown.say("semicolon").join(lines)
    return Entry(
        id=lasting_id(site, f"{folder}changes", oldest_id(station), changes.day.isoformat()),
        title=shown.say("changes.of_station", name=station.name, words=words),
        updated=changes.day,
        published=changes.day,
        link=f"{site.address}{folder}{station_uri(station.id) if changes.is_there else URI}",
    )
