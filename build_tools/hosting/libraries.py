"""The libraries of an engine: exactly those of its lock, from this environment where it has them, from the index otherwise."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.engines import die_with_parent
from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from collections.abc import Iterator

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<only> *;)?", re.MULTILINE)


def furnish(python: Path, lock: Path) -> None:
    """Give the empty environment of `python` the libraries that `lock` names."""
    there = those_of(lock)
    if there is None:
        download(python, lock)
    else:
        packages = packages_of(python)
        for one in there:
            copy(one, packages)


def those_of(lock: Path) -> list[Distribution] | None:
    """What `lock` names, as this environment has it; None when it lacks something or has another version.

    What `lock` names for some systems only, and is not here, is not for this one: this environment was made from a lock too.
    """
    here = {usual(one.name): one for one in distributions()}
    wanted: dict[str, set[str]] = {}
    optional = set()
    for pin in PINNED.finditer(lock.read_text(encoding="utf-8")):
        wanted.setdefault(usual(pin["name"]), set()).add(pin["version"])
        if pin["only"]:
            optional.add(usual(pin["name"]))
    if any(name in here and here[name].version not in versions for name, versions in wanted.items()):
        return None
    if any(name not in here and name not in optional for name in wanted):
        return None
    return [here[name] for name in wanted if name in here]


def usual(name: str) -> str:
    """`name` of a library as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def packages_of(python: Path) -> Path:
    """The folder for libraries of the environment of `python`."""
    (folder,) = python.parent.parent.glob("lib/python3*/site-packages")
    return folder


def copy(one: Distribution, packages: Path) -> None:
    """Give every file of a library a place in the folder `packages`; what lies outside of it are commands, which nobody calls.

    Whoever installs libraries replaces files and does not write over them, so one file may have a name in both places.
    """
    folders: set[Path] = set()
    for source, path in inside(one):
        target = packages / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        try:
            os.link(source, target)
        except FileExistsError:  # two libraries share a package's folder
            continue
        except OSError:  # another filesystem, or somebody else's file
            shutil.copyfile(source, target)


def inside(one: Distribution) -> Iterator[tuple[Path, Path]]:
    """Each file of a library that lies among libraries: where it is, and its path there."""
    for file in one.files or ():
        source = Path(str(file.locate()))
        if ".." not in file.parts and not file.is_absolute() and source.is_file():
            yield source, Path(*file.parts)


def download(python: Path, lock: Path) -> None:
    """Have pip fetch what `lock` names, each with its checksum; `HostError` with what pip says when it cannot."""
    for words in (
        ("ensurepip", "--default-pip"),
        ("pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement", str(lock)),
    ):
        done = subprocess.run(
            [str(python), "-I", "-m", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            preexec_fn=die_with_parent,
        )
        if done.returncode:
            raise HostError("no_libraries", said=done.stdout.decode(errors="replace").strip()[-2000:])
