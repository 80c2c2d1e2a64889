"""Records → JSON Schemas, with which editors complete keys and words and explain them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_tools.reading.known import Known
from build_tools.reading.translations import CODES, MARK
from build_tools.records.files import RECORD_KINDS
from build_tools.records.key import NO_WORDS, UNKNOWN_WORDS, YES_WORDS
from build_tools.records.shapes import Field, Shape, form_of, is_choice, is_record, shape_of_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.key import Key

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors' YAML extensions speak."""
Schema = dict[str, Any]
UNKNOWN_WORD: Schema = {"enum": [*UNKNOWN_WORDS]}
TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Text of any look: `45`, `no` and `~` are texts to us, whatever a YAML reader makes of them."""


def schemas(known: Known, language: str = "zh") -> dict[str, Schema]:
    """Kind of file → its schema, with the words and ids that are `known`; keys are titled in `language`."""
    writer = SchemaWriter(known, language)
    return {kind.name.lower(): {"$schema": DIALECT, **writer.schema_of(kind.record)} for kind in RECORD_KINDS}


@dataclass(frozen=True, slots=True)
class SchemaWriter:
    """Writes schemas for one content folder."""

    known: Known
    language: str

    def schema_of(self, record: Any) -> Schema:
        """The schema of `record`: each key under both its names, one of them at a time."""
        fields = form_of(record).fields
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: self.property_of(field) for field in fields for name in names_of(field)},
            "allOf": [one_name_of(field) for field in fields],
        }

    def property_of(self, field: Field) -> Schema:
        """What may stand under one key, with its title and meaning."""
        key = field.key
        title = key.label if self.language == "zh" else field.english
        described: Schema = {"title": title, "description": key.meaning}
        if key.example:
            described["examples"] = [key.example]
        return {**described, **self.allowed(field.shape, key)}

    def allowed(self, shape: Shape, key: Key) -> Schema:
        """What may stand where `shape` is expected."""
        options: list[Schema] = [
            {"enum": [spelling for member in choice for spelling in member.value]} for choice in shape.words
        ]
        if shape.unknown:
            options.append(UNKNOWN_WORD)
        if shape.keyed_by:
            options.append(self.keyed(shape, key))
        elif shape.many:
            entry = self.allowed(shape.many, key)
            options += [{"type": "array", "items": entry}, entry]
        else:
            options.append(self.single(shape, key))
        return options[0] if len(options) == 1 else {"anyOf": options}

    def keyed(self, shape: Shape, key: Key) -> Schema:
        """Keys with a record each."""
        names = self.names(shape_of_key(shape))
        known: Schema = {"propertyNames": {"enum": names}} if names else {}
        return {"type": "object", "additionalProperties": self.allowed(shape.many or shape, key), **known}

    def single(self, shape: Shape, key: Key) -> Schema:
        """What one value of `shape` may look like."""
        base: Any = shape.base
        if names := self.names(shape):
            return {"enum": names}
        if is_record(base):
            nested = self.schema_of(base)
            short: Shape | None = form_of(shape.base).by_spelling["kind"].shape if hasattr(base, "from_term") else None
            return {"anyOf": [self.single(short, key), nested]} if short else nested
        if is_choice(base):
            return {"enum": [spelling for member in base for spelling in member.value]}
        if base is bool:
            return {"enum": [*YES_WORDS, *NO_WORDS, True, False]}
        if base is int:
            return whole_number(key)
        return TEXT

    def names(self, shape: Shape) -> list[str]:
        """The words or ids that `shape` may name; empty when it names nothing, or nothing is known yet."""
        if shape.term:
            return list(self.known.terms.get(shape.term, ()))
        return sorted(self.known.ids.get(shape.folder, ()))


def whole_number(key: Key) -> Schema:
    """A whole number within the bounds of `key`."""
    bounds = {"minimum": key.minimum, "maximum": key.maximum}
    return {"type": "integer", **{name: bound for name, bound in bounds.items() if bound is not None}}


def names_of(field: Field) -> Iterator[str]:
    """Every key under which `field` may stand, in other languages too."""
    for name in (field.key.label, field.english):
        yield name
        if field.translatable:
            yield from (f"{name}{MARK}{language}" for language in CODES)


def one_name_of(field: Field) -> Schema:
    """A required key stands under one of its names; any other under at most one."""
    names = [field.key.label, field.english]
    if field.required:
        return {"oneOf": [{"required": [name]} for name in names]}
    return {"not": {"required": names}}
