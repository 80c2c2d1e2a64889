"""`changes.xml`: what has changed at the stations of late, for feed readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.atom import Entry, Feed, feed_text
from build_tools.publishing.change_words import ChangeWords
from build_tools.publishing.formats import CHANGES
from build_tools.publishing.identity import lasting_id
from build_tools.publishing.pages.card import station_uri
from build_tools.publishing.pages.changes import URI, told_changes
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SiteFile
from build_tools.records.alias import oldest_id
from build_tools.records.key import Unknown
from build_tools.records.licence import Licence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.changes import Changes
    from build_tools.publishing.composed import Composed
    from build_tools.records.site import Site

MOST = 100


def changes_feed(made: Composed) -> Iterator[SiteFile]:
    """The file, if it is known what was before and where the site stands: links in a feed have to be whole."""
    facts, wording = made.facts, made.wording
    site, shown, folder = facts.bulletin.site, Shown(wording), made.folder
    if site.address and facts.bulletin.history:
        told = told_changes(facts, ChangeWords(shown, facts.directory.lexicon.service_kinds))
        entries = [entry_of(one, lines, site, shown, folder) for one, lines in told[:MOST]]
        yield SiteFile(CHANGES.uri, feed_text(feed_of(site, shown, folder), entries))


def feed_of(site: Site, shown: Shown, folder: str) -> Feed:
    """What the feed says of itself."""
    licence = site.content_licence
    return Feed(
        id=lasting_id(site, folder + CHANGES.uri),
        title=shown.say("changes.feed_title", site=site.name),
        subtitle=shown.say("changes.summary", site=site.name),
        author=site.name if isinstance(site.host, Unknown) else site.host,
        address=f"{site.address}{folder}{CHANGES.uri}",
        page=f"{site.address}{folder}{URI}",
        language=shown.say("site.language"),
        rights=licence.label if isinstance(licence, Licence) else licence or "",
    )


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
