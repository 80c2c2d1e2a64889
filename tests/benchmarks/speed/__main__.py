"""The command: builds of several sizes by several builders, in turn; prints tables and bars and writes BENCHMARKS.md.

For each size: a bulletin is generated; each builder builds it from nothing, again after a station's text was edited, and
again after its hours were; of 1,000 stations, a server shows edits. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.speed import benchmarks_file, kinds
from tests.benchmarks.speed.bars import FEWER, Bar, all_bars, bars_table
from tests.benchmarks.speed.builders import (
    EVERYTHING,
    HUGO,
    MKDOCS,
    NAMES,
    PAGES,
    TOO_MANY_FOR_MKDOCS,
    Builder,
    builder,
)
from tests.benchmarks.speed.report import Measured, size_table, table
from tests.benchmarks.speed.runs import measured
from tests.benchmarks.speed.serving import waits
from tests.benchmarks.speed.stages import CHECKING, READING, YARDSTICK
from tests.generated import write_bulletin
from tests.sites import ROOT

SIZES = (2, 100, 1_000, 10_000)
ROUNDS = 3


def main() -> int:
    """Measure, print and write; 1 when a bar is missed."""
    options = arguments()
    sizes: dict[int, Measured] = {}
    waiting: list[float] = []
    for stations in options.stations:
        with tempfile.TemporaryDirectory() as name:
            sizes[stations] = one_size(Path(name), stations, options.builders, options.rounds)
            if stations == FEWER and EVERYTHING in map(NAMES.get, options.builders):
                say(f"{stations} stations: a server")
                waiting = waits(Path(name) / "content", stations)
            seconds = stages_of(Path(name) / "content")
        sys.stdout.write(size_table(sizes[stations]) + "\n")
    bars = all_bars(sizes, (seconds[READING] + seconds[CHECKING]) / seconds[YARDSTICK], waiting)
    parts = [*map(size_table, sizes.values()), bars_section(bars), stages_section(seconds, max(options.stations))]
    sys.stdout.write("\n".join(parts[-2:]) + "\n")
    if not options.print_only:
        benchmarks_file.write("\n".join([benchmarks_file.circumstances(options.rounds), "", *parts]))
    return int(any(bar.verdict == "NOT MET" for bar in bars))


def arguments() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("--stations", type=numbers, default=SIZES, help="sizes, with commas between: 2,100,1000,10000")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--builders", type=names, default=tuple(NAMES), help=",".join(NAMES))
    parser.add_argument("--print-only", action="store_true", help="leave BENCHMARKS.md as it is")
    return parser.parse_args()


def numbers(text: str) -> tuple[int, ...]:
    """Numbers between commas, the least first."""
    return tuple(sorted(map(int, text.split(","))))


def names(text: str) -> tuple[str, ...]:
    """Builders between commas."""
    found = tuple(text.split(","))
    if unknown := set(found) - set(NAMES):
        raise argparse.ArgumentTypeError(f"no builder is called {', '.join(sorted(unknown))}")
    return found


def one_size(work: Path, stations: int, wanted: tuple[str, ...], rounds: int) -> Measured:
    """Everything about a bulletin of so many `stations`, made in the empty folder `work`."""
    write_bulletin(work / "content", stations)
    ready = [builder(NAMES[name], work) for name in wanted if NAMES[name] != MKDOCS or stations < TOO_MANY_FOR_MKDOCS]
    made = {one.name: one for one in ready}
    ours, hugo = pages_of(made.get(PAGES), "site"), pages_of(made.get(HUGO), "")  # of what nobody has edited yet
    runs = measured(ready, work, stations, rounds, say)
    return Measured(stations, runs, ours or pages_of(made.get(PAGES), "site"), hugo)


def pages_of(made: Builder | None, folder: str) -> dict[str, kinds.Size]:
    """Kind → number and size of the pages that a builder has left."""
    return dict(kinds.sizes(made.made / folder)) if made else {}


def stages_of(content: Path) -> dict[str, float]:
    """Seconds by stage, measured in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.speed.stages", str(content)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def bars_section(bars: list[Bar]) -> str:
    """The bars under their heading."""
    return f"### Bars\n\n{bars_table(bars)}\n"


def stages_section(seconds: dict[str, float], stations: int) -> str:
    """The stages of one of our builds, each with its share."""
    whole = sum(taken for stage, taken in seconds.items() if stage != YARDSTICK)
    rows = [(stage, f"{taken:.2f}", f"{taken / whole:.1%}") for stage, taken in seconds.items()]
    head = ("stage", "CPU s", "of all")
    return f"### Where the time of one build of {stations:,} stations goes (one process)\n\n{table([head, *rows])}"


def say(line: str) -> None:
    """Tell how far it has come: ten thousand stations take a while."""
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
