"""Files that may not lie where they lie: that others name them is no second mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.reading.renaming import LEGAL
from build_tools.records.alias import IDENTIFIER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.problems import Problem


@dataclass(frozen=True, slots=True)
class Refused:
    """Under which paths others may name the files that were refused."""

    paths: frozenset[str] = frozenset()
    """Those they have, those they should have where that is obvious, and those they may have had before."""
    folders: frozenset[str] = frozenset()
    """Where a file lies of which nobody can tell what it should be called."""

    def may_be(self, path: str) -> bool:
        """Whether somebody who names the file `path`, which is not there, may mean one that was refused."""
        return path in self.paths or path.rpartition("/")[0] in self.folders


def refused_for(problems: Iterable[Problem]) -> Refused:
    """The files that were refused because of `problems`."""
    words = {one.place.file: dict(one.words) for one in problems}
    right = {said[LEGAL] for said in words.values() if LEGAL in said}
    nameless = {file.rpartition("/")[0] for file, said in words.items() if "path" in said and LEGAL not in said}
    return Refused(frozenset({*words, *right, *map(as_before, words)}), frozenset(nameless))


def as_before(file: str) -> str:
    """What `file` was called before a computer or somebody added to its name: `jia(1).yml` was `jia.yml`."""
    folder, _, name = file.rpartition("/")
    found = IDENTIFIER.match(name.lower())
    return f"{folder}/{found[0]}.yml" if found else file
