"""How Chinese is spoken: syllables without tones, chosen by the phrase a character stands in (银行 yin hang, 行走 xing zou).

The readings are those of the package `pypinyin`; its own division into phrases would take seconds, and merely to import
it twice as long as to read its dictionaries.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from build_tools.digest import digest
from build_tools.lasting import lasting, leave, left

SIZES = range(4, 1, -1)
"""Characters of phrases that count; those of more in the dictionary are proverbs."""
KEPT = lasting("pinyin-readings")
"""Both dictionaries without what is not needed: to read them takes a tenth of a second."""

TONES = "\u0300\u0301\u0304\u030c"
"""Grave, acute, macron and caron above a vowel, set apart from it."""
PLACES = {"朝阳": ("chao", "yang")}
"""Names of many places that the dictionary takes for something else: here, the morning sun."""


class Spoken(NamedTuple):
    """How Chinese is spoken."""

    phrases: dict[str, str]
    """First character → lines with a phrase and its syllables: most begin with what no site mentions."""
    characters: dict[str, str]


def syllables_of(run: str) -> list[str]:
    """The syllables of a `run` of Han characters, one each: the longest phrase counts, from left to right."""
    characters = spoken().characters
    syllables: list[str] = []
    at = 0
    while at < len(run):
        phrases = phrases_from(run[at])
        phrase = next((run[at : at + size] for size in SIZES if run[at : at + size] in phrases), run[at])
        syllables += phrases.get(phrase) or [characters.get(phrase, phrase)]
        at += len(phrase)
    return syllables


@cache
def phrases_from(first: str) -> dict[str, list[str]]:
    """The phrases that begin with this character, and how each is spoken."""
    lines = spoken().phrases.get(first, "").splitlines()
    return {phrase: syllables for phrase, *syllables in map(str.split, lines)}


@cache
def spoken() -> Spoken:
    """How Chinese is spoken, as an earlier process has left it."""
    sources = dictionary_files()
    states = [(source.stat().st_size, source.stat().st_mtime_ns) for source in sources]
    about = digest(repr(states).encode(), Path(__file__).read_bytes())
    kept = left(KEPT, about)
    if kept is None:
        kept = told_by(*map(json.loads, map(Path.read_bytes, sources)))
        leave(KEPT, about, kept)
    return Spoken(*kept)


def told_by(phrases: dict[str, list[list[str]]], characters: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The two parts of `Spoken` that both dictionaries give."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, readings in phrases.items():
        if len(phrase) in SIZES:
            syllables = PLACES.get(phrase) or [without_tone(some[0]) for some in readings]
            lines[phrase[0]].append(" ".join([phrase, *syllables]))
    together = {first: "\n".join(some) for first, some in lines.items()}
    return together, {chr(int(code)): without_tone(some.split(",")[0]) for code, some in characters.items()}


@cache
def without_tone(syllable: str) -> str:
    """`syllable` as it is typed: lü is lv."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", syllable) if sign not in TONES)
    return unicodedata.normalize("NFC", bare).replace("ü", "v")


def dictionary_files() -> tuple[Path, Path]:
    """The package's two dictionaries, as JSON: phrase → readings of each character, and code point → readings."""
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    folder = Path(package.origin).parent
    return folder / "phrases_dict.json", folder / "pinyin_dict.json"
