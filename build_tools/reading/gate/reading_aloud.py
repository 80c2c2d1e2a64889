"""Text as residents will read it: lines that belong together joined, marks, tags, comments and entities resolved."""

from __future__ import annotations

import re
from html import unescape

from build_tools.reading.gate.fold import ESCAPED, Folded, plain_of, unfolded

NEW = r"(?:[-*+>|#`=]|[0-9]{1,3}[.、)]|[\"']?[^\s:：\"'，。]{1,16}[\"']?[:：](?:\s|$)|\n|$)"
"""What begins something new rather than going on with the line above."""
MARK = re.compile(
    r"<!--[\s\S]*?-->|</?[A-Za-z][^<>]*>|&[A-Za-z]{2,8};|\\\n[ \t]*|\\[ -/:-@\[-`{-~tnN_LP]|\*{1,3}|~~|`"
    r"|(?<![0-9A-Za-z])_{1,3}|_{1,3}(?![0-9A-Za-z])|\]\((?:[^)\n\]]|\](?!\())*+\)|\[(?=[^\]\n]*\]\()"
    rf"|\n(?<=[^\s:：|>]\n)[ \t]*+(?!{NEW})"
)
SIGN = re.compile(r"[<&\\*~`_]|\](?=\()|\n(?=[ \t]*+[^-#\s][^:：\n]{0,16}+(?:$|[^:：]))", re.MULTILINE)
"""What a mark begins with, quickly found."""
MARKED = (
    r"[<&\\*~`]|(?:[^0-9A-Za-z]|\A)_|_(?:[^0-9A-Za-z]|\z)|\]\("
    r"|[^\s:：|>]\n[ \t]*[^-#\s](?:[^:：\n]{17}|[^:：\n]{0,16}(?:\n|\z))"
)
"""A pattern for RE2, found in every text that has a mark: what a sign is, with what stands around it."""
READ = re.compile(rf"{MARK.pattern}|{ESCAPED.pattern}")
APART = re.compile(r"</?(?:br|p|div|t[dhr]|table|li|[uo]l|h[1-6]|hr)\b", re.IGNORECASE)
"""Tags that stand between what is read apart."""


def as_read(text: str) -> Folded:
    """The stretches of `text` that are read otherwise than they are written, a line for each."""
    pieces: list[tuple[int, int, str]] = []
    for first, last in changed(text):
        if pieces:
            pieces.append((pieces[-1][1], first, "\n"))
        elif first:
            pieces.append((0, first, ""))
        pieces += [(one.start(), one.end(), read_of(one, text)) for one in READ.finditer(text, first, last)]
        pieces.append((last, last, ""))
    return unfolded(text[: pieces[-1][1]], pieces) if pieces else Folded("")


def changed(text: str) -> list[tuple[int, int]]:
    """Where the lines begin and end that hold a mark; lines that are read as one are one."""
    stretches: list[tuple[int, int]] = []
    for sign in SIGN.finditer(text):
        found = MARK.match(text, sign.start())
        if not found:
            continue
        first, last = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end()) % (len(text) + 1)
        if stretches and found.start() <= stretches[-1][1]:
            stretches[-1] = stretches[-1][0], max(last, stretches[-1][1])
        else:
            stretches.append((first, last))
    return stretches


def read_of(found: re.Match[str], text: str) -> str:
    """What is read for the mark that was `found` in `text`."""
    mark = found[0]
    if mark.startswith("&") and not mark.startswith("&#"):
        return "".join(plain_of(sign) for sign in unescape(mark)) if unescape(mark) != mark else mark
    if mark.startswith("\n"):
        around = text[found.start() - 1], text[found.end() : found.end() + 1]
        return "" if all("一" <= one <= "鿿" for one in around) else " "
    if mark.startswith("<"):
        return "\n" if APART.match(mark) else ""
    if len(mark) == 2 and mark[0] == "\\":
        return " " if mark[1] in " tnN_LP" else mark[1]
    if mark[0] in "*~`_[]!\\" and not (mark[0] == "\\" and mark[1] in "ux"):
        return ""
    return plain_of(mark)
