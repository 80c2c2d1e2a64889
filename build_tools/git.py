"""Git, asked by the doors what it keeps; every question is one that changes nothing."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = ("-c", "safe.directory=*", "-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")
"""Whoever owns the repository. But a folder of content that looks like one is none: its `config` could name a program."""


def answer(folder: Path, *words: str, given: bytes = b"") -> bytes | None:
    """What git, asked in `folder`, prints; None when there is no git or it says no."""
    command = ["git", *OPTIONS, "-C", str(folder), *words]
    try:
        asked = subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError:
        return None
    return asked.stdout if asked.returncode == 0 else None
