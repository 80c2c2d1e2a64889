"""Our wheel, made from what git keeps, and environments in which it is installed as a district installs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_tools.hosting.libraries import furnish
from build_tools.version import VERSION
from tests.sites import DAY, ROOT

TRACKED = (
    "build_tools",
    "hooks",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "THIRD_PARTY_NOTICES.txt",
    "requirements.lock",
)
OTHER_VERSION = "99.0.0"
PATIENCE = 600
"""Seconds after which a test gives up waiting: nothing here takes so long."""


def tracked(*paths: str) -> list[str]:
    """The files that git keeps under `paths`."""
    listed = subprocess.run(["git", "ls-files", "-z", *paths], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for path in listed.stdout.split("\0") if path]


def wheel_of(folder: Path, version: str = VERSION) -> Path:
    """A wheel of what git keeps, in a `folder` of its own: what an earlier build has left beside it is in none."""
    sources = folder / "sources"
    copy_tracked(sources, *TRACKED)
    named = sources / "build_tools" / "version.py"
    named.write_text(named.read_text(encoding="utf-8").replace(VERSION, version), encoding="utf-8")
    run([sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(folder), str(sources)], folder)
    return next(folder.glob("*.whl"))


def copy_tracked(folder: Path, *paths: str) -> None:
    """Copy what git keeps under `paths` into `folder`."""
    for path in tracked(*paths):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, folder / path)


def run(command: list[str], folder: Path, **more: str) -> str:
    """What `command`, run in `folder` as on a district's computer, prints; it must not fail."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=outside(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def outside(**more: str) -> dict[str, str]:
    """This machine's environment without anything of this working copy, on a fixed day; `python` is this one."""
    mine = ("GIT_", "BULLETIN_", "PYTHON", "VIRTUAL_ENV")
    own = {key: value for key, value in os.environ.items() if not key.startswith(mine)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    fixed = {"PATH": path, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    return {**own, **fixed, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **more}


def run_lines(lines: list[str], folder: Path, **more: str) -> str:
    """What a shell prints that runs `lines` as they stand; our libraries lie ready in each environment that it makes."""
    said = ""
    for line in lines:
        said += run(["bash", "-e", "-c", line], folder, **more)
        if line.endswith(" -m venv .venv"):
            furnished(folder)
    return said


def furnished(folder: Path) -> None:
    """Put our libraries into the environment in `folder`, where pip then finds that they are there."""
    furnish(folder / ".venv" / "bin" / "python", ROOT / "requirements.lock")
