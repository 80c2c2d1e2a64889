"""BENCHMARKS.md: what was measured stands between two marks, and is written anew; what people have noted stays."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.sites import ROOT

FILE = ROOT / "BENCHMARKS.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
EMPTY = f"""# Benchmarks

`make bench` writes what stands between the marks; notes below them are written by hand. Every builder gets the same
generated bulletin and builds it in turn with the others; times are medians, ratios those of pairs. Hugo builds pages equal to
ours: `tests/benchmarks/speed/hugo_site.py` says how.

{BEGIN}
{END}

## What was tried and what it gave
"""


def renewed(text: str, measured: str) -> str:
    """The file `text` with what was `measured` between its marks; a file without marks begins anew."""
    before, begin, rest = (text if BEGIN in text and END in text else EMPTY).partition(BEGIN)
    return f"{before}{begin}\n\n{measured}\n\n{END}{rest.partition(END)[2]}"


def write(measured: str) -> None:
    """Put what was `measured` into the file."""
    text = FILE.read_text(encoding="utf-8") if FILE.exists() else EMPTY
    FILE.write_text(renewed(text, measured), encoding="utf-8", newline="\n")


def circumstances(rounds: int) -> str:
    """When, of what and on what kind of machine was measured; nothing that names the machine."""
    day = datetime.now(UTC).date()
    return (
        f"{day}, commit {commit()}, median of {rounds} rounds. {os.cpu_count()} cores ({processor()}), "
        f"Python {platform.python_version()}, {platform.system()} {platform.release().partition('-')[0]}."
    )


def processor() -> str:
    """The model of the processor, as far as the system tells."""
    told = Path("/proc/cpuinfo")
    found = (
        re.search(r"^model name\s*: (.*)$", told.read_text(encoding="utf-8"), re.MULTILINE) if told.exists() else None
    )
    return found[1] if found else platform.machine()


def commit() -> str:
    """The commit that is checked out, and whether files differ from it."""
    asked = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"
