"""Long lists, shared out by district: no page shows thousands of lines to somebody on a slow connection."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from build_tools.facts.directory import grouped
from build_tools.records.district import District

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station

ONE_PAGE = 300
"""Up to this many members stand on one page."""
STATION, DISTRICT = attrgetter("station.id"), attrgetter("station.district")
"""Asked of hundreds of thousands of members."""


class AtStation(Protocol):
    """Something that is so at a station."""

    @property
    def station(self) -> Station:
        """Where."""


Member = TypeVar("Member")
MemberAtStation = TypeVar("MemberAtStation", bound=AtStation)


@dataclass(frozen=True, slots=True)
class Share(Generic[Member]):
    """The part of a list that lies in one district, and the page it stands on."""

    district: District
    uri: str
    members: tuple[Member, ...]

    @property
    def count(self) -> int:
        """How many members it has."""
        return len(self.members)


def marks_of(members: Iterable[AtStation], press: Press) -> list[bytes]:
    """The marks of the stations of `members`, from which a list of them is made."""
    return list(map(press.sources.stations.__getitem__, map(STATION, members)))


def district_of(members: Sequence[AtStation]) -> str:
    """The district in which the first of `members` is, and those on a page of a share all are."""
    return members[0].station.district if members else ""


def shares_of(members: Sequence[MemberAtStation], uri: str, facts: Facts) -> list[Share[MemberAtStation]]:
    """`members` by their stations' districts, each on a page below `uri`; nothing when they all fit on one page."""
    return shared(list(zip(map(DISTRICT, members), members, strict=True)), uri, facts)


def shared(members: Sequence[tuple[str, Member]], uri: str, facts: Facts) -> list[Share[Member]]:
    """`members`, each with the id of its district before it, by district in the same way."""
    if len(members) <= ONE_PAGE:
        return []
    districts = facts.directory.districts
    return [Share(districts[code], f"{uri}{code}/", group) for code, group in sorted(grouped(members).items())]
