"""How Chinese is spoken: syllables without tones, chosen by the phrase a character stands in (银行 yin hang, 行走 xing zou).

The readings are those of the package `pypinyin`; its own division into phrases would take seconds.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_PHRASE = 4
"""Characters; those of more in the dictionary are proverbs."""


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
    readings = characters.get(ord(phrase), phrase)
    return (without_tone(readings.split(",")[0]),)


@cache
def without_tone(syllable: str) -> str:
    """`syllable` as it is typed: lü is lv."""
    from pypinyin.contrib.tone_convert import to_normal

    return to_normal(syllable)


@cache
def beginnings_of_phrases() -> frozenset[str]:
    """The first two characters of each phrase: most pairs begin none, and need no longer look."""
    phrases, _ = dictionaries()
    return frozenset(phrase[:2] for phrase in phrases)


@cache
def dictionaries() -> tuple[Mapping[str, list[list[str]]], Mapping[int, str]]:
    """Phrase → readings of each character, and code point → readings; loaded once needed: that takes a third of a second."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    return PHRASES_DICT, PINYIN_DICT
