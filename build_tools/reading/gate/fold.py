"""Text as it is read rather than as it is spelled: full-width digits, escapes and signs without width are made plain."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STRANGE = re.compile(r"[^\x00-\x7f一-鿿，。、：；（）“”‘’！？《》【】—…·～]")
"""Whatever is neither ASCII nor a common Chinese character or mark."""
ESCAPED = re.compile(STRANGE.pattern + r"|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|&#(?:[0-9]{2,6}|[xX][0-9A-Fa-f]{2,5});")
"""The same, and signs written as YAML or HTML escape them."""
DASHES = "‐‑‒–−"


@dataclass(frozen=True, slots=True)
class Folded:
    """Plain text that knows where each of its signs stands in the original."""

    text: str
    starts: tuple[int, ...] = (0,)
    """Where in `text` the distance to the original changes, increasing."""
    distances: tuple[int, ...] = (0,)
    """What to add from there on."""

    def origin(self, position: int) -> int:
        """Where the sign at `position` stands in the original."""
        return position + self.distances[bisect_right(self.starts, position) - 1]

    def end(self, position: int) -> int:
        """Where the sign before `position` ends in the original: what is left out after it is no part of it."""
        index = bisect_left(self.starts, position)
        if index == len(self.starts) or self.starts[index] != position:
            index -= 1
        return position + self.distances[index]


def folded(text: str) -> Folded:
    """`text` in plain signs; most texts are plain already."""
    if not STRANGE.search(text) and "\\" not in text and "&#" not in text:
        return Folded(text)
    return unfolded(text, [(*found.span(), plain_of(found[0])) for found in ESCAPED.finditer(text)])


def unfolded(text: str, pieces: Iterable[tuple[int, int, str]]) -> Folded:
    """`text` with other signs for some of its `pieces`: where each begins and ends, in order, and what it becomes."""
    signs, starts, distances = [], [0], [0]
    length = last = 0
    for start, end, plain in pieces:
        signs += [text[last:start], plain]
        length += start - last + len(plain)
        if not plain:
            starts.append(length)
            distances.append(distances[-1])
        last = end
        if last - length != distances[-1]:
            starts.append(length)
            distances.append(last - length)
    return Folded("".join([*signs, text[last:]]), tuple(starts), tuple(distances))


def plain_of(sign: str) -> str:
    """`sign`, which may be an escape, as plain signs; nothing for what has no width."""
    if len(sign) > 1:
        code = unescaped(sign)
        return plain_of(code) if len(code) == 1 else code
    if sign in DASHES:
        return "-"
    category, plain = unicodedata.category(sign), unicodedata.normalize("NFKC", sign)
    if category != "Nd" and any(one.isdigit() for one in plain):
        # the digit of ① or ㎡ would become the first one of a number that follows
        return sign
    return "" if category == "Cf" else plain


def unescaped(escape: str) -> str:
    """The sign that `escape` stands for, or `escape` itself when there is none."""
    digits = escape.strip("\\&#;")
    code = int(digits) if digits.isdigit() and escape.startswith("&") else int(digits.lstrip("uxX"), 16)
    return chr(code) if 31 < code < 0x110000 else escape
