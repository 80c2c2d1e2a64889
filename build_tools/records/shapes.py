"""A record's annotations → what may be written: the one place that interprets them, for reader and schema alike."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from build_tools.records.key import Choice, ContentPath, FreeText, Key, KeyedBy, Reference, Term, Unknown


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What one field, or one entry of its list, may hold; there is one for each annotation, and no other is like it."""

    base: Any
    """`str`, `FreeText`, `int`, `bool`, a `Choice`, a class with `from_text`, or a record."""
    many: Shape | None = None
    """For a list: the shape of its entries; `base` is then `tuple`."""
    words: tuple[type[Choice], ...] = ()
    """Choices that may stand instead of `base`."""
    unknown: bool = False
    """Whether 未知 may stand instead."""
    term: str = ""
    folder: str = ""
    record: bool = False
    """Whether `base` is written as keys and values."""
    path: bool = False
    """Whether it is the path of a file inside `content/`."""
    keyed_by: str = ""
    """For a list written as keys and records: the field of the record that holds the key."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    name: str
    key: Key
    shape: Shape
    required: bool

    @property
    def english(self) -> str:
        """Its English spelling."""
        return self.key.english or self.name

    @property
    def translatable(self) -> bool:
        """Whether it holds words that people read, which may be said in other languages too."""
        shape = self.shape.many or self.shape
        return shape.base in (str, FreeText) and not (shape.term or shape.folder or self.key.fixed)


@dataclass(frozen=True, slots=True)
class Form:
    """All keys of a record, in order, and by each of their spellings."""

    fields: tuple[Field, ...]
    by_spelling: dict[str, Field]
    required: tuple[Field, ...]
    """Those that must be written."""
    defaults: dict[str, Any]
    """What holds where others are not."""


@cache
def form_of(record: Any) -> Form:
    """The form that the dataclass `record` declares; fields without a `Key` are given by the file's name."""
    hints = typing.get_type_hints(record, include_extras=True)
    fields = tuple(
        declared(field, hints[field.name])
        for field in dataclasses.fields(record)
        if any(isinstance(mark, Key) for mark in marks(hints[field.name]))
    )
    by_spelling = {spelling: field for field in fields for spelling in (field.english, field.key.label)}
    defaults = {field.name: field.default for field in dataclasses.fields(record) if has_default(field)}
    return Form(fields, by_spelling, tuple(field for field in fields if field.required), defaults)


def declared(field: dataclasses.Field[Any], annotation: Any) -> Field:
    """The `Field` of a dataclass field with its evaluated `annotation`."""
    key = next(mark for mark in marks(annotation) if isinstance(mark, Key))
    return Field(field.name, key, shape_of(annotation), not has_default(field))


def has_default(field: dataclasses.Field[Any]) -> bool:
    """Whether `field` may be left out; no record that is written has a value made anew each time."""
    return field.default is not dataclasses.MISSING


def marks(annotation: Any) -> tuple[Any, ...]:
    """What stands in `annotation` after the type."""
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape that `annotation` means."""
    term = next((mark.vocabulary for mark in marks(annotation) if isinstance(mark, Term)), "")
    folder = next((mark.folder for mark in marks(annotation) if isinstance(mark, Reference)), "")
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    options = get_args(bare) if get_origin(bare) in (Union, types.UnionType) else (bare,)
    words = tuple(option for option in options if is_choice(option)) if len(options) > 1 else ()
    rest = [option for option in options if option not in (Unknown, types.NoneType, *words)]
    if not rest:
        rest, words = [words[0]], words[1:]
    if len(rest) > 1:
        raise TypeError(f"cannot tell which of {rest} is written")
    base = rest[0]
    many = shape_of(get_args(base)[0]) if get_origin(base) is tuple else None
    keyed_by = next((mark.field for mark in marks(annotation) if isinstance(mark, KeyedBy)), "")
    path = any(isinstance(mark, ContentPath) for mark in marks(annotation))
    return Shape(
        tuple if many else base, many, words, Unknown in options, term, folder, is_record(base), path, keyed_by
    )


def shape_of_key(shape: Shape) -> Shape:
    """What may stand as a key of a list written as keys and records; that field is declared without a `Key`."""
    entry = shape.many.base if shape.many else None
    return shape_of(typing.get_type_hints(entry, include_extras=True)[shape.keyed_by])


def is_choice(option: Any) -> bool:
    """Whether `option` is a `Choice`."""
    return isinstance(option, type) and issubclass(option, Choice)


def is_record(base: Any) -> bool:
    """Whether `base` is written as keys and values; a dataclass that reads itself from text is a single value."""
    return dataclasses.is_dataclass(base) and not hasattr(base, "from_text")
