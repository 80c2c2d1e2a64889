"""A street sketch: what an operator may draw of streets, water, green and landmarks behind the stations; no borders."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.records.key import Choice


class SketchKind(Choice):
    """What is drawn."""

    STREET = ("street", "道路")
    WATER = ("water", "水面")
    GREEN = ("green", "绿地")
    LANDMARK = ("landmark", "地标")


class Form(Choice):
    """How it is drawn."""

    POINT = ("point", "点")
    LINE = ("line", "线")
    AREA = ("area", "面")


Path = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in WGS-84, in order; a point is a path of one."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One street, lake, park or landmark."""

    kind: SketchKind
    form: Form
    paths: tuple[Path, ...]
    """Of an area every ring, the holes too."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One file: `content/map/<id>.geojson`."""

    id: str
    features: tuple[Feature, ...]
