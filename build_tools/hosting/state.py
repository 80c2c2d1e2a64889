"""What a host remembers: what was refused, and how the last attempt has ended."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from build_tools.hosting.files import replace_text
from build_tools.hosting.outcome import OUTCOMES
from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.layout import Host

ANY = "*"
"""In place of a commit or of an engine: every one."""
REASONS = ("content", "rollback")
"""Its content has errors; somebody took it back."""
LAST = ("at", "outcome", "phase", "message")
"""What is remembered of an attempt; all of it text."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A commit that is not published by an engine or by none at all; or an engine that publishes none."""

    commit: str
    engine: str
    why: str
    """One of `REASONS`."""
    at: str


class Refusals:
    """The file of all that is refused, one a line."""

    def __init__(self, host: Host) -> None:
        self.path: Path = host.state / "refused"
        self.all = read_refused(self.path)

    def holds(self, commit: str, engine: str) -> bool:
        """Whether `engine` may not publish `commit`."""
        return any(one.commit in (commit, ANY) and one.engine in (engine, ANY) for one in self.all)

    def of(self, commit: str) -> list[Refused]:
        """What keeps `commit` from being published by every engine there is."""
        return [one for one in self.all if one.commit in (commit, ANY)]

    def add(self, *refused: Refused) -> None:
        """Remember some more, in one step."""
        self.all = [*self.all, *refused]
        replace_text(self.path, "".join(json.dumps(asdict(one)) + "\n" for one in self.all))


def read_refused(path: Path) -> list[Refused]:
    """What the file at `path` says; nothing when there is none.

    `HostError` when somebody has spoilt it: what was taken back must not come back because nobody can read that it was.
    """
    if not path.exists():
        return []
    lines = path.read_bytes().splitlines() or [b""]  # nobody writes an empty one
    return [refused_in(line, place, path) for place, line in enumerate(lines, start=1)]


def refused_in(line: bytes, place: int, path: Path) -> Refused:
    """One line of the file at `path`; `HostError` unless it is whole."""
    try:
        found = Refused(**json.loads(line))
    except (ValueError, TypeError):
        raise HostError("refused_spoilt", file=path, line=place) from None
    if found.why not in REASONS or not all(isinstance(one, str) for one in asdict(found).values()):
        raise HostError("refused_spoilt", file=path, line=place)
    return found


def read_status(host: Host) -> dict[str, Any]:
    """How the last attempt ended: `LAST`; empty before the first, and when somebody has spoilt the file: it is only told of."""
    try:
        told = json.loads((host.state / "status.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    whole = isinstance(told, dict) and all(isinstance(told.get(key), str) for key in LAST)
    return told if whole and told["outcome"] in OUTCOMES else {}


def write_status(host: Host, status: dict[str, Any]) -> None:
    """Put `status` where monitoring reads it."""
    replace_text(host.state / "status.json", json.dumps(status, ensure_ascii=False, indent=1) + "\n")
