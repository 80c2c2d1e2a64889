"""Whole numbers as reports write them: 38000, 1,200, 1.2万, 三万八千."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.records.cursor import Cursor

ONES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
ONE = f"[{''.join(ONES)}]"
SECTION = f"(?:{ONE}千)?(?:[零〇]?{ONE}百)?(?:[零〇]?{ONE}?十)?(?:(?:[零〇]|(?<=十)|(?<![百千万亿])){ONE})?"
"""Up to 9999. 三万八 and 一百二 leave a sign over: some mean 38000 and 120."""
BEGUN = f"(?=[十{''.join(ONES)}])"
CHINESE = re.compile(f"{BEGUN}(?:{SECTION}亿)?(?:{BEGUN}{SECTION}万)?{SECTION}")
DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,15}(?:\.\d{1,9})?", re.ASCII)
SCALE = re.compile(r"[百千]?[万亿]|百|千(?![克米瓦卡])")
"""What may follow digits; 千克 is a unit."""


def number_at(line: Cursor) -> int | None:
    """The whole number that begins at `line`, read past it; None where none does."""
    if digits := line.take(DIGITS):
        scale = line.take(SCALE)
        value = Fraction(digits[0].replace(",", "")) * (scaled(scale[0]) if scale else 1)
        return int(value) if value.denominator == 1 else None
    chinese = line.take(CHINESE)
    return chinese_number(chinese[0]) if chinese else None


def chinese_number(text: str) -> int:
    """The number of the numerals `text`: 三万八千 is 38000."""
    total = section = one = 0
    for sign in text:
        if sign in MYRIADS:
            total, section, one = total + (section + one) * MYRIADS[sign], 0, 0
        elif sign in TENS:
            section, one = section + (one or 1) * TENS[sign], 0
        else:
            one = ONES.get(sign, 0)
    return total + section + one


def scaled(signs: str) -> int:
    """How many 百, 千, 万 or 百万 stand for; 1 for none."""
    value = 1
    for sign in signs:
        value *= (TENS | MYRIADS)[sign]
    return value


def last_place(value: int) -> int:
    """The place of the lowest digit of `value` that is not zero: 100 of 1200."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place
