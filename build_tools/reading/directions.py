"""Invisible signs that turn the direction of writing: what one text opens must not turn the words around it."""

from __future__ import annotations

import re

EMBEDDED, ISOLATED = "\u202c", "\u2069"
"""Unicode's signs for the end of what was opened: https://www.unicode.org/reports/tr9/#Directional_Formatting_Codes."""
ENDS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", EMBEDDED), **dict.fromkeys("\u2066\u2067\u2068", ISOLATED)}
SIGN = re.compile("[\u202a-\u202e\u2066-\u2069]")


def left_open(text: str) -> str:
    """The signs that close whatever `text` leaves open; nothing for almost any text."""
    if text.isprintable():
        return ""  # none of these signs is
    ends: list[str] = []
    for found in SIGN.finditer(text):
        sign = found[0]
        if sign in ENDS:
            ends.append(ENDS[sign])
        elif sign == ISOLATED and ISOLATED in ends:
            while ends.pop() != ISOLATED:
                pass  # the end of an isolate also ends all that was opened inside it
        elif ends and ends[-1] == sign:
            ends.pop()
    return "".join(reversed(ends))
