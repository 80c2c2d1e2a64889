"""What has changed of late, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from build_tools.facts.changes import changes_in
from build_tools.publishing.addresses import station_uri
from build_tools.publishing.change_words import ChangeWords
from build_tools.publishing.formats import CHANGES, has_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.changes import Changes
    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

URI = "changes/"
MOST = 200
"""So many stations' days stand on the page."""


@dataclass(frozen=True, slots=True)
class StationLines:
    """What was changed at one station on one day."""

    name: str
    uri: str
    """Of its page; empty where it has none any more."""
    lines: list[str]


def changes_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/changes/`, where it is known what was before."""
    history = facts.bulletin.history
    if history is None:
        return
    site, shown = facts.bulletin.site, press.shown
    told = told_changes(facts, ChangeWords(shown, facts.directory.lexicon.service_kinds))
    kept = told[:MOST]
    yield press.page(
        URI,
        "changes.html",
        title=press.say("changes.title"),
        summary=press.say("changes.summary", site=site.name),
        changed=kept[0][0].day if kept else None,
        first=shown.known_day(history.first),
        groups=[
            (shown.of(day), [station_lines(*one) for one in some])
            for day, some in groupby(kept, key=lambda one: one[0].day)
        ],
        cut=len(kept) if len(told) > MOST or not history.whole else 0,
        feed=CHANGES.uri if has_changes(facts) else "",
    )


def told_changes(facts: Facts, words: ChangeWords) -> list[tuple[Changes, list[str]]]:
    """All changes that can be told, the latest first, with their lines."""
    lines = ((one, words.lines(one)) for one in changes_in(facts.bulletin))
    return [(one, some) for one, some in lines if some]


def station_lines(changes: Changes, lines: list[str]) -> StationLines:
    """The entry of one station."""
    station = changes.station
    return StationLines(station.name, station_uri(station.id) if changes.is_there else "", lines)
