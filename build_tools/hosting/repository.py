"""What git keeps, read object by object: nothing is checked out, so nothing that was pushed has a say in how."""

from __future__ import annotations

import os
import resource
import subprocess
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from build_tools.hosting.layout import BRANCH
from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.hosting.layout import Host

OPTIONS = ("--no-replace-objects", "--literal-pathspecs", "-c", "safe.directory=*", "--git-dir=.")
GONE = b"000000"
"""The mode of what is there no more."""
KINDS = {b"160000": b"commit", b"040000": b"tree"}
"""What entries of these modes are; all others are files and links."""
LARGEST_ANSWER, MOST_MEMORY = 32 << 20, 512 << 20
"""Bytes: lists of a quarter of a million files. A few hundred bytes of folders in folders can stand for billions of them."""
OUT_OF_MEMORY = "ut of memory"
"""In what git says then."""
MOST_COMMITS = 1000
"""So far back a commit is looked for that nobody has refused."""


class GitError(Exception):
    """Git has said no; the message is its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a commit's tree."""

    mode: bytes
    kind: bytes
    id: str
    size: int
    path: bytes


class Brought(NamedTuple):
    """What a commit holds that one of its parents does not hold at the same path."""

    commit: str
    entry: Entry


class Repository:
    """A bare repository, asked for objects; in a hook also for those that are not accepted yet."""

    def __init__(self, host: Host, *, in_hook: bool = False) -> None:
        self.folder = host.repository
        told = host.environment
        self.environment = {key: value for key, value in told.items() if in_hook or not key.startswith("GIT_")}
        """Git tells its hooks by variables where it keeps what is not accepted yet."""

    def ask(self, *words: str, given: bytes = b"") -> bytes:
        """What git prints; `GitError` when it says no, `HostError` when it has far too much to say."""
        with TemporaryFile() as asked, TemporaryFile() as complaint:
            asked.write(given)
            asked.seek(0)
            with subprocess.Popen(
                ["git", *OPTIONS, *words],
                cwd=self.folder,
                env=self.environment,
                stdin=asked,
                stdout=subprocess.PIPE,
                stderr=complaint,
                preexec_fn=with_little_memory,
            ) as git:
                said = cast("BinaryIO", git.stdout).read(LARGEST_ANSWER)
                if len(said) == LARGEST_ANSWER:
                    git.kill()
                    raise HostError("too_many")
            complaint.seek(0)
            why = complaint.read().decode(errors="replace").strip()
        if git.returncode and OUT_OF_MEMORY in why:
            raise HostError("too_many")
        if git.returncode:
            raise GitError(why or str(git.returncode))
        return said

    def tip(self) -> str | None:
        """The last commit of the main branch; None before the first push."""
        told = self.ask("for-each-ref", "--format=%(objectname)", BRANCH)
        return told.decode().strip() or None

    def has(self, commit: str) -> bool:
        """Whether `commit` is still there."""
        try:
            self.ask("cat-file", "-e", f"{commit}^{{commit}}")
        except GitError:
            return False
        return True

    def line(self, commit: str) -> list[str]:
        """`commit`, the one before it on the main branch, and so on."""
        told = self.ask("rev-list", "--first-parent", f"--max-count={MOST_COMMITS}", commit)
        return told.decode().split()

    def since(self, old: str, new: str) -> list[str]:
        """`new` and the commits of its line back to `old`, which is left out; `new` alone when git has forgotten `old`."""
        try:
            self.ask("cat-file", "-e", f"{old}^{{commit}}")
        except GitError:
            return [new]
        return self.ask("rev-list", "--first-parent", new, f"^{old}").decode().split() or [new]

    def newcomers(self, commit: str) -> list[str]:
        """The commits that would be new here if `commit` were accepted, the oldest first."""
        return self.ask("rev-list", "--reverse", commit, "--not", "--all").decode().split()

    def entries(self, commit: str, folder: bytes = b"") -> list[Entry]:
        """Every file, link and submodule of `commit` below `folder`."""
        where = ["--", os.fsdecode(folder)] if folder else []
        listed = self.ask("ls-tree", "-r", "-z", "-l", "--full-tree", commit, *where)
        return [entry(line) for line in listed.split(b"\0") if line]

    def brought(self, commits: Iterable[str]) -> Iterator[Brought]:
        """What each of `commits` has brought, folders too: git lists no files of an empty one. Sizes are not told."""
        words = ("diff-tree", "--stdin", "--root", "-r", "-t", "-m", "-z", "--no-renames", "--diff-filter=d")
        parts = iter(self.ask(*words, given="".join(f"{one}\n" for one in commits).encode()).split(b"\0"))
        commit = ""
        for part in parts:
            if part.startswith(b":"):
                yield Brought(commit, differing(part, next(parts)))
            else:
                commit = part.decode()

    def changed(self, former: str, commit: str, folder: bytes) -> Iterator[Entry]:
        """What differs below `folder` between two commits, as `commit` has it; its mode is `GONE` where it has not."""
        words = ("diff-tree", "-r", "-z", "--no-renames", former, commit, "--", os.fsdecode(folder))
        parts = iter(self.ask(*words).split(b"\0")[:-1])
        return (differing(line, path) for line, path in zip(parts, parts, strict=True))

    def sizes(self, ids: Iterable[str]) -> dict[str, int]:
        """How many bytes each of `ids` has; `GitError` when one is missing."""
        asked = list(dict.fromkeys(ids))
        told = self.ask("cat-file", "--batch-check=%(objectsize)", given="".join(f"{id}\n" for id in asked).encode())
        return {id: size(line, line) for id, line in zip(asked, told.decode().splitlines(), strict=True)}

    def is_commit(self, id: str) -> bool:
        """Whether `id` is a commit, and nothing that only leads to one."""
        return self.ask("cat-file", "-t", id).strip() == b"commit"

    def shared(self, old: str, new: str) -> str:
        """The last commit that both `old` and `new` have come from; empty for none."""
        try:
            return self.ask("merge-base", old, new).decode().strip()
        except GitError:
            return ""

    def told_of(self, commit: str) -> bytes:
        """The whole commit as git keeps it: who, when and why."""
        return self.ask("cat-file", "commit", commit)

    def blobs(self, ids: Iterable[str]) -> Iterator[bytes]:
        """The content of each of `ids`, one after another; `GitError` unless git gives all of them to their end."""
        asked = "".join(f"{id}\n" for id in ids).encode()
        with TemporaryFile() as given, TemporaryFile() as complaint:
            given.write(asked)
            given.seek(0)
            command = ["git", *OPTIONS, "cat-file", "--batch", "--buffer"]
            with subprocess.Popen(
                command, cwd=self.folder, env=self.environment, stdin=given, stdout=subprocess.PIPE, stderr=complaint
            ) as git:
                said = cast("BinaryIO", git.stdout)
                yield from contents(said, asked.count(b"\n"))
            if git.returncode:
                complaint.seek(0)
                raise GitError(complaint.read().decode(errors="replace").strip() or str(git.returncode))


def with_little_memory() -> None:
    """Between fork and exec: let git have no more than it needs."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def contents(told: BinaryIO, count: int) -> Iterator[bytes]:
    """The content of `count` objects in what `cat-file --batch` has `told`; `GitError` where it ends before."""
    for _ in range(count):
        heading = told.readline().decode().rstrip("\n")
        expected = size(heading.rpartition(" ")[2], heading)
        content = told.read(expected)
        if len(content) < expected or told.read(1) != b"\n":
            raise GitError(f"{heading}: cut short")
        yield content


def size(figures: str, line: str) -> int:
    """Bytes, as git tells them in `figures`; `GitError` with the whole `line` when that is something else."""
    if not figures.isdigit():
        raise GitError(line or "git ended early")
    return int(figures)


def differing(line: bytes, path: bytes) -> Entry:
    """One line of `diff-tree`, with the path that stands behind it."""
    return Entry(mode(line), kind(mode(line)), line.split(b" ")[3].decode(), 0, path)


def entry(line: bytes) -> Entry:
    """One line of `ls-tree -l`."""
    told, _, path = line.partition(b"\t")
    mode_, kind_, id_, size = told.split()
    return Entry(mode_, kind_, id_.decode(), int(size) if size.isdigit() else 0, path)


def mode(line: bytes) -> bytes:
    """The second mode in one line of `diff-tree`: that of what is there now."""
    return line.split(b" ")[1]


def kind(mode: bytes) -> bytes:
    """What an entry with `mode` is."""
    return KINDS.get(mode, b"blob")
