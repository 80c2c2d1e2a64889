"""Where a part of a value stands in its file: quotes, escapes and the line ends of a block lie between the two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.reading.tree import Scalar

BLOCK = ("|", ">")
ESCAPES = {"'": re.compile("'(?=')"), '"': re.compile(r"\\(?:[nt\s]|(?=.))")}
"""What stands in a quoted value besides what it says."""


def spot_of(node: Scalar, offset: int, word: str, lines: Sequence[str]) -> tuple[int, int]:
    """Line and column of `word`, which stands at `offset` in the text of `node`; those of `node` where nobody can tell."""
    left = signs_in(node.text[:offset], "")
    start = 0 if node.style in BLOCK else node.column - 1 + bool(node.style)
    for number in range(node.line + (node.style in BLOCK), len(lines) + 1):
        line = lines[number - 1]
        at = line.find(word, start)
        while at >= 0:
            if signs_in(line[start:at], node.style) == left:
                return number, at + 1
            at = line.find(word, at + 1)
        left -= signs_in(line[start:], node.style)
        start = 0
        if left < 0:
            break
    return node.line, node.column


def signs_in(written: str, style: str) -> int:
    """How many signs `written` means in a value of this `style`; blanks do not count, YAML folds them."""
    plain = ESCAPES[style].sub("", written) if style in ESCAPES else written
    return len("".join(plain.split()))
