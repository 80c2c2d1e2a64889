"""Token → the stations that have it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_tools.publishing.search.station_texts import Sayings
from build_tools.publishing.search.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_tools.facts.directory import Directory
    from build_tools.publishing.search.station_texts import Saying
    from build_tools.records.station import Station

Numbers = list[int]
"""Places of stations in the order of the search, in order."""


@dataclass(frozen=True, slots=True, eq=False)
class Posting:
    """Where a token stands; tokens of the same texts share one."""

    stations: Numbers
    by_name: Numbers
    """Those of `stations` that have it in their names."""


def derive_index(said: Mapping[Saying, Numbers]) -> dict[str, Posting]:
    """The postings of all that is `said`, in the order of the tokens."""
    sources: defaultdict[str, list[int]] = defaultdict(list)
    numbers = list(said.values())
    named = [saying[0].is_name for saying in said]
    for source, saying in enumerate(said):
        for token in set().union(*(tokens_of(text.text, is_word=text.is_word) for text in saying)):
            sources[token].append(source)

    @cache
    def posting(some: tuple[int, ...]) -> Posting:
        names = [numbers[source] for source in some if named[source]]
        return Posting(together([numbers[source] for source in some]), together(names) if names else [])

    return {token: posting(tuple(some)) for token, some in sorted(sources.items())}


def stations_by_saying(stations: Sequence[Station], directory: Directory) -> Mapping[Saying, Numbers]:
    """Saying → the stations of which it is said: most are said of many, and each is taken apart once."""
    sayings = Sayings(directory)
    numbers: defaultdict[Saying, Numbers] = defaultdict(list)
    for number, station in enumerate(stations):
        for saying in sayings.of(station):
            found = numbers[saying]
            if not found or found[-1] != number:
                found.append(number)
    return numbers


def syllables_in(index: Iterable[str]) -> list[str]:
    """Every syllable among the tokens of `index`."""
    return sorted({syllable for token in index if " " in token for syllable in token.split()})


def together(some: list[Numbers]) -> Numbers:
    """All numbers of `some`, once and in order."""
    return some[0] if len(some) == 1 else sorted(set().union(*some))
