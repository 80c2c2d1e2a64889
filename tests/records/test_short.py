"""Short names are printed on plates: what they are derived from, and how, can never change."""

from __future__ import annotations

import pytest

from build_tools.records.short import LENGTH, SIGNS, short_of

PRINTED = {
    "zhengyang": "34bqdk",
    "zhoulukou": "rmqc9x",
    "jia": "58w9w4",
    "station-1": "5c3r7c",
    "a": "knhrwq",
    "z" * 60: "r4sbcp",
}
MANY = 200_000


@pytest.mark.parametrize("oldest", PRINTED)
def test_a_printed_name_stays_what_it_is(oldest: str) -> None:
    assert short_of(oldest) == PRINTED[oldest]


def test_no_sign_is_taken_for_another_and_none_is_a_vowel() -> None:
    assert set(SIGNS).isdisjoint("01aeilou")
    assert SIGNS.islower()
    assert SIGNS.isascii()
    assert SIGNS.isalnum()
    assert len(set(SIGNS)) == len(SIGNS) == 28


def test_names_are_six_signs_and_meet_as_seldom_as_by_chance() -> None:
    shorts = [short_of(f"zhan-{number}") for number in range(MANY)]
    assert {len(short) for short in shorts} == {LENGTH}
    assert set("".join(shorts)) == set(SIGNS)
    expected = MANY**2 / 2 / len(SIGNS) ** LENGTH
    assert expected / 2 < MANY - len(set(shorts)) < expected * 2


def test_every_sign_stands_everywhere_about_equally_often() -> None:
    shorts = [short_of(f"zhan-{number}") for number in range(20_000)]
    for position in range(LENGTH):
        counts = [sum(short[position] == sign for short in shorts) for sign in SIGNS]
        assert 600 < min(counts) <= max(counts) < 830
