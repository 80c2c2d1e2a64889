"""What open data cost beside the pages: `python -m tests.benchmarks.open_data [STATIONS]`, whole builds in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.generated import write_bulletin
from tests.sites import ROOT

STATIONS = 10_000
ROUNDS = 3
BAR = 2.0
PAGES_ONLY, EVERYTHING = "tests.benchmarks.pages_only", "mkdocs"


def main(stations: int) -> int:
    """Print both times and their ratio; 1 when everything costs more than the bar."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bulletin(folder / "content", stations)
        times: dict[str, list[float]] = {PAGES_ONLY: [], EVERYTHING: []}
        for _ in range(ROUNDS):
            for module, found in times.items():
                found.append(seconds(module, folder))
        ratios = [all_ / pages for pages, all_ in zip(*times.values(), strict=True)]
    pages, all_ = (median(found) for found in times.values())
    sys.stdout.write(
        f"{stations} stations: pages only {pages:.1f} s, everything {all_:.1f} s; "
        f"ratio {median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}), bar {BAR}\n"
    )
    return int(median(ratios) > BAR)


def seconds(module: str, folder: Path) -> float:
    """How long one build takes, from a folder without a site."""
    site = folder / "site"
    environment = {**os.environ, "BULLETIN_CONTENT": str(folder / "content"), "NO_MKDOCS_2_WARNING": "1"}
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", module, "build", "--quiet", "--clean", "--site-dir", str(site)],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else STATIONS))
