"""A table of texts with its headings first → rows; both kinds of spreadsheet come here."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_tools.booking.private_file.headings import FORM, REQUIRED, Headings, impersonal, misread, trimmed
from build_tools.booking.private_file.rows import Row
from build_tools.booking.private_file.totals import total_in
from build_tools.booking.private_file.typed import is_rewritten
from build_tools.problems import Unreadable
from build_tools.reading.invalid import INVALID
from build_tools.reading.suggestions import spelled
from build_tools.reading.tree import UNPRINTABLE, Mapping, Node, Scalar
from build_tools.reading.where import Where
from build_tools.records.shapes import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.booking.private_file.gathered import Gathered
    from build_tools.booking.private_file.row_rules import Fault

Line = tuple[int, "Sequence[str]"]
"""Where a row of a table stands in its file, from 1, and its cells."""
NOT_COMPUTED = "\0formula"
"""Stands in a cell whose formula has no result yet; no program writes this text."""
UNSET = {field.name: field.default for field in dataclasses.fields(Row) if field.default is not dataclasses.MISSING}


@dataclass(frozen=True, slots=True)
class Column:
    """One column that means something."""

    field: Field
    index: int
    heading: Where
    """As written."""
    values: dict[str, Any]
    """What its texts mean: a column of millions of cells has few different ones."""

    def cell(self, line: int, text: str = "") -> Scalar:
        """Its cell in `line`."""
        return Scalar(text, line, self.index + 1)


def read_sheet(table: Iterable[Line], gathered: Gathered) -> None:
    """Put the rows of `table` into `gathered`."""
    lines = iter(table)
    line, cells = first_filled(lines)
    sheet = Sheet(line, cells, gathered)
    if any(field.name not in sheet.columns for field in REQUIRED):
        return
    for line, cells in lines:
        sheet.read(line, cells)
        if gathered.problems and gathered.full:
            return


def first_filled(lines: Iterator[Line]) -> Line:
    """The first of `lines` that is not blank, or `Unreadable`."""
    for line, cells in lines:
        if is_filled(cells):
            return line, cells
    raise Unreadable("E003")


def is_filled(cells: Iterable[str]) -> bool:
    """Whether any of `cells` holds more than blanks."""
    return any(map(str.strip, cells))


class Sheet:
    """Reads the lines below the headings."""

    def __init__(self, line: int, headings: Sequence[str], gathered: Gathered) -> None:
        self.gathered = gathered
        self.headings = [Scalar(trimmed(text), line, index + 1) for index, text in enumerate(headings)]
        self.width = len(headings)
        self.bare = tuple(key.column - 1 for key in self.headings if not key.text)
        """Where columns without a heading are."""
        self.columns = {column.field.name: column for column in self.columns_below(line)}
        self.places = {name: column.index for name, column in self.columns.items()}
        self.sources = tuple((name, column.index, column.values) for name, column in self.columns.items())

    def columns_below(self, line: int) -> Iterator[Column]:
        """What the headings name; every mistake in them is noted."""
        filled = [key for key in self.headings if key.text]
        if wrong := misread(filled):
            self.gathered.note("E189", wrong, "", keys=spelled(FORM))
            return
        pairs: list[tuple[Scalar, Node]] = [(key, key) for key in filled]
        reader = Headings(self.gathered.file, self.gathered.known, self.gathered.problems)
        named = reader.keys(FORM, Mapping(impersonal(pairs, "", self.gathered), line, 1), "")
        for field in REQUIRED:
            if field.name not in named:
                self.gathered.note("E190", self.headings[0], "", key=field.key.label)
        for name, (_, key, path, _) in named.items():
            field = FORM.by_spelling[name]
            yield Column(field, key.column - 1, path, {"": UNSET[name]} if name in UNSET else {})

    def read(self, line: int, cells: Sequence[str]) -> None:
        """Put the row in `line` into what is gathered; a blank one is passed over."""
        try:
            values = {name: known[cells[index]] for name, index, known in self.sources}
        except (KeyError, IndexError):
            cells = [*cells, *[""] * (self.width - len(cells))]
            if self.is_total(line, cells):
                return
            values = self.converted(line, cells)
        if self.bare or len(cells) > self.width:
            self.note_strays(line, cells)
        for fault in self.gathered.add(Row(line=line, **values)) if values else ():
            self.note(fault, line)

    def is_total(self, line: int, cells: Sequence[str]) -> bool:
        """Whether the row in `line` only adds up others; then that is noted."""
        place = total_in(cells, self.places)
        if place is not None:
            self.gathered.note("E192", Scalar("", line, place + 1), "")
        return place is not None

    def converted(self, line: int, cells: Sequence[str]) -> dict[str, Any]:
        """The row's values, some of which are met for the first time; nothing when it is blank or wrong."""
        if not is_filled(cells):
            return {}
        values = {name: self.value(column, line, cells[column.index]) for name, column in self.columns.items()}
        return {} if INVALID in values.values() else values

    def value(self, column: Column, line: int, cell: str) -> Any:
        """What the text of a `cell` means in `column`; problems are not remembered, because each has its own place."""
        text = " ".join(cell.split())
        node = column.cell(line, text)
        if cell == NOT_COMPUTED:
            return self.gathered.note("E157", node, column.heading)
        if found := UNPRINTABLE.search(text):
            return self.gathered.note("E018", node, column.heading, sign=f"U+{ord(found[0]):04X}")
        if text in column.values:
            return column.values[text]
        if not text:
            return self.gathered.note("E191", node, column.heading, key=column.field.key.label)
        if is_rewritten(column.field.shape.base, text):
            return self.gathered.note("E194", node, column.heading, text=text)
        value = self.gathered.value(column.field.shape, node, column.heading, column.field.key)
        if value is not INVALID:
            column.values[cell] = value
        return value

    def note_strays(self, line: int, cells: Sequence[str]) -> None:
        """Note every filled cell that has no heading above."""
        beyond = range(self.width, len(cells))
        for index in (*self.bare, *beyond):
            if index < len(cells) and cells[index].strip():
                self.gathered.note("E161", Scalar("", line, index + 1), "")

    def note(self, fault: Fault, line: int) -> None:
        """Note `fault` of the row in `line`."""
        column = self.columns[fault.name]
        self.gathered.broken(fault, column.cell(line), column.heading)
