"""Home: what one needs, where one can go, what is on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from build_tools.publishing.addresses import station_uri
from build_tools.publishing.json_ld.website import web_site
from build_tools.publishing.pages.card import by_life, place_of
from build_tools.publishing.pages.event import event_line
from build_tools.publishing.pages.notice import notice_line
from build_tools.publishing.pages.service_kind import has_days, regular_services
from build_tools.publishing.pages.state import State, state_of
from build_tools.records.station import Life
from build_tools.records.vocabulary import Need

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.service import Channel
    from build_tools.records.station import Station

STATIONS = 6
"""More than this are found through districts and needs."""
OPENS = (False, 0)
"""The first rank of all."""
LINES = 4
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane of the lit window."""

    need: Need
    uri: str
    stations: int


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A station in the short list."""

    uri: str
    name: str
    place: str
    state: State


def place_line(station: Station, facts: Facts, press: Press) -> PlaceLine:
    """The line of `station`."""
    return PlaceLine(
        station_uri(station.id), station.name, place_of(station, facts), state_of(station, facts, press.shown)
    )


def home_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """The one page at the site's own address."""
    site, agenda = facts.bulletin.site, facts.agenda
    stations = by_life(facts.bulletin.stations)
    urgent = [notice for notice in agenda.in_force if notice.urgent][:1]
    greeting = next((essay for essay in facts.bulletin.essays if essay.id == "index"), None)
    yield press.page(
        "",
        "home.html",
        title=site.name,
        summary=site.summary,
        menu=press.say("menu.home"),
        linked_data=partial(web_site, site, press.folder),
        panes=panes(facts),
        places=[place_line(station, facts, press) for station in some_today(stations, facts)],
        often=often_sought(facts),
        urgent=[notice_line(notice, press) for notice in urgent],
        notices=[notice_line(notice, press) for notice in agenda.in_force if notice not in urgent][:LINES],
        events=[event_line(event, facts, press) for event in agenda.ahead[:LINES]],
        past_events=[event_line(event, facts, press) for event in agenda.past[:LINES]],
        regular=list(islice(regular_services(facts), LINES)),
        channels=list(islice(ways_in(stations), 2)),
        greeting=greeting,
    )


def ways_in(stations: Iterable[Station]) -> Iterator[tuple[Station, Channel]]:
    """The channels of `stations` of which the steps are known."""
    return ((station, channel) for station in stations for channel in station.channels if channel.steps)


def some_today(stations: Sequence[Station], facts: Facts) -> list[Station]:
    """A few of `stations`: the first that open today, then those that do not, then those of which nobody knows."""
    opening = list(islice((one for one in stations if rank_today(one, facts) == OPENS), STATIONS))
    if len(opening) == STATIONS:
        return opening
    return sorted(stations, key=lambda one: rank_today(one, facts))[:STATIONS]


def rank_today(station: Station, facts: Facts) -> tuple[bool, int]:
    """Whether `station` is not open these days; and 0 if it opens today, 1 if not, 2 if nobody knows.

    The day is the page's, the hour of reading is nobody's.
    """
    table = facts.timetables.of_station(station)
    state = table.on(facts.today) if table else None
    if state is None or not state.known or not state.clock:
        return station.life is not Life.OPEN, 2
    return station.life is not Life.OPEN, 0 if state.sessions else 1


def often_sought(facts: Facts) -> list[tuple[str, str]]:
    """The first kinds of service that one can have here, those with days of their own before the others; with addresses."""
    offers = facts.directory.offers
    kinds = [kind for kind in facts.bulletin.vocabulary.service_kinds if kind.code in offers]
    kinds.sort(key=lambda kind: not any(has_days(offer) for offer in offers[kind.code]))
    return [(kind.name, f"services/{kind.code}/") for kind in kinds[:OFTEN]]


def panes(facts: Facts) -> list[Pane]:
    """The window, in the vocabulary's order."""
    answers = facts.directory.answers
    return [
        Pane(need, f"needs/{need.code}/", len(answers.get(need.code, ()))) for need in facts.bulletin.vocabulary.needs
    ]
