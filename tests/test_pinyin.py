"""How Chinese is spoken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from build_tools.pinyin import (
    SIZES,
    dictionary_files,
    phrases_from,
    spoken,
    syllables_of,
    without_tone,
)
from tests.publishing.search.by_reading import is_han, pieces
from tests.sites import CONTENT, SAMPLE

SPOKEN = [
    ("理发", "li fa"),
    ("银行行长", "yin hang hang zhang"),
    ("行走", "xing zou"),
    ("重庆", "chong qing"),
    ("重量", "zhong liang"),
    ("音乐快乐", "yin yue kuai le"),
    ("绿女略", "lv nv lve"),
    ("石鼓区朝阳街道", "shi gu qu chao yang jie dao"),
    ("甲", "jia"),
    ("", ""),
]


@pytest.mark.parametrize(("run", "spoken"), SPOKEN)
def test_the_phrase_decides_how_a_character_is_spoken(run: str, spoken: str) -> None:
    assert " ".join(syllables_of(run)) == spoken


def test_every_character_has_one_syllable_even_one_that_nobody_knows() -> None:
    assert syllables_of("理\U000323af发") == ["li", "\U000323af", "fa"]


def test_the_dictionaries_are_those_of_the_package() -> None:
    phrases, characters = map(json.loads, map(Path.read_bytes, dictionary_files()))
    assert phrases == PHRASES_DICT
    assert {int(code): readings for code, readings in characters.items()} == PINYIN_DICT


def test_tones_fall_away_as_in_the_package() -> None:
    syllables = {one for readings in PINYIN_DICT.values() for one in readings.split(",")}
    syllables |= {one for phrase in PHRASES_DICT.values() for readings in phrase for one in readings}
    assert {one: without_tone(one) for one in syllables} == {one: to_normal(one) for one in syllables}


def test_what_is_kept_of_the_dictionaries_is_all_that_they_say_first() -> None:
    read = {phrase: told for first in spoken().phrases for phrase, told in phrases_from(first).items()}
    said = {phrase: [to_normal(some[0]) for some in readings] for phrase, readings in PHRASES_DICT.items()}
    assert read == {phrase: told for phrase, told in said.items() if len(phrase) in SIZES} | {"朝阳": ["chao", "yang"]}
    characters = {chr(code): to_normal(readings.split(",")[0]) for code, readings in PINYIN_DICT.items()}
    assert spoken().characters == characters


@pytest.mark.parametrize("content", [CONTENT, SAMPLE], ids=["own", "sample"])
def test_all_our_stations_and_words_are_spoken_as_the_package_itself_speaks_them(content: Path) -> None:
    paths = sorted([*content.glob("stations/*.yml"), content / "vocabulary.yml"])
    runs = {piece for path in paths for piece in pieces(path.read_text(encoding="utf-8")) if is_han(piece)}
    assert [run for run in sorted(runs) if syllables_of(run) != lazy_pinyin(run)] == []
