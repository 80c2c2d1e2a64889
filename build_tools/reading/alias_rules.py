"""An old address leads to one page, and so does a short one.

No file has an id that is another's alias, no two have the same alias, and no two stations the same short name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.written import Written, each
from build_tools.records.alias import oldest_id
from build_tools.records.event import Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.short import short_of
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem

Aliased = Station | Event | Notice | Organization
KINDS: tuple[type[Aliased], ...] = (Station, Event, Notice, Organization)


def an_alias_leads_to_one_page(written: Sequence[Written]) -> Iterator[Problem]:
    """Within a kind of record, and within a year for those that stand in years."""
    for kind in KINDS:
        if not any(record.aliases for _, record in each(written, kind)):
            continue
        records = without_copies(list(each(written, kind)))
        living = {address_of(record, record.id): one.file for one, record in records}
        claimed: dict[tuple[str, str], str] = {}
        for one, record in records:
            for position, alias in enumerate(record.aliases):
                address = address_of(record, alias)
                if address in living:
                    yield one.problem("E221", "aliases", position, text=alias, other=living[address])
                elif claimed.setdefault(address, one.file) != one.file or alias in record.aliases[:position]:
                    yield one.problem("E222", "aliases", position, text=alias, other=claimed[address])


def without_copies(records: list[tuple[Written, Aliased]]) -> list[tuple[Written, Aliased]]:
    """`records` without stations that stand there twice: that is told, and the copy's aliases are no mistake of their own."""
    first: dict[tuple[str, ...], str] = {}
    return [
        (one, record)
        for one, record in records
        if not isinstance(record, Station) or first.setdefault((record.district, record.name), one.file) == one.file
    ]


def address_of(record: Aliased, id: str) -> tuple[str, str]:
    """What tells the address of `record`, were it named `id`, from those of others of its kind."""
    return getattr(record, "year", ""), id


def a_short_address_leads_to_one_station(written: Sequence[Written]) -> Iterator[Problem]:
    """On door plates; told of the file that may have another name, since nobody can change an alias any more."""
    claimed: dict[str, tuple[str, str]] = {}
    for one, station in sorted(each(written, Station), key=lambda pair: not pair[1].aliases):
        oldest = oldest_id(station)
        first, other = claimed.setdefault(short_of(oldest), (oldest, one.file))
        if first != oldest:
            where = ("aliases", 0) if station.aliases else ()
            yield one.problem("E219", *where, text=oldest, other=other)
