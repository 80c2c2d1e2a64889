"""A table → a CSV file that spreadsheets open and do not run: RFC 4180, in UTF-8 with the mark that Excel needs."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

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
AT_ONCE = 1000


def csv_bytes(table: Table) -> bytes:
    """The file of `table`."""
    heads = written([[column.name for column in table.columns]])
    rows = iter(table.rows())
    parts = iter(lambda: list(islice(rows, AT_ONCE)), [])
    return "".join((heads, *map(written_harmlessly, parts))).encode(ENCODING)


def written_harmlessly(rows: list[Sequence[Cell]]) -> str:
    """`rows` with nothing in them that a spreadsheet takes for a formula; they are changed only where one may be."""
    lines = written(rows)
    return written(map(harmless, rows)) if SUSPECT.search(LINE_END + lines) else lines


def written(rows: Iterable[Sequence[Cell]]) -> str:
    """`rows` as lines."""
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator=LINE_END).writerows(rows)
    return lines.getvalue()


def harmless(row: Sequence[Cell]) -> list[Cell]:
    """`row` with nothing in it that a spreadsheet takes for a formula; its numbers remain numbers."""
    return [QUOTE + cell if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in row]
