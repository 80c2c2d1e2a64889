"""How far a long command is: a bar on a terminal, a line now and then elsewhere, nothing while it takes no time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NoReturn, TextIO

from tqdm import tqdm

if TYPE_CHECKING:
    from build_tools.wording import Wording
    from build_tools.workers import Watch

PATIENCE = 2.0
"""Seconds after which one wants to know."""
EVERY = 10.0
"""Seconds between two lines in a log."""
SHAPE = "{desc} {percentage:3.0f}% |{bar}| {remaining}"


def watch_on(stream: TextIO, wording: Wording) -> Watch:
    """Tells `stream` how far each stage is, in the words of `wording`."""
    return Bar(stream, wording) if stream.isatty() else Lines(stream, wording)


class Bar:
    """A bar on a terminal, gone when the stage is done."""

    tqdm.monitor_interval = 0  # its thread would be in the way of processes that are forked

    def __init__(self, stream: TextIO, wording: Wording) -> None:
        self.stream = stream
        self.wording = wording
        self.bars: dict[str, tqdm[NoReturn]] = {}
        """The one that is seen now, by its stage."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that of `stage` `done` of `total` parts are done."""
        if stage not in self.bars:
            name = self.wording.say(f"progress.{stage}")
            self.bars[stage] = tqdm(
                total=total, desc=name, delay=PATIENCE, leave=False, file=self.stream, bar_format=SHAPE
            )
        bar = self.bars[stage]
        bar.update(done - bar.n)
        if done == total:
            self.bars.pop(stage).close()


class Lines:
    """A line after two seconds, then every ten."""

    def __init__(self, stream: TextIO, wording: Wording) -> None:
        self.stream = stream
        self.wording = wording
        self.stage = ""
        self.due = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that of `stage` `done` of `total` parts are done, if it is time for a line."""
        now = time.monotonic()
        if stage != self.stage:
            self.stage, self.due = stage, now + PATIENCE
        if now >= self.due:
            percent = 100 * done // total
            line = self.wording.say("progress.line", stage=self.wording.say(f"progress.{stage}"), percent=percent)
            self.stream.write(f"{line}\n")
            self.due = now + EVERY
