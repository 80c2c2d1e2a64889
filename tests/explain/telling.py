"""`explain`, run on one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.forked import Done, command

DAY = "1795305600"


def run(*arguments: object) -> Done:
    """`python -m build_tools explain` on 2026-11-22 in China, from a folder that has nothing to do with it."""
    return command("explain", *arguments, day=DAY, folder=Path("/"))


def told(file: Path, first: str, last: str) -> dict[str, Any]:
    """What the JSON says of each schedule in `file`."""
    done = run(file, "--from", first, "--to", last, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return {entry["what"]: entry for entry in json.loads(done.stdout)}
