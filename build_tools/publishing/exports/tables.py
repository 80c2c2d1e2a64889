"""`data/*.csv` and `data/datapackage.json`: all that the site says, for spreadsheets and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.formats import TABLES, csv_uri
from build_tools.publishing.site import SiteFile
from build_tools.publishing.tables.catalogue import tables_of
from build_tools.publishing.tables.csv_file import csv_bytes
from build_tools.publishing.tables.package import package_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


def tables(made: Composed) -> Iterator[SiteFile]:
    """A file for each table, and what they are."""
    facts, wording = made.facts, made.wording
    found = tuple(tables_of(facts, wording, made.folder))
    for table in found:
        yield SiteFile(csv_uri(table.name), csv_bytes(table))
    described = package_text(found, facts.bulletin.site, wording, made.folder)
    yield SiteFile(TABLES.uri, described.encode())
