"""Which content the files belong to that somebody names on the command line, and where in it they lie."""

from __future__ import annotations

import os
from pathlib import Path


def usual_content() -> Path:
    """The folder that `mkdocs.yml` takes as well."""
    return Path(os.environ.get("BULLETIN_CONTENT") or "content")


def content_of(file: Path) -> Path:
    """The content folder that `file` is or lies in; the usual one for a file elsewhere."""
    path = normal(file)
    return next((folder for folder in (path, *path.parents) if (folder / "site.yml").is_file()), usual_content())


def as_seen(content: Path) -> Path:
    """`content` as one would name it from here."""
    here = Path.cwd()
    return content.relative_to(here) if content.is_absolute() and content.is_relative_to(here) else content


def uri_of(file: Path, content: Path) -> str | None:
    """The path of `file` inside `content`, `.` for the folder itself; None for a file elsewhere."""
    path, folder = normal(file), content.resolve()
    path = path.parent.resolve() / path.name
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else None


def normal(file: Path) -> Path:
    """The whole path of `file`; of a link it is the link's own."""
    return Path(os.path.abspath(file))  # noqa: PTH100 — pathlib would follow links, or leave `..` where it is
