"""Pages → claims: tables by their headings, everything else as running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.attack.claims import Scope
from tests.attack.drawings import crooked, drawn
from tests.attack.markup import Element
from tests.attack.months import PERIOD, period
from tests.attack.names import station_of
from tests.attack.scan import Reader, year_in, year_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attack.claims import Claim

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "figcaption", "dt")
BLOCKS = ("p", "li", "dd", "div", "title", "text", "desc", "comment", "blockquote", "span", "label", "option", "script")
PROSE = "bulletin-text"
"""Written by hand: away from a station's page its figures are examples of no station."""
YEAR = re.compile(r"(\d{4})(?:年|(?!\d))")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site and how to read it."""

    uri: str
    root: Element
    reader: Reader

    def claims(self) -> Iterator[Claim]:
        """Every figure on it: cells, sentences, attributes."""
        station = station_of(self.uri)
        around = Scope(stations=frozenset((station,))) if station else Scope()
        yield from self._inside(self.root, around, ())

    def _inside(self, element: Element, around: Scope, path: tuple[tuple[int, str], ...]) -> Iterator[Claim]:
        """What is in `element`; `path` are the headings over it with their rank."""
        for child in element.children:
            if isinstance(child, str):
                continue
            if PROSE in child.attributes.get("class", "").split() and not around.stations:
                continue
            yield from self._attributes(child, self._under(around, path))
            if child.tag in HEADINGS:
                rank = HEADINGS.index(child.tag)
                path = (*(one for one in path if one[0] < rank), (rank, child.text()))
            if child.tag == "table":
                yield from self._table(child, self._under(around, path), path[-1][1] if path else "")
            else:
                yield from self._text(child, self._under(around, path), path[-1][1] if path else "")
                yield from self._inside(child, around, path)
            if child.tag == "svg":
                yield from drawn(child, self._under(around, path), self.reader, self.uri)
                yield from crooked(child, self._under(around, path), self.uri)

    def _under(self, around: Scope, path: tuple[tuple[int, str], ...]) -> Scope:
        """What stands under the headings `path` is about."""
        for _, heading in path:
            around = self.spoken(heading, around)
        return around

    def spoken(self, heading: str, about: Scope) -> Scope:
        """The scope `about`, made narrower by the names, the year and the month in `heading`."""
        for found in self.reader.names.pattern.finditer(heading):
            about = self.reader.names.scopes[found[0]].within(about)
        year = YEAR.search(heading)
        about = year_scope(int(year[1])).within(about) if year else about
        month = re.search(PERIOD, heading)
        months = period(month, year_in(about)) if month else None
        return Scope(first=months[0], last=months[1]).within(about) if months else about

    def _text(self, element: Element, around: Scope, subject: str) -> Iterator[Claim]:
        """Figures in the text that is directly in `element`."""
        if element.tag in BLOCKS or element.tag in HEADINGS:
            inner = any(one.tag in (*BLOCKS, "table") for one in element.find(*BLOCKS, "table"))
            own = "".join(one for one in element.children if isinstance(one, str)) if inner else element.text()
            yield from self.reader.claims(own, around, subject, self.uri, loose=element.tag in ("comment", "script"))

    def _attributes(self, element: Element, around: Scope) -> Iterator[Claim]:
        """Figures in what a screen reader, a search engine or a script reads."""
        for name, text in element.attributes.items():
            if name in ("content", "title", "alt", "aria-label", "aria-description", "value") or name.startswith(
                "data-"
            ):
                yield from self.reader.claims(text, around, "", f"{self.uri} @{name}", loose=True)

    def _table(self, table: Element, around: Scope, subject: str) -> Iterator[Claim]:
        """Figures in the cells of `table`, each about its caption, its row and its column."""
        caption = next((one.text() for one in table.find("caption")), "")
        around, heads = self.spoken(caption, around), []
        yield from self.reader.claims(caption, around, subject, self.uri, loose=False)
        for row in table.find("tr"):
            cells = [one for one in row.children if isinstance(one, Element) and one.tag in ("td", "th")]
            if cells and all(one.tag == "th" for one in cells):
                heads = spread(cells)
            elif cells:
                yield from self._row(cells, heads, around, f"{subject} {caption}")

    def _row(self, cells: list[Element], heads: list[str], around: Scope, subject: str) -> Iterator[Claim]:
        label = cells[0].text()
        about = self.spoken(label, around)
        at = width(cells[0])
        for cell in cells[1:]:
            head = heads[at] if at < len(heads) else ""
            at += width(cell)
            place = self.spoken(head, about)
            yield from self._attributes(cell, place)
            yield from self.reader.cell(cell.text(), place, f"{subject} {label} {head}：", self.uri)


def spread(cells: list[Element]) -> list[str]:
    """The texts of `cells`, each as often as it is wide."""
    return [cell.text() for cell in cells for _ in range(width(cell))]


def width(cell: Element) -> int:
    """Over how many columns a cell goes."""
    return int(cell.attributes.get("colspan") or 1)
