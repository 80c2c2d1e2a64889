"""Street sketches: what may be drawn, what may not, and that the gate reads their names too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.gate.strings import plainly
from build_tools.reading.sketch import EXAMPLES, FORMS, read_sketch
from build_tools.records.sketch import Form, SketchKind
from tests.conftest import STATION, codes, put, told

if TYPE_CHECKING:
    from pathlib import Path

HERE, THERE, BEYOND = [112.5, 26.9], [112.6, 26.9], [112.6, 27.0]
POINT = "位置: {经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区, 核实: 未知}\n"
MAP = "map/streets.geojson"


def feature(form: object, coordinates: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"kind": "道路", **properties}, "geometry": geometry}


def sketch(*features: Any, **more: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}, ensure_ascii=False)


DRAWN = [
    # geometry, its coordinates, how it is drawn, how many paths
    ("Point", HERE, Form.POINT, 1),
    ("LineString", [HERE, THERE], Form.LINE, 1),
    ("MultiLineString", [[HERE, THERE], [THERE, BEYOND]], Form.LINE, 2),
    ("Polygon", [[HERE, THERE, BEYOND, HERE]], Form.AREA, 1),
    ("MultiPolygon", [[[HERE, THERE, BEYOND, HERE]], [[THERE, BEYOND, HERE, THERE]]], Form.AREA, 2),
]
STREET = feature("LineString", [HERE, THERE])
WHERE = "features[1].geometry.coordinates"
REFUSED = [
    # what stands in the file, the code, the path
    ('["FeatureCollection"]', "E201", "type"),
    (json.dumps(STREET), "E201", "type"),
    ('{"type": "FeatureCollection"}', "E201", "features"),
    (sketch("甲路"), "E201", "features[1]"),
    (sketch({"type": "Feature", "properties": None, "geometry": None}), "E232", "features[1].properties"),
    (sketch({**STREET, "properties": {"name": "甲路"}}), "E232", "features[1].properties"),
    (sketch(*[{**STREET, "properties": {}}] * 3), "E232", "features[1].properties"),
    (sketch(feature("LineString", [HERE, THERE], kind="区界")), "E202", "features[1].properties.kind"),
    (sketch(feature("LineString", [HERE, THERE], admin_level="6")), "E202", "features[1].properties.kind"),
    (sketch(feature("LineString", [HERE, THERE], boundary="administrative")), "E202", "features[1].properties.kind"),
    (sketch(feature("LineString", [HERE, THERE], name=["甲路"])), "E201", "features[1].properties.name"),
    (sketch(feature("LineString", [HERE, THERE], name="甲\n路")), "E029", "features[1].properties.name"),
    (sketch({**STREET, "geometry": None}), "E203", "features[1].geometry.type"),
    (sketch(feature("GeometryCollection", [])), "E203", "features[1].geometry.type"),
    (sketch(feature(["Point"], [112.6, 26.9])), "E203", "features[1].geometry.type"),
    (sketch(feature("Point", [112.6, 26.9], name="\ud800")), "E110", "features[1].properties.name"),
    (sketch(feature("Point", [112.6, 26.9], name="a\x00b")), "E110", "features[1].properties.name"),
    (sketch(feature("LineString", [])), "E233", WHERE),
    (sketch(feature("LineString", HERE)), "E233", WHERE),
    (sketch(feature("Point", [HERE, THERE])), "E233", WHERE),
    (sketch(feature("LineString", [HERE, [26.9, 112.6]])), "E204", f"{WHERE}[2]"),
    (sketch(feature("LineString", [HERE, ["112.6", "26.9"]])), "E204", f"{WHERE}[2]"),
    (sketch(feature("LineString", [HERE, [112.6]])), "E204", f"{WHERE}[2]"),
    (sketch(feature("Polygon", [HERE, THERE, BEYOND])), "E233", WHERE),
    (sketch(feature("Point", [2.35, 48.85])), "E204", WHERE),
    (sketch(feature("Point", [float("nan"), 26.9])), "E204", WHERE),
    (sketch(STREET, feature("Point", [True, 26.9])), "E204", "features[2].geometry.coordinates"),
    ("[" * 100_000, "E201", ""),
    (f'{{"type": {"9" * 5000}}}', "E201", ""),
]


@pytest.mark.parametrize(("form", "coordinates", "drawn", "paths"), DRAWN)
def test_lines_areas_and_points_are_read(form: str, coordinates: Any, drawn: Form, paths: int) -> None:
    read, problems = read_sketch("streets", MAP, sketch(feature(form, coordinates, name="甲路")))
    assert read and not problems
    (one,) = read.features
    assert (one.kind, one.form, one.name, len(one.paths)) == (SketchKind.STREET, drawn, "甲路", paths)
    assert one.paths[0][0] == (112.5, 26.9)


@pytest.mark.parametrize(("text", "code", "path"), REFUSED)
def test_what_may_not_be_drawn_is_named_by_its_path(text: str, code: str, path: str) -> None:
    _, problems = read_sketch("streets", MAP, text)
    assert [(one.code, one.path) for one in problems] == [(code, path)]


@pytest.mark.parametrize("form", FORMS)
def test_the_example_of_each_geometry_can_be_drawn(form: str) -> None:
    assert read_sketch("streets", MAP, sketch(feature(form, json.loads(EXAMPLES[form]))))[1] == []


@pytest.mark.parametrize(("longitude", "expected"), [(112.6, []), (113.5, []), (116.4, ["E234"])])
def test_a_sketch_lies_near_a_station_or_a_district(content: Path, longitude: float, expected: list[str]) -> None:
    put(content, MAP, sketch(feature("Point", [longitude, 26.9])))
    assert codes(content) == []
    put(content, "stations/jia.yml", STATION + POINT)
    assert codes(content) == expected


@pytest.mark.parametrize(
    ("form", "coordinates"),
    [
        ("LineString", [[111.4, 26.9], [113.8, 26.9]]),
        ("Polygon", [[[110.0, 24.0], [115.0, 24.0], [115.0, 29.0], [110.0, 29.0], [110.0, 24.0]]]),
    ],
)
def test_a_station_between_the_points_of_a_sketch_lies_near_it(content: Path, form: str, coordinates: Any) -> None:
    put(content, MAP, sketch(feature(form, coordinates)))
    put(content, "stations/jia.yml", STATION + POINT)
    assert codes(content) == []


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("stations/yi.yml", STATION + "面积: 很大\n", "E045"),
        ("stations/乙.yml", STATION, "E008"),
        ("districts/er.yml", "", "E003"),
    ],
)
def test_who_cannot_be_read_may_lie_where_a_sketch_is_drawn(content: Path, file: str, text: str, expected: str) -> None:
    put(content, MAP, sketch(feature("Point", [116.4, 26.9])))
    put(content, "stations/jia.yml", STATION + POINT)
    put(content, file, text)
    assert codes(content) == [expected]


def test_heights_are_left_aside() -> None:
    read, problems = read_sketch("streets", MAP, sketch(feature("Point", [112.5, 26.9, 58.2])))
    assert read and not problems
    assert read.features[0].paths == (((112.5, 26.9),),)


def test_a_sketch_becomes_part_of_the_bulletin(content: Path) -> None:
    put(content, MAP, sketch(STREET))
    bulletin, problems = read_bulletin(content)
    assert bulletin and not problems
    assert [one.id for one in bulletin.sketches] == ["streets"]


def test_a_file_of_more_than_two_megabytes_is_refused(content: Path) -> None:
    put(content, MAP, sketch(STREET).replace("{", "{" + " " * 2_000_000, 1))
    assert codes(content) == ["E005"]


@pytest.mark.parametrize("escaped", [False, True])
def test_the_gate_reads_names_however_they_are_spelt(content: Path, escaped: bool) -> None:
    name = json.dumps("王奶奶家", ensure_ascii=escaped)
    text = sketch(STREET).replace('"kind"', f'"name": {name}, "kind"')
    put(content, MAP, f"\n{text}")
    assert [(code, file, line) for code, file, line, _, _ in told(content)] == [("E125", MAP, 2)]


def test_the_gate_takes_no_coordinate_for_a_telephone() -> None:
    text = '{"a": [113.13800138000, 26.9], "b": 13800138000, "c": "\\u738b"}'
    assert plainly(text) == '{"a": [               ,     ], "b": 13800138000, "c": "王"     }'
