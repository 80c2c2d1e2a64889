"""Whether two texts say the same, as far as their form shows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from build_tools.reading.invalid import INVALID
from build_tools.reading.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from build_tools.reading.closely import FileRead
    from build_tools.reading.tree import Node


def same_tree(one: Node, other: Node) -> bool:
    """Whether both hold the same texts in the same order; blanks around a text are never read."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text.strip() == other.text.strip()
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one.entries) == len(other.entries) and all(map(same_tree, one.entries, other.entries))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        pairs = zip(one.pairs, other.pairs, strict=False)
        return len(one.pairs) == len(other.pairs) and all(
            same_tree(key, other_key) and same_tree(value, other_value)
            for (key, value), (other_key, other_value) in pairs
        )
    return False


def same_record(one: FileRead, other: FileRead) -> bool:
    """Whether `other` has the record of `one`, where it has any, and no problem that `one` has not."""
    return one.record in (INVALID, other.record) and not problems_of(other) - problems_of(one)


def problems_of(read: FileRead) -> Counter[tuple[str, str]]:
    """How often there is which problem, wherever it stands."""
    return Counter((problem.code, problem.path) for problem in read.problems)
