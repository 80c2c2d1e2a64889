"""An .xlsx file → a table of texts: what people see in its cells, whatever bytes the file is made of."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import TranslatorError
from openpyxl.utils import get_column_letter

from build_tools.booking.private_file.archive import LARGEST, has_formulas, refuse_unsafe
from build_tools.booking.private_file.sheet import read_sheet
from build_tools.booking.private_file.which_sheet import chosen, computed_rows, seen_rows, up_to_blank
from build_tools.problems import Unreadable
from build_tools.reading.text import read_content

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from build_tools.booking.private_file.gathered import Gathered
    from build_tools.booking.private_file.sheet import Line
    from build_tools.problems import Problem

MOST_ROWS = 1_000_000
DAMAGED = (
    # the zip file breaks off, or an entry is not what its checksum says
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    # a part is missing, or an index leads nowhere
    LookupError,
    OSError,
    # a part is not XML (ParseError), or is in no known encoding
    SyntaxError,
    # an element has attributes, values or children that it may not have; forbidden entities are ValueErrors too
    ValueError,
    TypeError,
    AttributeError,
    # an entry is packed in a way that Python does not know (NotImplementedError), or elements nest too deeply
    RuntimeError,
    # a number is too large for a date or an index
    ArithmeticError,
    # a formula shared by several cells cannot be read
    TokenizerError,
    TranslatorError,
)
"""What openpyxl raises when a file is not as Excel writes it: it checks little itself and fails where it stumbles."""


def read_xlsx(path: Path, gathered: Gathered) -> None:
    """Put the rows of the file at `path` into `gathered`, or `Unreadable`."""
    content = read_content(path, LARGEST)
    refuse_unsafe(content)
    with warnings.catch_warnings():
        # openpyxl warns of what it leaves out, such as drop-down lists of newer kinds; nothing of that is read here.
        warnings.simplefilter("ignore")
        with closing(table_in(content)) as table:
            read_sheet(table, gathered)
    gathered.problems = [with_cell(problem) for problem in gathered.problems]


def with_cell(problem: Problem) -> Problem:
    """`problem` with the name of its cell, as the spreadsheet shows it."""
    cell = f"{get_column_letter(problem.place.column)}{problem.place.line}"
    return replace(problem, path=f"{problem.path}（{cell}）")


def table_in(content: bytes) -> Generator[Line]:
    """The table in the workbook `content`, or `Unreadable`."""
    try:
        for number, cells in enumerate(up_to_blank(rows_in(content)), start=1):
            if number > MOST_ROWS:
                raise Unreadable("E159")
            yield number, cells
    except Unreadable:
        raise
    except DAMAGED:
        raise Unreadable("E159") from None


def rows_in(content: bytes) -> Iterator[Sequence[str]]:
    """The rows of the sheet that holds the counts, as texts."""
    with closing(opened(content, results=True)) as book:
        place = chosen(book)
        if not has_formulas(content):
            yield from seen_rows(book.worksheets[place])
            return
        with closing(opened(content, results=False)) as formulas:
            yield from computed_rows(book.worksheets[place], formulas.worksheets[place])


def opened(content: bytes, *, results: bool) -> Any:
    """The workbook `content`, whose formulas are their last `results` or themselves."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=results, keep_links=False)
    for sheet in book.worksheets:
        # A sheet may claim to reach to XFD1048576, and every row would then be as wide.
        sheet.reset_dimensions()
    return book
