"""Groups of spots → marks: a pin with its name, or a circle with the number of its stations."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from build_tools.publishing.service_map.groups import EDGE, radius_of
from build_tools.publishing.service_map.lettering import Lettering, Paper, around
from build_tools.publishing.service_map.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_tools.publishing.service_map.groups import Group

DISTRICTS = "districts"
"""The part of the page of all stations that lists their districts, above the map."""
MOST_LISTED = 200
"""Names below a drawing; where there are more, its circles lead nowhere and only tell how many."""
PIN = 13
"""Half the height of a pin."""
LONGEST_OPEN = 8
"""Names of a list that one need not open first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A pin, or a circle with a number."""

    x: int
    y: int
    said: str
    """What it is and where it leads, for those who cannot see it."""
    uri: str
    """The page it leads to; nothing for a circle with several names."""
    part: str
    """The part of the page that lists its names; nothing for one name, or where no part does."""
    stations: int
    """Written inside the circle; 0 for a pin."""
    radius: int
    approximate: bool
    idle: bool
    """Whether none of its stations is open these days."""
    lettering: Lettering | None
    spots: tuple[Spot, ...]
    title: str
    """What it is; also the heading of its list."""
    lines: tuple[tuple[str, str], ...]
    """The address of each name of its list, and what is said of it."""

    @property
    def has_list(self) -> bool:
        """Whether its names are listed below the map."""
        return self.part not in ("", DISTRICTS)

    @property
    def is_open(self) -> bool:
        """Whether its list is short enough to be shown at once."""
        return len(self.spots) <= LONGEST_OPEN


def marks_of(groups: Sequence[Group], paper: Paper, say: Callable[..., str]) -> tuple[Mark, ...]:
    """A mark for each of `groups`; stations that share one are listed, unless that were too many names."""
    numbers = count(1)
    listed = sum(len(group.spots) for group in groups if group.several) <= MOST_LISTED
    most = max(group.stations for group in groups)
    for group in groups:
        paper.take(around(*middle_of(group)))
    return tuple(mark_of(group, part_of(group, numbers, listed=listed), most, paper, say) for group in groups)


def part_of(group: Group, numbers: Iterator[int], *, listed: bool) -> str:
    """Where the names of `group` are listed: a list of its own takes the next of `numbers`."""
    if not group.several:
        return ""
    if group.spots[0].stations:
        return DISTRICTS
    return f"map-{next(numbers)}" if listed else ""


def mark_of(group: Group, part: str, most: int, paper: Paper, say: Callable[..., str]) -> Mark:
    """The mark of `group`, whose names `part` lists; the largest circle of the map holds `most` stations."""
    first = group.spots[0]
    title = title_of(group, say)
    return Mark(
        x=group.x,
        y=group.y,
        said=said_of(title, part, say),
        uri="" if group.several else first.uri,
        part=part,
        stations=0 if is_pin(group) else group.stations,
        radius=radius_of(group.stations, most),
        approximate=group.approximate,
        idle=group.idle,
        lettering=None if group.several else paper.letter(first.name, *middle_of(group)),
        spots=group.spots,
        title=title,
        lines=tuple((spot.uri, name_said(spot, say)) for spot in group.spots),
    )


def said_of(title: str, part: str, say: Callable[..., str]) -> str:
    """`title`, and on which side of the map `part` lists what it stands for."""
    if not part:
        return title
    return say("map.above", title=title) if part == DISTRICTS else say("map.below", title=title)


def title_of(group: Group, say: Callable[..., str]) -> str:
    """What `group` is: a station, a district with so many, or several of either."""
    first = group.spots[0]
    districts = list(dict.fromkeys(spot.district for spot in group.spots))
    if len(districts) > 1:
        return say("map.several_districts", name=districts[0], names=len(districts), count=group.stations)
    if group.several or first.stations:
        return say("map.about_district", name=area_of(group), count=group.stations)
    return name_said(first, say)


def name_said(spot: Spot, say: Callable[..., str]) -> str:
    """The name of `spot`, with what one must know of it."""
    name = say("map.about_approximate", name=spot.name) if spot.approximate else spot.name
    return say("map.about_idle", name=name) if spot.idle else name


def area_of(group: Group) -> str:
    """The one district in which all of `group` lies, with the street if that is one."""
    streets = {spot.street for spot in group.spots}
    return group.spots[0].district + (streets.pop() if len(streets) == 1 else "")


def is_pin(group: Group) -> bool:
    """Whether `group` is a single station."""
    return not (group.several or group.spots[0].stations)


def middle_of(group: Group) -> tuple[int, int, int]:
    """The middle of what is drawn for `group`, and how far it reaches: a pin without a circle stands above its point."""
    if is_pin(group) and not group.approximate:
        return group.x, group.y - PIN, PIN
    return group.x, group.y, EDGE
