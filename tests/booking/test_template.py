"""The sheet to keep private counts in: it always comes out the same, and what is filled in reads back."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook

from build_tools.booking.private_file import template
from build_tools.booking.private_file.headings import FORM
from build_tools.booking.private_file.template import template_workbook
from tests.booking.private_files import CELLS, HEADINGS, ROWS, read, saved, told

if TYPE_CHECKING:
    from pathlib import Path

STATIONS = (("jia", "甲站"), ("yi", "乙站"))
CATEGORIES = ("邻里纠纷", "安全隐患")
TEXT = "49"
"""The number of the format `@` in every workbook."""


def opened(stations: Any = STATIONS) -> Workbook:
    """The template as a spreadsheet program opens it."""
    return load_workbook(io.BytesIO(template_workbook(stations, CATEGORIES)))


def column(book: Workbook, index: int) -> list[object]:
    """What stands in one column of the second sheet."""
    return [row[index] for row in book["名单"].iter_rows(values_only=True) if row[index] is not None]


def rules(book: Workbook) -> dict[str, Any]:
    """Heading → what may be written below it."""
    sheet = book["记录"]
    found = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    letters = {str(cell.value): cell.coordinate[:-1] for cell in sheet[1]}
    return {heading: found.get(f"{letter}2:{letter}1048576") for heading, letter in letters.items()}


def test_what_is_filled_in_reads_back(tmp_path: Path) -> None:
    book = opened()
    sheet = book["记录"]
    for row, cells in enumerate(CELLS, start=2):
        for heading, text in zip(HEADINGS, cells, strict=True):
            place = next(cell.column for cell in sheet[1] if cell.value == heading)
            sheet.cell(row, place, int(text) if text.isdigit() else text or None)
    assert read(tmp_path / "counts.xlsx", saved(book)) == (ROWS, ())


def test_an_empty_template_is_told_to_be_empty(tmp_path: Path) -> None:
    for content in (template_workbook(STATIONS, CATEGORIES), template_workbook((), ())):
        rows, problems = read(tmp_path / "counts.xlsx", content)
        assert (rows, told(problems)) == ((), [("E198", 1, 1, "")])


def test_it_says_nothing_of_when_or_with_what_it_was_made() -> None:
    content = template_workbook(STATIONS, CATEGORIES)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {template.PACKED}
        core = parts.read("docProps/core.xml").decode()
    assert core.count(">2000-01-01T00:00:00Z<") == 2
    assert "creator" not in core
    assert content == template_workbook(STATIONS, CATEGORIES)


def test_headings_are_bold_stay_in_sight_and_are_explained() -> None:
    sheet = opened()["记录"]
    assert [cell.value for cell in sheet[1]] == [field.key.label for field in FORM.fields]
    assert all(cell.font.b for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    comments = [cell.comment.text for cell in sheet[1] if cell.comment]
    assert comments == [f"{field.key.meaning}\n{field.key.example}" for field in FORM.fields]


def test_months_stay_the_text_that_is_typed() -> None:
    sheet = opened()["记录"]
    formats = {str(cell.value): sheet.column_dimensions[cell.coordinate[:-1]].number_format for cell in sheet[1]}
    assert {heading for heading, form in formats.items() if form == "@"} == {"驿站", "类别", "月份"}


def test_a_whole_column_of_months_is_text_in_the_file_itself() -> None:
    with zipfile.ZipFile(io.BytesIO(template_workbook(STATIONS, CATEGORIES))) as parts:
        sheet, styles = (parts.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
    formats = re.findall(r'<xf [^>]*numFmtId="(\d+)"', styles.partition("<cellXfs")[2])
    columns = [dict(re.findall(r'(\w+)="([^"]*)"', column)) for column in re.findall(r"<col ([^>]*)/>", sheet)]
    spans = [(int(one["min"]), int(one["max"])) for one in columns if formats[int(one.get("style", 0))] == TEXT]
    assert {place for first, last in spans for place in range(first, last + 1)} == {1, 2, 3}


def test_stations_and_categories_are_chosen_from_lists() -> None:
    book = opened()
    allowed = rules(book)
    assert column(book, 0) == ["驿站", "甲站", "乙站"]
    assert column(book, 2) == ["类别", "邻里纠纷", "安全隐患"]
    assert (allowed["驿站"].type, allowed["驿站"].formula1) == ("list", "名单!$A$2:$A$3")
    assert (allowed["类别"].type, allowed["类别"].formula1) == ("list", "名单!$C$2:$C$3")
    assert {allowed[heading].errorStyle for heading in ("驿站", "类别")} == {"warning"}


def test_stations_that_share_a_name_are_chosen_by_id() -> None:
    book = opened((("jia", "甲站"), ("yi", "乙站"), ("bing", "甲站")))
    assert column(book, 0) == ["驿站", "jia", "乙站", "bing"]
    assert column(book, 1) == ["编号", "jia", "yi", "bing"]


def test_counts_are_not_negative_but_adjustments_may_be() -> None:
    allowed = rules(opened())
    assert allowed.pop("调整") is None
    assert allowed.pop("月份") is None
    assert allowed["用时中位天数"].type == "decimal"
    numbers = [rule for heading, rule in allowed.items() if heading not in ("驿站", "类别")]
    assert {rule.formula1 for rule in numbers} == {"0"}
    assert all(rule.showErrorMessage for rule in allowed.values())


def test_a_name_that_looks_like_a_formula_is_none() -> None:
    book = opened((("jia", "=1+1"),))
    assert (book["名单"]["A2"].value, book["名单"]["A2"].data_type) == ("=1+1", "s")


def test_ten_thousand_stations_make_a_small_file() -> None:
    stations = [(f"zhan-{number}", f"第{number}驿站") for number in range(10_000)]
    assert len(template_workbook(stations, CATEGORIES)) < 500_000
