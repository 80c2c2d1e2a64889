"""Files written and removed as one change: all of it, or after a failure none; each file is the old or the new at any time."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

READY = ".new"
"""Ends the name of what is to lie there; such a file stays only when somebody pulled the plug."""
COPY = ".old"
"""Ends the name of what lay there; it stays, too, when that could not be put back."""


def save(folder: Path, contents: Mapping[str, bytes], gone: Iterable[str] = (), *, ready: str = READY) -> None:
    """Put `contents`, by path inside `folder`, into their files and remove those that are `gone`; rights stay.

    When that fails, or somebody breaks it off, every file is as it was. After a power cut each is whole, and what was to
    take the place of one may lie beside it, with a name that ends with `ready`.
    """
    new = {folder / uri: text for uri, text in contents.items()}
    leaving = [folder / uri for uri in gone]
    staged: list[Path] = []
    try:
        for path, text in new.items():
            stage(path, ready, text)
            staged.append(path)
        with or_as_before([*new, *leaving]):
            for path in new:
                beside(path, ready).replace(path)
            for path in leaving:
                path.unlink()
    except BaseException:
        clear(staged, ready)
        raise


@contextmanager
def or_as_before(paths: Sequence[Path]) -> Iterator[None]:
    """What is done meanwhile with the files at `paths` is undone when it fails; the room for that is taken beforehand."""
    if len(paths) < 2:  # a single step is done or not, and there is nothing to undo
        yield
        return
    old: list[Path] = []
    try:
        for path in filter(Path.is_file, paths):
            stage(path, COPY, path.read_bytes())
            old.append(path)
    except BaseException:
        clear(old, COPY)
        raise
    try:
        yield
    except BaseException:
        for path in paths:
            with suppress(OSError):
                put_back(path, path in old)
        raise
    clear(old, COPY)


def put_back(path: Path, was_there: bool) -> None:
    """Make the copy what lies at `path` again, or nothing if nothing `was_there`."""
    if was_there:
        beside(path, COPY).replace(path)
    else:
        path.unlink(missing_ok=True)


def beside(path: Path, ending: str) -> Path:
    """The file beside `path` whose name ends with `ending`, too."""
    return path.with_name(path.name + ending)


def stage(path: Path, ending: str, content: bytes) -> None:
    """Write `content` beside `path`, with its rights, so that it is sure to be on the disk; `OSError` where a file lies there."""
    draft = beside(path, ending)
    with draft.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, draft)
        except BaseException:
            draft.unlink()
            raise


def clear(paths: Iterable[Path], ending: str) -> None:
    """Remove what was written beside `paths`; a file that stays is told by `check`."""
    for path in paths:
        with suppress(OSError):
            beside(path, ending).unlink()
