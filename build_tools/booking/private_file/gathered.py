"""What one private file has given so far: its rows, and its problems."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from build_tools.booking.private_file.row_rules import Fault, contradictions
from build_tools.booking.private_file.rows import Row
from build_tools.booking.private_file.typed import as_meant, refuse_impossible
from build_tools.problems import Unreadable
from build_tools.reading.convert import Converter
from build_tools.reading.suggestions import suggested
from build_tools.records.month import Month

if TYPE_CHECKING:
    from build_tools.reading.tree import Node, Scalar
    from build_tools.reading.where import Where
    from build_tools.records.key import Key
    from build_tools.records.shapes import Shape

MOST_PROBLEMS = 100
"""Reading stops here: with one wrong column a file of millions of rows would have millions of problems."""
STATIONS = "stations"


@dataclass
class Gathered(Converter):
    """Reads the values of one private file and keeps its rows."""

    rows: list[Row] = field(default_factory=list)
    lines: dict[tuple[str, str | None], dict[Month, int]] = field(default_factory=dict)
    """Station and category → month → the line that tells of it."""
    unknown_names: dict[str, dict[str, str]] = field(default_factory=dict)
    """Names that no station has → what a message says of them; one such name often stands in hundreds of rows."""

    @property
    def full(self) -> bool:
        """Whether there are more problems than anybody reads at once."""
        return len(self.problems) >= MOST_PROBLEMS

    def add(self, row: Row) -> list[Fault]:
        """Every rule that `row` breaks; when there is none, it is kept."""
        faults = contradictions(row)
        months = self.lines.setdefault((row.station, row.category), {})
        if row.month in months:
            faults.append(Fault("E156", "station", {"line": months[row.month]}))
        else:
            months[row.month] = row.line
        if not faults:
            self.rows.append(row)
        return faults

    def single(self, shape: Shape, node: Scalar, path: Where, key: Key) -> Any:
        """One value; numbers and months are read as they are meant."""
        if not shape.term:
            node = replace(node, text=as_meant(shape.base, node.text))
        if shape.base is int:
            try:
                refuse_impossible(node.text.strip(), key)
            except Unreadable as refusal:
                return self.note(refusal.code, node, path, **dict(refusal.words))
        return Converter.single(self, shape, node, path, key)

    def term(self, vocabulary: str, node: Scalar, path: Where) -> Any:
        """The code of the word in `node`; a station may be called by its name or its id."""
        spellings, text = self.known.terms.get(vocabulary), node.text.strip()
        if vocabulary != STATIONS or spellings is None or text in spellings:
            return Converter.term(self, vocabulary, node, path)
        if text not in self.unknown_names:
            # Ids are not like names; comparing with half of twenty thousand spellings takes half as long.
            alike = [spelling for spelling in spellings if spelling.isascii() == text.isascii()]
            self.unknown_names[text] = suggested(text, alike or spellings)
        return self.note("E193", node, path, **self.unknown_names[text])

    def broken(self, fault: Fault, node: Node, path: Where) -> None:
        """Note `fault` at `node`."""
        self.note(fault.code, node, path, **fault.words)
