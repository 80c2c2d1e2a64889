"""Short names: what a station's address on its door plate ends with, the same for ever."""

from __future__ import annotations

from hashlib import sha256

SIGNS = "23456789bcdfghjkmnpqrstvwxyz"
"""None is taken for another (0 o, 1 i l), and without vowels they spell no word."""
LENGTH = 6


def short_of(oldest: str) -> str:
    """The short name of the station whose first id was `oldest`: plates are printed with it, so this never changes."""
    number = int.from_bytes(sha256(oldest.encode()).digest()) % len(SIGNS) ** LENGTH
    signs = []
    for _ in range(LENGTH):
        number, position = divmod(number, len(SIGNS))
        signs.append(SIGNS[position])
    return "".join(signs)
