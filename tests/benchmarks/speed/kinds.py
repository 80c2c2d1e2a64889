"""Which kind each page is of, in our site and in Hugo's, whose addresses are the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Parts = tuple[str, ...]
"""The folders of a page's address: `("stations", "station-1")`; empty for the home page."""
RECORDS = ("stations", "districts", "organizations", "events", "notices")
LISTS = ("needs", "services", "step-free")
BY_DISTRICT = "in"
"""The folder of lists of other records, once they are many."""
TOP = "top"
"""All else: pages that are there once, and short lists."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many pages of a kind there are, and their mean size in bytes."""

    pages: int
    mean: float


def pages_in(site: Path) -> list[Parts]:
    """Every page of `site` but the one that stands in place of missing ones."""
    return sorted(path.parent.relative_to(site).parts for path in site.rglob("index.html"))


def kinds_of(pages: list[Parts]) -> dict[Parts, str]:
    """Page → its kind: a kind of record, a kind of list of stations, or `top`."""
    divided = {page[:depth] for page in pages for depth in range(1, len(page))}
    return {page: kind_of(page, divided=page in divided) for page in pages}


def kind_of(page: Parts, *, divided: bool) -> str:
    """The kind of one page; one that is `divided` has pages of its own below it, which list the stations."""
    first = page[0] if page else ""
    if first in RECORDS and len(page) > 1 and page[1] != BY_DISTRICT:
        return first
    if first in LISTS and not divided and page != ("services",):
        return first
    return TOP


def sizes(site: Path) -> Mapping[str, Size]:
    """Kind → number and mean size of its pages in `site`."""
    found: dict[str, list[int]] = defaultdict(list)
    for page, kind in kinds_of(pages_in(site)).items():
        found[kind].append(site.joinpath(*page, "index.html").stat().st_size)
    return {kind: Size(len(some), sum(some) / len(some)) for kind, some in sorted(found.items())}
