"""Data files → claims: CSV lines, and JSON of any shape that has months and numbers in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from tests.attack.claims import Claim, Kind, Scope
from tests.attack.months import iso

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.attack.scan import Reader

KEYS = {
    "驿站": "station",
    "类别": "category",
    "自": "from",
    "起": "from",
    "至": "to",
    "止": "to",
    "月份": "month",
    "件数": "count",
    "cases": "count",
    "value": "count",
    "成功率": "success_rate",
    "success": "success_rate",
    "街道": "street",
    "区": "district",
}
OF_OTHER_THINGS = ("role", "link_type")
"""Headings of lines that count people on duty, and of what HSDS says of a place by words of a list: no cases."""
ALL = ("", "合计", "全部", "all", "total")


def rows_of(source: str) -> list[dict[str, str]]:
    """The lines of a CSV file by their headings, in English."""
    table = csv.reader(io.StringIO(source.removeprefix("\ufeff")))
    heads = [KEYS.get(head.strip(), head.strip()) for head in next(table, [])]
    return [dict(zip(heads, line, strict=False)) for line in table]


def row_claims(row: Mapping[str, str], around: Scope, reader: Reader, where: str) -> Iterator[Claim]:
    """The figures of one line; a line of other things has none of cases."""
    if any(name in row for name in OF_OTHER_THINGS):
        return
    about = scope_of(row, around, reader)
    count = row.get("count", "").strip()
    if count:
        yield from reader.cell(count, about, "件数", where)
    if row.get("success_rate") and about.stream and about.last is not None:
        yield Claim(Kind.RATE, about, text=row["success_rate"].strip(), where=where)


def scope_of(row: Mapping[str, str], around: Scope, reader: Reader) -> Scope:
    """What a line is about."""
    about = Scope()
    for key in ("district", "street", "station", "category"):
        text = row.get(key, "").strip()
        if text not in ALL:
            about = (reader.names.scope(text) or Scope()).within(about)
    first = iso(row.get("from") or row.get("month") or "")
    last = iso(row.get("to") or row.get("month") or "")
    if last is not None:
        about = Scope(about.stations, about.categories, first, last)
    return about.within(around)


def json_claims(value: Any, around: Scope, reader: Reader, where: str) -> Iterator[Claim]:
    """The figures anywhere in a JSON value; keys that are names or months say what they are about."""
    if isinstance(value, dict):
        row = {KEYS.get(key, str(key)): str(one) for key, one in value.items() if isinstance(one, str | int | float)}
        about = scope_of(row, around, reader)
        yield from row_claims(row, around, reader, where)
        for key, one in value.items():
            yield from json_claims(one, keyed(key, reader).within(about), reader, where)
    elif isinstance(value, list):
        for one in value:
            yield from json_claims(one, around, reader, where)
    elif isinstance(value, str):
        yield from reader.claims(value, around, "", where, loose=True)
    elif isinstance(value, int) and around.stream and around.last is not None and around.first == around.last:
        yield Claim(Kind.COUNT, around, value, value, str(value), where, loose=True)


def keyed(key: str, reader: Reader) -> Scope:
    """What stands under `key` is about."""
    month = iso(key)
    return Scope(first=month, last=month) if month is not None else reader.names.scope(key) or Scope()
