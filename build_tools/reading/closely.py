"""One file's text, read with all that it gives: its tree, its record, its problems and every single value with its place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from build_tools.problems import Problem, Unreadable
from build_tools.reading.convert import Converter
from build_tools.reading.day_lines import is_line, rejoined
from build_tools.reading.diagnosis import plain_tree_of
from build_tools.reading.each_file import RECORDS
from build_tools.reading.known import Known
from build_tools.reading.single import single_value
from build_tools.reading.terms import spellings_of
from build_tools.reading.translations import MARK
from build_tools.reading.tree import Node, Scalar
from build_tools.records.files import Kind
from build_tools.records.key import FreeText
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from build_tools.reading.convert import Written
    from build_tools.reading.folder import Found
    from build_tools.reading.tree import Mapping
    from build_tools.reading.where import Where
    from build_tools.records.key import Key
    from build_tools.records.shapes import Form, Shape


class Value(NamedTuple):
    """A single text, and what is wanted where it stands."""

    shape: Shape
    node: Scalar
    key: Key


@dataclass(frozen=True, slots=True)
class FileRead:
    """What the text of one file gives."""

    tree: Node
    record: Any
    """The record, or `INVALID`."""
    problems: tuple[Problem, ...]
    values: tuple[Value, ...]
    words: Known
    """What could be named in it."""
    keys: frozenset[tuple[int, str]]
    """Line and spelling of each key that stands where a record has a field for it."""

    def choices(self, shape: Shape) -> Collection[str]:
        """The words of the vocabulary, or the ids of files, that a value of `shape`, or each in it, is one of; or none."""
        one = shape.many or shape
        if hasattr(one.base, "from_term"):
            one = form_of(one.base).by_spelling["kind"].shape
        return self.words.terms.get(one.term, ()) if one.term else self.words.ids.get(one.folder, ())


@dataclass
class Listener(Converter):
    """Notes each single text that is read, and each key of a record."""

    heard: list[Value] = field(default_factory=list)
    fields: set[tuple[int, str]] = field(default_factory=set)

    def keys(self, form: Form, node: Mapping, path: Where) -> Written:
        """What is written under each known key, once the keys are noted; none where one mistake has made them."""
        written = super().keys(form, node, path)
        if written:
            named = (key for key, _ in node.pairs if key.text.partition(MARK)[0] in form.by_spelling)
            self.fields |= {(key.line, key.text) for key in named}
        return written

    def value(self, shape: Shape, node: Node, path: Where, key: Key) -> Any:
        """The value, once noted."""
        if not isinstance(node, Scalar) and is_line(shape):
            node = rejoined(node)
        if isinstance(node, Scalar):
            self.heard.append(Value(shape, node, key))
        return super().value(shape, node, path, key)


def read_closely(text: str, found: Found, known: Known) -> FileRead:
    """What `text` gives as the file `found`, or `Unreadable` where reading stops."""
    tree = plain_tree_of(text, RECORDS)
    words = replace(known, terms=spellings_of(tree) if found.kind is Kind.VOCABULARY else known.terms)
    listener = Listener(found.uri, words)
    given = {name: word for name, word in (("year", found.year), ("id", found.id)) if word}
    record = listener.record(found.kind.record, tree, **given)
    return FileRead(tree, record, tuple(listener.problems), tuple(listener.heard), words, frozenset(listener.fields))


def meaning(value: Value, text: str) -> Any:
    """What `text` means where `value` stands, or None when that cannot be read."""
    try:
        return single_value(value.shape.base, text.strip(), value.key)
    except Unreadable:
        return None


def is_words(shape: Shape) -> bool:
    """Whether a value of `shape` is whatever words somebody writes."""
    return shape.base in (str, FreeText) and not (shape.term or shape.folder)
