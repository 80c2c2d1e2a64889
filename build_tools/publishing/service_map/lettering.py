"""Where names stand on the map: beside their mark, where nothing else is; what finds no room is left to the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from build_tools.publishing.service_map.frame import WIDTH

SIZE = 16
"""Units a Chinese sign."""
LONGEST = 10
"""Chinese signs of a name; the rest is told by the link's own name."""


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of the paper."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share anything."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def moved(self, down: float) -> Box:
        """The same box, so far further down."""
        return replace(self, top=self.top + down, bottom=self.bottom + down)


def around(x: int, y: int, radius: int) -> Box:
    """The box of a circle."""
    return Box(x - radius, y - radius, x + radius, y + radius)


@dataclass(frozen=True, slots=True)
class Lettering:
    """A name and where it stands."""

    text: str
    x: int
    y: int
    anchor: str
    """`start`, `middle` or `end`, as SVG calls it."""


class Paper:
    """What of the paper is taken."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep the room in `box` from letters."""
        self.taken.append(box)

    def letter(self, name: str, x: int, y: int, gap: int) -> Lettering | None:
        """The `name` of the mark at `x`, `y`, which reaches `gap` to all sides; None where it finds no room."""
        text = shortened(name)
        wide = width_of(text)
        places = (
            (x + gap + 4, y + 6, "start", x + gap + 4),
            (x - gap - 4, y + 6, "end", x - gap - 4 - wide),
            (x, y + gap + SIZE, "middle", x - wide / 2),
            (x, y - gap - 5, "middle", x - wide / 2),
        )
        for at, baseline, anchor, left in places:
            box = Box(left, baseline - SIZE + 2, left + wide, baseline + 4)
            if self.has_room(box):
                self.take(box)
                return Lettering(text, at, baseline, anchor)
        return None

    def has_room(self, box: Box) -> bool:
        """Whether `box` lies on the paper and nothing in it."""
        on_paper = box.left >= 2 and box.right <= WIDTH - 2 and box.top >= 2 and box.bottom <= self.height - 2
        return on_paper and not any(box.overlaps(other) for other in self.taken)


def shortened(name: str) -> str:
    """`name`, or its beginning when it is long."""
    if width_of(name) <= LONGEST * SIZE:
        return name
    kept = ""
    for sign in name:
        if width_of(kept + sign) > (LONGEST - 1) * SIZE:
            break
        kept += sign
    return kept + "…"


def width_of(text: str) -> float:
    """About how wide `text` is, in units."""
    return sum(SIZE if east_asian_width(sign) in "WFA" else SIZE * 0.6 for sign in text)
