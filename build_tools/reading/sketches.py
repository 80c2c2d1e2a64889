"""The street sketches of `content/map/` → records on the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.position_rules import NEARBY, is_in_china
from build_tools.reading.sketch import read_sketch
from build_tools.reading.text import LARGEST_SKETCH, read_text
from build_tools.reading.written import each
from build_tools.records.district import District
from build_tools.records.files import Kind
from build_tools.records.station import Station

if TYPE_CHECKING:
    from build_tools.reading.shelf import Shelf
    from build_tools.records.sketch import Sketch
    from build_tools.records.values import Position


def read_sketches(shelf: Shelf) -> None:
    """Put the sketches on `shelf`."""
    for found in shelf.of(Kind.SKETCH):
        try:
            text = read_text(found.path, LARGEST_SKETCH)
        except Unreadable as refusal:
            shelf.problems.append(Problem(refusal.code, Place(found.uri), words=refusal.words))
            continue
        sketch, problems = read_sketch(found.id, found.uri, text)
        shelf.problems += problems
        if sketch:
            shelf.sketches.append(sketch)
            if all_are_known(shelf) and is_elsewhere(sketch, known_places(shelf)):
                shelf.problems.append(Problem("E234", Place(found.uri)))


def known_places(shelf: Shelf) -> list[Position]:
    """Where stations and districts say that they are."""
    stations = [station.position for _, station in each(shelf.written[Kind.STATION], Station)]
    districts = [district.centre for _, district in each(shelf.written[Kind.DISTRICT], District)]
    return [one for one in (*stations, *districts) if one and is_in_china(one)]


def all_are_known(shelf: Shelf) -> bool:
    """Whether every station and every district could be read; one that could not may lie anywhere."""
    folders = {Kind.STATION.folder, Kind.DISTRICT.folder}
    return folders.isdisjoint({*(file.partition("/")[0] for file in shelf.unread), *shelf.known.refused.folders})


def is_elsewhere(sketch: Sketch, places: list[Position]) -> bool:
    """Whether none of the `places`, if there are any, lies in the box around all of `sketch`, or near that box."""
    points = [point for feature in sketch.features for path in feature.paths for point in path]
    if not points:
        return False
    (west, east), (south, north) = [(min(each) - NEARBY, max(each) + NEARBY) for each in zip(*points, strict=True)]
    inside = [west <= one.longitude <= east and south <= one.latitude <= north for one in places]
    return bool(inside) and not any(inside)
