"""The attacker with the source code: keeps every publication and narrows down which months can have led to all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

Stream = tuple[int, ...]


class Shown(NamedTuple):
    """What is published of a stream."""

    public: Hashable
    hidden: tuple[int, ...]
    """The months, from 0, whose own counts it does not say."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Publishes every stream month by month with `show`, and puts together those that have looked alike all the time.

    The months of the streams to be protected have `real` counts. Those that the attacker must consider have `imagined`
    ones, a wider range: a month of 8 that closes a batch of 12 may also have been an 11. Counts that are not imagined
    can only make groups smaller, so that what is proven of them holds for all counts there are.
    """

    show: Callable[[Stream], Shown]
    real: range
    imagined: range

    def groups(self, months: int) -> Iterator[list[Stream]]:
        """All streams of so many `months` by their history of publications, if at least one stream with it is real."""
        yield from self.narrowed([()], months)

    def narrowed(self, group: list[Stream], months: int) -> Iterator[list[Stream]]:
        """The groups that `group` falls into while its streams go on to so many `months`."""
        if len(group[0]) == months:
            yield group
            return
        apart: defaultdict[Hashable, list[Stream]] = defaultdict(list)
        for stream in group:
            for count in self.imagined:
                longer = (*stream, count)
                apart[self.show(longer).public].append(longer)
        for one in apart.values():
            if any(all(count in self.real for count in stream) for stream in one):
                yield from self.narrowed(one, months)

    def fewest(self, months: int) -> int:
        """How many counts a hidden month of a stream of so many `months` can still have had, at the least."""
        return min(
            len({stream[month] for stream in group})
            for group in self.groups(months)
            for month in self.show(group[0]).hidden
        )
