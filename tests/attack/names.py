"""Who is who: names of stations, categories, streets and districts, as far as the site tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.attack.claims import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.attack.markup import Element

PLACE = re.compile(r"(?P<district>\S+)\s*·\s*(?P<street>\S+)")


@dataclass(frozen=True, slots=True)
class Names:
    """Every name → the scope it stands for."""

    scopes: Mapping[str, Scope]
    pattern: re.Pattern[str]
    """Finds the longest name at a place."""

    def scope(self, text: str) -> Scope | None:
        """What `text` as a whole stands for."""
        return self.scopes.get(text.strip())


def names_of(pages: Mapping[str, Element], rows: Iterable[Mapping[str, str]]) -> Names:
    """All names in the headings of `pages` and in the `rows` of data files."""
    scopes: dict[str, Scope] = {}
    for row in sorted(rows, key=lambda one: "station_name" not in one):
        for key in ("category", "category_name"):
            if row.get(key) and row.get("category"):
                scopes.setdefault(row[key], Scope(categories=frozenset((row["category"],))))
        for key in ("station", "station_name"):
            if row.get(key) and row.get("station"):
                scopes.setdefault(row[key], Scope(stations=frozenset((row["station"],))))
    scopes |= places(pages, scopes)
    ordered = sorted(scopes, key=len, reverse=True)
    spoken = "|".join(re.escape(name) for name in ordered if not name.isascii())
    return Names(scopes, re.compile(spoken or r"(?!)"))


def places(pages: Mapping[str, Element], known: Mapping[str, Scope]) -> dict[str, Scope]:
    """Stations by their pages' titles, and streets and districts with the stations that say they lie there."""
    found: dict[str, set[str]] = {}
    districts = {title(page) for uri, page in pages.items() if uri.startswith("districts/")}
    for uri, page in pages.items():
        station = station_of(uri)
        if station is None:
            continue
        found.setdefault(title(page), set()).add(station)
        for district, street in lying(page):
            found.setdefault(street, set()).add(station)
            for name in districts:
                if name and district.endswith(name):
                    found.setdefault(name, set()).add(station)
    return {name: Scope(stations=frozenset(ids)) for name, ids in found.items() if name and name not in known}


def lying(page: Element) -> list[tuple[str, str]]:
    """District and street above a station's title."""
    texts = [one.text() for one in page.find("p")[:8]]
    return [(found["district"], found["street"]) for found in map(PLACE.fullmatch, texts) if found]


def station_of(uri: str) -> str | None:
    """The station whose page lies at `uri`."""
    found = re.fullmatch(r"stations/([^/]+)(?:/index)?\.(?:html|md)", uri)
    return found[1] if found and found[1] != "index" else None


def title(page: Element) -> str:
    """The text of the first `<h1>`."""
    return next((one.text() for one in page.find("h1")), "")
