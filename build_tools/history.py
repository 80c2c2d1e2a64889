"""What git remembers of the content: asked once, at a door."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.git import answer
from build_tools.reading.former import Remembered
from build_tools.records.files import Kind
from build_tools.revisions import is_whole, past_of
from build_tools.settings import UnusableSettingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_tools.settings import Settings

PRIVATE = "private"
REMEMBERED = (Kind.TALLY.folder, Kind.VOCABULARY.path)
ADDRESSED = tuple(kind.path.partition("/")[0] for kind in (Kind.STATION, Kind.ORGANIZATION, Kind.EVENT, Kind.NOTICE))
YEARLY = tuple(kind.path.partition("/")[0] for kind in (Kind.EVENT, Kind.NOTICE))
NOTHING_BEFORE = re.compile("0*")
"""A forge names the commit before a branch's first with zeros."""


def remembered(settings: Settings) -> Remembered:
    """Earlier texts of published tallies, private files that are kept by mistake, and what has changed of late."""
    published = last_published(settings)
    gone = gone_since(settings.content, published)
    past = past_of(settings)
    return Remembered(
        texts=latest(settings.content, published),
        private=kept_private(settings.content),
        past=past,
        cut_short=is_shallow(settings.history or settings.content) and not is_whole(past, settings.today),
        gone=gone,
        stood=stood_at(settings.content, published) if gone else frozenset(),
    )


def kept_private(content: Path) -> tuple[str, ...]:
    """The files in the folder for private ones, beside `content`, that git keeps all the same."""
    listed = answer(content, "ls-files", "-z", "--full-name", "--", f"../{PRIVATE}") or b""
    return tuple(path.decode() for path in listed.split(b"\0") if path)


def is_shallow(folder: Path) -> bool:
    """Whether git keeps only the last commits there."""
    return (answer(folder, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def last_published(settings: Settings) -> str:
    """The commit `since`, or else the last one there is.

    `UnusableSettingError` when the commit was named and cannot be found: then nobody can tell whether something
    published would change.
    """
    if settings.since is None or NOTHING_BEFORE.fullmatch(settings.since):
        return "HEAD"
    if answer(settings.content, "cat-file", "-e", f"{settings.since}^{{commit}}") is None:
        raise UnusableSettingError("no_commit", settings.since)
    return settings.since


def gone_since(content: Path, commit: str) -> tuple[str, ...]:
    """The files with addresses of their own that lay in `content` at `commit` and do not now."""
    listed = answer(
        content, "diff", "--name-only", "-z", "--relative", "--no-renames", "--diff-filter=D", commit, "--", *ADDRESSED
    )
    return tuple(path.decode(errors="replace") for path in (listed or b"").split(b"\0") if path)


def stood_at(content: Path, commit: str) -> frozenset[str]:
    """The events and notices, by paths inside `content`, that lay there at `commit`."""
    listed = answer(content, "ls-tree", "-r", "-z", "--name-only", commit, "--", *YEARLY)
    return frozenset(path.decode(errors="replace") for path in (listed or b"").split(b"\0") if path)


def latest(content: Path, commit: str) -> dict[str, str]:
    """Path inside `content` → text at `commit` of each tally that is not the same now; empty without git or history."""
    # a file that is now called otherwise is one that went: its text is compared wherever it is
    words = ("diff", "--name-only", "-z", "--relative", "--no-renames", "--diff-filter=MDT")
    listed = answer(content, *words, commit, "--", *REMEMBERED)
    paths = [path.decode() for path in (listed or b"").split(b"\0") if path]
    return dict(texts_at(content, commit, paths))


def texts_at(content: Path, commit: str, paths: list[str]) -> Iterator[tuple[str, str]]:
    """Each of `paths` with its text at `commit`."""
    wanted = "".join(f"{commit}:./{path}\n" for path in paths)
    rest = answer(content, "cat-file", "--batch", given=wanted.encode()) or b""
    for path in paths:
        heading, _, rest = rest.partition(b"\n")
        size = int(heading.rsplit(b" ", 1)[-1])
        yield path, rest[:size].decode(errors="replace")
        rest = rest[size + 1 :]
