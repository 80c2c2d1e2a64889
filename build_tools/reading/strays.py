"""Files that are not what their name and their folder say, as far as the keys in them tell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.suggestions import suggested
from build_tools.records.files import Kind
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.reading.folder import Found
    from build_tools.reading.known import Known

SOUGHT = (Kind.STATION, Kind.EVENT, Kind.NOTICE, Kind.ORGANIZATION, Kind.DISTRICT)
"""What staff write again and again; there is one of each other file, or a program writes it."""
KEY = re.compile(r"^([^\W\d][^\s:：#]*) *[:：]", re.MULTILINE)
YEAR = re.compile(r"^(?:日期|发布|date|published) *[:：] *[\"']?((?:19|20)\d\d)", re.MULTILINE)
SOME_YEAR = "2026"
FEWEST = 2
"""Keys by which one kind must be ahead of another; one may be a slip."""
SHOWN = 3


def kind_of(text: str) -> Kind | None:
    """The kind of file most of whose keys stand in `text`; None where no kind is ahead, or half of them are none of its."""
    keys = set(KEY.findall(text))
    first, second = sorted(SOUGHT, key=lambda kind: -len(keys & keys_of(kind)))[:2]
    count = len(keys & keys_of(first))
    return first if count > len(keys & keys_of(second)) and 2 * count > len(keys) and count >= FEWEST else None


@cache
def keys_of(kind: Kind) -> frozenset[str]:
    """All that may be written as a key in a file of `kind`."""
    return frozenset(form_of(kind.record).by_spelling)


def year_of(text: str) -> str:
    """The year of the event or the notice in `text`, or some year where it does not tell."""
    said = YEAR.search(text)
    return said[1] if said else SOME_YEAR


def refuse_stray(found: Found, text: str) -> None:
    """Raise `Unreadable` when `text` is clearly meant for a folder in which `found` does not lie."""
    if found.kind not in SOUGHT or keys_of(found.kind).issuperset(keys := KEY.findall(text)):
        return
    kind = kind_of(text)
    if kind is None or kind is found.kind:
        return
    foreign = [key for key in keys if key in keys_of(kind) - keys_of(found.kind)]
    unknown = [key for key in keys if key not in keys_of(kind)]
    if len(foreign) >= FEWEST and len(unknown) < FEWEST:
        words = {"keys": "、".join(foreign[:SHOWN]), "folder": kind.path.partition("/")[0]}
        raise Unreadable("E248", **words, path=kind.file(found.id, year_of(text)))


def misnamed(found: Found, known: Known) -> Iterator[Problem]:
    """That a tally is not named as a station's file, if so."""
    stations = known.ids[Kind.STATION.folder]
    is_missing = found.kind is Kind.TALLY and found.id not in stations
    if is_missing and not known.refused.may_be(Kind.STATION.file(found.id)):
        yield Problem("E162", Place(found.uri), words=tuple(suggested(found.id, sorted(stations)).items()))
