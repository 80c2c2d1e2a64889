"""What must hold of a point on the map; `rules.py` lists these functions among the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.tree import Scalar
from build_tools.reading.written import Written, each, tree_of, value_at
from build_tools.records.district import District
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem
    from build_tools.reading.tree import Mapping
    from build_tools.records.values import Position

NEARBY = 1.0
"""Degrees, about 100 km: further than any district reaches from its centre."""
LONGITUDES, LATITUDES = (73.0, 136.0), (3.0, 54.0)
"""Between which China lies."""


def a_position_is_near_its_district(written: Sequence[Written]) -> Iterator[Problem]:
    """A station is not in another part of the country than its district."""
    centres = {district.id: district.centre for _, district in each(written, District)}
    for one, station in each(written, Station):
        position, centre = station.position, centres.get(station.district)
        if position and centre and is_in_china(position) and is_in_china(centre) and is_far(position, centre):
            yield one.problem("E068", "position", longitude=position.longitude, latitude=position.latitude)


def a_position_is_in_china(written: Sequence[Written]) -> Iterator[Problem]:
    """Longitude stands under 经度 and latitude under 纬度, and each is one that China has."""
    positions = [(one, "position", station.position) for one, station in each(written, Station)]
    positions += [(one, "centre", district.centre) for one, district in each(written, District)]
    for one, key, position in positions:
        if position and not is_in_china(position):
            yield exchanged(one, key, position) if is_exchanged(position) else elsewhere(one, key, position)


def exchanged(one: Written, key: str, position: Position) -> Problem:
    """That the two numbers of `position` stand in each other's place, with the lines to paste."""
    pair = {"longitude": position.longitude, "latitude": position.latitude}
    return one.problem("E065", key, **pair, rewritten=with_the_two_exchanged(one, key))


def elsewhere(one: Written, key: str, position: Position) -> Problem:
    """Which number of `position`, that lies nowhere in China however it is turned, looks wrong."""
    if is_between(position.longitude, LONGITUDES):
        return one.problem("E246", key, "latitude", key="纬度", text=position.latitude)
    return one.problem("E246", key, "longitude", key="经度", text=position.longitude)


def with_the_two_exchanged(one: Written, key: str) -> str:
    """The lines of `one` with both numbers of the position under `key`, each in the other's place."""
    node, _ = value_at(type(one.record), tree_of(one.text), (key,))
    first, last = sorted(numbers_in(node), key=lambda number: (number.line, number.column))
    lines = one.text.split("\n")
    for number, text in ((last, first.text), (first, last.text)):  # from behind, or the columns would not hold
        line, start = lines[number.line - 1], number.column - 1 + bool(number.style)
        lines[number.line - 1] = line[:start] + text + line[start + len(number.text) :]
    return "\n".join(lines[first.line - 1 : last.line])


def numbers_in(node: Mapping) -> list[Scalar]:
    """The longitude and the latitude that are written in the position `node`."""
    named = [value for key, value in node.pairs if key.text in ("经度", "longitude", "纬度", "latitude")]
    return [value for value in named if isinstance(value, Scalar)]


def is_in_china(position: Position) -> bool:
    """Whether `position` has a longitude and a latitude that China has."""
    return is_between(position.longitude, LONGITUDES) and is_between(position.latitude, LATITUDES)


def is_exchanged(position: Position) -> bool:
    """Whether `position` would lie in China if its two numbers changed places."""
    return is_between(position.latitude, LONGITUDES) and is_between(position.longitude, LATITUDES)


def is_between(number: float, ends: tuple[float, float]) -> bool:
    """Whether `number` lies between the two `ends`."""
    return ends[0] <= number <= ends[1]


def is_far(position: Position, centre: Position) -> bool:
    """Whether `position` lies more than `NEARBY` from `centre`."""
    return abs(position.longitude - centre.longitude) > NEARBY or abs(position.latitude - centre.latitude) > NEARBY
