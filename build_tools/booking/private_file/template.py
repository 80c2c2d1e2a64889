"""A workbook to keep private counts in: headings explained, stations and categories to choose from."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from build_tools.booking.private_file.headings import FORM
from build_tools.booking.private_file.rows import MOST, ROWS, Days
from build_tools.reading.locale import read_wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.records.shapes import Field

LISTS = "名单"
EXPLANATION = "说明"
SAVED = datetime(2000, 1, 1)
"""Said of every workbook, so that the same words always give the same bytes."""
PACKED = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip file knows."""
LAST_ROW = 1_048_576
"""Of any sheet."""
AS_TEXT = "@"
"""A cell's format; otherwise a spreadsheet takes `2026-10` for a date."""
BOLD = Font(bold=True)
STATION_LIST, CATEGORY_LIST = "A", "C"
"""The columns of the second sheet that may be chosen from."""


def template_workbook(stations: Sequence[tuple[str, str]], categories: Sequence[str]) -> bytes:
    """An .xlsx file in which the counts of these `stations`, given as id and name, and `categories` can be kept."""
    book = Workbook()
    fill_rows(book.active, len(stations), len(categories))
    fill_lists(book.create_sheet(LISTS), stations, categories)
    fill_explanation(book.create_sheet(EXPLANATION))
    return packed(book)


def fill_rows(sheet: Any, stations: int, categories: int) -> None:
    """Put the headings into the empty `sheet`, and what may be written below them."""
    sheet.title = ROWS[0]
    sheet.freeze_panes = "A2"
    lists = {"station": (STATION_LIST, stations), "category": (CATEGORY_LIST, categories)}
    for index, field in enumerate(FORM.fields, start=1):
        letter = get_column_letter(index)
        column = sheet.column_dimensions[letter]
        column.width = 24 if field.name in lists else 14
        if field.name in ("station", "category", "month"):
            column.number_format = AS_TEXT
        heading = sheet.cell(1, index, field.key.label)
        heading.font = BOLD
        heading.comment = Comment(explained(field), ROWS[0])
        allowed = choice(*lists[field.name]) if field.name in lists else number(field)
        if allowed:
            allowed.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.add_data_validation(allowed)


def explained(field: Field) -> str:
    """What stands in a column, with an example."""
    return f"{field.key.meaning}\n{field.key.example}"


def choice(column: str, length: int) -> DataValidation:
    """One of the words in `column` of the second sheet, of which there are `length`."""
    allowed = rule("list", f"{LISTS}!${column}$2:${column}${max(length, 1) + 1}")
    # A warning can be passed over: a station's id may be written as well.
    allowed.errorStyle = "warning"
    return allowed


def number(field: Field) -> DataValidation | None:
    """The bounds of the numbers in a column; None where others may stand, or signs."""
    if field.shape.base is Days:
        return rule("decimal", "0", str(MOST))
    if field.key.minimum is None:
        return None
    return rule("whole", str(field.key.minimum), str(field.key.maximum))


def rule(kind: Literal["list", "whole", "decimal"], first: str, last: str | None = None) -> DataValidation:
    """What a spreadsheet lets in: nothing, or what is of this `kind` and listed in `first`, or from it to `last`."""
    return DataValidation(type=kind, formula1=first, formula2=last, allow_blank=True, showErrorMessage=True)


def fill_lists(sheet: Any, stations: Sequence[tuple[str, str]], categories: Sequence[str]) -> None:
    """Put into the empty `sheet` what may be chosen: stations' names, or the ids of those that share a name."""
    shared = Counter(name for _, name in stations)
    labels = {name: field.key.label for name, field in FORM.by_spelling.items()}
    put_column(sheet, 1, labels["station"], (name if shared[name] == 1 else id_ for id_, name in stations))
    put_column(sheet, 2, "编号", (id_ for id_, _ in stations))
    put_column(sheet, 3, labels["category"], categories)


def fill_explanation(sheet: Any) -> None:
    """Put into the empty `sheet` how the first one is filled in."""
    say = read_wording("zh").say
    lines = [
        say("template.month"),
        say("template.zero"),
        say("template.station"),
        say("template.adjust"),
        say("template.append"),
        say("template.private"),
    ]
    put_column(sheet, 1, EXPLANATION, lines)
    for row, field in enumerate(FORM.fields, start=len(lines) + 3):
        for index, text in enumerate((field.key.label, field.key.meaning, field.key.example), start=1):
            put(sheet, row, index, text)


def put_column(sheet: Any, index: int, heading: str, texts: Iterable[str]) -> None:
    """Put a bold `heading` and `texts` below it into one column of `sheet`."""
    put(sheet, 1, index, heading).font = BOLD
    sheet.column_dimensions[get_column_letter(index)].width = 24
    for row, text in enumerate(texts, start=2):
        put(sheet, row, index, text)


def put(sheet: Any, row: int, index: int, text: str) -> Any:
    """Put `text` into a cell as it stands: `=` at its beginning makes no formula of it."""
    cell = sheet.cell(row, index, text)
    cell.data_type = "s"
    cell.number_format = AS_TEXT
    return cell


def packed(book: Workbook) -> bytes:
    """`book` as a file without a trace of when it was made."""
    written, result = io.BytesIO(), io.BytesIO()
    book.save(written)
    book.properties.creator = None
    book.properties.created = book.properties.modified = SAVED
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = tostring(book.properties.to_tree()) if name == ARC_CORE else source.read(name)
            target.writestr(zipfile.ZipInfo(name, PACKED), content, zipfile.ZIP_DEFLATED)
    return result.getvalue()
