"""The tables of schedules: of stations with what they do, of events that recur, and of districts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from build_tools.facts.directory import offers_of
from build_tools.publishing.tables.branches import districts, events, stations
from build_tools.publishing.tables.columns import is_of_times
from build_tools.publishing.tables.lines import BOOLEANS, CODES, DATES, HEADS, INTEGERS, rows_of
from build_tools.publishing.tables.table import Column, Table
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.tables.branches import Branch
    from build_tools.publishing.tables.cells import Cell
    from build_tools.publishing.tables.columns import Making
    from build_tools.publishing.tables.legend import Legend
    from build_tools.records.station import Station

HOURS = ("times", "repeats")
"""What a service, a channel or an event calls its hours; in these tables all are called as a station calls its own."""
TYPES = dict.fromkeys(BOOLEANS, "boolean") | dict.fromkeys(INTEGERS, "integer") | dict.fromkeys(DATES, "date")


def schedule_tables(facts: Facts, making: Making) -> Iterator[Table]:
    """All of them."""
    parts = heads(making.legend, "part")
    yield schedule_table("schedules", stations(facts, making), making, parts)
    yield schedule_table("event_schedules", events(facts, making), making)
    yield schedule_table("district_schedules", districts(facts, making), making)


def schedule_table(name: str, branch: Branch, making: Making, parts: tuple[Column, ...] = ()) -> Table:
    """The table of what is written of times in the records of `branch`, and if there are `parts` in those of their parts."""
    owners = branch.handed_down

    def rows(records: Sequence[Any]) -> Iterator[tuple[Cell, ...]]:
        for path in branch.paths(records):
            about = tuple(column.of(path) for column in owners)
            if not parts:
                yield from (about + row for row in rows_in(path[0]))
                continue
            for part, record in parts_of(path[0]):
                yield from ((*about, part, *row) for row in rows_in(record))

    columns = (*owners, *parts, *heads(making.legend, *HEADS))
    keyless = tuple(replace(column, is_key=False) for column in columns)
    return Table(name, making.legend.of_table(name), keyless, branch.records, rows, branch.referred_to)


def heads(legend: Legend, *names: str) -> tuple[Column, ...]:
    """Columns of which each row brings the cells."""
    return tuple(
        Column(name, legend.of_column(name), lambda _: None, TYPES.get(name, "string"), codes=CODES.get(name, ()))
        for name in names
    )


def parts_of(station: Station) -> Iterator[tuple[str, Any]]:
    """`station` itself and whatever in it has times of its own, by the name that tells it from the rest."""
    yield "", station
    for offer in offers_of(station):
        yield offer.anchor, offer.service
    for number, channel in enumerate(station.channels, start=1):
        yield channel_part(number), channel


def channel_part(number: int) -> str:
    """How the channel with this `number` is named."""
    return f"channel-{number}"


def rows_in(record: Any) -> Iterator[tuple[Cell, ...]]:
    """All rows of what `record` itself says of times."""
    for name, aspect in aspects_of(record.__class__):
        value = getattr(record, name)
        if value is not None and value != ():
            yield from rows_of(aspect, value)


@cache
def aspects_of(record: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a class that say something of times, and how that is called."""
    return tuple(
        (field.name, "hours" if field.english in HOURS else field.english)
        for field in form_of(record).fields
        if is_of_times(field.shape)
    )
