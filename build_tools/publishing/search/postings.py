"""Sets of stations, by their numbers, as short text."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ONE = ord("1")
BITS = "~"
"""Stands before a set written with one bit for each station there is; base64 has no such sign."""

Bits = int
"""A set of numbers: bit `n` for the number `n`."""


def bits_of(numbers: Iterable[int], count: int) -> Bits:
    """The set of `numbers`, all below `count`."""
    signs = bytearray(b"0") * (count + 1)
    for number in numbers:
        signs[number] = ONE
    return int(signs[::-1], 2)


def numbers_of(bits: Bits) -> Iterator[int]:
    """The numbers in the set `bits`, in order; quick where there are few."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def written(bits: Bits, count: int) -> str:
    """The set `bits` of `count` stations, in the shorter of the two ways."""
    room = (count + 7) // 8
    if bits.bit_count() <= room and len(gaps := gaps_of(numbers_of(bits))) <= room:
        return in_letters(gaps)
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


def in_letters(plain: bytes) -> str:
    """`plain` in base64, without the signs that fill it up."""
    return b64encode(plain).decode().rstrip("=")
