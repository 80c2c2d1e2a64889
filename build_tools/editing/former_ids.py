"""A file remembers another id it had: written where its aliases stand, in the manner in which they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.text import decoded
from build_tools.reading.tree import Mapping, Scalar, Sequence, read_tree
from build_tools.reading.written import value_of
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from build_tools.editing.source_text import SourceText

KEY = "aliases"


def remember(source: SourceText, record: type, old: str, new: str) -> None:
    """Let `source`, a file of `record`, say that it was called `old`, and no more that it was called `new`.

    `old` comes last, or in the place of `new`: the oldest id stays the first.
    """
    tree = read_tree(decoded(source.content))
    declared = next(field for field in form_of(record).fields if field.name == KEY)
    node = value_of(declared, tree)[0]
    aliases = node.entries if isinstance(node, Sequence) else [node]
    back = next((one for one in aliases if isinstance(one, Scalar) and one.text.strip() == new), None)
    if back:
        source.replace(new, back.line, back.column, old)
    elif isinstance(node, Mapping):
        english = node.pairs[0][0].text.isascii()
        begin(source, node, f"{declared.english if english else declared.key.label}: [{old}]")
    elif isinstance(node, Sequence):
        append(source, node, old)
    else:
        start, end = source.extent(node.text.strip(), node.line, node.column)
        source.insert(start, "[")
        source.insert(end, f", {old}]")


def begin(source: SourceText, tree: Mapping, line: str) -> None:
    """A first alias, as the last `line` of the file; in the one line of a file that is written in braces, at its start."""
    start = source.at(tree.line, tree.column)
    if source.text[start] == "{":
        source.insert(start + 1, f"{line}, ")
        return
    end = source.line_end
    indent = " " * (tree.pairs[0][0].column - 1)
    source.insert(len(source.text), ("" if source.text.endswith(end) else end) + indent + line + end)


def append(source: SourceText, node: Sequence, old: str) -> None:
    """A further alias behind the last of a list, in brackets or with an entry a line."""
    last = node.entries[-1]
    word = last.text.strip() if isinstance(last, Scalar) else ""
    end = source.extent(word, last.line, last.column)[1]
    if source.text[source.at(node.line, node.column)] == "[":
        source.insert(end, f", {old}")
        return
    begun = source.at(last.line, 1)
    dash = source.text[begun : source.at(last.line, last.column)].rstrip("\"'")
    after = source.text.find(source.line_end, end)
    source.insert(after if after >= 0 else len(source.text), source.line_end + dash + old)
