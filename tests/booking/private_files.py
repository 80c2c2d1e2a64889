"""Small private files, and what may be named in them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Literal

from openpyxl import Workbook

from build_tools.booking.private_file.any_form import read_rows
from build_tools.booking.private_file.rows import Adjustment, Days, Row
from build_tools.reading.known import Known
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from build_tools.problems import Problem

KNOWN = Known(
    {
        "stations": {"jia": "jia", "甲站": "jia", "yi": "yi", "乙站": "yi"},
        "tally_categories": {
            "hazards": "hazards",
            "安全隐患": "hazards",
            "disputes": "disputes",
            "邻里纠纷": "disputes",
        },
    },
    {},
)
HEADINGS = ("驿站", "类别", "月份", "件数", "调整", "成功", "评价", "满意", "按时", "用时中位天数")
ENGLISH = (
    "station",
    "category",
    "month",
    "count",
    "adjust",
    "succeeded",
    "rated",
    "satisfied",
    "on_time",
    "median_days",
)
CELLS = [
    ("甲站", "邻里纠纷", "2026-10", "3", "+1", "2", "", "", "", ""),
    ("jia", "", "2026-10", "", "", "", "10", "9", "8", "2.5"),
    ("乙站", "hazards", "2026年9月", "0", "-2", "", "", "", "", ""),
]
ROWS = (
    Row(
        line=2, station="jia", category="disputes", month=Month.of(2026, 10), count=3, adjust=Adjustment(1), succeeded=2
    ),
    Row(
        line=3,
        station="jia",
        month=Month.of(2026, 10),
        rated=10,
        satisfied=9,
        on_time=8,
        median_days=Days.from_text("2.5"),
    ),
    Row(line=4, station="yi", category="hazards", month=Month.of(2026, 9), count=0, adjust=Adjustment(-2)),
)
"""What `CELLS` mean."""


def read(path: Path, content: str | bytes) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """What a file at `path` with this `content` gives."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_rows(path, KNOWN)


def told(problems: Iterable[Problem]) -> list[tuple[str, int, int, str]]:
    """Code, line, column and path of each of `problems`."""
    return [(one.code, one.place.line, one.place.column, one.path) for one in problems]


def as_csv(cells: Iterable[Sequence[str]], separator: str = ",", end: str = "\r\n", *, quoted: bool = False) -> str:
    """`cells` as a CSV file."""
    text = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting).writerows(cells)
    return text.getvalue()


def as_yaml(headings: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """`cells` as a YAML file."""
    rows = [", ".join(f"{key}: {cell}" for key, cell in zip(headings, row, strict=True)) for row in cells]
    return "记录:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def as_xlsx(cells: Iterable[Sequence[object]], title: str = "Sheet") -> bytes:
    """`cells` as an .xlsx file."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in cells:
        sheet.append(list(row))
    return saved(book)


def workbook(*sheets: tuple[str, str, Iterable[Sequence[object]]]) -> bytes:
    """A workbook of sheets given as title, state and cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, state, cells in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in cells:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """`book` as a file."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
