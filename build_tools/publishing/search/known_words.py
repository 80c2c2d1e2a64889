"""The vocabulary as the search's script knows it: words for those who found nothing, and what each service is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.search.station_texts import names_of
from build_tools.publishing.search.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from build_tools.records.vocabulary import FacilityKind, ServiceKind, Vocabulary


def known_words(vocabulary: Vocabulary, said: Collection[str]) -> list[list[str]]:
    """The words of `vocabulary` that are `said` of some station, those for one thing together, its proper name first."""
    known = ([word for word in dict.fromkeys(words) if word in said] for words in words_of(vocabulary))
    return [words for words in known if words]


def words_of(vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """All its words for each thing that one can get: first what people need."""
    kinds: list[FacilityKind | ServiceKind] = [*vocabulary.service_kinds, *vocabulary.facility_kinds]
    yield from ((need.offer, *need.also) for need in vocabulary.needs)
    yield from ((kind.name, *kind.also) for kind in kinds)


def service_tokens(vocabulary: Vocabulary, offered: Iterable[str]) -> dict[str, list[str]]:
    """Kind of service → all by which it can be found, of the kinds that are `offered`: they tell which one a question meant."""
    kinds = [kind for kind in vocabulary.service_kinds if kind.code in set(offered)]
    return {kind.code: sorted(tokens_of_kind(kind)) for kind in kinds}


def tokens_of_kind(kind: ServiceKind) -> set[str]:
    """The tokens of all its names."""
    return set().union(*(tokens_of(name, is_word=True) for name in names_of(kind).texts))
