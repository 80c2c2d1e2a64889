"""Sketches as path data: only what one sees."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from build_tools.facts.coordinates import Point, wgs84_to_gcj02
from build_tools.publishing.service_map.frame import frame_around
from build_tools.publishing.service_map.sketch_paths import simplified, strokes_of
from build_tools.records.sketch import Feature, Form, Sketch, SketchKind

CENTRE = (112.6, 26.9)
FRAME = frame_around([wgs84_to_gcj02(Point(*CENTRE))], 1.0)


def sketch(*path: tuple[float, float], form: Form = Form.LINE) -> list[Sketch]:
    """A street along `path`, in hundredths of a degree from the centre."""
    places = tuple((CENTRE[0] + x / 100, CENTRE[1] + y / 100) for x, y in path)
    return [Sketch("streets", (Feature(SketchKind.STREET, form, (places,)),))]


def corners(path: str) -> int:
    return len(re.findall(r"-?\d+", path)) // 2


SEEN = [
    # path, how many corners are drawn
    (((-1, 0), (1, 0)), 2),
    (((-1, 0), (0, 0.0001), (1, 0)), 2),
    (((-1, 0), (0, 0.5), (1, 0)), 3),
    (((-90, 0), (90, 0)), 2),
    (((-90, 0), (-80, 5), (-70, -5), (-60, 0), (90, 0)), 2),
    (((-90, 50), (0, 60), (90, 50)), 0),
    (((0, 0), (0, 0)), 2),
]


@pytest.mark.parametrize(("path", "count"), SEEN)
def test_only_corners_that_one_sees_are_drawn(path: tuple[tuple[float, float], ...], count: int) -> None:
    assert sum(corners(stroke.path) for stroke in strokes_of(sketch(*path), FRAME)) == count


def test_the_centre_of_the_sketch_is_the_centre_of_the_paper() -> None:
    (stroke,) = strokes_of(sketch((0, 0), (0.5, 0)), FRAME)
    x, y, _, down = map(int, re.findall(r"-?\d+", stroke.path))
    assert (x, y) == (1650, FRAME.height * 5)
    assert abs(down) <= 2


def test_an_area_is_closed() -> None:
    (stroke,) = strokes_of(sketch((0, 0), (0.5, 0), (0.5, 0.5), (0, 0), form=Form.AREA), FRAME)
    assert stroke.path.endswith("z")


def test_a_line_bends_nowhere_by_more_than_one_sees() -> None:
    wave = [(step, round(100 * (step / 1000) ** 2)) for step in range(0, 3000, 10)]
    kept = simplified(wave)
    assert len(kept) < 30
    for (x, y), (next_x, next_y) in pairwise(kept):
        for at, height in wave:
            if x <= at <= next_x:
                assert abs(y + (next_y - y) * (at - x) / (next_x - x) - height) < 10
