"""Runs in turn: every builder takes each step once before any takes the next, so that all meet the same weather."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.benchmarks.speed.edits import EDITS, edited, station_to_edit
from tests.benchmarks.speed.measure import Cost, cost_of, peak_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.benchmarks.speed.builders import Builder

FULL = "from nothing"
STEPS = (FULL, *EDITS)


@dataclass
class Runs:
    """What was measured of one size, by the builder's name and the step."""

    costs: dict[tuple[str, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    """A cost each round."""
    memory: dict[str, int] = field(default_factory=dict)
    """Bytes at the peak of a build from nothing, by the builder's name."""


def measured(builders: Sequence[Builder], work: Path, stations: int, rounds: int, say: Callable[[str], None]) -> Runs:
    """Every step of every builder, `rounds` times; what is built from nothing once more for its memory."""
    runs = Runs()
    station = station_to_edit(stations)
    written = (work / "content" / "stations" / f"{station}.yml").read_text(encoding="utf-8")
    for number in range(1, rounds + 1):
        text = written
        for step in STEPS:
            say(f"{stations} stations, round {number} of {rounds}: {step}")
            text = text if step == FULL else edited(text, step)
            for builder in builders:
                bring_about(builder, step, station, text)
                cost = cost_of(builder.command, builder.environment, builder.folder)
                runs.costs[builder.name, step].append(cost)
        for builder in builders:
            builder.put_station(station, written)
    say(f"{stations} stations: memory")
    for builder in builders:
        builder.forget()
        if peak := peak_memory(builder.command, builder.environment, builder.folder):
            runs.memory[builder.name] = peak
    return runs


def bring_about(builder: Builder, step: str, station: str, text: str) -> None:
    """Make things as they are before the step: nothing built, or one file edited."""
    if step == FULL:
        builder.forget()
    else:
        builder.put_station(station, text)
