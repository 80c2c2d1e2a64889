"""What must hold within records and between them: one function a rule, listed in `RULES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from build_tools.problems import Problem
from build_tools.reading.alias_rules import a_short_address_leads_to_one_station, an_alias_leads_to_one_page
from build_tools.reading.calendar_rules import (
    a_makeup_day_takes_a_weekend,
    holidays_do_not_overlap,
    holidays_lie_in_their_year,
)
from build_tools.reading.day_rules import verified_in
from build_tools.reading.event_rules import a_day_is_changed_once, a_file_lies_in_the_folder_of_its_year
from build_tools.reading.exception_rules import a_change_holds_good
from build_tools.reading.festival_rules import a_holiday_holds_its_own_day, a_year_has_all_its_festivals
from build_tools.reading.map_rules import MAP_RULES
from build_tools.reading.position_rules import a_position_is_in_china, a_position_is_near_its_district
from build_tools.reading.schedule_rules import (
    a_schedule_says_what_holidays_do,
    an_event_is_once_or_recurs,
    every_schedule_holds,
)
from build_tools.reading.statement_rules import (
    a_base_is_a_count,
    a_percentage_can_come_from_its_base,
    only_a_percentage_has_a_base,
)
from build_tools.reading.suggestions import suggested
from build_tools.reading.tally_rules import TALLY_RULES
from build_tools.reading.written import Written, each
from build_tools.records.alias import is_identifier
from build_tools.records.dates import PartialDate
from build_tools.records.district import District
from build_tools.records.event import Course, Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.site import Site
from build_tools.records.station import Life, Station
from build_tools.records.vocabulary import Vocabulary

if TYPE_CHECKING:
    from build_tools.records.vocabulary import Coded

Rule = Callable[[Sequence[Written]], Iterator[Problem]]


def codes_are_distinct(written: Sequence[Written]) -> Iterator[Problem]:
    """Within a vocabulary list, each code and each label stands for one entry, and codes fit an address."""
    for one, vocabulary in each(written, Vocabulary):
        lists: dict[str, tuple[Coded, ...]] = {
            "needs": vocabulary.needs,
            "facility_kinds": vocabulary.facility_kinds,
            "service_kinds": vocabulary.service_kinds,
            "audiences": vocabulary.audiences,
            "partner_kinds": vocabulary.partner_kinds,
            "tally_categories": vocabulary.tally_categories,
        }
        for key, entries in lists.items():
            taken: set[str] = set()
            for position, entry in enumerate(entries):
                if not is_identifier(entry.code):
                    yield one.problem("E054", key, position, text=entry.code)
                spellings = {entry.code, entry.name, *getattr(entry, "former_names", ())}
                for spelling in spellings & taken:
                    yield one.problem("E053", key, position, text=spelling)
                taken |= spellings


def a_site_has_an_address(written: Sequence[Written]) -> Iterator[Problem]:
    """Without one, canonical links and the site map are left out."""
    for one, site in each(written, Site):
        if site.address is None:
            yield one.problem("W101", "address")


def an_address_ends_with_a_slash(written: Sequence[Written]) -> Iterator[Problem]:
    """Other addresses are put behind it."""
    for one, site in each(written, Site):
        for key, address in (("address", site.address), ("edit_address", site.edit_address)):
            if address and not address.endswith("/"):
                yield one.problem("E055", key, text=address)


def a_station_stands_once(written: Sequence[Written]) -> Iterator[Problem]:
    """Two files of one district do not bear the same name."""
    files: dict[tuple[str, str], str] = {}
    for one, station in each(written, Station):
        first = files.setdefault((station.district, station.name), one.file)
        if first != one.file:
            yield one.problem("E062", "name", name=station.name, other=first)


def a_street_belongs_to_its_district(written: Sequence[Written]) -> Iterator[Problem]:
    """A station's street is one that its district lists."""
    districts = {district.id: district for _, district in each(written, District)}
    for one, station in each(written, Station):
        district = districts.get(station.district)
        if district and station.street not in district.streets:
            words = suggested(station.street, district.streets) if district.streets else {"unlisted": station.street}
            yield one.problem("E066", "street", street=station.street, district=district.id, **words)


def a_successor_is_another_station(written: Sequence[Written]) -> Iterator[Problem]:
    """Nobody is sent from a closed station to itself, or to another that has closed."""
    closed = {station.id: station for _, station in each(written, Station) if station.life is Life.CLOSED}
    for one, station in each(written, Station):
        if station.successor == station.id:
            yield one.problem("E069", "successor", name=station.id)
        elif station.successor in closed:
            yield one.problem("E058", "successor", name=closed[station.successor].name)


def nothing_belongs_to_itself(written: Sequence[Written]) -> Iterator[Problem]:
    """An organisation's parent is another one."""
    for one, organization in each(written, Organization):
        if organization.parent == organization.id:
            yield one.problem("E059", "parent", name=organization.id)


def days_are_in_order(written: Sequence[Written]) -> Iterator[Problem]:
    """Nothing ends before it begins, and nothing is due before it was verified."""
    for one, event in each(written, Event):
        if event.until and event.date and event.until < event.date:
            yield one.problem("E060", "until", until=event.until, date=event.date)
    for one, notice in each(written, Notice):
        if notice.until and notice.until < notice.published:
            yield one.problem("E060", "until", until=notice.until, date=notice.published)
    for one, where, verified in verified_in(written):
        if verified.due < verified.date:
            yield one.problem("E060", *where, until=verified.due, date=verified.date)


def a_moved_event_says_whither(written: Sequence[Written]) -> Iterator[Problem]:
    """改期 comes with 改到, and 改到 with 改期."""
    for one, event in each(written, Event):
        if (event.course is Course.MOVED) != (event.moved_to is not None):
            yield one.problem("E063", "course" if event.moved_to is None else "moved_to")


def a_closed_station_has_no_later_events(written: Sequence[Written]) -> Iterator[Problem]:
    """An event at a station is not later than the day it closed."""
    closed = {station.id: station for _, station in each(written, Station) if station.life is Life.CLOSED}
    for one, event in each(written, Event):
        station = closed.get(event.station or "")
        if station and closed_before(station, event):
            yield one.problem("E061", "station", name=station.name)


def closed_before(station: Station, event: Event) -> bool:
    """Whether `station` was certainly closed on the day of `event`, as far as its date of closing is known."""
    since = station.life_since
    if not isinstance(since, PartialDate):
        return False
    day = event.moved_to or event.date
    if day is None:
        return False
    known = (since.year, since.month or 12, since.day or 31)
    return (day.year, day.month, day.day) > known


RULES_OF_ONE_FILE: tuple[Rule, ...] = (
    every_schedule_holds,
    an_event_is_once_or_recurs,
    a_day_is_changed_once,
    a_change_holds_good,
    codes_are_distinct,
    a_site_has_an_address,
    an_address_ends_with_a_slash,
    a_position_is_in_china,
    nothing_belongs_to_itself,
    days_are_in_order,
    a_moved_event_says_whither,
    a_makeup_day_takes_a_weekend,
    holidays_lie_in_their_year,
    holidays_do_not_overlap,
    a_year_has_all_its_festivals,
    a_holiday_holds_its_own_day,
    a_file_lies_in_the_folder_of_its_year,
    only_a_percentage_has_a_base,
    a_base_is_a_count,
    a_percentage_can_come_from_its_base,
)
"""What they say of a file they say whatever stands in any other: so they may be asked where it is read."""
RULES_BETWEEN_FILES: tuple[Rule, ...] = (
    a_schedule_says_what_holidays_do,
    a_station_stands_once,
    a_street_belongs_to_its_district,
    a_position_is_near_its_district,
    a_successor_is_another_station,
    a_closed_station_has_no_later_events,
    an_alias_leads_to_one_page,
    a_short_address_leads_to_one_station,
    *TALLY_RULES,
    *MAP_RULES,
)
RULES = (*RULES_OF_ONE_FILE, *RULES_BETWEEN_FILES)
