"""A station's page, in sections: a new section is a template in `templates/station/` and its name here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from build_tools.facts.directory import offers_of
from build_tools.facts.freshness import freshness_of
from build_tools.publishing.addresses import organization_uri, station_uri
from build_tools.publishing.formats import alternates_of_station
from build_tools.publishing.json_ld.station import civic_structure
from build_tools.publishing.map_links import map_links_of
from build_tools.publishing.pages.cases import cases_at, retirements_at
from build_tools.publishing.pages.event import event_line
from build_tools.publishing.pages.notice import notice_line
from build_tools.publishing.pages.osm import osm_by
from build_tools.publishing.pages.paper import paper_of, posted_hours
from build_tools.publishing.pages.photo import figures_of
from build_tools.publishing.pages.service_kind import is_brief, known_line
from build_tools.publishing.pages.state import hours_state, state_of
from build_tools.publishing.pages.week import changes_at, weeks_at
from build_tools.publishing.station_calendar import calendar_uri, has_calendar
from build_tools.records.district import place_words
from build_tools.records.files import Kind
from build_tools.records.key import Unknown
from build_tools.records.service import Whenever
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Offer
    from build_tools.facts.occurrences import Occurrence
    from build_tools.publishing.pages.notice import NoticeLine
    from build_tools.publishing.pages.week import TimedOffer
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.organization import Organization
    from build_tools.records.service import Service
    from build_tools.records.station import Station
    from build_tools.records.vocabulary import Coded, Icon

Value = TypeVar("Value")
SHORT = 4
"""Signs of a name that a door plate can set in its largest type."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a page by where they stand: on a wide screen those of the side beside the main ones."""

    main: tuple[str, ...]
    side: tuple[str, ...]
    last: tuple[str, ...]


SECTIONS = Layout(
    main=("hours", "inside", "services", "channels"),
    side=("events", "access", "verified", "duty", "partners", "history"),
    last=("photos", "statements", "cases", "wrong", "paper", "staff"),
)
SECTIONS_OF_CLOSED = Layout(main=("history",), side=("verified",), last=("statements", "cases", "wrong", "paper"))


class Thing(NamedTuple):
    """Something one finds in a station, whether it was written as equipment or as an everyday service."""

    name: str
    icon: Icon | None
    note: str
    anchor: str = ""


class Helper(NamedTuple):
    """A partner: its kind's name or, where known, its own with its page."""

    name: str
    uri: str
    role: str


def station_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/stations/<id>/`, also for stations that have closed."""
    notices, events = about_stations(facts, press)
    for station in facts.bulletin.stations:
        yield station_page(station, facts, press, notices.get(station.id, []), events.get(station.id, []))


def about_stations(facts: Facts, press: Press) -> tuple[Mapping[str, list[NoticeLine]], Mapping[str, list[Occurrence]]]:
    """Station → its notices in force, and its events ahead."""
    notices: dict[str, list[NoticeLine]] = {}
    events: dict[str, list[Occurrence]] = {}
    for notice in facts.agenda.in_force:
        for station in notice.stations:
            notices.setdefault(station, []).append(notice_line(notice, press))
    for one in facts.agenda.ahead:
        if one.event.station:
            events.setdefault(one.event.station, []).append(one)
    return notices, events


def station_page(
    station: Station, facts: Facts, press: Press, notices: list[NoticeLine], events: list[Occurrence]
) -> SitePage:
    """The page of `station`."""
    district = facts.directory.districts[station.district]
    return press.page(
        station_uri(station.id),
        "station.html",
        title=station.name,
        summary=press.say(
            "station.summary", place=place_words(district.city, district.name, station.street), summary=station.summary
        ),
        source=Kind.STATION.file(station.id),
        made_from=[press.sources.stations[station.id]],
        near=station.district,
        changed=None if isinstance(station.verified, Unknown) else station.verified.date,
        linked_data=partial(civic_structure, station, facts, press.folder + station_uri(station.id)),
        alternates=tuple(alternates_of_station(station, facts)),
        assets=("cases.css",) if station.id in facts.tallies else (),
        shows=partial(sections_of, station, facts, press, notices, events),
    )


def sections_of(
    station: Station, facts: Facts, press: Press, notices: list[NoticeLine], events: list[Occurrence]
) -> dict[str, Any]:
    """What the sections of the page of `station` show."""
    directory, offers = facts.directory, timed_offers(station, facts)
    return dict(
        layout=SECTIONS_OF_CLOSED if station.life is Life.CLOSED else SECTIONS,
        station=station,
        phrases=phrases_of(station),
        is_short=len(station.name) <= SHORT,
        district=directory.districts[station.district],
        map_links=map_links_of(station),
        figures=figures_of(station.photos, facts),
        paper=paper_of(station_uri(station.id), facts, press, station),
        urgent=[line for line in notices if line.notice.urgent],
        notices=[line for line in notices if not line.notice.urgent],
        events=[event_line(one, facts, press) for one in events],
        successor=directory.stations.get(station.successor or ""),
        as_of=same_for_all([one.as_of for one in station.statements]),
        cases=cases_at(station, facts, press),
        retirements=retirements_at(station, facts, press),
        freshness=freshness_of(station.verified, facts.today),
        point_freshness=freshness_of(station.position.verified, facts.today) if station.position else None,
        **when_open(station, offers, events, facts, press),
        **what_is_there(station, offers, facts, press),
    )


def timed_offers(station: Station, facts: Facts) -> list[TimedOffer]:
    """The services of `station`, each with its times if it is open."""
    is_open = station.life is Life.OPEN
    of_part = facts.timetables.of_part
    return [(offer, of_part(offer.service, station) if is_open else None) for offer in offers_of(station)]


def when_open(
    station: Station, offers: Sequence[TimedOffer], events: Sequence[Occurrence], facts: Facts, press: Press
) -> dict[str, Any]:
    """What the sections about the hours of `station` show."""
    is_open = station.life is Life.OPEN
    table = facts.timetables.of_station(station) if is_open else None
    hours = hours_state(station, table, press.shown)
    return {
        "state": hours if is_open else state_of(station, facts, press.shown),
        "hours_state": hours._replace(note=""),
        "note": hours.note,
        "weeks": weeks_at(table, offers, events, facts, press) if is_open else [],
        "changes": changes_at(table, press) if table else None,
        "calendar": calendar_uri(station.id) if has_calendar(station) else "",
        "osm": osm_by(table, press) if table else None,
        "posted": posted_hours(station, facts, press),
    }


def what_is_there(station: Station, offers: Sequence[TimedOffer], facts: Facts, press: Press) -> dict[str, Any]:
    """What the sections about things, services and helpers at `station` show."""
    directory, links = facts.directory, press.links(station_uri(station.id))
    kinds = directory.lexicon.partner_kinds
    return {
        "equipment": equipment_in(station, facts),
        "everyday": [everyday(one, facts) for one, _ in offers if is_everyday(one.service)],
        "services": [
            known_line(one, table, links, facts, press) for one, table in offers if not is_everyday(one.service)
        ],
        "offered": directory.offers.keys(),
        "helpers": helpers_of(station, directory.organizations, kinds),
        "partner_kinds": [kinds[one.kind].name for one in station.partners if not (one.role or one.organization)],
    }


def phrases_of(station: Station) -> list[str]:
    """The name of `station`, parted where a long line may break: after its community or street."""
    for place in (station.community, station.street):
        if place and station.name.startswith(place) and station.name != place:
            return [place, station.name.removeprefix(place)]
    return [station.name]


def is_everyday(service: Service) -> bool:
    """Whether `service` is simply there whenever the station is open, with no more to say of it."""
    return isinstance(service.times, Whenever) and is_brief(service) and not isinstance(service.cost, Unknown)


def equipment_in(station: Station, facts: Facts) -> list[Thing]:
    """What is there to be used."""
    kinds = facts.directory.lexicon.facility_kinds
    return [Thing(kinds[one.kind].name, kinds[one.kind].icon, one.note) for one in station.facilities]


def everyday(offer: Offer, facts: Facts) -> Thing:
    """A service that is always there, with its cost unless its name says it."""
    kind, cost = facts.directory.lexicon.service_kinds[offer.service.kind], offer.service.cost
    return Thing(kind.name, kind.icon, cost if isinstance(cost, str) and cost not in kind.name else "", offer.anchor)


def same_for_all(values: Sequence[Value]) -> Value | None:
    """The value that all of `values` share, if there are several."""
    return values[0] if len(values) > 1 and all(value == values[0] for value in values) else None


def helpers_of(station: Station, organizations: Mapping[str, Organization], kinds: Mapping[str, Coded]) -> list[Helper]:
    """The partners of `station`: those with a name of their own first."""
    named = [
        Helper(organizations[one.organization].name, organization_uri(one.organization), one.role)
        for one in station.partners
        if one.organization
    ]
    return named + [
        Helper(kinds[one.kind].name, "", one.role) for one in station.partners if one.role and not one.organization
    ]
