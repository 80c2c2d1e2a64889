"""`data/hsds/v3/`: stations, services and organisations in the Human Services Data Specification of Open Referral."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.formats import has_base, has_record_files
from build_tools.publishing.gathered import gathers, in_order
from build_tools.publishing.hsds.catalogue import (
    listed,
    lists_of_stations,
    other_lists,
    other_records,
    records_of_stations,
)
from build_tools.publishing.hsds.files import base_file
from build_tools.publishing.hsds.publication import publication_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.publishing.gathered import Giving, Part
    from build_tools.publishing.site import SiteFile
    from build_tools.records.station import Station


def entries(made: Composed) -> Giving:
    """Gives what lists carry of each station; nothing without a base for UUIDs."""
    if not has_base(made.facts):
        return lambda _: ()
    publication = publication_of(made.facts, made.wording)
    return lambda stations: [listed(station, publication) for station in stations]


@gathers(entries)
def hsds(made: Composed, parts: Sequence[Part]) -> Iterator[SiteFile]:
    """The lists, and the records that are not of stations; nothing without a base for UUIDs."""
    if not has_base(made.facts):
        return
    publication = publication_of(made.facts, made.wording)
    yield base_file()
    yield from lists_of_stations(in_order(made.facts.bulletin.stations, parts))
    yield from other_lists(publication)
    if has_record_files(made.facts):
        yield from other_records(publication)


def station_records(made: Composed, stations: Sequence[Station]) -> Iterator[SiteFile]:
    """A file for each record of `stations`, if the site has such files."""
    if has_record_files(made.facts):
        yield from records_of_stations(stations, publication_of(made.facts, made.wording))
