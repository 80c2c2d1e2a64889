"""A record together with where it was written, so that a rule can point at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from build_tools.problems import Place, Problem
from build_tools.reading.tree import Mapping, Scalar, Sequence, read_tree
from build_tools.records.shapes import Field, form_of

if TYPE_CHECKING:
    import collections.abc

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Written:
    """A record with the file it was read from."""

    record: Any
    file: str
    text: str

    def problem(self, code: str, key: str, position: int | None = None, **words: object) -> Problem:
        """A problem at the value of the top-level field `key`, or at one entry of its list (counted from 0)."""
        kind: Any = type(self.record)
        declared = form_of(kind).by_spelling[key]
        tree = read_tree(self.text)
        node, path = value_of(declared, tree)
        written = node is not tree
        if position is not None and isinstance(node, Sequence):
            node, path = node.entries[position], f"{path}[{position + 1}]"
        place = Place(self.file, node.line, node.column)
        width = len(node.text) if isinstance(node, Scalar) else 1
        filled = tuple((name, str(word)) for name, word in words.items())
        excerpt = self.text.split("\n")[place.line - 1] if written else ""
        return Problem(code, place, path, filled, excerpt, width)


def value_of(declared: Field, tree: Any) -> tuple[Any, str]:
    """The value written for `declared` and its key as spelled; the whole `tree` when it is left out."""
    for spelling, child in tree.pairs if isinstance(tree, Mapping) else ():
        if spelling.text in (declared.name, declared.key.label):
            return child, spelling.text
    return tree, declared.key.label


def each(written: collections.abc.Sequence[Written], kind: type[R]) -> collections.abc.Iterator[tuple[Written, R]]:
    """The records of `kind`, with where they are written."""
    return ((one, one.record) for one in written if isinstance(one.record, kind))
