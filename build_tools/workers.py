"""Work spread over the cores, where a process can be split in two without copying what it knows."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Part = TypeVar("Part")
Result = TypeVar("Result")
Watch = Callable[[str, int, int], None]
"""Is told of a stage how many of its parts are done, and how many there are."""
WORTH_IT = 200
"""With fewer files than this, counting also the pieces of which some are joined, starting processes takes longer than it saves."""

_inherited: list[Any] = []
"""What forked processes find when they start; nothing has to be sent to them."""


def unwatched(stage: str, done: int, total: int) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Crew:
    """The processes that may work at once, and who is told how far they are."""

    size: int = 1
    watch: Watch = unwatched

    def worth(self, weight: int) -> Crew:
        """As many processes as so many files and pieces are worth: all or one."""
        return self if weight >= WORTH_IT else Crew(1, self.watch)

    def spread(self, function: Callable[[Part], Result], parts: Sequence[Part], stage: str) -> Iterator[Result]:
        """`function` of each of `parts`, in order and as they come; unless there is but one process, by forked ones."""
        for done, result in enumerate(self._results(function, parts), start=1):
            self.watch(stage, done, len(parts))
            yield result

    def _results(self, function: Callable[[Part], Result], parts: Sequence[Part]) -> Iterator[Result]:
        """The results as they come."""
        if self.size < 2 or len(parts) < 2:
            yield from map(function, parts)
            return
        _inherited[:] = [function, parts]
        try:
            forked = multiprocessing.get_context("fork")
            with ProcessPoolExecutor(self.size, forked, initializer=gc.freeze) as pool:  # it notices when one is killed
                yield from pool.map(_result, range(len(parts)))
        finally:
            _inherited.clear()


ALONE = Crew()
"""One process, and nobody who watches it."""


def _result(position: int) -> Any:
    """In a forked process: the result of the part at `position`."""
    function, parts = _inherited
    result = function(parts[position])
    gc.collect(0)  # only what this part has left: what was there before is frozen, and older than the youngest now
    return result


def in_parts(members: Sequence[Part], size: int) -> list[Sequence[Part]]:
    """`members` cut into stretches of at most `size`."""
    return [members[start : start + size] for start in range(0, len(members), size)]
