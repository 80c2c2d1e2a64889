"""Which files a push may bring at all, whatever is in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.hosting.refusal import HostError
from build_tools.hosting.taking import CONTENT, FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.hosting.repository import Brought, Entry, Repository

PRIVATE = b"private"
ENGINE, ITS_TESTS = b"build_tools/__main__.py", b"tests/"
"""Where the engine itself lies in a repository that holds it, and its tests, which invent what nobody may publish."""
SPREADSHEETS = (
    b".xlsx",
    b".xls",
    b".xlsm",
    b".ods",
    b".et",
    b".numbers",
    b".csv",
    b".tsv",
    b".dbf",
    b".mdb",
    b".accdb",
)
LARGEST = 64
"""MB in one file: more than any picture or text of a bulletin, and little enough to be looked through."""
MOST = 500
"""MB that are written to look at one push: more than the pictures of a district, and little enough for any disk."""
LONGEST_NAME, LONGEST_PATH = 255, 1000
"""Bytes that any disk takes."""
MOST_SHOWN = 60
"""Signs of a path that nobody can use."""
LONG_NUMBER = re.compile(r"(?<=\d{3})\d{7,}")
"""All but the beginning of what may be a resident's number: it is not said again."""
HEAD = b"head"
"""Git takes a folder for a repository, and does what its `config` says, only if there is a file of this name in it.

Whatever stands beside it: `commondir` may say that the rest is elsewhere. Not all disks tell capital letters from small ones.
"""


def insist_on_plain_files(entries: Iterable[Entry]) -> None:
    """`HostError` for links, submodules and names that no disk takes among `entries`, and for content that is no folder."""
    for one in entries:
        if not is_usable(one.path):
            raise HostError("bad_name", path=shown(one.path))
        insist_on_file(one)
        if one.path == CONTENT.encode():
            raise HostError("no_folder", path=CONTENT)


def insist_on_file(one: Entry, **way_out: str) -> None:
    """`HostError` where `one` is a link, a submodule, or what makes git take a folder for a repository."""
    if one.mode not in FILES:
        raise HostError("no_file", path=shown(one.path), **way_out)
    if one.path.rpartition(b"/")[2].lower() == HEAD:
        raise HostError("of_git", path=shown(one.path), **way_out)


def insist_on_plain_history(repository: Repository, brought: Sequence[Brought], base: str) -> None:
    """`HostError` for what is no file, and for empty folders, in whichever commit since `base` they were `brought`.

    Nobody would look through their names.
    """
    folders = [one for _, one in brought if one.kind == b"tree"]
    for _, one in brought:
        if one.kind != b"tree":
            insist_on_file(one, base=base[:12])
    sizes = repository.sizes(one.id for one in folders)
    for one in folders:
        if not sizes[one.id]:
            raise HostError("empty_folder", path=shown(one.path), base=base[:12])


def is_usable(path: bytes) -> bool:
    """Whether files can be called `path` on every machine: not too long, in UTF-8, and nothing in it that nobody sees."""
    if len(path) > LONGEST_PATH or any(len(part) > LONGEST_NAME for part in path.split(b"/")):
        return False
    try:
        return not any(sign < " " or sign == "\x7f" for sign in path.decode())
    except UnicodeDecodeError:
        return False


def shown(path: bytes) -> str:
    """`path` on one line that a terminal can show, without long numbers."""
    text = path.decode(errors="backslashreplace")
    text = LONG_NUMBER.sub("…", "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text))
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def to_be_judged(brought: Iterable[Brought], tip: Iterable[Entry]) -> list[Brought]:
    """What of all that was `brought` may not be private: all but the engine's tests, where the `tip` holds the engine too."""
    if all(one.path != ENGINE for one in tip):
        return list(brought)
    return [one for one in brought if not one.entry.path.startswith(ITS_TESTS)]


def insist_on_public_files(brought: Iterable[Brought], base: str) -> None:
    """`HostError` for private files and spreadsheets, whichever commit since `base` has `brought` them."""
    for commit, one in brought:
        if one.kind != b"tree" and is_private(one.path):
            raise HostError("private", path=shown(one.path), commit=commit[:8], base=base[:12])


def is_private(path: bytes) -> bool:
    """Whether a file at `path` never leaves the building: by its folder, or because it is a spreadsheet."""
    return PRIVATE in path.lower().split(b"/")[:-1] or path.lower().endswith(SPREADSHEETS)


def insist_on_sizes(repository: Repository, brought: Sequence[Brought]) -> None:
    """`HostError` for a file among those `brought` that is too large to be looked through: a few KB may unpack to GB."""
    files = [one for _, one in brought if one.kind == b"blob"]
    sizes = repository.sizes(one.id for one in files)
    for one in files:
        if sizes[one.id] > LARGEST << 20:
            raise HostError("too_large", path=shown(one.path), size=sizes[one.id] >> 20, most=LARGEST)


def insist_on_sum(repository: Repository, ids: Iterable[str], tip: Iterable[Entry]) -> None:
    """`HostError` when the objects `ids`, as often as they are named, and the content of the `tip` are too much to write."""
    named = list(ids)
    sizes = repository.sizes(named)
    total = sum(sizes[id] for id in named) + sum(one.size for one in tip if is_content(one.path))
    if total > MOST << 20:
        raise HostError("too_much", size=total >> 20, most=MOST)


def is_content(path: bytes) -> bool:
    """Whether `path`, from the root of the repository, lies in the content."""
    return path.startswith(f"{CONTENT}/".encode())
