"""Lines of days and hours such as `国庆节: 休息`, which YAML takes for a key and its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.tree import Mapping, Scalar
from build_tools.records.hours import DayRule

if TYPE_CHECKING:
    from build_tools.reading.tree import Node
    from build_tools.records.shapes import Shape


def is_line(shape: Shape) -> bool:
    """Whether a value of `shape` is a line of days and hours, in which a colon may stand."""
    return isinstance(shape.base, type) and issubclass(shape.base, DayRule)


def rejoined(node: Node) -> Node:
    """The line `国庆节: 休息`, which YAML takes for a key and its value, as the text that was meant."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return node
    key, value = node.pairs[0]
    if not isinstance(value, Scalar) or value.line != key.line:
        return node
    gap = max(1, value.column - key.column - len(key.text) - 1)
    return Scalar(f"{key.text}:{' ' * gap}{value.text}", key.line, key.column, key.style)
