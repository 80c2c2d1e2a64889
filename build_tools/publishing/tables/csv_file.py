"""A table → a CSV file that spreadsheets open and do not run: RFC 4180, in UTF-8 with the mark that Excel needs."""

from __future__ import annotations

import csv
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.publishing.tables.cells import Cell
    from build_tools.publishing.tables.table import Table

ENCODING = "utf-8-sig"
LINE_END = "\r\n"
QUOTE = "'"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", QUOTE)
"""Spreadsheets run what begins so, https://owasp.org/www-community/attacks/CSV_Injection; the last one so that
whoever takes one quotation mark off takes off ours."""
SUSPECT = re.compile(f'[,\n](?:"[{re.escape("".join(FORMULA))}]|[{re.escape("".join(FORMULA))}](?!\n))')
"""Where a cell may begin so; also where a comma within a text is followed by such a sign, but not where a line ends."""


def csv_bytes(table: Table) -> bytes:
    """The file of `table`."""
    return csv_file(table, lines_of_each(table, table.records))


def csv_file(table: Table, lines: Iterable[bytes]) -> bytes:
    """The same of the `lines` below its heads."""
    heads = "".join(written([[column.name for column in table.columns]]))
    return b"".join((heads.encode(ENCODING), *lines))


def lines_of_each(table: Table, records: Sequence[Any]) -> list[bytes]:
    """The lines of `table` that each of `records` has."""
    rows = [list(table.rows([record])) for record in records]
    lines = iter(written_harmlessly([row for some in rows for row in some]))
    return ["".join(islice(lines, len(some))).encode() for some in rows]


def written_harmlessly(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """`rows` with nothing in them that a spreadsheet takes for a formula; they are changed only where one may be."""
    lines = written(rows)
    return written(map(harmless, rows)) if SUSPECT.search(LINE_END + "".join(lines)) else lines


def written(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """`rows` as lines."""
    lines = Lines()
    csv.writer(lines, lineterminator=LINE_END).writerows(rows)
    return lines


class Lines(list[str]):
    """A file that keeps apart what is written to it at once: a row of a table."""

    write = list.append


def harmless(row: Sequence[Cell]) -> list[Cell]:
    """`row` with nothing in it that a spreadsheet takes for a formula; its numbers remain numbers."""
    return [QUOTE + cell if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in row]
