"""`data/*.csv` and `data/datapackage.json`: all that the site says, for spreadsheets and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.formats import TABLES, csv_uri
from build_tools.publishing.gathered import gathers, in_order
from build_tools.publishing.site import SiteFile
from build_tools.publishing.tables.catalogue import tables_of
from build_tools.publishing.tables.csv_file import csv_bytes, csv_file, lines_of_each
from build_tools.publishing.tables.package import package_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.publishing.gathered import Giving, Part
    from build_tools.publishing.tables.table import Table


def lines(made: Composed) -> Giving:
    """Gives the lines that each station has in each of the tables of stations and of what is inside them."""
    ours = [table for table in tables_in(made) if is_of_stations(table, made)]
    return lambda stations: list(zip(*(lines_of_each(table, stations) for table in ours), strict=True))


@gathers(lines)
def tables(made: Composed, parts: Sequence[Part]) -> Iterator[SiteFile]:
    """A file for each table, and what they are."""
    bulletin = made.facts.bulletin
    found = tables_in(made)
    of_stations = iter(list(zip(*in_order(bulletin.stations, parts), strict=True)))
    for table in found:
        content = csv_file(table, next(of_stations, ())) if is_of_stations(table, made) else csv_bytes(table)
        yield SiteFile(csv_uri(table.name), content)
    yield SiteFile(TABLES.uri, package_text(found, bulletin.site, made.wording, made.folder).encode())


def tables_in(made: Composed) -> tuple[Table, ...]:
    """All of one edition."""
    return tuple(tables_of(made.facts, made.wording, made.folder))


def is_of_stations(table: Table, made: Composed) -> bool:
    """Whether `table` tells of all stations: most of its lines are as in the last build."""
    return table.records is made.facts.bulletin.stations
