"""Records → JSON Schemas, with which editors complete keys and words and explain them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_tools.reading.known import Known
from build_tools.reading.translations import CODES, MARK
from build_tools.reading.tree import Mapping, Node, Scalar, Sequence, read_tree
from build_tools.records.files import RECORD_KINDS
from build_tools.records.key import NO_WORDS, UNKNOWN_WORDS, YES_WORDS
from build_tools.records.shapes import Field, Shape, form_of, is_choice, is_record, shape_of_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.records.key import Choice, Key

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors' YAML extensions speak."""
Schema = dict[str, Any]
NUMBER = re.compile("[1-9][0-9]*")
SYNTAX, ESCAPED = re.compile(r"[\\^$.*+?()[\]{}|/]"), r"\\\g<0>"
"""What means something in a pattern: other escapes than of these are errors in JavaScript."""
TEXT: Schema = {"anyOf": [{"type": "string"}, {"not": {"type": ["array", "object"]}}]}
"""Text of any look: `45`, `no` and `~` are texts to us, whatever a YAML reader makes of them.

Were all its types named, editors would complete `true` and `null`; were none, they would write its key without a colon.
"""


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
            "properties": {
                name: self.property_of(field, suggested=name == self.spoken(field))
                for field in fields
                for name in names_of(field)
            },
            "allOf": [one_name_of(field) for field in fields],
        }

    def spoken(self, field: Field) -> str:
        """The key of `field` in the language of who writes."""
        return field.key.label if self.language == "zh" else field.english

    def property_of(self, field: Field, *, suggested: bool) -> Schema:
        """What may stand under one key, with its title and meaning; editors complete it only if it is `suggested`."""
        key = field.key
        described: Schema = {"title": self.spoken(field), "description": key.meaning}
        if not suggested:
            described["doNotSuggest"] = True
        if key.example and not self.names(field.shape.many or field.shape):  # it might name what is not there
            described["examples"] = [example_of(read_tree(key.example))]
        return {**described, **self.allowed(field.shape, key)}

    def allowed(self, shape: Shape, key: Key) -> Schema:
        """What may stand where `shape` is expected."""
        options = [self.choice(words) for words in shape.words]
        if shape.unknown:
            options.append(self.words(UNKNOWN_WORDS[:1], UNKNOWN_WORDS[1:]))
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
        known: Schema = {"propertyNames": self.words(*names)} if names else {}
        return {"type": "object", "additionalProperties": self.allowed(shape.many or shape, key), **known}

    def single(self, shape: Shape, key: Key) -> Schema:
        """What one value of `shape` may look like."""
        base: Any = shape.base
        if names := self.names(shape):
            return self.words(*names)
        if is_record(base):
            nested = self.schema_of(base)
            short: Shape | None = form_of(shape.base).by_spelling["kind"].shape if hasattr(base, "from_term") else None
            return {"anyOf": [self.single(short, key), nested]} if short else nested
        if is_choice(base):
            return self.choice(base)
        if base is bool:
            answers = self.words((YES_WORDS[0], NO_WORDS[0]), (YES_WORDS[1], NO_WORDS[1]))
            return {"anyOf": [answers, {"type": "boolean"}, one_of((*YES_WORDS[2:], *NO_WORDS[2:]))]}
        if base is int:
            return whole_number(key)
        return TEXT

    def names(self, shape: Shape) -> tuple[list[str], list[str]] | None:
        """The words that `shape` may name, Chinese and codes, or ids; None when it names nothing, or nothing is known yet."""
        terms = self.known.terms.get(shape.term, {})
        codes = dict.fromkeys(terms.values())
        names = [word for word in terms if word not in codes]
        ids = sorted(self.known.ids.get(shape.folder, ()))
        return (names, [*codes]) if terms else (ids, ids) if ids else None

    def choice(self, base: type[Choice]) -> Schema:
        """One of a few words."""
        return self.words([member.label for member in base], [member.code for member in base])

    def words(self, chinese: Iterable[str], english: Iterable[str]) -> Schema:
        """Any of these words; those in the language of who writes are completed and listed, the others only accepted."""
        spoken, others = (chinese, english) if self.language == "zh" else (english, chinese)
        accepted = [word for word in others if word not in spoken]
        return {"anyOf": [{"enum": [*spoken]}, one_of(accepted)]} if accepted else {"enum": [*spoken]}


def example_of(node: Node | None) -> Any:
    """What is written at `node`, as an editor writes it: a text in quotes only where it needs them."""
    match node:
        case Sequence():
            return [example_of(entry) for entry in node.entries]
        case Mapping():
            return {key.text: example_of(value) for key, value in node.pairs}
        case None:
            return ""
        case Scalar():
            return int(node.text) if NUMBER.fullmatch(node.text) else node.text


def one_of(words: Iterable[str]) -> Schema:
    """Any of `words`, as a pattern: an editor would complete and list them if they were an `enum`."""
    return {"type": "string", "pattern": f"^(?:{'|'.join(SYNTAX.sub(ESCAPED, word) for word in words)})$"}


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
