"""By which texts a station can be found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from build_tools.records.key import Unknown
from build_tools.records.language import Translation, original_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.facts.directory import Directory
    from build_tools.publishing.search.postings import Bits
    from build_tools.records.district import District
    from build_tools.records.station import Station
    from build_tools.records.vocabulary import FacilityKind, ServiceKind


class Saying(NamedTuple):
    """Texts that are said together of a station: of a thing all its names."""

    texts: tuple[str, ...]
    is_word: bool = True
    """Whether they are short enough that people type their initials."""
    is_name: bool = False
    """Whether they are the station's own name."""


class Sayings:
    """What is said of the stations of one directory."""

    def __init__(self, directory: Directory) -> None:
        lexicon = directory.lexicon
        self.needs_met = directory.needs_met
        self.needs = {code: words(need.name, need.offer, *need.also) for code, need in lexicon.needs.items()}
        self.facility_kinds = {code: names_of(kind) for code, kind in lexicon.facility_kinds.items()}
        self.service_kinds = {code: names_of(kind) for code, kind in lexicon.service_kinds.items()}
        self.districts = directory.districts
        self.regions = {code: words(one.province, one.city, one.name) for code, one in directory.districts.items()}

    def of(self, station: Station) -> Iterator[Saying]:
        """All that is said of `station`: what it is called, where it is, what is there, and what one gets."""
        yield Saying(spoken(station.name), is_name=True)
        yield self.regions[station.district]
        yield words(station.street)
        yield words(station.community)
        yield from (Saying((where,), is_word=False) for where in whereabouts(station, self.districts[station.district]))
        yield from (self.facility_kinds[facility.kind] for facility in station.facilities)
        yield from (self.service_kinds[service.kind] for service in station.services)
        yield from (self.needs[code] for code in self.needs_met[station.id])

    def of_all(self, stations: Iterable[Station]) -> dict[Saying, Bits]:
        """All that is said of `stations`, with the places of those of which it is: most is said of many."""
        said: defaultdict[Saying, Bits] = defaultdict(int)
        for place, station in enumerate(stations):
            for saying in self.of(station):
                said[saying] |= 1 << place
        return said


def words(*texts: str) -> Saying:
    """`texts` as one saying."""
    return Saying(tuple(one for text in texts for one in spoken(text)))


def spoken(text: str) -> tuple[str, ...]:
    """`text`, and the Chinese of a translation: it stands on the sign above the door."""
    original = original_of(text)
    return (text,) if original == text else (text, original)


def names_of(kind: FacilityKind | ServiceKind) -> Saying:
    """What `kind` is called."""
    return words(kind.name, *kind.also)


def whereabouts(station: Station, district: District) -> Iterator[str]:
    """The address of `station` after the names of the places it lies in, which are said already, and its door."""
    address = original_of(station.address)
    for place in (district.province, district.city, district.name, station.street, station.community):
        address = address.removeprefix(original_of(place))
    yield address
    if isinstance(station.address, Translation):
        yield station.address
    if station.door and not isinstance(station.door, Unknown):
        yield from spoken(station.door)
