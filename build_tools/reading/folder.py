"""Which files lie in `content/`, and which may: everything in it is public, so anything unexpected is a problem."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from build_tools.problems import Place, Problem
from build_tools.reading.renaming import badly_named, wrongly_dated, wrongly_named
from build_tools.records.alias import is_identifier
from build_tools.records.files import UNFINISHED, Kind
from build_tools.records.key import UNKNOWN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator


YEAR = re.compile(r"(19|20)\d\d", re.ASCII)
PATTERNS = tuple((kind, re.compile(kind.pattern)) for kind in Kind)
HALF_WRITTEN = re.compile(Kind.TALLY.pattern + re.escape(UNFINISHED))
RESERVED = frozenset(
    [
        "stations",
        "districts",
        "needs",
        "services",
        "step-free",
        "search",
        "organizations",
        "events",
        "notices",
        "guide",
        "site-map",
        "assets",
        "images",
        "map",
        "data",
        "changes",
        "reviewed",
        "stats",
        "s",
        "en",
        "zh",
    ]
)
"""First parts of addresses that the site's own pages have, or are kept for."""


class Found(NamedTuple):
    """A file that may be there."""

    kind: Kind
    place: str
    """Its path as the system knows it; a `Path` of it takes longer to make than all else that is known here."""
    uri: str
    """Its path inside `content/`, with slashes."""
    id: str = ""
    year: str = ""
    language: str = ""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.place)


def list_folder(content: Path) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """The files below `content` in the order of their paths, and a problem for each that may not be there."""
    if not content.is_dir():
        return (), (Problem("E001", Place("")),)
    found: list[Found] = []
    problems: list[Problem] = []
    for outcome in walk(content, ""):
        if isinstance(outcome, Found):
            found.append(outcome)
        else:
            problems.append(outcome)
    return tuple(found), tuple(problems)


def walk(folder: Path, prefix: str) -> Iterator[Found | Problem]:
    """Every file, link or other thing below `folder`, sorted and classified; folders that are links are not entered."""
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=attrgetter("name"))
    except OSError as error:
        yield Problem("E009", Place(prefix.rstrip("/")), words=(("why", error.strerror or ""),))
        return
    for entry in entries:
        uri = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path), uri + "/")
        else:
            yield classify(entry, uri)


def classify(entry: os.DirEntry[str], uri: str) -> Found | Problem:
    """What the file at `uri` is, or why it may not be there."""
    if entry.is_symlink():
        return Problem("E007", Place(uri))
    if not entry.is_file():
        return Problem("E006", Place(uri), words=(("name", entry.name),))
    if uri.endswith(UNFINISHED) and HALF_WRITTEN.fullmatch(uri):
        return Problem("E175", Place(uri))
    for kind, pattern in patterns_in(uri.rpartition("/")[0].partition("/")[0]):
        if matched := pattern.fullmatch(uri):
            return named(Found(kind, entry.path, uri, **matched.groupdict()))
    return wrongly_named(uri, Path(entry.path))


@lru_cache(maxsize=100)  # nobody has more folders there, but anybody may
def patterns_in(top: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The kinds of files that may lie somewhere below the folder `top`, and what their paths look like."""
    beginning = f"{top}/" if top else ""
    return tuple((kind, pattern) for kind, pattern in PATTERNS if kind.path.startswith(beginning))


def named(found: Found) -> Found | Problem:
    """`found` itself, or the problem with its name."""
    if found.year and not YEAR.fullmatch(found.year):
        return wrongly_dated(found.uri, found.year, found.path)
    if found.id and not is_identifier(found.id):
        return badly_named(found.uri)
    if found.kind is Kind.ORGANIZATION and found.id in UNKNOWN_WORDS:  # where a service names it, it is not known
        return Problem("E138", Place(found.uri), words=(("name", found.id),))
    if found.kind is Kind.ESSAY and found.id in RESERVED:
        return Problem("E019", Place(found.uri), words=(("name", found.id),))
    return found
