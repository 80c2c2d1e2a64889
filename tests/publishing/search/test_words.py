"""What texts are taken to be made of."""

from __future__ import annotations

import pytest

from build_tools.publishing.search.words import LONGEST, runs_of, tokens_of

RUNS = [
    ("石鼓lifa", ["石鼓", "lifa"]),
    ("ＬｉＦａ　７号", ["lifa", "7", "号"]),
    ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
    ("样本路1号 & “2”号", ["样本路", "1", "号", "2", "号"]),
    ("a_b-c'd", ["a", "b", "c", "d"]),
    ("佢𠮷〇々", ["佢𠮷〇々"]),
    ("خۇش كەپسىز", ["خۇش", "كەپسىز"]),
    ("😀🍵\u202e!?", []),
]


@pytest.mark.parametrize(("text", "runs"), RUNS)
def test_a_text_is_cut_where_the_script_changes_and_at_everything_else(text: str, runs: list[str]) -> None:
    assert ["".join(run) for run in runs_of(text)] == runs


def test_chinese_is_found_by_character_and_pair_written_and_spoken() -> None:
    assert tokens_of("理发店", is_word=False) == {
        *("理", "发", "店", "理发", "发店"),
        *(" li", " fa", " dian", "li fa", "fa dian"),
    }


def test_a_word_is_found_by_initials_from_its_beginning_and_up_to_its_end() -> None:
    letters = {token for token in tokens_of("免费理发", is_word=True) if token.isascii() and " " not in token}
    assert letters == {"mf", "mfl", "mflf", "lf", "flf"}


def test_one_character_has_no_initials() -> None:
    assert tokens_of("甲", is_word=True) == {"甲", " jia"}


def test_a_word_of_letters_is_found_from_its_third_letter_on_and_a_number_only_whole() -> None:
    assert tokens_of("Sample 1234", is_word=True) == {"sam", "samp", "sampl", "sample", "1234"}


def test_no_text_makes_the_index_large() -> None:
    assert len(tokens_of("".join(map(chr, range(0x4E00, 0x8E00))), is_word=True)) < 6 * LONGEST


def test_nothing_that_can_be_typed_is_a_filter() -> None:
    texts = ("need:water", "step-free", "district:shili", "li:fa")
    assert not any(":" in token or "-" in token for text in texts for token in tokens_of(text, is_word=True))
