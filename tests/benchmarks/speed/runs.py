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
    memory: dict[tuple[str, str], int] = field(default_factory=dict)
    """Bytes at the peak."""


def measured(builders: Sequence[Builder], work: Path, stations: int, rounds: int, say: Callable[[str], None]) -> Runs:
    """Every step of every builder, `rounds` times for its time and once more for its memory."""
    runs = Runs()
    station = station_to_edit(stations)
    path = work / "content" / "stations" / f"{station}.yml"
    written = path.read_text(encoding="utf-8")
    for number in range(rounds + 1):
        text = written
        for step in STEPS:
            text = text if step == FULL else edited(text, step)
            say(f"{stations} stations, {f'round {number + 1}' if number < rounds else 'memory'}: {step}")
            for builder in builders:
                put(builder, step, station, text)
                take(runs, builder, step, memory=number == rounds)
        for builder in builders:
            builder.put_station(station, written)
    return runs


def put(builder: Builder, step: str, station: str, text: str) -> None:
    """Bring about what stands before the step: nothing built, or one file edited."""
    if step == FULL:
        builder.forget()
    else:
        builder.put_station(station, text)


def take(runs: Runs, builder: Builder, step: str, *, memory: bool) -> None:
    """Build once, and keep what it cost."""
    if not memory:
        runs.costs[builder.name, step].append(cost_of(builder.command, builder.environment, builder.folder))
    elif peak := peak_memory(builder.command, builder.environment, builder.folder):
        runs.memory[builder.name, step] = peak
