"""A folder in which nothing is → a repository that builds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.editing.named import RefusedError
from build_tools.scaffolding.first_content import first_files
from build_tools.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from build_tools.wording import Wording

FILES = Path(__file__).parent / "files"
OURS = "VERSION"
"""Stands in `files/` where the version of the engine is to stand."""
GIT = ".git"
"""All there is in a clone of a repository to which nobody has pushed."""


def lay_out(folder: Path, today: date, wording: Wording) -> None:
    """Fill `folder`, which may not be there yet, with a repository made on the day `today`; `RefusedError` if it holds anything."""
    if folder.exists() and (not folder.is_dir() or {one.name for one in folder.iterdir()} - {GIT}):
        raise RefusedError(wording.say("new.not_empty", folder=folder.as_posix()))
    for uri, text in ready_files():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    first_files(folder / "content", today, wording)


def ready_files() -> Iterator[tuple[Path, str]]:
    """Path and text of each file that is the same in every repository, the hidden ones too."""
    for path in sorted(FILES.rglob("*")):
        if path.is_file():
            yield path.relative_to(FILES), path.read_text(encoding="utf-8").replace(OURS, VERSION)
