"""Which files a push may bring at all, whatever is in them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from build_tools.hosting.refusal import HostError
from build_tools.hosting.taking import CONTENT, FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.hosting.repository import Brought, Entry, Repository

PRIVATE = b"private"
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
LONGEST_NAME, LONGEST_PATH = 255, 1000
"""Bytes that any disk takes."""
MOST_SHOWN = 60
"""Signs of a path that nobody can use."""


def insist_on_plain_files(entries: Iterable[Entry]) -> None:
    """`HostError` for links, submodules and names that no disk takes among `entries`, and for content that is no folder."""
    for one in entries:
        if not is_usable(one.path):
            raise HostError("bad_name", path=shown(one.path))
        if one.mode not in FILES:
            raise HostError("no_file", path=os.fsdecode(one.path))
        if one.path == CONTENT.encode():
            raise HostError("no_folder", path=CONTENT)


def is_usable(path: bytes) -> bool:
    """Whether files can be called `path` on every machine: not too long, in UTF-8, and nothing in it that nobody sees."""
    if len(path) > LONGEST_PATH or any(len(part) > LONGEST_NAME for part in path.split(b"/")):
        return False
    try:
        return not any(sign < " " or sign == "\x7f" for sign in path.decode())
    except UnicodeDecodeError:
        return False


def shown(path: bytes) -> str:
    """`path` on one line that a terminal can show."""
    text = path.decode(errors="backslashreplace")
    text = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def insist_on_public_files(brought: Iterable[Brought], base: str) -> None:
    """`HostError` for private files and spreadsheets, whichever commit since `base` has `brought` them."""
    for commit, one in brought:
        if is_private(one.path):
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
