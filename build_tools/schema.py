"""Records → JSON Schemas, with which editors complete keys and explain them."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any

from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.key import FreeText
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.shapes import Field, Shape, form_of, is_choice
from build_tools.records.site import Site
from build_tools.records.station import Station
from build_tools.records.vocabulary import Vocabulary

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors' YAML extensions speak."""
RECORDS: dict[str, type] = {
    "site": Site,
    "vocabulary": Vocabulary,
    "district": District,
    "organization": Organization,
    "station": Station,
    "event": Event,
    "notice": Notice,
}
Schema = dict[str, Any]
UNKNOWN_WORD: Schema = {"enum": ["未知", "unknown"]}
ONE_LINE: Schema = {"type": ["string", "number", "boolean"]}
"""Text of any look: `45` and `12:30` are texts to us, whatever a YAML reader makes of them."""


def schemas() -> dict[str, Schema]:
    """Kind of file → its schema."""
    return {name: {"$schema": DIALECT, **schema_of(record)} for name, record in RECORDS.items()}


def schema_of(record: type) -> Schema:
    """The schema of `record`: each key under both its names, one of them at a time."""
    fields = form_of(record).fields
    properties = {spelling: property_of(field) for field in fields for spelling in (field.key.label, field.name)}
    required = [
        {"oneOf": [{"required": [field.key.label]}, {"required": [field.name]}]} for field in fields if field.required
    ]
    never_both = [
        {"not": {"required": [field.key.label, field.name]}} for field in fields if not field.required
    ]
    return {"type": "object", "additionalProperties": False, "properties": properties, "allOf": required + never_both}


def property_of(field: Field) -> Schema:
    """What may stand under one key, with its Chinese label and meaning."""
    key = field.key
    described: Schema = {"title": key.label, "description": key.meaning}
    if key.example:
        described["examples"] = [key.example]
    return {**described, **allowed(field.shape)}


def allowed(shape: Shape) -> Schema:
    """What may stand where `shape` is expected."""
    options = [{"enum": [*member.value]} for choice in shape.words for member in choice]
    if shape.unknown:
        options.append(UNKNOWN_WORD)
    if shape.many:
        entry = allowed(shape.many)
        options += [{"type": "array", "items": entry}, entry]
    else:
        options.append(single(shape))
    return options[0] if len(options) == 1 else {"anyOf": options}


def single(shape: Shape) -> Schema:
    """What one value of `shape` may look like."""
    base = shape.base
    if is_dataclass(base) and not hasattr(base, "from_text"):
        nested = schema_of(base)
        return {"anyOf": [ONE_LINE, nested]} if hasattr(base, "from_term") else nested
    if is_choice(base):
        return {"enum": [spelling for member in base for spelling in member.value]}
    if base is bool:
        return {"enum": ["是", "否", "yes", "no", True, False]}
    if base is int:
        return {"type": "integer"}
    return {"type": "string"} if base is FreeText else ONE_LINE
