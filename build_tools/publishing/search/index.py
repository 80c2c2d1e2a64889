"""Token → the stations that have it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from build_tools.publishing.search.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.publishing.search.station_texts import Saying, Sayings
    from build_tools.records.station import Station

Numbers = list[int]
"""Places of stations in the order of the search, in order."""


class Said(NamedTuple):
    """A saying, and of which stations it is said."""

    texts: tuple[str, ...]
    is_word: bool
    is_name: bool
    tokens: str
    """One a line."""
    stations: Numbers
    """Their places among those of which one speaks, in order."""


@dataclass(frozen=True, slots=True, eq=False)
class Posting:
    """Where a token stands; tokens of the same texts share one."""

    stations: Numbers
    by_name: Numbers
    """Those of `stations` that have it in their names."""


def said_of(stations: Sequence[Station], sayings: Sayings) -> list[Said]:
    """All that is said of `stations`: most is said of many, and is taken apart once."""
    places: defaultdict[Saying, Numbers] = defaultdict(list)
    for place, station in enumerate(stations):
        for saying in dict.fromkeys(sayings.of(station)):
            places[saying].append(place)
    return [
        Said(tuple(map(str, saying.texts)), saying.is_word, saying.is_name, tokens_in(saying), some)
        for saying, some in places.items()
    ]


@lru_cache(maxsize=1000)  # the words of the vocabulary are said of some stations in every part of them
def tokens_in(saying: Saying) -> str:
    """Everything by which `saying` can be found, in order, one a line."""
    return "\n".join(sorted(set().union(*(tokens_of(text, is_word=saying.is_word) for text in saying.texts))))


def gathered(parts: Iterable[tuple[Numbers, Iterable[Said]]]) -> list[Said]:
    """All that is said of the stations of all `parts`, of which each brings the numbers of its own, told by these."""
    found: dict[tuple[tuple[str, ...], bool, bool], Said] = {}
    for numbers, sayings in parts:
        for texts, is_word, is_name, tokens, places in sayings:
            key = texts, is_word, is_name
            if key not in found:
                found[key] = Said(texts, is_word, is_name, tokens, [])
            found[key].stations.extend(map(numbers.__getitem__, places))
    for said in found.values():
        said.stations.sort()
    return list(found.values())


def derive_index(sayings: Sequence[Said]) -> dict[str, Posting]:
    """The postings of all `sayings`, in the order of the tokens."""
    sources: defaultdict[str, list[int]] = defaultdict(list)
    for source, said in enumerate(sayings):
        for token in said.tokens.splitlines():
            sources[token].append(source)

    @cache
    def posting(some: tuple[int, ...]) -> Posting:
        names = [sayings[source].stations for source in some if sayings[source].is_name]
        return Posting(together([sayings[source].stations for source in some]), together(names) if names else [])

    return {token: posting(tuple(some)) for token, some in sorted(sources.items())}


def syllables_in(index: Iterable[str]) -> list[str]:
    """Every syllable among the tokens of `index`."""
    return sorted({syllable for token in index if " " in token for syllable in token.split()})


def together(some: list[Numbers]) -> Numbers:
    """All numbers of `some`, once and in order."""
    return some[0] if len(some) == 1 else sorted(set().union(*some))
