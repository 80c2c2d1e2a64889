"""What has happened, a line each, for whoever asks later; of what goes on happening, only that it has begun."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from build_tools.hosting.clock import china_time

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.layout import Host

LONGEST = 1 << 20
"""Bytes, after which another file is begun; there are two at most."""


def note(host: Host, moment: float, words: str) -> None:
    """Add `words`, all on one line, unless the last line says the same; a full disk keeps nobody from going on."""
    line = " ".join(words.split())
    with suppress(OSError):
        if last_words(host.log) != line:
            if host.log.exists() and host.log.stat().st_size > LONGEST:
                host.log.replace(host.log.with_suffix(".old"))
            with host.log.open("a", encoding="utf-8") as file:
                file.write(f"{china_time(moment)} {line}\n")


def last_words(path: Path) -> str:
    """What the last line of the file at `path` says, without its time; nothing where there is none."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - (1 << 16)))
        last = file.read().decode(errors="replace").rstrip("\n").rpartition("\n")[2]
    return last.partition(" ")[2]
