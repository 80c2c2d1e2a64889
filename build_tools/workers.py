"""Work spread over the cores, where a process can be split in two without copying what it knows."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

Part = TypeVar("Part")
Result = TypeVar("Result")
Watch = Callable[[str, int, int], None]
"""Is told of a stage how many of its parts are done, and how many there are."""
WORTH_IT = 200
"""With fewer files than this, counting also the pieces of which some are joined, starting processes takes longer than it saves."""

SET_PARENT_DEATH_SIGNAL = 1
"""Linux's number of what is asked of it."""

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
        give_back()
        _inherited[:] = [function, parts]
        try:
            forked = multiprocessing.get_context("fork")
            pool = ProcessPoolExecutor(self.size, forked, initializer=_begin, initargs=(os.getpid(),))
            with pool:  # it notices when one is killed
                yield from pool.map(_result, range(len(parts)))
        finally:
            _inherited.clear()
            multiprocessing.active_children()  # lets those go that have ended

    def beside(self, *functions: Callable[[], Any]) -> tuple[Callable[[], Any], ...]:
        """For each of `functions` a way to have its result: another process, if there may be one, works them out meanwhile.

        None of them changes what an earlier one gives: that may be on its way.
        """
        if self.size < 2:
            return functions
        awaited = Awaited(functions)
        return tuple(partial(awaited.result, position) for position in range(len(functions)))


class Awaited:
    """The results of some functions, which a forked process works out one after another."""

    def __init__(self, functions: Sequence[Callable[[], Any]]) -> None:
        self.functions = functions
        self.results: list[Any] = []
        give_back()
        forked = multiprocessing.get_context("fork")
        self.receiver, sender = forked.Pipe(duplex=False)
        arguments = (os.getpid(), functions, self.receiver, sender)
        with suppress(OSError):  # where no more processes may be: then nobody ever tells
            forked.Process(target=_tell, args=arguments, daemon=True).start()
        sender.close()

    def result(self, position: int) -> Any:
        """The result of the function at `position`, once it is there; what the other process did not come to is made here."""
        while len(self.results) <= position:
            try:
                self.results.append(self.receiver.recv())
            except (EOFError, OSError):
                self.results.append(self.functions[len(self.results)]())
        return self.results[position]


def _tell(parent: int, functions: Sequence[Callable[[], Any]], receiver: Connection, sender: Connection) -> None:
    """In a forked process: send what `functions` give; when one of them fails, the line ends.

    The next one is at work while a result waits for somebody to take it: a pipe holds but little.
    """
    _end_with(parent)
    receiver.close()  # else nobody would notice here that the other end has gone
    with suppress(Exception, KeyboardInterrupt), sender, ThreadPoolExecutor(1) as sending:
        sent: Future[None] | None = None
        for function in functions:
            result = function()
            if sent:
                sent.result()  # if it failed nothing may come after it: results are told apart by their order
            sent = sending.submit(sender.send, result)


ALONE = Crew()
"""One process, and nobody who watches it."""


def give_back() -> None:
    """Return to the system what has been freed, as far as the C library can: each forked process would have its share of it."""
    with suppress(ImportError, AttributeError, OSError):
        c_library().malloc_trim(0)


def c_library() -> Any:
    """The C library of this process; ImportError where Python was built without a way to call it."""
    import ctypes  # only here: a process that forks none needs none

    return ctypes.CDLL(None)


def _begin(parent: int) -> None:
    """In a forked process: end with the `parent`, and never look for garbage among what it has left."""
    _end_with(parent)
    gc.freeze()


def _end_with(parent: int) -> None:
    """In a forked process: have the kernel end it when its `parent` is killed; it would wait for work for ever."""
    with suppress(ImportError, AttributeError, OSError):
        c_library().prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _result(position: int) -> Any:
    """In a forked process: the result of the part at `position`."""
    function, parts = _inherited
    result = function(parts[position])
    gc.collect(0)  # only what this part has left: what was there before is frozen, and older than the youngest now
    give_back()
    return result


def in_parts(members: Sequence[Part], size: int) -> list[Sequence[Part]]:
    """`members` cut into stretches of at most `size`."""
    return [members[start : start + size] for start in range(0, len(members), size)]
