"""How long a push takes until the public sees it: `python -m tests.benchmarks.pushing [STATIONS]`, nothing else going on.

A host with a thousand generated stations; each push changes a sentence or the opening hours of one of them. Beside the whole
time stands that of the same edit built without a host, in the same run: what the host itself costs is their difference.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from tests.generated import write_bulletin
from tests.hosting.hosts import environment, new_host, started
from tests.sites import environment as build_environment

if TYPE_CHECKING:
    from tests.hosting.hosts import Place, Staff

STATIONS, PUSHES = 1000, 5
BAR = 3.0
"""Seconds from `git push` until it has returned, when the public sees the edit; two cores."""


def filled(folder: Path, stations: int) -> tuple[Place, Staff]:
    """A host on which so many `stations` are live, and a clone."""
    place = new_host(folder)
    staff = place.staff()
    write_bulletin(staff.folder / "content", stations)
    staff.commit("first")
    pushed = staff.push()
    if pushed.returncode:
        sys.exit(pushed.stdout)
    return place, staff


def edit(staff: Staff, number: int) -> None:
    """Commit another sentence of one station."""
    path = staff.folder / "content" / "stations" / f"station-{number}.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"一句话: 第{number}次修改\n" if line.startswith("一句话:") else line for line in lines]
    path.write_text("".join(changed), encoding="utf-8")
    staff.commit(f"edit {number}")


def timed_push(staff: Staff) -> list[tuple[float, str]]:
    """Seconds since `git push` was called at which each line came back; the last one is its end."""
    began = perf_counter()
    with started(["git", "push", str(staff.origin), "HEAD:refs/heads/main"], staff.folder, environment()) as process:
        if process.stdout is None:
            raise AssertionError
        told = [(perf_counter() - began, line.strip().removeprefix("remote: ")) for line in process.stdout]
    if process.returncode:
        sys.exit("\n".join(line for _, line in told))
    return [*told, (perf_counter() - began, "end")]


def built(staff: Staff, site: Path) -> float:
    """Seconds of a build without a host."""
    variables = build_environment(staff.folder / "content")
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # the host's engine is compiled once, too
    began = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
        env=variables,
        check=True,
    )
    return perf_counter() - began


def main(stations: int) -> None:
    """Print the table, and whether the bar is met."""
    with TemporaryDirectory(prefix="pushing-") as scratch:
        place, staff = filled(Path(scratch), stations)
        site = Path(scratch) / "site"
        built(staff, site)
        pushes, builds = [], []
        for number in range(1, PUSHES + 1):
            edit(staff, number)
            told = timed_push(staff)
            pushes.append(told[-1][0])
            builds.append(built(staff, site))
        if not place.status()["healthy"]:
            sys.exit("the host is not well")
    for moment, line in told:
        print(f"{moment:6.2f}  {line}")
    whole, alone = median(pushes), median(builds)
    print(f"push to live {whole:.2f} s (bar {BAR:g} s), {whole / alone:.2f} times the build alone ({alone:.2f} s)")
    sys.exit(whole > BAR)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else STATIONS)
