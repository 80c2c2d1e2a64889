"""How an attempt to publish has ended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt has ended."""

    name: str
    """`published`, `unchanged`, `refused` or `failed`."""
    release: str = ""
    """What the public sees then."""
    phase: str = ""
    """The last one that began."""
    message: str = ""
    """What went wrong, in words."""
