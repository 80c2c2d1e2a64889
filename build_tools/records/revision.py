"""How stations stood before a day and after it, as far as that may be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from build_tools.records.station import Station


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One station before a day that changed its file, and after it."""

    day: date
    station: str
    """Its id today, or the last one it had."""
    before: Station | None
    """None where it was not there."""
    after: Station | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The days of which it is known what they changed."""

    first: date
    revisions: tuple[Revision, ...] = ()
    """The latest first."""
    whole: bool = True
    """Whether these are all of them, and not only the latest."""
