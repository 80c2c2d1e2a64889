"""How Chinese is spoken: syllables without tones, chosen by the phrase a character stands in (银行 yin hang, 行走 xing zou).

The readings are those of the package `pypinyin`; its own division into phrases would take seconds, and merely to import
it twice as long as to read its dictionaries.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LONGEST_PHRASE = 4
"""Characters; those of more in the dictionary are proverbs."""


TONES = "\u0300\u0301\u0304\u030c"
"""Grave, acute, macron and caron above a vowel, set apart from it."""
PLACES = {"朝阳": ("chao", "yang")}
"""Names of many places that the dictionary takes for something else: here, the morning sun."""


def syllables_of(run: str) -> list[str]:
    """The syllables of a `run` of Han characters, one each: the longest phrase counts, from left to right."""
    beginnings = beginnings_of_phrases()
    syllables: list[str] = []
    at = 0
    while at < len(run):
        phrase = phrase_at(run, at) if run[at : at + 2] in beginnings else run[at]
        syllables += spoken(phrase)
        at += len(phrase)
    return syllables


def phrase_at(run: str, at: int) -> str:
    """The longest phrase of the dictionary that stands `at` a place in `run`, or one character."""
    phrases, _ = dictionaries()
    sizes = range(LONGEST_PHRASE, 1, -1)
    return next((run[at : at + size] for size in sizes if run[at : at + size] in phrases), run[at])


@cache
def spoken(phrase: str) -> tuple[str, ...]:
    """The syllables of a phrase of the dictionary, or of one character; a character nobody knows stands for itself."""
    if phrase in PLACES:
        return PLACES[phrase]
    phrases, characters = dictionaries()
    if len(phrase) > 1:
        return tuple(without_tone(readings[0]) for readings in phrases[phrase])
    readings: str = characters.get(str(ord(phrase)), phrase)
    return (without_tone(readings.split(",")[0]),)


@cache
def without_tone(syllable: str) -> str:
    """`syllable` as it is typed: lü is lv."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", syllable) if sign not in TONES)
    return unicodedata.normalize("NFC", bare).replace("ü", "v")


@cache
def beginnings_of_phrases() -> frozenset[str]:
    """The first two characters of each phrase: most pairs begin none, and need no longer look."""
    phrases, _ = dictionaries()
    return frozenset(phrase[:2] for phrase in phrases)


@cache
def dictionaries() -> tuple[dict[str, Any], dict[str, Any]]:
    """Phrase → list of readings of each character, and code point → readings; loaded once needed: that takes a tenth of a second."""
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    phrases, characters = (Path(package.origin).with_name(f"{name}_dict.json") for name in ("phrases", "pinyin"))
    return json.loads(phrases.read_bytes()), json.loads(characters.read_bytes())
