"""Colours and their contrast: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH = 7.0
"""What WCAG calls enhanced contrast, for text of any size."""
STEPS = 100
"""In how many steps a colour is deepened or lightened."""


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue, each from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """The colour `#rrggbb` or `#rgb`; None for other text."""
        if not re.fullmatch(r"#([0-9a-f]{3}){1,2}", text.strip(), re.IGNORECASE):
            return None
        digits = text.strip().removeprefix("#")
        whole = digits if len(digits) == 6 else "".join(one * 2 for one in digits)
        return cls(*bytes.fromhex(whole))

    def __str__(self) -> str:
        """As stylesheets write it."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """From 0 for black to 1 for white."""
        parts = [one / 255 for one in (self.red, self.green, self.blue)]
        linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def mixed(self, other: Colour, part: float) -> Colour:
        """This colour with a `part` of `other` in it."""
        pairs = ((self.red, other.red), (self.green, other.green), (self.blue, other.blue))
        return Colour(*(round(own + (theirs - own) * part) for own, theirs in pairs))


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def contrast(one: Colour, other: Colour) -> float:
    """How well one can be read on the other, from 1 to 21."""
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


def worst(colour: Colour, others: Iterable[Colour]) -> tuple[float, Colour]:
    """The lowest contrast of `colour` with any of `others`, and with which."""
    return min(((contrast(colour, one), one) for one in others), key=lambda pair: pair[0])


def legible(colour: Colour, others: tuple[Colour, ...]) -> Colour:
    """`colour`, deepened or lightened no further than it takes to be read on, or under, all of `others`."""
    towards = BLACK if sum(one.luminance for one in others) > len(others) / 3 else WHITE
    tried = (colour.mixed(towards, step / STEPS) for step in range(STEPS + 1))
    return next(one for one in tried if worst(one, others)[0] >= ENOUGH)
