"""What files gave when an earlier build read them: the same file, read with the same words by the same program, gives the same."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from build_tools.digest import SIZE, digest
from build_tools.reading.folder import list_folder
from build_tools.reading.packing import NOT_OURS, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from build_tools.reading.folder import Found
    from build_tools.reading.known import Known


class Earlier:
    """Results of reading, each by a key that stands for all it depends on. What is used in one build is left for the next.

    They lie in packs, as they were read: under the keys of its results, one behind the other, all of them packed together.
    """

    def __init__(
        self,
        engine: bytes = b"",
        packs: Mapping[bytes, bytes] | None = None,
        opened: Mapping[bytes, list[Any]] | None = None,
        marks: Callable[[], Mapping[str, bytes]] = dict,
    ) -> None:
        self.engine = engine
        """The program that reads; empty where nothing is to be kept."""
        self.packs = packs or {}
        self.ready = dict(opened or {})
        """What is in packs that have been opened, by this build or by an earlier one of the same process."""
        self.goes_on = opened is not None
        """Whether there may be other builds."""
        self.marks = marks
        """Gives the fingerprints of files, by their paths in `content/`, as far as somebody has looked already."""
        self.used: dict[bytes, bytes] = {}
        self.contents: dict[bytes, list[Any]] = {}
        """What is in those that are used, if there may be other builds."""

    def unpack(self) -> None:
        """Open all packs, of which next to all are used as a rule: somebody else may be looking at the files meanwhile."""
        for names, pack in self.packs.items():
            if names not in self.ready:
                with suppress(*NOT_OURS):
                    self.ready[names] = unpacked(pack)

    def let_go(self) -> None:
        """Forget what was opened and has not been used: after a change of the words that is every record there was."""
        self.ready.clear()

    def words(self, known: Known) -> bytes:
        """Stands for the program and for the words that files may use."""
        return digest(self.engine, repr(known.terms).encode())

    def find(self, keys: Collection[bytes]) -> dict[bytes, Any]:
        """Those results with one of `keys` that can be believed."""
        wanted = set(keys)
        found: dict[bytes, Any] = {}
        for names, pack in self.packs.items():
            members = split(names)
            if is_worth_keeping(members, wanted):
                try:
                    values = self.ready.pop(names, None) or unpacked(pack)
                    results = dict(zip(members, self.noted(names, values), strict=True))
                except NOT_OURS:
                    continue
                self.used[names] = pack
                found |= {key: results[key] for key in wanted.intersection(members)}
        return found

    def keep(self, keys: Sequence[bytes], pack: bytes) -> list[Any]:
        """The new results in `pack`, in the order of their `keys`; they are left for the next build."""
        names = b"".join(keys)
        self.used[names] = pack
        return self.noted(names, unpacked(pack))  # one of that name may be open: read when other files were there

    def noted(self, names: bytes, values: list[Any]) -> list[Any]:
        """`values`, which are in the pack with these `names`."""
        if self.goes_on:
            self.contents[names] = values
        return values


def split(names: bytes) -> list[bytes]:
    """The keys that stand in `names`."""
    return [names[start : start + SIZE] for start in range(0, len(names), SIZE)]


def is_worth_keeping(members: Sequence[bytes], wanted: set[bytes]) -> bool:
    """Whether no more than half of `members` have become useless; the others would be unpacked and written for ever."""
    return 2 * len(wanted.intersection(members)) >= len(members) > 0


def fingerprints_of(files: Iterable[Found], known: Mapping[str, bytes]) -> dict[str, bytes]:
    """The path inside `content/` of each of `files` → a few bytes that are others when it is, if not yet `known`."""
    return {one.uri: known.get(one.uri) or fingerprint(one.path) for one in files}


def fingerprints_in(content: Path) -> dict[str, bytes]:
    """The fingerprints of all files that may lie in the folder `content`, by their paths there."""
    found, _ = list_folder(content)
    return fingerprints_of(found, {})


def fingerprint(path: Path) -> bytes:
    """Sixteen bytes that stand for the content of the file at `path`; empty when it cannot be read."""
    try:
        with path.open("rb", buffering=0) as file:
            return digest(file.readall())
    except OSError:
        return b""
