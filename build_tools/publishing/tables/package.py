"""What the tables are, for programs: a Tabular Data Package, https://specs.frictionlessdata.io/tabular-data-package/."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from build_tools.records.licence import Licence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.publishing.tables.table import Column, Reference, Table
    from build_tools.records.site import Site
    from build_tools.wording import Wording

PROFILE = "tabular-data-package"
DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
WORDS_ARE_AT = "index.html"
"""The page beside the package says under which terms the data are, also where these have no page of their own."""


def package_text(tables: Sequence[Table], site: Site, wording: Wording, folder: str = "") -> str:
    """`datapackage.json` for `tables`, which lie beside it."""
    package: dict[str, Any] = {
        "profile": PROFILE,
        "name": "station-bulletin",
        "title": str(site.name),
        "description": wording.say("table.how_to_read"),
    }
    if site.address:
        package["homepage"] = site.address + folder
    if site.data_licence:
        package["licenses"] = [licence(site.data_licence)]
    package["resources"] = [resource(table) for table in tables]
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def licence(declared: Licence | str) -> dict[str, str]:
    """The terms, as they are declared."""
    if isinstance(declared, Licence):
        return {"name": re.sub("[ ]", "-", declared.label), "path": declared.page, "title": declared.label}
    return {"path": WORDS_ARE_AT, "title": declared}


def resource(table: Table) -> dict[str, Any]:
    """One file."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.said.meaning,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """What the columns of `table` hold; an empty cell is not known, or nobody wrote it."""
    described: dict[str, Any] = {"fields": [field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        described["primaryKey"] = list(table.key)
    if table.references:
        described["foreignKeys"] = [foreign_key(one, table) for one in table.references]
    return described


def field(column: Column) -> dict[str, Any]:
    """One column."""
    described: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.said.title}
    if column.said.meaning:
        described["description"] = column.said.meaning
    if column.codes:
        described["constraints"] = {"enum": list(column.codes)}
    return described


def foreign_key(reference: Reference, table: Table) -> dict[str, Any]:
    """What can be looked up; a table that refers to itself is named by nothing."""
    place = "" if reference.table == table.name else reference.table
    return {"fields": list(reference.columns), "reference": {"resource": place, "fields": list(reference.keys)}}
