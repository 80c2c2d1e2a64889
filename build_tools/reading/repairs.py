"""Lines that YAML cannot read, written as they may have been meant: whatever makes them readable was the mistake."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from build_tools.reading.tree import Misplaced, read_tree

if TYPE_CHECKING:
    from collections.abc import Set

COLON = re.compile(r"(^\s*(?:- +)*|[{,]\s*)([^\s:：,，{}\[\]#\"']{1,20})( *：\s*|:(?=\S))")
COMMA_AT_BRACKET = re.compile(r"(?<=[}\]])\s*[，；、]\s*|[，；、]\s*(?=[\[{])")
COMMA = re.compile(r"[，；、]\s*(?=([^\s:：,，{}\[\]#\"']{1,20})\s*[:：])")
WIDE_BRACKETS = str.maketrans("【】［］｛｝", "[][]{}")
WIDE_QUOTES = (re.compile(r"\"([^\"“”＂]*)[“”＂]"), re.compile(r"'([^'‘’＇]*)[‘’＇]"))
LAST_WIDE_QUOTE = re.compile(r"([\"'])([^\"']*)[“”＂‘’＇]")
OPEN_QUOTE = re.compile(r"((?:^|[:,\[{-]) *)([\"'])(?!.*\2)")
NOT_ALL_QUOTED = re.compile(r"((?:^|:|[\[{,-])\s+|[\[{])([\"'])([^\"']*)\2(?=\s*[^\s,\]}:#\"'])")
QUOTED_LIST = re.compile(r"(: +)(\"[^\"']*\"(?:, *\"[^\"']*\")+)$")
WIDE = {'"': "“{}”", "'": "‘{}’"}
CLOSING = {"[": "]", "{": "}"}
DASH = re.compile(r"^( *(?:- +)*-)(?=[^\s-])")
VALUE_OF_LINE = re.compile(r"^(\s*(?:- +)*[^\s:#\"'{}\[\],]+: +)([^\s\"'{\[|>&*!#].*)")
VALUE_IN_BRACKETS = re.compile(r"([\[{,]\s*[^\s:#\"'{}\[\],]+: +)([^\s,{}\[\]\"'][^,{}\[\]]*)")
SECOND_COLON = re.compile(r"(?<! ) *:(?: +|$)")
ANOTHER_KEY = re.compile(r"(?:^|[\s，；、。,/（(])([^\s:：，；、。,/（(]+) *:(?: |$)")
"""The word before a later colon, where something stands before it: perhaps two lines became one."""
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^\s\[{,:-])'[^']*'|\s#.*")


def is_key(word: str, keys: Set[str]) -> bool:
    """Whether `word` is one of `keys`, or its translation."""
    return word.partition("@")[0] in keys


def with_colons(line: str, keys: Set[str]) -> str:
    """`line` with an ordinary colon and a space behind each of `keys`."""
    return COLON.sub(lambda found: f"{found[1]}{found[2]}: " if is_key(found[2], keys) else found[0], line)


def with_commas(line: str, keys: Set[str]) -> str:
    """`line` with an ordinary comma before each of `keys`, and at brackets."""
    return COMMA_AT_BRACKET.sub(", ", COMMA.sub(lambda found: ", " if is_key(found[1], keys) else found[0], line))


def with_brackets(line: str, _: Set[str]) -> str:
    """`line` with ordinary brackets."""
    return line.translate(WIDE_BRACKETS)


def with_closing_quotes(line: str, _: Set[str]) -> str:
    """`line` with ordinary quotes where others end what ordinary ones begin; one that nothing ends is taken away."""
    closed = WIDE_QUOTES[1].sub(r"'\1'", WIDE_QUOTES[0].sub(r'"\1"', line))
    return closed if closed != line else OPEN_QUOTE.sub(r"\1", line)


def with_last_quote(line: str, _: Set[str]) -> str:
    """`line` with an ordinary quote instead of the last other one behind an ordinary one."""
    return LAST_WIDE_QUOTE.sub(r"\1\2\1", line)


def with_wide_quotes(line: str, _: Set[str]) -> str:
    """`line` with Chinese quotes around words that begin a value and do not end it."""
    return NOT_ALL_QUOTED.sub(lambda found: found[1] + WIDE[found[2]].format(found[3]), line)


def with_one_value(line: str, _: Set[str]) -> str:
    """`line` with one value where several quoted ones stand."""
    return QUOTED_LIST.sub(lambda found: found[1] + found[2].replace('"', ""), line)


def with_closing_brackets(line: str, _: Set[str]) -> str:
    """`line` with every bracket closed that is opened in it."""
    plain = QUOTED.sub(lambda found: " " * len(found[0]), line)
    written, open_ones = "", ""
    for sign, outside in zip(line, plain, strict=True):
        while outside in "]}" and open_ones and CLOSING[open_ones[-1]] != outside:
            written, open_ones = written + CLOSING[open_ones[-1]], open_ones[:-1]
        open_ones = open_ones + outside if outside in CLOSING else open_ones[:-1] if outside in "]}" else open_ones
        written += sign
    return written + "".join(CLOSING[one] for one in reversed(open_ones))


def with_dashes(line: str, _: Set[str]) -> str:
    """`line` with a space behind the dash that begins it."""
    return DASH.sub(r"\1 ", line)


def with_one_colon(line: str, keys: Set[str]) -> str:
    """`line` with full-width colons in its values, unless what stands before one of them is another of `keys`."""
    pattern = VALUE_OF_LINE if VALUE_OF_LINE.match(line) else VALUE_IN_BRACKETS
    return pattern.sub(lambda found: found[1] + with_wide_colons(found[2], keys), line)


def with_wide_colons(value: str, keys: Set[str]) -> str:
    """`value` with full-width colons, as far as it is no comment."""
    text, sign, comment = value.partition(" #")
    if any(is_key(word, keys) for word in ANOTHER_KEY.findall(text)):
        return value
    return SECOND_COLON.sub("：", text) + sign + comment


def reach(text: str) -> float:
    """The line at which reading of `text` stops; infinite where it does not."""
    try:
        read_tree(text)
    except Misplaced as failure:
        return failure.line
    return math.inf


def first_difference(line: str, other: str) -> int:
    """Where two lines begin to differ, from 0."""
    pairs = enumerate(zip(line, other, strict=False))
    return next((at for at, (one, another) in pairs if one != another), min(len(line), len(other)))
