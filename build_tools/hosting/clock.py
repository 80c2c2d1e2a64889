"""What the door has read from the clock, and how a moment is written for people in China."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

CHINA = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Now:
    """What nobody below the door asks for."""

    moment: int
    """Seconds since 1970."""
    day: str
    """In China, 2026-11-21."""
    limit: float
    """Seconds that a build may take."""


def china_time(moment: float) -> str:
    """`moment`, in seconds since 1970, on a clock in China: 2026-11-21T09:30:00+08:00."""
    return (datetime.fromtimestamp(moment, UTC) + CHINA).strftime("%Y-%m-%dT%H:%M:%S+08:00")
