"""How far a tree is from what may be written: of several ways to indent a file the one is meant in which all keys fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.repairs import is_key
from build_tools.reading.tree import Mapping, Scalar
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from build_tools.reading.tree import Node
    from build_tools.records.shapes import Form, Shape


def misfits(node: Node | None, form: Form, given: str = "") -> int:
    """How many keys in `node` are unknown to `form`, stand twice or are missing, or hold nothing or another kind of thing.

    The field `given` stands outside of it.
    """
    if not isinstance(node, Mapping):
        return 1
    names: list[str] = []
    odd = 0
    for key, child in node.pairs:
        declared = form.by_spelling.get(key.text)
        if declared:
            names.append(declared.name)
            odd += misfits_of_value(child, declared.shape)
        else:
            odd += not is_key(key.text, form.by_spelling.keys())
    missing = {one.name for one in form.required}.difference(names, [given])
    return odd + len(missing) + len(names) - len(set(names))


def misfits_of_value(node: Node, shape: Shape) -> int:
    """The same for the value `node` where `shape` is wanted."""
    if isinstance(node, Scalar):
        return int(not node.text.strip())
    if shape.keyed_by and shape.many and isinstance(node, Mapping):
        return sum(misfits(child, form_of(shape.many.base), shape.keyed_by) for _, child in node.pairs)
    if isinstance(node, Mapping):
        return misfits(node, form_of(shape.base)) if shape.record else 1 + bool(shape.many)
    return sum(misfits_of_value(one, shape.many) for one in node.entries) if shape.many else 1
