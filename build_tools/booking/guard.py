"""Where a private file lies: never where it is published, and never where git takes it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.git import answer

if TYPE_CHECKING:
    from pathlib import Path


def is_published(private: Path, content: Path) -> bool:
    """Whether `private` lies in the folder `content`, by its own path or by the one it links to."""
    inside = content.resolve()
    return private.absolute().is_relative_to(content.absolute()) or private.resolve().is_relative_to(inside)


def is_tracked(private: Path) -> bool:
    """Whether git keeps `private`; also when only its link or its target is kept."""
    asking = ("--literal-pathspecs", "ls-files", "--error-unmatch", "--")
    return any(asked(path, *asking, path.name) for path in (private, private.resolve()))


def is_exposed(private: Path) -> bool:
    """Whether `private` lies in a repository that does not ignore it, so that `git add` would take it."""
    path = private.resolve()
    return asked(path, "rev-parse", "--is-inside-work-tree") and not asked(path, "check-ignore", "-q", "--", path.name)


def asked(path: Path, *words: str) -> bool:
    """Whether git, asked in the folder of `path`, says yes; without git nothing is kept by it."""
    return answer(path.parent, *words) is not None
