"""How an attempt to publish has ended."""

from __future__ import annotations

from dataclasses import dataclass

OUTCOMES = ("published", "unchanged", "held", "refused", "failed", "empty")
"""`held`: the newest commit had been refused before; `empty`: nobody has pushed yet."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt has ended."""

    name: str
    """One of `OUTCOMES`."""
    release: str = ""
    """What the public sees then; empty for nothing."""
    phase: str = ""
    """The last one that began."""
    message: str = ""
    """What went wrong, in words."""
