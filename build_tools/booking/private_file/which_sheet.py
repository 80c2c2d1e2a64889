"""Which sheet of a workbook holds the counts, and what people see in its cells."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from build_tools.booking.private_file.headings import are_headings
from build_tools.booking.private_file.rows import ROWS
from build_tools.booking.private_file.sheet import NOT_COMPUTED, is_filled
from build_tools.booking.private_file.template import EXPLANATION, LISTS
from build_tools.problems import Unreadable
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

OURS = (LISTS, EXPLANATION)
"""Sheets of our template that never hold counts."""
MOST_COLUMNS = 200
"""Cells beyond are not looked at; a format set for a whole row goes on to the 16,384th."""
MOST_BLANK = 1_000
"""So many blank rows end the table: a format set for a whole column goes on to the last row there can be."""


def chosen(book: Any) -> int:
    """Which sheet of `book` holds the counts: the only one with rows, else one named or headed so, else any."""
    starts = {place: start_of(one) for place, one in enumerate(book.worksheets) if one.sheet_state == "visible"}
    titles = {place: book.worksheets[place].title.strip() for place in starts}
    named = [place for place, title in titles.items() if title in ROWS]
    headed = [
        place for place, start in starts.items() if start and are_headings(start[0]) and titles[place] not in OURS
    ]
    holding = [place for place, start in starts.items() if len(start) > 1 and place in (*named, *headed)]
    if len(holding) > 1:
        raise Unreadable("E195", sheets="、".join(f"“{titles[place]}”" for place in holding))
    filled = [place for place, start in starts.items() if start]
    if not filled:
        raise Unreadable("E003")
    return (*holding, *named, *headed, *filled)[0]


def start_of(sheet: Any) -> list[Sequence[str]]:
    """The first two rows of `sheet` that are not blank, or fewer when it has no more."""
    with closing(up_to_blank(seen_rows(sheet))) as rows:
        return list(islice(filter(is_filled, rows), 2))


def seen_rows(sheet: Any) -> Iterator[Sequence[str]]:
    """The rows of `sheet`."""
    for values in sheet.iter_rows(values_only=True):
        yield ["" if value is None else value if type(value) is str else seen(value) for value in values[:MOST_COLUMNS]]


def computed_rows(results: Any, formulas: Any) -> Iterator[Sequence[str]]:
    """The rows of one sheet, told by the `results` of its formulas and by themselves."""
    for cells, sources in zip(results.iter_rows(), formulas.iter_rows(), strict=True):
        yield [computed(*pair) for pair in zip(cells[:MOST_COLUMNS], sources, strict=False)]


def computed(cell: Any, source: Any) -> str:
    """The text of a `cell`; `source` is the same cell with its formula."""
    if cell.value is not None:
        return seen(cell.value)
    # Programs that do not compute leave the result away; an empty text is a result, and is marked as a text.
    return NOT_COMPUTED if source.data_type == "f" and cell.data_type == "n" else ""


def seen(value: object) -> str:
    """A cell's `value` as text; a date is a month here, because that is what spreadsheets take `2026-10` for."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return format(value, ".15g")
    if isinstance(value, date):
        return str(Month.of(value.year, value.month))
    return str(value)


def up_to_blank(rows: Iterable[Sequence[str]]) -> Generator[Sequence[str]]:
    """`rows` until so many are blank that no more will come."""
    blank = 0
    for cells in rows:
        blank = 0 if is_filled(cells) else blank + 1
        if blank > MOST_BLANK:
            return
        yield cells
