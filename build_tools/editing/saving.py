"""Several files written and removed as one change: all of it, or after a failure none."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from build_tools.records.files import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def save(content: Path, contents: Mapping[str, bytes], gone: Iterable[str]) -> None:
    """Put `contents`, by path inside `content`, into their files and remove those that are `gone`.

    `OSError` when that cannot be done; then every file is as it was.
    """
    gone = tuple(gone)
    before = {uri: kept(content / uri) for uri in (*contents, *gone)}
    staged: list[Path] = []
    try:
        for uri, new in contents.items():
            staged.append(beside(content / uri))
            stage(content / uri, new)
        for uri in contents:
            beside(content / uri).replace(content / uri)
        for uri in gone:
            (content / uri).unlink()
    except OSError:
        for uri, old in before.items():
            put_back(content / uri, old)
        raise
    finally:
        for path in staged:
            path.unlink(missing_ok=True)


def kept(path: Path) -> bytes | None:
    """What lies at `path`; None for nothing."""
    return path.read_bytes() if path.is_file() else None


def beside(path: Path) -> Path:
    """Where what is to lie at `path` is made ready."""
    return path.with_name(path.name + UNFINISHED)


def stage(path: Path, content: bytes) -> None:
    """Make ready what is to lie at `path`, so that it is sure to be on the disk."""
    with beside(path).open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, beside(path))


def put_back(path: Path, content: bytes | None) -> None:
    """Make `content` what lies at `path` again, if it is not."""
    if content is None:
        path.unlink(missing_ok=True)
    elif kept(path) != content:
        path.write_bytes(content)
