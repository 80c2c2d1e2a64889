"""The steps of the host commands, each named on standard output as it begins."""

from __future__ import annotations

import os
import sys


class Phases:
    """Says which phase has begun, and remembers the last one; whoever has hung up meanwhile is not missed."""

    def __init__(self) -> None:
        self.last = ""

    def begin(self, name: str) -> None:
        """`phase: NAME`."""
        self.last = name
        self.say(f"phase: {name}")

    def say(self, line: str) -> None:
        """One line; after nobody listens any more, none."""
        try:
            print(line, flush=True)
        except OSError:
            # a pusher who has gone must not end what the push has begun
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
