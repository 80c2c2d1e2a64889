"""The vocabulary as HSDS taxonomies and their terms, with three lists of our own for what HSDS has no field for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_tools.publishing.hsds.entries import Entry, told
from build_tools.records.language import FIRST
from build_tools.records.service import Service
from build_tools.records.shapes import form_of
from build_tools.records.station import Life, Station
from build_tools.records.values import Have, Position, Precision
from build_tools.records.vocabulary import Coded, FacilityKind, Need, ServiceKind, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_tools.publishing.hsds.ids import Ids
    from build_tools.records.key import Choice

LISTS = ("needs", "facility_kinds", "service_kinds", "audiences", "partner_kinds")
"""Of `vocabulary.yml`; the categories of cases are no part of HSDS."""
OWN: tuple[tuple[str, Any, str, type[Choice]], ...] = (
    ("position_precision", Position, "precision", Precision),
    ("station_life", Station, "life", Life),
    ("home_visit", Service, "at_home", Have),
)
"""Name of the list, and of which field of which record it tells the words."""

Terms = dict[tuple[str, str], Entry]
"""List and code → the term, without the details of its taxonomy."""


def taxonomies(ids: Ids) -> tuple[Entry, ...]:
    """Every list, described as it is to staff."""
    fields = [(name, Vocabulary, name) for name in LISTS] + [(name, record, field) for name, record, field, _ in OWN]
    keys = ((name, form_of(record).by_spelling[field].key) for name, record, field in fields)
    return tuple(told(id=ids.taxonomy(name), name=key.label, description=key.meaning) for name, key in keys)


def terms(vocabulary: Vocabulary, ids: Ids) -> Terms:
    """Every term, in the order of the lists."""
    found: Terms = {}
    for taxonomy, (name, words) in zip(taxonomies(ids), all_words(vocabulary), strict=True):
        for code, word, about in words:
            found[name, code] = told(
                id=ids.term(name, code),
                code=code,
                name=word,
                description=about or word,
                taxonomy=taxonomy["name"],
                language=FIRST.code,
                taxonomy_id=taxonomy["id"],
            )
    return found


def all_words(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterable[tuple[str, str, str]]]]:
    """Each list with code, word and description of its terms."""
    for name in LISTS:
        yield name, [(entry.code, entry.name, about(entry)) for entry in getattr(vocabulary, name)]
    for name, _, _, choice in OWN:
        yield name, [(one.code, one.label, "") for one in choice]


def about(entry: Coded) -> str:
    """What one gets by it, and what else people call it; nothing is known of most."""
    if not isinstance(entry, Need | FacilityKind | ServiceKind):
        return ""
    also = "、".join(entry.also)
    label = form_of(Need).by_spelling["also"].key.label
    return "\n".join(filter(None, (entry.offer if isinstance(entry, Need) else "", also and f"{label}：{also}")))


def with_taxonomy(term: Entry, taxonomies_by_id: Mapping[str, Entry]) -> Entry:
    """`term` with all that is known of its list."""
    return {**term, "taxonomy_detail": taxonomies_by_id[term["taxonomy_id"]]}
