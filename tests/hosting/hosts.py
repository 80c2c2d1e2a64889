"""A host as its operator and its staff see it: the documented commands, pushes, and what the public is shown."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.sites import DAY, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

NOBODY = {
    "GIT_AUTHOR_NAME": "staff",
    "GIT_AUTHOR_EMAIL": "staff@example.org",
    "GIT_COMMITTER_NAME": "staff",
    "GIT_COMMITTER_EMAIL": "staff@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "NO_MKDOCS_2_WARNING": "1",
}
SENTENCE = re.compile(r"^remote: (.*?) *$", re.MULTILINE)
PATIENCE = 300
"""Seconds after which a test gives up waiting: nothing here takes so long."""


def environment(day: str = DAY, **more: str) -> dict[str, str]:
    """This machine's environment, in which it is `day` and nobody in particular commits."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "BULLETIN_"))}
    return {**own, **NOBODY, "SOURCE_DATE_EPOCH": day, **more}


Done = subprocess.CompletedProcess[str]


def run(command: list[str], here: Path, told: Mapping[str, str]) -> Done:
    """What a program has said, on both channels together, and how it ended."""
    return subprocess.run(
        command,
        cwd=here,
        env=dict(told),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@dataclass(frozen=True)
class Staff:
    """A clone in which somebody edits."""

    folder: Path
    origin: Path

    def git(self, *words: str, day: str = DAY) -> str:
        """What git prints; it must not fail."""
        done = run(["git", *words], self.folder, environment(day))
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def put(self, file: str, text: str) -> None:
        """Write `text` into `file`, such as content/stations/jia.yml."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str = "an edit") -> str:
        """Commit everything; the commit."""
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def edit(self, file: str, text: str) -> str:
        """Write and commit; the commit."""
        self.put(file, text)
        return self.commit()

    def push(self, *words: str, day: str = DAY) -> Done:
        """Push as staff do, or as `words` say; what came back."""
        asked = words or ("HEAD:refs/heads/main",)
        return run(["git", "push", str(self.origin), *asked], self.folder, environment(day))

    def start_push(self, day: str = DAY) -> subprocess.Popen[str]:
        """A push that goes on, in a session of its own."""
        command = ["git", "push", str(self.origin), "HEAD:refs/heads/main"]
        return started(command, self.folder, environment(day))


@dataclass(frozen=True)
class Place:
    """A folder that `host init` has laid out, and clones beside it."""

    folder: Path
    beside: Path

    @property
    def repository(self) -> Path:
        """What staff push to."""
        return self.folder / "repo.git"

    def command(self, action: str, *words: str) -> list[str]:
        """`host ACTION DIR …`, by the engine of the host."""
        python = self.folder / "engine" / "newest" / "bin" / "python"
        return [str(python), "-I", "-m", "build_tools", "host", action, str(self.folder), *words]

    def host(self, action: str, *words: str, day: str = DAY, **more: str) -> Done:
        """Run one action."""
        return run(self.command(action, *words), self.beside, environment(day, **more))

    def start(self, action: str, *words: str, day: str = DAY) -> subprocess.Popen[str]:
        """The same, going on in a session of its own."""
        return started(self.command(action, *words), self.beside, environment(day))

    def status(self, day: str = DAY) -> dict[str, Any]:
        """What monitoring reads."""
        told: dict[str, Any] = json.loads(self.host("status", "--format", "json", day=day).stdout)
        return told

    def staff(self, name: str = "staff") -> Staff:
        """A clone of what was accepted so far."""
        folder = self.beside / name
        if not folder.exists():
            done = run(["git", "clone", "--quiet", str(self.repository), str(folder)], self.beside, environment())
            assert done.returncode == 0, done.stdout
        return Staff(folder, self.repository)

    def page(self, uri: str = "index.html") -> str:
        """A page as the public sees it."""
        return (self.folder / "current" / uri).read_text(encoding="utf-8")

    def shown(self) -> Path:
        """The release that the public sees."""
        return (self.folder / "current").resolve(strict=True)

    def commit_shown(self) -> str:
        """The commit of which it was made."""
        told: dict[str, str] = json.loads((self.shown() / ".release.json").read_text(encoding="utf-8"))
        return told["commit"]


def said(output: str) -> list[str]:
    """What the host has said to whoever pushed."""
    return SENTENCE.findall(output)


def started(command: list[str], here: Path, told: Mapping[str, str]) -> subprocess.Popen[str]:
    """A program that goes on, in a session of its own."""
    return subprocess.Popen(
        command,
        cwd=here,
        env=dict(told),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def new_host(folder: Path) -> Place:
    """What `python -m build_tools host init` makes of an empty folder."""
    done = run([sys.executable, "-m", "build_tools", "host", "init", str(folder / "host")], ROOT, environment())
    assert done.returncode == 0, done.stdout
    return Place(folder / "host", folder)


def another(place: Place, folder: Path) -> Place:
    """A host in `folder` like `place`: its engines are the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "--archive", "--link", f"{place.folder}/engine", str(folder / "engine")], check=True)
    host = folder / "host"
    shutil.copytree(place.folder, host, symlinks=True, ignore=shutil.ignore_patterns("engine"))
    (folder / "engine").rename(host / "engine")
    return Place(host, folder)


def sums(release: Path) -> dict[str, str]:
    """Path → checksum of each public file of `release`, the compressed ones included."""
    files = (path for path in sorted(release.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(release).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def insist_on_whole(place: Place) -> None:
    """What the public sees is one release, with each file as its manifest says."""
    release = place.shown()
    done = run(["sha256sum", "--check", "--quiet", ".manifest"], release, environment())
    assert done.returncode == 0, done.stdout
    listed = {line.split("  ", 1)[1] for line in (release / ".manifest").read_text(encoding="utf-8").splitlines()}
    assert {uri for uri in sums(release) if not uri.endswith((".br", ".gz"))} == listed
