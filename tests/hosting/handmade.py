"""Commits that git itself would not make: trees of any entries, whatever they are called."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, NamedTuple

from tests.hosting.hosts import environment

if TYPE_CHECKING:
    from tests.hosting.hosts import Place, Staff

FILE, LINK, FOLDER, MODULE = "100644", "120000", "40000", "160000"


class Entry(NamedTuple):
    """One line of a tree."""

    mode: str
    name: bytes
    id: str


def asked(staff: Staff, *words: str, given: bytes = b"") -> str:
    """What git prints when it is `given` something."""
    done = subprocess.run(
        ["git", *words], cwd=staff.folder, env=environment(), input=given, capture_output=True, check=True
    )
    return done.stdout.decode(errors="surrogateescape").strip()


def blob(staff: Staff, content: bytes) -> str:
    """A file's content."""
    return asked(staff, "hash-object", "-w", "--stdin", given=content)


def tree(staff: Staff, *entries: Entry) -> str:
    """A folder of `entries`, unlooked at."""
    ordered = sorted(entries, key=lambda one: one.name + (b"/" if one.mode == FOLDER else b""))
    body = b"".join(one.mode.encode() + b" " + one.name + b"\0" + bytes.fromhex(one.id) for one in ordered)
    return asked(staff, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=body)


def beside_content(staff: Staff, *entries: Entry) -> str:
    """A commit of what there is, and `entries` beside `content/`."""
    return commit(staff, *listed(staff, "HEAD"), *entries)


def inside_content(staff: Staff, *entries: Entry) -> str:
    """A commit of what there is, and `entries` in `content/`."""
    return commit(staff, Entry(FOLDER, b"content", tree(staff, *listed(staff, "HEAD:content"), *entries)))


def commit(staff: Staff, *entries: Entry) -> str:
    """A commit of nothing but `entries`."""
    return asked(staff, "commit-tree", tree(staff, *entries), "-p", "HEAD", "-m", "handmade")


def listed(staff: Staff, folder: str) -> list[Entry]:
    """What there is in a folder."""
    lines = asked(staff, "ls-tree", "-z", folder).split("\0")
    parts = [line.partition("\t") for line in lines if line]
    return [Entry(told.split()[0].lstrip("0"), name.encode(), told.split()[2]) for told, _, name in parts]


def everything_kept(place: Place) -> bytes:
    """Every object in the repository, whoever knows of it."""
    words = ["git", "cat-file", "--batch-all-objects", "--batch", "--unordered"]
    return subprocess.run(words, cwd=place.repository, capture_output=True, check=True).stdout


def insist_on_nothing_left(place: Place, tip: str) -> None:
    """The main branch is still at `tip`, and of what was pushed there is nothing."""
    assert asked_of(place, "rev-parse", "refs/heads/main") == tip
    assert asked_of(place, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/main"]
    assert asked_of(place, "fsck", "--unreachable", "--no-progress", "--no-reflogs") == ""
    assert not list((place.folder / "state" / "incoming").glob("*"))
    assert not list((place.repository / "objects").glob("tmp_*"))


def asked_of(place: Place, *words: str) -> str:
    """What git says of the repository of a host."""
    done = subprocess.run(
        ["git", *words], cwd=place.repository, env=environment(), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
