"""The map of some stations, ready to be printed: `templates/service_map.html` shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.service_map.base import credit_of, left_out_of
from build_tools.publishing.service_map.frame import WIDTH, frame_around
from build_tools.publishing.service_map.grid import FOOT, Bar, Grid, bar_of, grid_of
from build_tools.publishing.service_map.groups import grouped_on
from build_tools.publishing.service_map.lettering import Lettering, Paper
from build_tools.publishing.service_map.live import Live, live_map_of
from build_tools.publishing.service_map.marks import Mark, marks_of
from build_tools.publishing.service_map.sketch_paths import Stroke, landmarks_of, strokes_of
from build_tools.publishing.service_map.spots import Spot, located, spots_of, spots_of_districts, to_be_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.records.district import District
    from build_tools.records.station import Station
    from build_tools.records.values import Position

MOST = 200
"""Stations of one drawing."""


@dataclass(frozen=True, slots=True)
class ServiceMap:
    """One drawing, and what is said below it."""

    said: str
    width: int
    land: int
    """The height of the drawing itself."""
    height: int
    """With the strip below it, where the bar stands."""
    grid: Grid
    strokes: tuple[Stroke, ...]
    landmarks: tuple[Lettering, ...]
    marks: tuple[Mark, ...]
    bar: Bar
    bar_words: str
    legend: tuple[str, ...]
    live: Live

    @property
    def lists(self) -> tuple[Mark, ...]:
        """The marks whose names are listed below the drawing."""
        return tuple(mark for mark in self.marks if mark.has_list)


def map_of(stations: Sequence[Station], facts: Facts, press: Press) -> ServiceMap | None:
    """The map of `stations`, its links in their order; by district when they are too many; None without a position."""
    stations = to_be_shown(stations)
    placed = located(stations)
    if not placed:
        return None
    spots = chosen(placed, facts.directory.districts)
    frame = frame_around([spot.point for spot in spots], min(spot.reach for spot in spots))
    sketches, bar, paper = facts.bulletin.sketches, bar_of(frame), Paper(frame.height)
    marks = marks_of(grouped_on(frame, spots), paper, press.say)
    landmarks = (paper.letter(one.name, one.x, one.y, 4) for one in landmarks_of(sketches, frame))
    strokes = tuple(strokes_of(sketches, frame))
    return ServiceMap(
        said=press.say("map.about", count=len(placed)),
        width=WIDTH,
        land=frame.height,
        height=frame.height + FOOT,
        grid=grid_of(frame),
        strokes=strokes,
        landmarks=tuple(one for one in landmarks if one),
        marks=marks,
        bar=bar,
        bar_words=length_words(bar.metres, press.say),
        legend=(*legend_of(marks, press.say, sketched=bool(strokes)), *told_of(stations, facts, press.say)),
        live=live_map_of(frame, press.say),
    )


def chosen(placed: Sequence[tuple[Station, Position]], districts: Mapping[str, District]) -> list[Spot]:
    """The stations as `placed`, or their `districts` when those are too many; one district stays as it is."""
    several = len(placed) > MOST and len({station.district for station, _ in placed}) > 1
    return spots_of_districts(placed, districts) if several else spots_of(placed, districts)


def legend_of(marks: Sequence[Mark], say: Callable[..., str], *, sketched: bool) -> Iterator[str]:
    """What dashed circles, hollow pins, numbers and streets mean, as far as there are any."""
    if any(spot.approximate for mark in marks for spot in mark.spots):
        yield say("map.dashed")
    if any(spot.idle for mark in marks for spot in mark.spots):
        yield say("map.hollow")
    if any(mark.stations for mark in marks):
        yield say("map.counted")
    if sketched:
        yield say("map.sketched")


def told_of(stations: Sequence[Station], facts: Facts, say: Callable[..., str]) -> Iterator[str]:
    """What the drawing or the interactive map leaves out, and whose tiles that shows."""
    site = facts.bulletin.site
    without = sum(station.position is None for station in stations)
    if without:
        yield say("map.without", count=without)
    left_out = left_out_of(stations, site)
    if left_out:
        yield say("map.left_out", count=left_out)
    if site.base_map:
        yield say("map.credit", credit=credit_of(site.base_map, say), approval=site.base_map.approval)


def length_words(metres: int, say: Callable[..., str]) -> str:
    """What stands above the bar."""
    return say("map.metres", count=metres) if metres < 1000 else say("map.kilometres", count=metres // 1000)
