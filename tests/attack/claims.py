"""What a publication claims, and what the attacker found: plain values."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace


class Kind(enum.Enum):
    """What sort of figure a claim carries."""

    COUNT = "count"
    """Cases of a period of one stream, or of a wider scope: `Claim.low` equals `Claim.high`."""
    SMALL = "small"
    """A cell that says only that it is below a threshold, `Claim.high` + 1, and not zero."""
    WAITING = "waiting"
    """A period whose sum has always been below `Claim.high` + 1."""
    HIDDEN = "hidden"
    """A cell that says nothing at all."""
    BOOKED = "booked"
    """A total that says it adds published batches only."""
    DRAWN = "drawn"
    """A bar that does not say what its number says."""
    RATE = "rate"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which stations, categories and months a figure is about; `None` means all, or not said."""

    stations: frozenset[str] | None = None
    categories: frozenset[str] | None = None
    first: int | None = None
    last: int | None = None

    def within(self, outer: Scope) -> Scope:
        """This scope, with what it leaves open taken from `outer`."""
        months = (self.first, self.last) if self.last is not None else (outer.first, outer.last)
        return Scope(
            outer.stations if self.stations is None else self.stations,
            outer.categories if self.categories is None else self.categories,
            *months,
        )

    def has(self, station: str, category: str) -> bool:
        """Whether the stream of `category` at `station` belongs to it."""
        return (self.stations is None or station in self.stations) and (
            self.categories is None or category in self.categories
        )

    @property
    def stream(self) -> tuple[str, str] | None:
        """Station and category if it is about one stream."""
        if self.stations is None or self.categories is None or len(self.stations) != 1 or len(self.categories) != 1:
            return None
        return next(iter(self.stations)), next(iter(self.categories))


@dataclass(frozen=True, slots=True)
class Claim:
    """One published figure."""

    kind: Kind
    scope: Scope
    low: int = 0
    high: int = 0
    text: str = ""
    where: str = field(default="", compare=False)
    loose: bool = False
    """Taken from running text, where the scope may be another than it seems."""

    def about(self, scope: Scope) -> Claim:
        """The same figure about `scope`."""
        return replace(self, scope=scope)


@dataclass(frozen=True, slots=True)
class Merged:
    """A category that a station counts no longer."""

    station: str
    old: str
    since: int
    into: str
    inherited: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that one site folder claims."""

    name: str
    claims: tuple[Claim, ...]
    merged: tuple[Merged, ...]
    through: int
    """The last month it speaks of."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that should not be known."""

    station: str
    category: str
    months: str
    value: str
    """The number, a range `1–2`, or empty when only the leak is certain."""
    how: str
    what: str = "件数"

    def __str__(self) -> str:
        return "\t".join((self.station, self.category, self.months, self.what, self.value or "?", self.how))
