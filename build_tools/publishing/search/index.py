"""Token → the stations that have it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from build_tools.publishing.search.postings import numbers_of
from build_tools.publishing.search.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_tools.publishing.search.postings import Bits
    from build_tools.publishing.search.station_texts import Saying


class Posting(NamedTuple):
    """Where a token stands."""

    stations: Bits
    by_name: Bits
    """Those of `stations` that have it in their names."""


Told = tuple[str, "Bits", "Bits"]
"""Tokens, one a line, that stand at the same places among the stations of a part, and in the same of their names."""


def told_of(said: Mapping[Saying, Bits], chosen: Mapping[str, Bits]) -> list[Told]:
    """By what the stations of a part are found: by all that is `said` of them, and by what can be `chosen`."""
    stations: defaultdict[str, Bits] = defaultdict(int, chosen)
    by_name: defaultdict[str, Bits] = defaultdict(int)
    for saying, places in said.items():
        for token in tokens_in(saying):
            stations[token] |= places
            if saying.is_name:
                by_name[token] |= places
    alike: defaultdict[Posting, list[str]] = defaultdict(list)
    for token in sorted(stations):
        alike[Posting(stations[token], by_name.get(token, 0))].append(token)
    return [("\n".join(tokens), *posting) for posting, tokens in alike.items()]


@lru_cache(maxsize=1000)  # the words of the vocabulary are said of some stations in every part of them
def tokens_in(saying: Saying) -> frozenset[str]:
    """Everything by which `saying` can be found."""
    return frozenset().union(*(tokens_of(text, is_word=saying.is_word) for text in saying.texts))


def derive_index(parts: Iterable[tuple[Sequence[int], Iterable[Told]]]) -> dict[str, Posting]:
    """The postings of what is told of all `parts`, each with the numbers of its stations, in order; in the order of the tokens.

    Tokens of few stations share one number: with ten thousand stations each is a kilobyte.
    """
    stations: dict[str, Bits] = {}
    by_name: dict[str, Bits] = {}
    for numbers, told in parts:
        for tokens, there, named in told:
            here, here_by_name = renumbered(there, numbers), renumbered(named, numbers)
            for token in tokens.splitlines():
                stations[token] = stations[token] | here if token in stations else here
                if named:
                    by_name[token] = by_name[token] | here_by_name if token in by_name else here_by_name
    return {token: Posting(stations[token], by_name.get(token, 0)) for token in sorted(stations)}


def renumbered(places: Bits, numbers: Sequence[int]) -> Bits:
    """The set of those `numbers`, which are in order, that stand at `places`."""
    first = numbers[0]
    if numbers[-1] - first == len(numbers) - 1:  # one after another, as those of a district are
        return places << first
    found = 0
    for place in numbers_of(places):
        found |= 1 << numbers[place]
    return found


def syllables_in(index: Iterable[str]) -> list[str]:
    """Every syllable among the tokens of `index`."""
    return sorted({syllable for token in index if " " in token for syllable in token.split()})
