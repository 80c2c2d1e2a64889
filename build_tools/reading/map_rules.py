"""What must hold of the base under the interactive map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.written import Written, each
from build_tools.records.base_map import BaseKind, BaseMap
from build_tools.records.site import Site
from build_tools.records.station import Station
from build_tools.records.values import Datum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem

NEEDED = {
    BaseKind.TIANDITU: {"key": "密钥"},
    BaseKind.OTHER: {"address": "网址模板", "credit": "署名", "datum": "坐标系"},
}
"""What must be written of a base, by its kind."""
KNOWN = {BaseKind.TIANDITU: {"address": "网址模板", "credit": "署名", "datum": "坐标系"}, BaseKind.OTHER: {}}
"""What is known of a base, by its kind, and must not be said otherwise."""


def a_base_map_is_approved(written: Sequence[Written]) -> Iterator[Problem]:
    """A map that China's public sees has a number of approval; no tile is shown without it."""
    for one, base in base_maps(written):
        if base.approval is None:
            yield one.problem("E206", "base_map")


def a_base_map_says_whose_it_is(written: Sequence[Written]) -> Iterator[Problem]:
    """Tianditu wants a key and is known otherwise; of other tiles we know nothing but what is written."""
    for one, base in base_maps(written):
        missing = [label for field, label in NEEDED[base.kind].items() if not getattr(base, field)]
        if base.address and "{key}" in base.address and not base.key:
            missing.append("密钥")
        if missing:
            yield one.problem("E209", "base_map", kind=base.kind.label, keys="、".join(missing))
        needless = [label for field, label in KNOWN[base.kind].items() if getattr(base, field)]
        if needless:
            yield one.problem("E215", "base_map", kind=base.kind.label, keys="、".join(needless))


def a_base_in_wgs84_shows_what_was_entered_so(written: Sequence[Written]) -> Iterator[Problem]:
    """Positions of other systems would stand hundreds of metres off, so the interactive map leaves them out."""
    positions = [station.position for _, station in each(written, Station)]
    left_out = sum(position is not None and position.datum is not Datum.WGS84 for position in positions)
    for one, site in each(written, Site):
        if left_out and site.base_map and site.base_map.is_wgs84 and not site.convert_positions:
            yield one.problem("W105", "base_map", count=left_out)


def base_maps(written: Sequence[Written]) -> Iterator[tuple[Written, BaseMap]]:
    """The base map, if the site has one."""
    return ((one, site.base_map) for one, site in each(written, Site) if site.base_map)


MAP_RULES = (a_base_map_is_approved, a_base_map_says_whose_it_is, a_base_in_wgs84_shows_what_was_entered_so)
