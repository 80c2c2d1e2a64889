"""Where in a file a value stands, as a problem names it: the keys that lead to it, spelled out only for a problem."""

from __future__ import annotations

from typing import TypeAlias

Where: TypeAlias = "str | tuple[Where, str | int]"
"""A path; or where something stands that holds a value, with the value's key or its position there, from 1."""


def spelled_out(where: Where) -> str:
    """The keys as written, with list positions: `服务[2].时间`."""
    if isinstance(where, str):
        return where
    around, step = spelled_out(where[0]), where[1]
    if isinstance(step, int):
        return f"{around}[{step}]"
    return f"{around}.{step}" if around else step
