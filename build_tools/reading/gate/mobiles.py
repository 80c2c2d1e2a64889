"""Mobiles' numbers, however their eleven digits are grouped or spelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.gate.numbers import in_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
MOBILE = re.compile(
    r"(?<![0-9])(?<![0-9]\.)((?:(?:00)?86[ -]?)?(?:1[3-9][0-9](?:[ -]?[0-9]{4}){2}|1[3-9][0-9]{2}[ -][0-9]{3}[ -][0-9]{4}))"
    r"(?![0-9]|\.[0-9]| ?[元余亿万吨])"
)
ODD = re.compile(
    r"(?<![0-9])(?<![0-9][ .-])(1[3-9](?:"
    r"(?=[0-9 ]{10}(?![0-9]))[0-9]{1,6} [0-9]{3,8}"
    r"|(?=[0-9 ]{11}(?![0-9]))[0-9]{1,3} [0-9]{3,5} [0-9]{3,5}"
    r")|1[ -][3-9](?:[ -][0-9]){9})(?![0-9]|[ .-][0-9]| ?[元余亿万吨人次件])"
)
"""Two or three groups of at least three digits, or single ones; alone, for 13 15 18 35 102 are lines of buses."""
SPELLED = re.compile(
    r"[(（1一幺](?:(?<=[(（])1[3-9][0-9][)）] ?-?[0-9]{4}[ -]?[0-9]{4}(?![0-9])"
    r"|(?<![0-9.].)(?<![0-9][ -].)(?<=1)[3-9][0-9]([.·])[0-9]{4}\1[0-9]{4}(?![0-9]|[.·][0-9])"
    r"|(?<![0-9〇零一二三四五六七八九十百千万幺].)(?<=[1一幺])[ -]?[3-9三四五六七八九](?:[ -]?[0-9〇零一二三四五六七八九幺]){9}"
    r"(?![0-9〇零一二三四五六七八九十百千万亿元幺]))"
)
"""(138)12345678, 138.1234.5678 and 一三八一二三四五六七八; other numbers with points are measures or addresses."""
DIGITS = re.compile("[0-9 -]*")


def mobiles(text: str) -> Iterator[Span]:
    """Mobiles' numbers."""
    yield from in_runs(MOBILE, text, lambda *_: True)
    yield from in_runs(ODD, text, lambda number, _: len(number) == 11)
    for found in SPELLED.finditer(text):
        # digits alone are spelled as above
        if not DIGITS.fullmatch(found[0]):
            yield found.start() + (found[0][0] in "(（"), found.end()
