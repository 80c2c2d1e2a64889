"""What a host remembers: what was refused, and how the last attempt has ended."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from build_tools.hosting.files import replace_text

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.layout import Host

ANY = "*"
"""In place of an engine: every one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A commit that is not published by an engine, or by none at all."""

    commit: str
    engine: str
    why: str
    """`content`: its content has errors; `rollback`: somebody took it back."""
    at: str


class Refusals:
    """The file of all that is refused, one a line."""

    def __init__(self, host: Host) -> None:
        self.path: Path = host.state / "refused"
        self.all = read_refused(self.path)

    def holds(self, commit: str, engine: str) -> bool:
        """Whether `engine` may not publish `commit`."""
        return any(one.commit == commit and one.engine in (engine, ANY) for one in self.all)

    def add(self, refused: Refused) -> None:
        """Remember one more."""
        self.all = [*self.all, refused]
        replace_text(self.path, "".join(json.dumps(asdict(one)) + "\n" for one in self.all))


def read_refused(path: Path) -> list[Refused]:
    """What the file at `path` says; nothing when there is none."""
    if not path.exists():
        return []
    return [Refused(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def read_status(host: Host) -> dict[str, Any]:
    """How the last attempt ended; empty before the first, and when somebody has spoilt the file: it is only told of."""
    try:
        told = json.loads((host.state / "status.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def write_status(host: Host, status: dict[str, Any]) -> None:
    """Put `status` where monitoring reads it."""
    replace_text(host.state / "status.json", json.dumps(status, ensure_ascii=False, indent=1) + "\n")
