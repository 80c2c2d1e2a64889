"""What people type, or their spreadsheet makes of it, as what is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from build_tools.problems import Unreadable
from build_tools.records.month import Month

if TYPE_CHECKING:
    from build_tools.records.key import Key

PLAIN = str.maketrans("０１２３４５６７８９＋－−．／", "0123456789+--./")
"""What Chinese keyboards type for digits and signs, one for one, so that places stay right."""
FIRST_DAY = re.compile(r"(\d{4})[-/年](\d{1,2})[-/月]0?1日?", re.ASCII)
REWRITTEN = re.compile(
    r"[a-z]{3,9}[-/ .]?\d{2,4}|(\d{1,2}[-/ ])?\d{1,2}[-/ ][a-z]{3,9}([-/ ]\d{2,4})?|4\d{4}", re.IGNORECASE
)
"""What a spreadsheet writes into a CSV file for `2026-10`: `Oct-26`, or how many days there were since 1900."""
TOO_LONG = re.compile(r"\d{10,}", re.ASCII)
"""No number of cases; shorter ones are compared with the bounds of their key."""


def plain(text: str) -> str:
    """`text` with plain digits and signs instead of full-width ones."""
    return text.translate(PLAIN)


def as_meant(base: Any, text: str) -> str:
    """`text` as a value of `base` is written: in plain digits, and a month for its first day."""
    text = plain(text)
    if base is Month and (found := FIRST_DAY.fullmatch(text.strip())):
        return f"{found[1]}-{found[2]}"
    return text


def is_rewritten(base: Any, text: str) -> bool:
    """Whether `text` is what a spreadsheet made of a month, so that nobody can tell which."""
    return base is Month and bool(REWRITTEN.fullmatch(plain(text)))


def refuse_impossible(text: str, key: Key) -> None:
    """`Unreadable` when `text` is a number, but below zero or far too large for `key`."""
    if text.startswith("-") and text[1:].isdecimal():
        raise Unreadable("E197", text=text, key=key.label)
    if TOO_LONG.fullmatch(text):
        raise Unreadable("E046", text=text, minimum=key.minimum, maximum=key.maximum)
