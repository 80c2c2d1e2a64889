"""A file of `content/map/`: GeoJSON (RFC 7946) → a `Sketch`, with every feature that may not be drawn as a problem."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.pasted import pasted_into
from build_tools.reading.single import checked_text, member_of
from build_tools.reading.tree import Scalar
from build_tools.records.sketch import Feature, Form, Path, Sketch, SketchKind

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_POINTS = 20_000
BORDERS = frozenset(("admin_level", "boundary"))
"""What maps say of borders, which only an approved map may show."""
FORMS = {
    "Point": (Form.POINT, 0),
    "LineString": (Form.LINE, 1),
    "MultiLineString": (Form.LINE, 2),
    "Polygon": (Form.AREA, 2),
    "MultiPolygon": (Form.AREA, 3),
}
"""Geometry → how it is drawn, and how many lists its positions lie in."""
FIRST, SECOND = "[112.598, 26.943]", "[112.599, 26.944]"
LINE, RING = f"[{FIRST}, {SECOND}]", f"[{FIRST}, {SECOND}, [112.6, 26.943], {FIRST}]"
EXAMPLES = {
    "Point": FIRST,
    "LineString": LINE,
    "MultiLineString": f"[{LINE}]",
    "Polygon": f"[{RING}]",
    "MultiPolygon": f"[[{RING}]]",
}
"""Geometry → coordinates as they are written in it."""
WEST, EAST, SOUTH, NORTH = 73, 136, 3, 54
"""Outside of these degrees nothing of China lies."""


class Refused(Unreadable):
    """`Unreadable`, with the path to it."""

    def __init__(self, code: str, path: str, **words: object) -> None:
        super().__init__(code, **words)
        self.path = path


def read_sketch(id: str, uri: str, text: str) -> tuple[Sketch | None, list[Problem]]:
    """The sketch in `text`, the file `uri`, and what is wrong with it."""
    try:
        entries = entries_of(parsed(text))
    except Refused as refusal:
        return None, [problem_of(refusal, Place(uri))]
    except json.JSONDecodeError as error:
        return None, [Problem("E200", Place(uri, error.lineno, error.colno))]
    features: list[Feature] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries, start=1):
        try:
            features.append(feature_of(entry, number))
        except Refused as refusal:
            if refusal.code != "E232" or all(one.code != "E232" for one in problems):
                problems.append(problem_of(refusal, Place(uri)))
    count = sum(len(path) for one in features for path in one.paths)
    if count > MOST_POINTS:
        problems.append(Problem("E205", Place(uri), words=(("count", str(count)), ("most", str(MOST_POINTS)))))
    return Sketch(id, tuple(features)), problems


def parsed(text: str) -> Any:
    """What `text` says; brackets of absurd depth and numbers of absurd length are no sketch."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except (RecursionError, ValueError):
        raise Refused("E201", "") from None


def problem_of(refusal: Refused, place: Place) -> Problem:
    """`refusal` in the file `place`; JSON does not tell the line of what it has read."""
    return Problem(refusal.code, place, refusal.path, refusal.words)


def entries_of(tree: Any) -> list[Any]:
    """The features of a FeatureCollection."""
    if not isinstance(tree, dict) or tree.get("type") != "FeatureCollection":
        raise Refused("E201", "type")
    entries = tree.get("features")
    if not isinstance(entries, list):
        raise Refused("E201", "features")
    return entries


def feature_of(entry: Any, number: int) -> Feature:
    """The feature written as `entry`, which has this `number` in its file."""
    path = f"features[{number}]"
    if not isinstance(entry, dict) or entry.get("type") != "Feature":
        raise Refused("E201", path)
    properties, geometry = entry.get("properties"), entry.get("geometry")
    if not isinstance(properties, dict) or not {"kind", *BORDERS} & properties.keys():
        raise Refused("E232", f"{path}.properties", number=number)
    kind = kind_of(properties, f"{path}.properties")
    name = name_of(properties, f"{path}.properties.name")
    if not isinstance(geometry, dict) or type_of(geometry) not in FORMS:
        raise Refused("E203", f"{path}.geometry.type", text=type_of(geometry) or "null")
    form, depth = FORMS[type_of(geometry)]
    coordinates, path = geometry.get("coordinates"), f"{path}.geometry.coordinates"
    if lists_around(coordinates) != depth + 1:
        raise Refused("E233", path, kind=type_of(geometry), example=EXAMPLES[type_of(geometry)])
    paths = paths_of(coordinates, depth, path)
    return Feature(kind, form, tuple(paths), name)


def lists_around(value: Any) -> int:
    """In how many lists the first number of `value` lies; as many as there are where it holds none."""
    count = 0
    while isinstance(value, list) and value:
        count, value = count + 1, value[0]
    return count


def type_of(geometry: Any) -> str:
    """What `geometry` calls itself, as far as it says."""
    return str(geometry.get("type", "")) if isinstance(geometry, dict) else ""


def kind_of(properties: dict[str, Any], path: str) -> SketchKind:
    """What a feature with these `properties` is; a border is none of the kinds."""
    text = str(properties.get("kind", ""))
    kind = member_of(SketchKind, text)
    if not isinstance(kind, SketchKind) or BORDERS & properties.keys():
        raise Refused("E202", f"{path}.kind", text=text)
    return kind


def name_of(properties: dict[str, Any], path: str) -> str:
    """Its name, or nothing."""
    name = properties.get("name") or ""
    if not isinstance(name, str):
        raise Refused("E201", path)
    if pasted := pasted_into(Scalar(name, 1, 1), ()):
        raise Refused("E133", path, **pasted[1])
    try:
        return checked_text(name, one_line=True)
    except Unreadable as refusal:
        raise Refused(refusal.code, path, **dict(refusal.words)) from None


def paths_of(value: Any, depth: int, path: str) -> Iterator[Path]:
    """The paths in `value`, whose positions lie in `depth` lists."""
    if depth == 0:
        yield (position_of(value, path),)
    elif not isinstance(value, list) or not value:
        raise Refused("E204", path, text=json.dumps(value)[:40])
    elif depth == 1:
        yield tuple(position_of(one, f"{path}[{number}]") for number, one in enumerate(value, start=1))
    else:
        for number, one in enumerate(value, start=1):
            yield from paths_of(one, depth - 1, f"{path}[{number}]")


def position_of(value: Any, path: str) -> tuple[float, float]:
    """Longitude and latitude of a place in China."""
    if isinstance(value, list) and len(value) in (2, 3) and all(type(one) in (int, float) for one in value):
        longitude, latitude = value[:2]
        if WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH:
            return float(longitude), float(latitude)
    raise Refused("E204", path, text=json.dumps(value)[:40])
