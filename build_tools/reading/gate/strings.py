"""A JSON file as its reader understands it: strings without escapes, and coordinates that look like no number."""

from __future__ import annotations

import json
import re

PIECE = re.compile(r'"(?:[^"\\\n]|\\.)*"|(?:-|(?<!\d))\d++\.\d+')


def plainly(text: str) -> str:
    """`text` with every string written out and every fraction blank; all else stands where it stood."""
    return PIECE.sub(written_out, text)


def written_out(found: re.Match[str]) -> str:
    """A string without escapes between its quotes, or blanks for a fraction; as long as before."""
    piece = found[0]
    if not piece.startswith('"'):
        return " " * len(piece)
    try:
        meant = json.loads(piece)
    except json.JSONDecodeError:
        return piece
    return f'"{" ".join(meant.splitlines())}"'.ljust(len(piece))
