"""Where files name other files: by id where a record's key wants one, by path, and in links of hand-written pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.essay import addresses_in
from build_tools.reading.tree import Mapping, Scalar, Sequence, read_tree
from build_tools.records.key import UNKNOWN_WORDS
from build_tools.records.shapes import Shape, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.reading.tree import Node


def mentions_in(record: type, text: str) -> Iterator[tuple[str, Scalar]]:
    """Each place in `text`, a file of `record`, that names another file: its folder where it is an id, nothing for a path."""
    tree = read_tree(text)
    for shape, scalar in values_in(record, tree) if tree else ():
        if (shape.folder or shape.path) and scalar.text.strip() not in UNKNOWN_WORDS:
            yield shape.folder, scalar


def values_in(record: type, node: Node) -> Iterator[tuple[Shape, Scalar]]:
    """Every single value in `node`, which is written for `record`, with the shape that is wanted there."""
    fields = form_of(record).by_spelling
    for key, child in node.pairs if isinstance(node, Mapping) else ():
        if key.text in fields:
            yield from values_of(fields[key.text].shape, child)


def values_of(shape: Shape, node: Node) -> Iterator[tuple[Shape, Scalar]]:
    """The same in what is written for `shape`."""
    entry = shape.many or shape
    if isinstance(node, Sequence):
        for child in node.entries:
            yield from values_of(entry, child)
    elif isinstance(node, Scalar):
        yield entry, node
    elif shape.keyed_by:
        for _, child in node.pairs:
            yield from values_in(entry.base, child)
    elif entry.record:
        yield from values_in(entry.base, node)


def links_to(uri: str, text: str) -> Iterator[tuple[int, int]]:
    """Line and column of each address in the hand-written page `text` at which the path `uri` begins."""
    for _, address, start in addresses_in(text):
        before = len(address) - len(address.removeprefix("./"))
        if address.removeprefix("./").partition("#")[0] == uri:
            at = start + before
            yield text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
