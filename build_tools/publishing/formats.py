"""The same facts in formats for programs: where each file stands, of which type it is, and which pages name it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.derive import Facts
from build_tools.publishing.atom import TYPE as ATOM
from build_tools.publishing.hsds.ids import Ids
from build_tools.publishing.site import Alternate
from build_tools.publishing.station_calendar import calendar_uri, has_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.organization import Organization
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Format:
    """A file of every site that has what it takes to make one."""

    uri: str
    type: str
    """Its media type, as IANA registers it."""
    is_there: Callable[[Facts], bool] = lambda _: True
    words: str = ""
    """The key of its title, where programs show one."""
    shared: bool = False
    """Whether it is one for all editions; others stand in the folder of each."""

    def in_folder(self, folder: str) -> str:
        """Its address for the edition in `folder`."""
        return self.uri if self.shared else folder + self.uri


def csv_uri(table: str) -> str:
    """The address of a table."""
    return f"data/{table}.csv"


def has_address(facts: Facts) -> bool:
    """Whether there are feeds: their links have to be whole addresses."""
    return facts.bulletin.site.address is not None


def has_changes(facts: Facts) -> bool:
    """Whether there is a feed of changes, beside their page."""
    return has_address(facts) and facts.bulletin.history is not None


def has_base(facts: Facts) -> bool:
    """Whether there are HSDS files: they need names for ever."""
    return facts.bulletin.site.uuid_base is not None


MANY = 1_000
"""Stations above which a site has files of records only if it says so: each makes a dozen, so ten thousand 130,000."""


def has_record_files(facts: Facts) -> bool:
    """Whether there is an HSDS file for each record, beside the lists."""
    wanted = facts.bulletin.site.record_files
    return has_base(facts) and (len(facts.bulletin.stations) <= MANY if wanted is None else wanted)


def has_tallies(facts: Facts) -> bool:
    """Whether any station publishes counts."""
    return bool(facts.bulletin.tallies)


CSV = "text/csv"
JSON = "application/json"
CALENDAR = "text/calendar"
FEED = Format("feed.xml", ATOM, has_address, "data.feed")
CHANGES = Format("changes.xml", ATOM, has_changes, "changes.title")
GEOJSON = Format("data/stations.geojson", "application/geo+json")
TABLES = Format("data/datapackage.json", JSON)
STATIONS, SERVICES, ORGANIZATIONS = (Format(csv_uri(name), CSV) for name in ("stations", "services", "organizations"))
EVENT_TABLE, NOTICE_TABLE = (Format(csv_uri(name), CSV) for name in ("events", "notices"))
TALLIES = Format(csv_uri("tallies"), CSV, has_tallies)
EVENTS = Format("events/calendar.ics", CALENDAR, shared=True)
HSDS_FOLDER = "data/hsds/v3/"
HSDS_LISTS = ("services", "organizations", "locations", "service_at_locations", "taxonomies", "taxonomy_terms")
HSDS = Format(f"{HSDS_FOLDER}index.json", JSON, has_base, shared=True)

OF_SECTIONS: dict[str, tuple[Format, ...]] = {
    "": (FEED, CHANGES),
    "stations": (GEOJSON, STATIONS),
    "districts": (GEOJSON, STATIONS),
    "needs": (GEOJSON, STATIONS),
    "step-free": (GEOJSON, STATIONS),
    "services": (SERVICES,),
    "events": (EVENTS, EVENT_TABLE, FEED),
    "notices": (NOTICE_TABLE, FEED),
    "organizations": (ORGANIZATIONS,),
    "stats": (TALLIES,),
    "changes": (CHANGES,),
    "data": (TABLES, GEOJSON, HSDS),
}
"""First part of an address → what the pages there name as the same for programs."""


def hsds_list(name: str) -> Format:
    """The first page of a list of HSDS."""
    return Format(f"{HSDS_FOLDER}{name}.json", JSON, has_base, shared=True)


def alternates_of_station(station: Station, facts: Facts) -> Iterator[Alternate]:
    """What the page of `station` names: its calendar, and its record as HSDS has it."""
    if has_calendar(station):
        yield Alternate(calendar_uri(station.id), CALENDAR)
    if has_record_files(facts):
        yield Alternate(f"{HSDS_FOLDER}locations/{Ids(facts.bulletin.site).location(station)}.json", JSON)


def alternates_of_organization(organization: Organization, facts: Facts, folder: str = "") -> Iterator[Alternate]:
    """What the page of `organization` in `folder` names: the table it stands in, and its record as HSDS has it."""
    yield Alternate(ORGANIZATIONS.in_folder(folder), ORGANIZATIONS.type)
    if has_record_files(facts):
        uri = f"{HSDS_FOLDER}organizations/{Ids(facts.bulletin.site).organization(organization)}.json"
        yield Alternate(uri, JSON)


def alternates_of(section: str, facts: Facts, folder: str, say: Callable[[str], str]) -> Iterator[Alternate]:
    """What the pages below `section` of the edition in `folder` name by their place in the site."""
    for one in OF_SECTIONS.get(section, ()):
        if one.is_there(facts):
            yield Alternate(one.in_folder(folder), one.type, say(one.words) if one.words else "")
