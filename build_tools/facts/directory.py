"""Who offers what, where: stations by district, need, service and organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from build_tools.records.district import District
from build_tools.records.key import UNKNOWN, Unknown
from build_tools.records.organization import Organization
from build_tools.records.station import Life, Station
from build_tools.records.values import Have, Provision
from build_tools.records.vocabulary import Coded, FacilityKind, Need, ServiceKind, TallyCategory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.records.bulletin import Bulletin
    from build_tools.records.service import Service
    from build_tools.records.vocabulary import Vocabulary

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary by code."""

    needs: Mapping[str, Need]
    facility_kinds: Mapping[str, FacilityKind]
    service_kinds: Mapping[str, ServiceKind]
    audiences: Mapping[str, Coded]
    partner_kinds: Mapping[str, Coded]
    tally_categories: Mapping[str, TallyCategory]


class Answer(NamedTuple):
    """How one station meets a need."""

    station: Station
    need: str

    def means(self, lexicon: Lexicon) -> list[str]:
        """Names of the facilities and services that do; empty when the station only says that it does."""
        kinds = kinds_at(self.station, lexicon)
        return list(dict.fromkeys(kind.name for kind in kinds if self.need in kind.needs))


class Offer(NamedTuple):
    """One service at one station."""

    station: Station
    service: Service
    anchor: str
    """The part of the station's page that shows it; a second service of the same kind is numbered."""


class Entrance(NamedTuple):
    """Whether one gets into one station without steps."""

    station: Station
    step_free: Provision | Unknown

    @property
    def passable(self) -> bool:
        """Whether it is known that one does, at least in part."""
        return isinstance(self.step_free, Provision) and self.step_free.have is not Have.NO


class Part(NamedTuple):
    """What an organisation does at a station."""

    station: Station
    role: str


@dataclass(frozen=True, slots=True)
class Directory:
    """The same stations, looked up from every side."""

    lexicon: Lexicon
    districts: Mapping[str, District]
    organizations: Mapping[str, Organization]
    stations: Mapping[str, Station]
    by_district: Mapping[str, tuple[Station, ...]]
    needs_met: Mapping[str, tuple[str, ...]]
    """Station → the needs it meets, in the vocabulary's order."""
    answers: Mapping[str, tuple[Answer, ...]]
    """Need → open stations that meet it."""
    offers: Mapping[str, tuple[Offer, ...]]
    """Service kind → open stations that have it."""
    entrances: tuple[Entrance, ...]
    """Those of all open stations."""
    parts: Mapping[str, tuple[Part, ...]]
    """Organisation → what it does at which station."""


def derive_directory(bulletin: Bulletin) -> Directory:
    """The directory of `bulletin`; every group in the order of the records."""
    lexicon = lexicon_of(bulletin.vocabulary)
    needs_met = {station.id: needs_met_by(station, lexicon) for station in bulletin.stations}
    open_stations = [station for station in bulletin.stations if station.life is Life.OPEN]
    return Directory(
        lexicon=lexicon,
        districts={district.id: district for district in bulletin.districts},
        organizations={organization.id: organization for organization in bulletin.organizations},
        stations={station.id: station for station in bulletin.stations},
        by_district=grouped((station.district, station) for station in bulletin.stations),
        needs_met=needs_met,
        answers=grouped((need, Answer(station, need)) for station in open_stations for need in needs_met[station.id]),
        offers=grouped((offer.service.kind, offer) for station in open_stations for offer in offers_of(station)),
        entrances=tuple(Entrance(station, step_free(station)) for station in open_stations),
        parts=grouped(part for station in bulletin.stations for part in parts_of(station, lexicon)),
    )


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """`vocabulary`, by code."""
    return Lexicon(
        needs={entry.code: entry for entry in vocabulary.needs},
        facility_kinds={entry.code: entry for entry in vocabulary.facility_kinds},
        service_kinds={entry.code: entry for entry in vocabulary.service_kinds},
        audiences={entry.code: entry for entry in vocabulary.audiences},
        partner_kinds={entry.code: entry for entry in vocabulary.partner_kinds},
        tally_categories={entry.code: entry for entry in vocabulary.tally_categories},
    )


def needs_met_by(station: Station, lexicon: Lexicon) -> tuple[str, ...]:
    """The needs that `station` meets, in the vocabulary's order: stated, or by what it has and does."""
    met = set(station.needs).union(*(kind.needs for kind in kinds_at(station, lexicon)))
    return tuple(need for need in lexicon.needs if need in met)


def kinds_at(station: Station, lexicon: Lexicon) -> list[FacilityKind | ServiceKind]:
    """What `station` has and does."""
    has: list[FacilityKind | ServiceKind] = [lexicon.facility_kinds[facility.kind] for facility in station.facilities]
    return has + [lexicon.service_kinds[service.kind] for service in station.services]


def step_free(station: Station) -> Provision | Unknown:
    """What is said of wheelchairs at `station`, or else of a ramp, which helps in part where wheelchairs do not get in."""
    ramp, wheelchair = station.accessibility.ramp, station.accessibility.wheelchair
    has_ramp = isinstance(ramp, Provision) and ramp.have is not Have.NO
    if isinstance(wheelchair, Provision) and wheelchair.have is not Have.NO:
        return wheelchair
    if has_ramp:
        return ramp if isinstance(wheelchair, Unknown) else Provision(Have.PARTLY)
    return UNKNOWN if isinstance(ramp, Unknown) or isinstance(wheelchair, Unknown) else wheelchair


def offers_of(station: Station) -> Iterator[Offer]:
    """The services of `station`, each with its anchor."""
    seen: dict[str, int] = {}
    for service in station.services:
        times = seen[service.kind] = seen.get(service.kind, 0) + 1
        yield Offer(station, service, anchor_of(service.kind, times))


@lru_cache(maxsize=1_000)  # tens of thousands of services have the same few anchors
def anchor_of(kind: str, times: int) -> str:
    """The part of a station's page that shows its service of a `kind`, the first or a further one."""
    return f"service-{kind}-{times}" if times > 1 else f"service-{kind}"


def parts_of(station: Station, lexicon: Lexicon) -> Iterator[tuple[str, Part]]:
    """Each organisation that takes part in `station`, as partner or as provider of a service, once a role."""
    roles = [(partner.organization, partner.role) for partner in station.partners if partner.organization]
    named = set(roles)
    for service in station.services:
        if isinstance(service.provider, str):
            role = (service.provider, lexicon.service_kinds[service.kind].name)
            if role not in named:
                roles.append(role)
                named.add(role)
    return ((organization, Part(station, role)) for organization, role in roles)


def grouped(pairs: Iterable[tuple[str, Member]]) -> dict[str, tuple[Member, ...]]:
    """The members of `pairs` under their keys."""
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for key, member in pairs:
        groups[key].append(member)
    return {key: tuple(members) for key, members in groups.items()}
