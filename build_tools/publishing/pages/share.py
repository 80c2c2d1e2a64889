"""Long lists, shared out by district: no page shows thousands of stations to somebody on a slow connection."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from build_tools.records.district import District

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.facts.derive import Facts
    from build_tools.records.station import Station

ONE_PAGE = 300
"""Up to this many stations stand on one page."""


class AtStation(Protocol):
    """Something that is so at a station."""

    @property
    def station(self) -> Station:
        """Where."""


Member = TypeVar("Member", bound=AtStation)


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


def shares_of(members: Sequence[Member], uri: str, facts: Facts) -> list[Share[Member]]:
    """`members` by district, each on a page below `uri`; nothing when they all fit on one page."""
    if len(members) <= ONE_PAGE:
        return []
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[member.station.district].append(member)
    districts = facts.directory.districts
    return [Share(districts[code], f"{uri}{code}/", tuple(group)) for code, group in sorted(groups.items())]
