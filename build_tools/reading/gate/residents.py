"""Residents who are named in a text: 刘某、王女士、陈洪贞老人、小苏、居民李秀英."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.gate import names
from build_tools.reading.gate.businesses import is_business, is_place
from build_tools.reading.gate.full_names import AFTER_WORD, SEX, full_names

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
SURNAME = f"[{names.PLAIN}{names.WORDY}]"
HAN = "一-鿿"
TITLED = re.compile(
    f"{SURNAME}(?:{names.SOMEBODY}|{names.TITLES}|{names.KIN}|[×〇○✕xX]{{1,2}}(?![0-9A-Za-z号栋楼路年月日时分件人元次个名组村街])|\\*{{1,2}})"
)
"""刘某, 王女士, 李姐, 张×."""
SPACED = re.compile(rf"[ -](?<={SURNAME}.)(?:{'|'.join('[ -]?'.join(title) for title in names.SPACED)})")
"""李 奶 奶, 李-奶奶."""
STARS = re.compile(f"{SURNAME}\\*{{1,2}}(?!\\*)")
DOUBLE = re.compile("|".join(names.DOUBLE))
DOUBLY_TITLED = re.compile(f"(?:{'|'.join(names.DOUBLE)})(?:{names.SOMEBODY}|[{HAN}]{{0,2}}?(?:{names.ELDER}))")
FULLY_TITLED = re.compile(
    f"{SURNAME}(?:[{names.GIVEN}]{{1,2}}|[^\\W\\d_a-zA-Z{names.NEVER_GIVEN}]{{1,2}}?)(?:{names.ELDER})"
)
"""陈洪贞老人."""
CALLED = re.compile(f"[小老]{SURNAME}")
"""小苏, 老王."""
NAMED = (
    *(one.pattern for one in (TITLED, FULLY_TITLED, CALLED, DOUBLY_TITLED, AFTER_WORD, SEX)),
    f"{SURNAME}{SPACED.pattern}",
)
"""One of these is wherever somebody is named."""


def residents(text: str) -> Iterator[Span]:
    """Where somebody is named; of names that overlap, the first and longest."""
    end = 0
    for span in sorted(candidates(text), key=lambda one: (one[0], -one[1])):
        if span[0] >= end:
            end = span[1]
            yield span


def candidates(text: str) -> Iterator[Span]:
    """Every name, some of them inside others."""
    for found in TITLED.finditer(text):
        if is_surname(text, found.start(), found.group()) and not is_something_else(text, found):
            yield found.span()
    for found in FULLY_TITLED.finditer(text):
        if is_full_name(text, found) and not is_business(text, found.end()):
            yield found.span()
    for found in CALLED.finditer(text):
        if is_called(text, found.start()):
            yield found.start(), found.end()
    if DOUBLE.search(text):
        yield from (found.span() for found in DOUBLY_TITLED.finditer(text) if not is_business(text, found.end()))
    yield from spaced(text)
    yield from full_names(text)


def spaced(text: str) -> Iterator[Span]:
    """Surnames and titles with blanks or hyphens in them."""
    for found in SPACED.finditer(text):
        start, end = found.start() - 1, found.end()
        if is_surname(text, start, text[start:end]) and not is_business(text, end):
            yield start, end


def is_surname(text: str, start: int, name: str) -> bool:
    """Whether the sign at `start` is a surname and not the end of a word; `name` is what follows with it."""
    sign, before = text[start], text[start - 1] if start else ""
    if before and before in names.NOT_AFTER.get(sign, ""):
        return False
    if sign == "向" or name == "康师傅":
        # mostly “towards”, and a brand of noodles
        return bool(before) and before in names.PERSON_BEFORE
    return sign in names.PLAIN or is_introduced(before)


def is_something_else(text: str, found: re.Match[str]) -> bool:
    """Whether a surname and a title are a shop, a word or emphasis."""
    name, end = found[0], found.end()
    if name.endswith("*"):
        line = text[text.rfind("\n", 0, end) + 1 : text.find("\n", end) % (len(text) + 1)]
        return "*" in STARS.sub("", line)
    if name[0] == "于" and text.startswith("而言", end):
        return True
    if name == "万某" and text.startswith("一", end):
        return True
    return name in ("周X", "周x") or is_business(text, end)


def is_introduced(before: str) -> bool:
    """Whether a name may begin after the sign `before`."""
    return begins_a_word(before) or before in names.PERSON_BEFORE


def begins_a_word(before: str) -> bool:
    """Whether `before` is no Chinese character, or nothing."""
    return not "一" <= before <= "鿿"


def is_full_name(text: str, found: re.Match[str]) -> bool:
    """Whether a surname, a given name and a title are what was `found`."""
    start, sign = found.start(), found[0][0]
    if not is_introduced(text[start - 1] if start else "") or not is_surname(text, start, found[0]):
        return False
    given = re.sub(f"(?:{names.ELDER})$", "", found[0][1:])
    return sign in names.PLAIN or (sign + given not in names.NO_NAMES and all(one in names.GIVEN for one in given))


def is_called(text: str, start: int) -> bool:
    """Whether 小 or 老 at `start` stands before somebody's surname."""
    before, sign, after = text[start - 1] if start else "", text[start + 1], text[start + 2 : start + 3]
    if before and before in (names.LESSER if text[start] == "小" else names.OLDER):
        return False
    if is_place(text, start + 2) or is_business(text, start + 2):
        return False
    if sign in names.NEVER_CALLED:
        return bool(after) and after in "说道告笑" and sign != "于"
    if after and after in names.LONGER.get(sign, ""):
        return False
    return sign in names.PLAIN or begins_a_word(after) or after in names.SPEAKS
