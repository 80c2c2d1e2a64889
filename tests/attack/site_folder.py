"""A site folder → everything that it claims."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.attack.claims import Claim, Kind, Merged, Publication, Scope
from tests.attack.markup import parsed
from tests.attack.months import PERIOD, period
from tests.attack.names import names_of, station_of
from tests.attack.pages import Page
from tests.attack.rows import json_claims, row_claims, rows_of
from tests.attack.scan import Reader
from tests.attack.world import cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.attack.markup import Element
    from tests.attack.names import Names

OTHERS = ("en",)
INDEXES = ("search", "map")
"""What scripts look stations up in: numbers of stations and minutes, none of cases."""
PAGES = (".html", ".md")
TREES = (".xml", ".svg", ".rss", ".atom")
STRUCTURED = (".json", ".geojson", ".webmanifest")
TEXTS = (".ics", ".vcf", ".txt", ".jsonld")
MERGED = re.compile(
    rf"(?:(?P<since>{PERIOD})起)(?:停用|不再统计)?[，,]?(?:并入|合并到)“?(?P<into>[^”，。；\s、（(]+)”?(?P<rest>[^。]*)"
)
INHERITED = ("承接", "一并")


def publication(folder: Path) -> Publication:
    """What the files in `folder` claim."""
    paths = [path for path in sorted(folder.rglob("*")) if readable(path) and not says_nothing_new(path, folder)]
    texts = {path.relative_to(folder).as_posix(): read(path) for path in paths}
    pages = {uri: parsed(text) for uri, text in texts.items() if uri.endswith(PAGES)}
    tables = {uri: rows_of(text) for uri, text in texts.items() if uri.endswith(".csv")}
    reader = Reader(names_of(pages, [row for rows in tables.values() for row in rows]))
    claims = [claim for uri, rows in tables.items() for row in rows for claim in row_claims(row, Scope(), reader, uri)]
    for uri, root in pages.items():
        claims += Page(uri, root, reader).claims()
    for uri, text in texts.items():
        claims += other_claims(uri, text, reader)
    merged = tuple(one for uri, root in pages.items() for one in merged_on(uri, root, reader.names))
    return settled(folder.name, claims, merged)


def says_nothing_new(path: Path, folder: Path) -> bool:
    """Whether the file says nothing of its own: an index, or another language's edition (`test_editions.py` proves it)."""
    return path.relative_to(folder).parts[0] in (*OTHERS, *INDEXES)


def readable(path: Path) -> bool:
    """Whether the file can carry text."""
    return path.is_file() and path.suffix in (*PAGES, *TREES, *STRUCTURED, *TEXTS, ".csv")


def read(path: Path) -> str:
    """The file as text; folded calendar lines joined."""
    text = path.read_bytes().decode("utf-8", "replace")
    return re.sub(r"\r?\n[ \t]", "", text) if path.suffix == ".ics" else text


def other_claims(uri: str, text: str, reader: Reader) -> Iterator[Claim]:
    """What files that are neither pages nor tables claim."""
    if uri.endswith(STRUCTURED):
        yield from json_claims(json.loads(text), Scope(), reader, uri)
    elif uri.endswith(TREES):
        yield from reader.claims(parsed(text).text(), Scope(), "", uri, loose=True)
    elif uri.endswith(TEXTS):
        yield from reader.claims(text, Scope(), "", uri, loose=True)


def merged_on(uri: str, root: Element, names: Names) -> Iterator[Merged]:
    """Which categories the page of a station says are merged into others."""
    station = station_of(uri)
    for line in root.text().split("\n") if station else ():
        for found in MERGED.finditer(line):
            old, into = names.pattern.search(line[: found.start()]), names.scope(found["into"])
            since = period(found, None)
            source = names.scopes[old[0]].categories if old else None
            if station and source and into and into.categories and since and since[0] is not None:
                inherited = any(word in found["rest"] and f"不{word}" not in found["rest"] for word in INHERITED)
                yield Merged(station, min(source), since[0], min(into.categories), inherited)


def settled(name: str, claims: list[Claim], merged: tuple[Merged, ...]) -> Publication:
    """The publication with open ends closed: a total to date ends with the last month spoken of."""
    cells, totals = cells_of(claims)
    ends = [one.scope.last for one in cells] or [one.scope.last for one in totals]
    through = max((end for end in ends if end is not None), default=0)
    whole = dict.fromkeys(part for one in claims for part in single_zeros(one))
    return Publication(name, tuple(one.about(closed(one.scope, through)) for one in whole), merged, through)


def single_zeros(claim: Claim) -> Iterator[Claim]:
    """The claim; of several months without a case, one claim each."""
    first, last = claim.scope.first, claim.scope.last
    if claim.kind is not Kind.COUNT or claim.low or not claim.scope.stream or first is None or last is None:
        yield claim
        return
    for month in range(first, last + 1):
        yield claim.about(Scope(claim.scope.stations, claim.scope.categories, month, month))


def closed(scope: Scope, through: int) -> Scope:
    """`scope`, ending with the publication unless it says an earlier month, or that it goes up to a month."""
    last = through if scope.last is None else scope.last
    if scope.first is not None:
        last = min(last, max(through, scope.first))
    return Scope(scope.stations, scope.categories, scope.first, last)
