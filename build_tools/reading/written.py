"""A record together with where it was written, so that a rule can point at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from build_tools.problems import Place, Problem
from build_tools.reading.texts import OneText
from build_tools.reading.tree import Mapping, Scalar, Sequence, read_tree
from build_tools.records.shapes import Field, form_of

if TYPE_CHECKING:
    import collections.abc

    from build_tools.reading.tree import Node

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Written:
    """A record with the file it was read from."""

    record: Any
    file: str
    source: str | OneText

    @property
    def text(self) -> str:
        """What stands in the file."""
        return self.source if isinstance(self.source, str) else self.source.text

    def problem(self, code: str, *where: str | int, **words: object) -> Problem:
        """A problem at the value of a field, or at an entry of its list (from 0), or at a field of that, and so on."""
        tree = tree_of(self.text)
        node, path = value_at(type(self.record), tree, where)
        written = node is not tree
        place = Place(self.file, node.line, node.column)
        width = len(node.text) if isinstance(node, Scalar) else 1
        filled = tuple((name, str(word)) for name, word in words.items())
        excerpt = self.text.split("\n")[place.line - 1] if written else ""
        return Problem(code, place, path, filled, excerpt, width)


@lru_cache(maxsize=1)
def tree_of(text: str) -> Node | None:
    """The tree in `text`, kept for the next problem: those of one file come one after another."""
    return read_tree(text)


def value_at(record: Any, node: Any, where: tuple[str | int, ...]) -> tuple[Any, str]:
    """The node that `where` leads to inside `node`, which is written for `record`, and its path as spelled."""
    path, shape = "", None
    for step in where:
        if isinstance(step, str):
            declared = next(field for field in form_of(record).fields if field.name == step)
            node, spelled = value_of(declared, node)
            path, shape = f"{path}.{spelled}" if path else spelled, declared.shape
        elif isinstance(node, Sequence):
            node, path = node.entries[step], f"{path}[{step + 1}]"
        elif isinstance(node, Mapping) and shape and shape.keyed_by:
            key, node = node.pairs[step]
            path = f"{path}.{key.text}"
        if shape:
            record = shape.many.base if shape.many else shape.base
    return node, path


def value_of(declared: Field, tree: Any) -> tuple[Any, str]:
    """The value written for `declared` and its key as spelled; the whole `tree` when it is left out."""
    for spelling, child in tree.pairs if isinstance(tree, Mapping) else ():
        if spelling.text in (declared.english, declared.key.label):
            return child, spelling.text
    return tree, declared.key.label


class AllWritten(tuple[Written, ...]):
    """Records with where they are written, which dozens of rules ask for those of one kind."""

    @cached_property
    def of_kinds(self) -> dict[type, list[tuple[Written, Any]]]:
        """Kind → its records with where they are written, in order."""
        found: dict[type, list[tuple[Written, Any]]] = {}
        for one in self:
            found.setdefault(type(one.record), []).append((one, one.record))
        return found


def each(written: collections.abc.Sequence[Written], kind: type[R]) -> collections.abc.Iterator[tuple[Written, R]]:
    """The records of `kind`, with where they are written."""
    return iter((written if isinstance(written, AllWritten) else AllWritten(written)).of_kinds.get(kind, ()))
