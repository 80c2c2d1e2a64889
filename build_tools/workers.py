"""Work spread over the cores, where a process can be split in two without copying what it knows."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Part = TypeVar("Part")
Result = TypeVar("Result")
WORTH_IT = 200
"""With fewer files than this, starting processes takes longer than they save."""

_inherited: list[Any] = []
"""What forked processes find when they start; nothing has to be sent to them."""


def spread(function: Callable[[Part], Result], parts: Sequence[Part], workers: int) -> list[Result]:
    """`function` of each of `parts`, in order; with more than one of `workers`, in so many forked processes."""
    if workers < 2 or len(parts) < 2:
        return [function(part) for part in parts]
    _inherited[:] = [function, parts]
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            return pool.map(_result, range(len(parts)), chunksize=1)
    finally:
        _inherited.clear()


def _result(position: int) -> Any:
    """In a forked process: the result of the part at `position`."""
    function, parts = _inherited
    return function(parts[position])


def in_parts(members: Sequence[Part], size: int) -> list[Sequence[Part]]:
    """`members` cut into stretches of at most `size`."""
    return [members[start : start + size] for start in range(0, len(members), size)]
