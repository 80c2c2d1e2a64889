"""Signs of Chinese input methods where YAML wants its own: quotes around a value, commas and brackets of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from build_tools.reading.tree import Node
    from build_tools.reading.where import Where

QUOTES = {"“": "”", "”": "“", "「": "」", "『": "』", "‘": "’", "＂": "＂", "＇": "＇"}
BRACKETS = {"【": "】", "［": "］", "｛": "｝"}
TORN = {**BRACKETS, "“": "”", "「": "」", "『": "』"}
SIGNS = (*TORN, *TORN.values())
has_sign = re.compile(f"[{''.join(SIGNS)}]").search
COMMAS = re.compile(r"\s*[，；、]\s*")
TITLE = re.compile(r"【[^】，；、,]*】|［[^］，；、,]*］")
"""One entry of free words may stand without a dash, and in such brackets."""
DASHES = re.compile(r" *(?:- +)+")

Mistyped = tuple[str, int, dict[str, str]]
"""The code of a problem, where in the text its sign stands, and the words of its message."""


def mistyped(node: Scalar, where: Where, lines: Sequence[str], is_right: Callable[[str], bool]) -> Mistyped | None:
    """What was mistyped in `node`, a value that cannot be read, as far as its parts that are left over are right.

    It stands in `lines`; only where an entry of a list stands can it have been meant as several.
    """
    text = node.text.strip()
    if found := bracket_in(text):
        return found
    if QUOTES.get(text[0]) == text[-1] and len(text) > 2:
        return "E111", 0, {"text": text, "right": text[1:-1]}
    parts = COMMAS.split(text) if isinstance(where, tuple) and isinstance(where[1], int) else []
    if len(parts) > 1 and all(map(is_right, parts)):
        at = COMMAS.search(text)
        sign = at[0].strip() if at else ""
        return "E114", text.index(sign), {"text": sign, "sign": sign, **listed(parts, node, lines)}
    return None


def listed(parts: list[str], node: Scalar, lines: Sequence[str]) -> dict[str, str]:
    """The list that was meant by `node`, `right`, and the `lines` with it, `rewritten`, where `node` is all on one."""
    line = lines[node.line - 1] if lines else ""
    before, rest = line[: node.column - 1], line[node.column - 1 :]
    right = ", ".join(parts)
    if not rest.startswith(node.text):
        return {"right": right}
    meant = f"[{right}]" if before.rstrip().endswith(":") or not before.strip() else right
    if DASHES.fullmatch(before):
        meant = f"\n{before}".join(parts)
    return {"right": right, "rewritten": before.lstrip() + meant + rest[len(node.text) :]}


def bracket_in(text: str) -> Mistyped | None:
    """The wide bracket that begins or ends all of `text`, if it does."""
    for opening, closing in BRACKETS.items():
        if text[0] == opening and text.find(closing) in (-1, len(text) - 1):
            return "E115", 0, {"text": opening, "sign": opening}
        if text[-1] == closing and opening not in text:
            return "E115", len(text) - 1, {"text": closing, "sign": closing}
    return None


def may_be_torn(text: str) -> bool:
    """Whether `text` holds any of the signs by which a list is torn."""
    return any(map(text.__contains__, SIGNS))


def torn_list(node: Node, nodes: Iterable[Node]) -> tuple[str, Scalar, int] | None:
    """The sign that is no bracket, or no quote, of the list `node` with these entries: its code, where, and how far in."""
    if not isinstance(node, Scalar):
        return torn([text for one in nodes for text in texts_in(one)])
    found = None if node.style or not node.text or TITLE.fullmatch(node.text) else bracket_in(node.text)
    return (found[0], node, found[1]) if found else None


def texts_in(node: Node) -> list[Scalar]:
    """The text `node`, or the keys and texts of the mapping that it is."""
    nodes = [one for pair in node.pairs for one in pair] if isinstance(node, Mapping) else [node]
    return [one for one in nodes if isinstance(one, Scalar)]


def torn(texts: Iterable[Scalar]) -> tuple[str, Scalar, int] | None:
    """The one of these plain `texts` of a list or a mapping that opens what only a later one on its line closes."""
    opened: dict[str, Scalar] = {}
    for one in [one for one in texts if has_sign(one.text)]:
        for sign, beginning in opened.items():
            if one.line == beginning.line and one.text.count(TORN[sign]) > one.text.count(sign):
                return ("E115" if sign in BRACKETS else "E117"), beginning, beginning.text.index(sign)
        if not one.style:
            opened |= {sign: one for sign, end in TORN.items() if one.text.count(sign) > one.text.count(end)}
    return None
