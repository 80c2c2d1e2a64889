"""The published tallies of an earlier commit beside those of today: what was public once stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.convert import Converter
from build_tools.reading.extension import first_change
from build_tools.reading.invalid import INVALID
from build_tools.reading.past import Past
from build_tools.reading.terms import spellings_of
from build_tools.reading.tree import read_tree
from build_tools.records.files import Kind
from build_tools.records.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from build_tools.reading.known import Known
    from build_tools.reading.written import Written


@dataclass(frozen=True, slots=True)
class Remembered:
    """What git remembers that concerns what is public now."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """Earlier texts, by their paths inside `content/`, of published tallies, to which today's may only add."""
    private: tuple[str, ...] = ()
    """Files of private counts that git keeps, and so publishes with the repository."""
    past: Past | None = None
    """How stations' files were changed; None where git knows no two states of them."""
    cut_short: bool = False
    """Whether a clone keeps only the last commits, so that the past is told of fewer days than it could be."""
    gone: tuple[str, ...] = ()
    """Files that had an address and are there no more."""
    stood: frozenset[str] = frozenset()
    """Events and notices that were there already when those that are `gone` were; known if there are such."""
    pushed: Path | None = None
    """A folder with what else is being pushed: files that a later commit takes away again, and messages."""


TALLIES = f"{Kind.TALLY.folder}/"


def leaks(remembered: Remembered) -> list[Problem]:
    """A problem for each private file that git keeps."""
    return [Problem("E178", Place(""), words=(("file", file),)) for file in remembered.private]


def changed_tallies(
    former: Mapping[str, str], there: Set[str], tallies: Sequence[Written], stations: Sequence[Written], known: Known
) -> Iterator[Problem]:
    """The first change to each published tally since it stood as in `former`, or that it is no longer `there`.

    That of one of the `stations` that has another id now stands in another file.
    """
    today = {one.file: one for one in tallies}
    renamed = {
        Kind.TALLY.file(alias): Kind.TALLY.file(one.record.id) for one in stations for alias in one.record.aliases
    }
    words = former_words(former.get(Kind.VOCABULARY.path), known)
    for file, text in former.items():
        tally = former_tally(file, text, words) if file.startswith(TALLIES) else None
        if tally is None:
            continue
        now = renamed.get(file, file)
        if now not in there:
            yield Problem("E177", Place(file))
        elif now in today and (change := first_change(tally, today[now].record)):
            yield Problem("E176", Place(now), words=(("text", change.text),))


def former_words(text: str | None, known: Known) -> Known:
    """The words in which earlier tallies were written: labels may have changed since."""
    tree = read_tree(text) if text else None
    return replace(known, terms={**known.terms, **spellings_of(tree)}) if tree else known


def former_tally(file: str, text: str, known: Known) -> Tally | None:
    """The tally that once stood in `file`; None when it could not be read then either, so that it was never public."""
    try:
        tree = read_tree(text)
    except Unreadable:
        return None
    id = file.removeprefix(TALLIES).removesuffix(".yml")
    record: Any = Converter(file, known).record(Tally, tree, id=id) if tree else INVALID
    return record if isinstance(record, Tally) else None
