"""Earlier texts of stations' files → how each station was changed, day by day, as far as that may be told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from build_tools.reading.former_stations import REFUSED, FormerStations, Once, Refused, id_of
from build_tools.records.files import Kind
from build_tools.records.revision import History, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from build_tools.reading.shelf import Shelf
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class FileRevision:
    """One file of `content/` before a day that changed it, and after it."""

    day: date
    file: str
    before: bytes | None
    """None where it was not there."""
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Past:
    """What git keeps of the last months."""

    first: date
    """Nothing is known of the days before."""
    revisions: tuple[FileRevision, ...]
    """Of stations and of the vocabulary, the latest first."""
    whole: bool = True
    """Whether these are all of them, and not only the latest."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one file said before a day, and after it."""

    day: date
    id: str
    before: Once
    after: Once


def history_of(past: Past, shelf: Shelf) -> History:
    """The stations of `past` as they may be told beside the content on `shelf`."""
    words = [one for one in past.revisions if one.file == Kind.VOCABULARY.path]
    former = FormerStations(shelf, [text for one in words for text in (one.after, one.before) if text])
    turns = [
        Turn(one.day, id_of(one.file), former.once(one.file, one.before), former.once(one.file, one.after))
        for one in past.revisions
        if one.file != Kind.VOCABULARY.path
    ]
    todays = [one.record for one in shelf.written[Kind.STATION]]
    revisions = revisions_of(turns, renamings(turns, todays), {one.id for one in todays})
    return History(first=past.first, revisions=tuple(revisions), whole=past.whole)


def renamings(turns: Sequence[Turn], todays: Iterable[Station]) -> dict[str, str]:
    """Former id → the id that a station had instead; what today's say comes last and counts."""
    once = [
        one for turn in reversed(turns) for one in (turn.before, turn.after) if one and not isinstance(one, Refused)
    ]
    return {alias: one.id for one in (*once, *todays) for alias in one.aliases}


def id_today(id: str, renamed: Mapping[str, str], there: Set[str]) -> str:
    """The id today of the station that once had `id`, or the last one it had; those that are `there` keep theirs."""
    passed: set[str] = set()
    while id not in there and id in renamed and id not in passed:
        passed.add(id)
        id = renamed[id]
    return id


def revisions_of(turns: Sequence[Turn], renamed: Mapping[str, str], there: Set[str]) -> Iterator[Revision]:
    """One revision for each station and day, the first day first; `turns` come the other way round.

    While a version is refused nothing is published: what mends it is compared with the last that could be told.
    """
    together: defaultdict[tuple[date, str], list[Turn]] = defaultdict(list)
    for turn in reversed(turns):
        together[turn.day, id_today(turn.id, renamed, there)].append(turn)
    told: dict[str, Station | None] = {}
    for (day, id), parts in together.items():
        before, after = the_one(one.before for one in parts), the_one(one.after for one in parts)
        if not isinstance(before, Refused):
            told[id] = before
        if not isinstance(after, Refused):
            if id in told:
                yield Revision(day=day, station=id, before=told[id], after=after)
            told[id] = after


def the_one(some: Iterable[Once]) -> Once:
    """What the files of one station said together; a file that went and one that came are one under two names."""
    found = [one for one in some if one is not None]
    return REFUSED if len(found) > 1 else found[0] if found else None
