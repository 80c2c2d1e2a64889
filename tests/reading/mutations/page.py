"""A file of content with all its keys and values and what each may hold: where a mistake can be made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from build_tools.reading.diagnosis import spellings_in
from build_tools.reading.each_file import RECORDS
from build_tools.reading.folder import list_folder
from build_tools.reading.tree import Mapping, Scalar, Sequence, read_tree
from build_tools.records.files import Kind
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.reading.tree import Node
    from build_tools.records.shapes import Field, Form, Shape

T = TypeVar("T")
KEYS = spellings_in(RECORDS)


class Mutated(NamedTuple):
    """What a mistake makes of some files, None where one goes, and where its one message may point."""

    files: dict[str, bytes | None]
    file: str
    lines: range


class Pair(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node
    field: Field
    form: Form
    mapping: Mapping


class Value(NamedTuple):
    """A single value, what may stand there, and under which key it stands."""

    node: Scalar
    shape: Shape
    pair: Pair
    flow: Node | None
    """The innermost list or mapping in brackets around it."""


@dataclass(frozen=True)
class Page:
    """One file of records."""

    content: Path
    uri: str
    kind: Kind
    text: str
    random: Random

    @cached_property
    def tree(self) -> Node:
        tree = read_tree(self.text)
        assert tree is not None
        return tree

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def pairs(self) -> list[Pair]:
        """Every key that its form declares, with its value."""
        return [one for one in walk(form_of(self.kind.record), self.tree) if isinstance(one, Pair)]

    @cached_property
    def values(self) -> list[Value]:
        """Every single value that is written plainly on one line."""
        found = walk_values(form_of(self.kind.record), self.tree, self)
        return [one for one in found if self.is_plain(one.node)]

    def any(self, ones: list[T]) -> T | None:
        """One of them at random, or None where there are none."""
        return self.random.choice(ones) if ones else None

    def offset(self, node: Node) -> int:
        """Where `node` begins in the text."""
        return sum(len(line) + 1 for line in self.lines[: node.line - 1]) + node.column - 1

    def is_plain(self, node: Scalar) -> bool:
        """Whether `node` is written as it is meant."""
        return bool(node.text) and self.text.startswith(node.text, self.offset(node)) and "\n" not in node.text

    def in_flow(self, node: Node) -> bool:
        """Whether `node` is written in brackets."""
        return self.text[self.offset(node)] in "[{"

    def replaced(self, start: int, end: int, new: str, *, more: int = 0) -> Mutated:
        """The file with `new` instead of what stands from `start` to `end`, to be told on that line or `more` lines on."""
        return self.rewritten(self.text[:start] + new + self.text[end:], self.text.count("\n", 0, start) + 1, more=more)

    def rewritten(self, text: str | bytes, line: int, *, more: int = 0) -> Mutated:
        """The file with another `text`, to be told on this `line` or up to `more` lines on."""
        content = text.encode() if isinstance(text, str) else text
        return Mutated({self.uri: content}, self.uri, range(line, line + more + 1))

    def with_value(self, node: Scalar, text: str, *, more: int = 0) -> Mutated:
        """The file with `text` instead of the plain value or key `node`."""
        start = self.offset(node)
        return self.replaced(start, start + len(node.text), text, more=more)

    def with_line(self, line: int, new: str, *, more: int = 0) -> Mutated:
        """The file with another `line`, counted from 1."""
        lines = [*self.lines[: line - 1], new, *self.lines[line:]]
        return self.rewritten("\n".join(lines), line, more=more)


def walk(form: Form, node: Node) -> Iterator[Pair | tuple[Scalar, Shape, Pair]]:
    """Every declared key below `node` with its value, and every single value with what may stand there."""
    if not isinstance(node, Mapping):
        return
    for key, child in node.pairs:
        if field := form.by_spelling.get(key.text):
            pair = Pair(key, child, field, form, node)
            yield pair
            yield from walk_value(field.shape, child, pair)


def walk_value(shape: Shape, node: Node, pair: Pair) -> Iterator[Pair | tuple[Scalar, Shape, Pair]]:
    """The same for a value."""
    inner = shape.many or shape
    if isinstance(node, Sequence):
        for entry in node.entries:
            yield from walk_value(inner, entry, pair)
    elif isinstance(node, Mapping) and shape.keyed_by:
        for _, child in node.pairs:
            yield from walk(form_of(inner.base), child)
    elif isinstance(node, Mapping) and inner.record:
        yield from walk(form_of(inner.base), node)
    elif isinstance(node, Scalar):
        yield node, inner, pair


def walk_values(form: Form, tree: Node, page: Page) -> Iterator[Value]:
    """Every single value with the brackets around it."""
    around = dict(brackets(tree, None, page))
    for one in walk(form, tree):
        if not isinstance(one, Pair):
            node, shape, pair = one
            yield Value(node, shape, pair, around.get(id(node)))


def brackets(node: Node, flow: Node | None, page: Page) -> Iterator[tuple[int, Node | None]]:
    """Every single value below `node`, by its identity, with the innermost brackets around it."""
    if isinstance(node, Scalar):
        yield id(node), flow
        return
    inner = node if page.in_flow(node) else None
    children: list[Any] = node.entries if isinstance(node, Sequence) else [child for _, child in node.pairs]
    for child in children:
        yield from brackets(child, inner, page)


def pages_of(content: Path, random: Random) -> list[Page]:
    """The files of records in `content`; what `book` writes is not edited by hand."""
    found, _ = list_folder(content)
    return [
        Page(content, one.uri, one.kind, one.path.read_text(encoding="utf-8"), random)
        for one in found
        if one.kind.record and not one.uri.startswith("tallies/")
    ]
