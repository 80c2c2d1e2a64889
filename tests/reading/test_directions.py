"""A sign that turns the direction of writing is ended with the text it stands in."""

from __future__ import annotations

import sys

import pytest

from build_tools.reading.directions import SIGN, left_open
from build_tools.reading.single import CONTROL


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("没有", ""),
        ("ئۇيغۇرچە", ""),
        ("正\u202e反", "\u202c"),
        ("正\u202e反\u202c正", ""),
        ("\u202a\u202b", "\u202c\u202c"),
        ("\u2067甲", "\u2069"),
        ("\u2067\u202e甲", "\u202c\u2069"),
        ("\u2067\u202e甲\u2069乙", ""),
        ("\u202e\u2066甲\u2069", "\u202c"),
        ("\u202c\u2069多余的", ""),
    ],
)
def test_what_a_text_opens_is_closed(text: str, ends: str) -> None:
    assert left_open(text) == ends
    assert left_open(text + ends) == ""


def test_texts_are_looked_at_closely_whenever_they_may_hold_a_sign_that_is_not_shown() -> None:
    signs = (chr(code) for code in range(sys.maxunicode + 1))
    assert not [
        sign for sign in signs if sign.isprintable() and (sign == "\n" or SIGN.match(sign) or CONTROL.match(sign))
    ]
