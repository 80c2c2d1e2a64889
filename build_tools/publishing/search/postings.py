"""Sets of stations, by their numbers, as short text."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from build_tools.facts.timetable import steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ONE = ord("1")
BITS = "~"
"""Stands before a set written with one bit for each station there is; base64 has no such sign."""


def written(numbers: Sequence[int], count: int) -> str:
    """The set `numbers`, which are in order, of `count` stations; in the shorter of the two ways."""
    room = (count + 7) // 8
    if len(numbers) <= room and len(gaps := gaps_of(numbers)) <= room:
        return in_letters(gaps)
    return BITS + in_letters(bits_of(numbers, count))


def written_bits(bits: int, count: int) -> str:
    """The same of the set `bits`, in which bit `n` stands for the number `n`."""
    room = (count + 7) // 8
    if bits.bit_count() <= room:
        return written(steps(bits), count)
    return BITS + in_letters(bits.to_bytes(room, "little"))


def gaps_of(numbers: Iterable[int]) -> bytes:
    """How many stations lie between each number and the one before: seven bits a byte, the lowest first, the last byte below 128."""
    found = bytearray()
    expected = 0
    for number in numbers:
        gap = number - expected
        while gap > 127:
            found.append(gap & 127 | 128)
            gap >>= 7
        found.append(gap)
        expected = number + 1
    return bytes(found)


def bits_of(numbers: Iterable[int], count: int) -> bytes:
    """One bit for each of `count` stations, the lowest first."""
    signs = bytearray(b"0") * (count + 1)
    for number in numbers:
        signs[-1 - number] = ONE
    return int(signs, 2).to_bytes((count + 7) // 8, "little")


def in_letters(plain: bytes) -> str:
    """`plain` in base64, without the signs that fill it up."""
    return b64encode(plain).decode().rstrip("=")
