"""How Chinese is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypinyin import lazy_pinyin

from build_tools.publishing.search.pinyin import syllables_of
from tests.publishing.search.by_reading import is_han, pieces
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize("content", [CONTENT, SAMPLE], ids=["own", "sample"])
def test_all_our_stations_and_words_are_spoken_as_the_package_itself_speaks_them(content: Path) -> None:
    paths = sorted([*content.glob("stations/*.yml"), content / "vocabulary.yml"])
    runs = {piece for path in paths for piece in pieces(path.read_text(encoding="utf-8")) if is_han(piece)}
    assert [run for run in sorted(runs) if syllables_of(run) != lazy_pinyin(run)] == []
