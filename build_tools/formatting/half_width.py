"""Digits, colons and dashes as they are usually typed, in values that have a form of their own: `９：００－１２：００`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.formatting.edits import Edit
from build_tools.reading.closely import Value, meaning
from build_tools.records.key import Choice, FreeText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.formatting.layout import Layout
    from build_tools.reading.closely import FileRead

DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
COLON = re.compile(r"(?<=\d)：(?=\d\d)")
POINT = re.compile(r"(?<=\d)．(?=\d)")
JOINED = re.compile(r"(?<=\d)－(?=\d)")
"""Of a telephone or a day."""
CLOCK = r"\d{1,2}:\d\d"
SPAN = re.compile(rf"({CLOCK}) *[-—–－~～〜]+ *(?:(次日) *)?(?={CLOCK})")
TEXTS = (str, FreeText, bool)


def usual_signs(layout: Layout, read: FileRead) -> Iterator[Edit]:
    """Each value with digits, colons and dashes of the usual width, where it then means the same."""
    seen: set[int] = set()
    for value in read.values:
        start = layout.lines.index(value.node.line, value.node.column) + (value.node.style in ('"', "'"))
        written = value.node.text
        if start not in seen and layout.text.startswith(written, start) and (usual := in_usual_signs(value)) != written:
            seen.add(start)
            yield Edit(start, start + len(written), usual)


def in_usual_signs(value: Value) -> str:
    """The text of `value` in usual signs; as it is where it is words, or would mean something else."""
    while value.shape.many:
        value = value._replace(shape=value.shape.many)
    written = value.node.text
    if not has_form(value):
        return written
    usual = narrowed(written)
    if usual == written:
        return written
    means = meaning(value, usual)
    return usual if means is not None and meaning(value, written) in (means, None) else written


def has_form(value: Value) -> bool:
    """Whether `value` is more than words: hours, a day, a number, a telephone."""
    shape = value.shape
    is_words = shape.base in TEXTS or (isinstance(shape.base, type) and issubclass(shape.base, Choice))
    return not (is_words or shape.record or shape.term or shape.folder)


def narrowed(text: str) -> str:
    """`text` with digits, and what stands between digits, of the usual width."""
    plain = COLON.sub(":", text.translate(DIGITS))
    return JOINED.sub("-", POINT.sub(".", SPAN.sub(r"\1-\2", plain)))
