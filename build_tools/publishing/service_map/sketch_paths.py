"""Street sketches → path data in tenths of a unit: what lies outside left out, and no more corners than one can see."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from build_tools.facts.coordinates import Point, wgs84_to_gcj02
from build_tools.publishing.service_map.frame import WIDTH
from build_tools.records.sketch import Form, SketchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.publishing.service_map.frame import Frame
    from build_tools.records.sketch import Feature, Path, Sketch

Corner = tuple[int, int]
"""In tenths of a unit from the upper left."""
BEYOND = 100
"""Tenths outside of the paper that a broad stroke still reaches in from."""
SEEN = 7
"""Tenths by which a line may be wrong."""
DRAWN = (
    (SketchKind.WATER, Form.AREA),
    (SketchKind.GREEN, Form.AREA),
    (SketchKind.WATER, Form.LINE),
    (SketchKind.GREEN, Form.LINE),
    (SketchKind.STREET, Form.AREA),
    (SketchKind.LANDMARK, Form.AREA),
    (SketchKind.LANDMARK, Form.LINE),
    (SketchKind.STREET, Form.LINE),
)
"""What lies below comes first."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """All lines or areas of one kind."""

    kind: str
    form: str
    path: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """A point with a name, in units."""

    x: int
    y: int
    name: str


def strokes_of(sketches: Iterable[Sketch], frame: Frame) -> list[Stroke]:
    """What `sketches` draw inside `frame`, from the bottom to the top."""
    features = [feature for sketch in sketches for feature in sketch.features]
    strokes = [
        Stroke(kind.code, form.code, path_of([one for one in features if (one.kind, one.form) == (kind, form)], frame))
        for kind, form in DRAWN
    ]
    return [stroke for stroke in strokes if stroke.path]


def landmarks_of(sketches: Iterable[Sketch], frame: Frame) -> list[Landmark]:
    """The points that `sketches` name inside `frame`."""
    points = (
        (feature.name, *frame.at(shown(path[0])))
        for sketch in sketches
        for feature in sketch.features
        if feature.form is Form.POINT and feature.name
        for path in feature.paths
    )
    return [Landmark(round(x), round(y), name) for name, x, y in points if 0 < x < WIDTH and 0 < y < frame.height]


def shown(position: tuple[float, float]) -> Point:
    """A `position` of a sketch as the map shows it."""
    return wgs84_to_gcj02(Point(*position))


def path_of(features: Sequence[Feature], frame: Frame) -> str:
    """The path data of `features`."""
    return "".join(
        drawn(corners, closed=feature.form is Form.AREA)
        for feature in features
        for path in feature.paths
        if (corners := corners_of(path, frame))
    )


def corners_of(path: Path, frame: Frame) -> list[Corner]:
    """The corners of `path` that one sees; nothing of a path outside of `frame`."""
    places = (frame.at(shown(position)) for position in path)
    corners = list(without_outer([(round(x * 10), round(y * 10)) for x, y in places], frame))
    if not corners or any(sides_all(corners, frame)):
        return []
    simple = simplified(corners)
    return simple if len(simple) > 1 else []


def sides(corner: Corner, frame: Frame) -> tuple[bool, ...]:
    """Beyond which edges of the paper `corner` lies: left, right, above, below."""
    x, y = corner
    return x < -BEYOND, x > WIDTH * 10 + BEYOND, y < -BEYOND, y > frame.height * 10 + BEYOND


def sides_all(corners: Iterable[Corner], frame: Frame) -> list[bool]:
    """Beyond which edges all `corners` lie."""
    return [all(beyond) for beyond in zip(*(sides(corner, frame) for corner in corners), strict=True)]


def without_outer(corners: Sequence[Corner], frame: Frame) -> Iterator[Corner]:
    """`corners` without those that lie beyond the same edge as the ones before and after: nothing of them is seen."""
    kept: Corner | None = None
    for place, corner in enumerate(corners):
        last = place + 1 == len(corners)
        if kept is None or last or not any(sides_all((kept, corner, corners[place + 1]), frame)):
            kept = corner
            yield corner


def simplified(corners: list[Corner]) -> list[Corner]:
    """`corners` without those that hardly bend the line; Douglas and Peucker, 1973."""
    kept, stretches = {0, len(corners) - 1}, [(0, len(corners) - 1)]
    while stretches:
        first, last = stretches.pop()
        between = range(first + 1, last)
        furthest = max(between, key=lambda at: away(corners[at], corners[first], corners[last]), default=None)
        if furthest is not None and away(corners[furthest], corners[first], corners[last]) > SEEN**2:
            kept.add(furthest)
            stretches += [(first, furthest), (furthest, last)]
    return [corners[at] for at in sorted(kept)]


def away(corner: Corner, first: Corner, last: Corner) -> float:
    """The square of how far `corner` lies from the stretch between `first` and `last`."""
    across, down = last[0] - first[0], last[1] - first[1]
    x, y = corner[0] - first[0], corner[1] - first[1]
    length = across * across + down * down
    along = min(1.0, max(0.0, (x * across + y * down) / length)) if length else 0.0
    return float((x - along * across) ** 2 + (y - along * down) ** 2)


def drawn(corners: Sequence[Corner], *, closed: bool) -> str:
    """Path data: from the first corner by steps to the last."""
    steps = [f"{x - from_x} {y - from_y}" for (from_x, from_y), (x, y) in pairwise(corners)]
    start = f"M{corners[0][0]} {corners[0][1]}l"
    return start + " ".join(steps).replace(" -", "-") + ("z" if closed else "")
