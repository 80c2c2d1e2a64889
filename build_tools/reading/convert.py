"""Tree → record, by the record's own form; every mistake becomes a problem and reading goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.day_lines import is_line, rejoined
from build_tools.reading.directions import left_open
from build_tools.reading.drafts import draft_of
from build_tools.reading.invalid import INVALID, Invalid
from build_tools.reading.known import Asked, Known
from build_tools.reading.mistyped import mistyped
from build_tools.reading.odd_entries import odd_entries
from build_tools.reading.odd_keys import odd_keys
from build_tools.reading.pasted import pasted_into
from build_tools.reading.proposals import proposed
from build_tools.reading.single import member_of, shared, single_value
from build_tools.reading.suggestions import spelled, suggested, suggested_word
from build_tools.reading.translations import translated
from build_tools.reading.tree import Mapping, Scalar, Sequence
from build_tools.reading.where import spelled_out
from build_tools.records.examples import example_of
from build_tools.records.key import UNKNOWN, UNKNOWN_WORDS, Key
from build_tools.records.shapes import Field, Form, Shape, form_of, shape_of_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from build_tools.reading.tree import Node
    from build_tools.reading.where import Where

Written: TypeAlias = "dict[str, tuple[Shape, Node, Where, Key]]"
"""What stands under each key, by the name of its field: what is wanted, what is written, where, and the key."""
NO_KEY = Key("", "")
NOT_SAID = frozenset(("", *UNKNOWN_WORDS))


class Enough(Exception):
    """So many problems in one file that nobody wants to know more."""


@dataclass(slots=True)
class Converter:
    """Reads the values of one file and notes its problems."""

    file: str
    known: Known
    problems: list[Problem] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    most: int = 0
    """How many problems are enough; 0 where all are wanted."""
    source: tuple[str, ...] = ()
    """The lines of the file; without them no line can be proposed whole."""
    may_be_torn: bool = True
    """Whether there is a sign in it by which a list can be torn."""
    unknown_key: ClassVar[str] = "E022"

    def note(self, code: str, node: Node, path: Where, at: int | None = None, /, **words: object) -> Invalid:
        """Add a problem at `node`, or at the part of it that is quoted as `text`, which may stand `at` a known place."""
        filled = tuple((name, str(word)) for name, word in words.items())
        column, width = (1, 1) if not isinstance(node, Scalar) else part_of(node, str(words.get("text", "")), at)
        place = Place(self.file, node.line, node.column + column - 1)
        self.problems.append(Problem(code, place, spelled_out(path), filled, width=width))
        if len(self.problems) == self.most:
            raise Enough
        return INVALID

    def record(self, kind: Any, node: Node, path: Where = "", **given: Any) -> Any:
        """A record of `kind` from `node`, with the fields `given` by the file's name; or `INVALID`."""
        form = form_of(kind)
        if isinstance(node, Scalar) and hasattr(kind, "from_term"):
            return self.short(kind, node, path)
        if not isinstance(node, Mapping):
            return self.note("E024", node, path, keys=spelled(form))
        noted = len(self.problems)
        written = self.keys(form, node, path)
        if not written and len(self.problems) > noted:
            return INVALID
        values = {name: self.value(shape, child, where, key) for name, (shape, child, where, key) in written.items()}
        if len(written) < len(node.pairs):
            values |= translated(values, form, node, path, self)
        missing = [declared for declared in form.required if declared.name not in values]
        for declared in missing:
            self.note("E023", node, path, key=declared.key.label, example=example_of(declared))
        if missing or has_invalid(values.values()):
            return INVALID
        return draft_of(kind)(**{**form.defaults, **given, **values})

    def short(self, kind: Any, node: Scalar, path: Where) -> Any:
        """A record of `kind` written as nothing but its kind."""
        term = self.value(form_of(kind).by_spelling["kind"].shape, node, path, NO_KEY)
        return term if term is INVALID else kind.from_term(term)

    def keys(self, form: Form, node: Mapping, path: Where) -> Written:
        """What is written under each known key of `node`, as far as anybody can tell."""
        written: Written = {}
        for key, child in node.pairs:
            declared = form.by_spelling.get(key.text)
            if declared is None or declared.name in written:
                return odd_keys(form, node, path, self)
            written[declared.name] = (declared.shape, child, (path, key.text), declared.key)
        return written

    def twice(self, key: Scalar, path: Where, first: int, declared: Field) -> None:
        """Note that the `declared` field stands under `key` and on the line `first` already."""
        self.note("E021", key, path, key=key.text, first=first, label=declared.key.label, name=declared.english)

    def value(self, shape: Shape, node: Node, path: Where, key: Key) -> Any:
        """The value of `shape` in `node`, or `INVALID`."""
        if not isinstance(node, Scalar) and is_line(shape):
            node = rejoined(node)
        if not isinstance(node, Scalar):
            return self.composed(shape, node, path, key)
        value = self.known.read.get((shape, node.text))
        if value is None:
            noted = len(self.problems) + len(self.asked)
            value = self.from_scalar(shape, node, path, key)
            if len(self.problems) + len(self.asked) == noted:
                self.known.remember(shape, node.text, value)
        return value

    def from_scalar(self, shape: Shape, node: Scalar, path: Where, key: Key) -> Any:
        """The value of `shape` in `node`, a single text."""
        if pasted := pasted_into(node, self.source):
            return self.note("E133", pasted[0], path, **pasted[1])
        text = node.text.strip()
        if text in NOT_SAID:
            return self.not_said(shape, node, path, key)
        for words in shape.words:
            if member := member_of(words, text):
                return member
        if shape.many or shape.record:
            return self.composed(shape, node, path, key)
        return self.single(shape, node, path, key)

    def composed(self, shape: Shape, node: Node, path: Where, key: Key) -> Any:
        """The list or the record of `shape` in `node`, or that it is none."""
        if shape.keyed_by:
            return self.keyed(shape, node, path, key)
        if shape.many:
            return self.entries(shape.many, node, path, key)
        if shape.record:
            return self.record(shape.base, node, path)
        return self.note("E026", node, path, key=key.label, example=key.example.rstrip("。"))

    def not_said(self, shape: Shape, node: Scalar, path: Where, key: Key) -> Any:
        """What 未知 means, or that it, or nothing, may not stand here."""
        if not node.text.strip():
            return self.note("E027", node, path, key=key.label)
        return UNKNOWN if shape.unknown else self.note("E028", node, path, key=key.label)

    def entries(self, shape: Shape, node: Node, path: Where, key: Key) -> Any:
        """A tuple of values; one value may be written without a dash."""
        if isinstance(node, Mapping) and is_line(shape):
            node = Sequence(
                [rejoined(Mapping([pair], node.line, node.column)) for pair in node.pairs], node.line, node.column
            )
        if isinstance(node, Mapping) and not shape.record:
            return self.note("E025", node, path, key=key.label)
        nodes: list[Node] = node.entries if isinstance(node, Sequence) else [node]
        if odd_entries(node, nodes, path, self):
            return INVALID
        if not nodes and not key.empty:
            return self.note("E027", node, path, key=key.label)
        values = [self.value(shape, child, (path, position), key) for position, child in enumerate(nodes, start=1)]
        return INVALID if has_invalid(values) else tuple(values)

    def keyed(self, shape: Shape, node: Node, path: Where, key: Key) -> Any:
        """A tuple of records written as keys and records."""
        if not isinstance(node, Mapping) or not shape.many:
            return self.note("E024", node, path, keys=key.example)
        naming = shape_of_key(shape)
        values: dict[Any, Any] = {}
        for spelling, child in node.pairs:
            where = (path, spelling.text)
            name = self.single(naming, spelling, where, key)
            if name in values:
                first, words = node.pairs[list(values).index(name)][0].line, {"label": spelling.text, "name": name}
                name = self.note("E021", spelling, where, key=spelling.text, first=first, **words)
            record = self.record(shape.many.base, child, where, **{shape.keyed_by: name})
            values[name] = INVALID if name is INVALID else record
        return INVALID if has_invalid(values.values()) else tuple(values.values())

    def single(self, shape: Shape, node: Scalar, path: Where, key: Key) -> Any:
        """One value that is not a list or a record; why it cannot be read is told once, by the sign that was mistyped."""
        noted = len(self.problems)
        value = self.as_written(shape, node, path, key)
        if value is INVALID and not node.style and (found := mistyped(node, path, self.source, self.reads(shape, key))):
            del self.problems[noted:]
            code, at, words = found
            self.note(code, node, path, at, **words)
        return value

    def reads(self, shape: Shape, key: Key) -> Callable[[str], bool]:
        """Tells of a text whether it could be an entry where `shape` is wanted; lines of days are parted otherwise."""
        other, is_day = Converter(self.file, self.known), is_line(shape)
        return lambda text: not is_day and other.as_written(shape, Scalar(text, 1, 1), "", key) is not INVALID

    def as_written(self, shape: Shape, node: Scalar, path: Where, key: Key) -> Any:
        """One value as it is written, or that it cannot be read."""
        if shape.term:
            return self.term(shape.term, node, path)
        if shape.folder:
            return self.reference(shape.folder, node, path)
        text = node.text.strip()
        if turned := left_open(text):
            self.note("W110", node, path)
        try:
            return single_value(shape.base, text + turned, key)
        except Unreadable as refusal:
            words = dict(refusal.words) | proposed(shape, node, self.source)
            return self.note(refusal.code, node, path, refusal.at, **words)

    def term(self, vocabulary: str, node: Scalar, path: Where) -> Any:
        """The code of the word in `node`."""
        spellings, text = self.known.terms.get(vocabulary), node.text.strip()
        if spellings is None:
            return text
        code = spellings.get(text)
        if code is None:
            return self.note("E051", node, path, **suggested_word(text, vocabulary, self.known.terms))
        return code

    def reference(self, folder: str, node: Scalar, path: Where) -> Any:
        """The id in `node`, if a file of `folder` has it."""
        ids, text = self.known.ids.get(folder, frozenset()), node.text.strip()
        self.asked.append(self.known.asked(folder, text))
        if text in ids or self.known.refused.may_be(f"{folder}/{text}.yml"):
            return shared(text)
        return self.note("E052", node, path, folder=folder, **suggested(text, sorted(ids)))


def has_invalid(values: Iterable[Any]) -> bool:
    """Whether one of `values` could not be read; by their types, because records are slow to compare."""
    return Invalid in map(type, values)


def part_of(node: Scalar, part: str, at: int | None = None) -> tuple[int, int]:
    """Where `part` begins in `node`, from 1, and its width; the whole first line of `node` when it is not in there."""
    line = node.text.split("\n")[0]
    if node.style in ("|", ">"):
        return 1, 1
    if at is not None and at < len(line):
        blank = len(line) - len(line.lstrip())
        return at + blank + (2 if node.style else 1), max(1, min(len(part), len(line) - blank - at))
    if part and part in line and len(part) < len(line):
        return line.index(part) + (2 if node.style else 1), len(part)
    return 1, max(1, len(line))
