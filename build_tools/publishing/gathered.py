"""Exports that gather something from all stations: what each gives is made a part of the stations at a time, and then joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, update_wrapper
from typing import TYPE_CHECKING, Any

from build_tools.records.station import Station

if TYPE_CHECKING:
    from build_tools.publishing.composed import Composed
    from build_tools.publishing.site import SiteFile

Part = tuple[Sequence[Station], Any]
"""Some stations, in the order of the bulletin, and what they give."""
Giving = Callable[[Sequence[Station]], Any]
"""What some stations give: plain values, made of nothing but the files that say something of them, and of what is common to all."""
Joining = Callable[["Composed", Sequence[Part]], Iterator["SiteFile"]]
"""The files, which do not show what the parts are."""


class Gathered:
    """An export in two steps."""

    __name__: str

    def __init__(self, giving: Callable[[Composed], Giving], joined: Joining) -> None:
        self.giving = giving
        self.joined = joined
        update_wrapper(self, joined)

    def __call__(self, made: Composed) -> Iterator[SiteFile]:
        """The files, of all stations at once."""
        stations = made.facts.bulletin.stations
        return self.joined(made, [(stations, self.giving(made)(stations))])


def in_order(stations: Iterable[Station], parts: Iterable[Part]) -> list[Any]:
    """What each of `stations` has given, in their order, where each of `parts` has given a row with a place for each station."""
    each = {station.id: told for some, row in parts for station, told in zip(some, row, strict=True)}
    return [each[station.id] for station in stations]


def gathers(giving: Callable[[Composed], Giving]) -> Callable[[Joining], Gathered]:
    """Makes an export of a function that joins what parts of the stations give; `giving` gets ready for all of them."""
    return partial(Gathered, giving)
