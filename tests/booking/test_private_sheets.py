"""Which sheet of a workbook is read: the one that holds rows; with several, nobody can tell, and it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.booking.private_files import read, saved, told, workbook

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ("驿站", "月份")
NOTE = ("说明", "visible", [("怎么填",)])


def station(name: str) -> list[tuple[object, ...]]:
    """A table with one row of the station `name`."""
    return [HEADINGS, (name, "2026-10")]


@pytest.mark.parametrize(
    "content",
    [
        workbook(NOTE, ("一", "visible", station("甲站"))),
        workbook(NOTE, ("一", "visible", station("甲站")), ("二", "visible", [HEADINGS])),
        workbook(("记录", "hidden", station("乙站")), ("一", "visible", station("甲站"))),
        workbook(("空", "visible", []), ("一", "visible", [(), (), *station("甲站")])),
        workbook(("一", "visible", station("甲站")), ("记录", "visible", [HEADINGS])),
        workbook(("一", "visible", station("甲站")), ("记录", "visible", [])),
        workbook(("统计", "visible", [("月", "共"), ("十月", 3)]), ("一", "visible", station("甲站"))),
        workbook(
            ("说明", "visible", station("乙站")),
            ("名单", "visible", station("乙站")),
            ("一", "visible", station("甲站")),
        ),
        workbook(("名单", "visible", station("甲站"))),
    ],
)
def test_the_only_sheet_with_rows_is_read(tmp_path: Path, content: bytes) -> None:
    rows, problems = read(tmp_path / "counts.xlsx", content)
    assert ([row.station for row in rows], problems) == (["jia"], ())


@pytest.mark.parametrize(
    ("content", "sheets"),
    [
        (workbook(("一", "visible", station("甲站")), NOTE, ("二", "visible", station("乙站"))), "“一”、“二”"),
        (workbook(("一", "visible", station("乙站")), ("记录", "visible", station("甲站"))), "“一”、“记录”"),
        (workbook(("一", "visible", station("乙站")), ("记录", "visible", [("驿站",), ("甲站",)])), "“一”、“记录”"),
    ],
)
def test_several_sheets_with_rows_are_told(tmp_path: Path, content: bytes, sheets: str) -> None:
    rows, problems = read(tmp_path / "counts.xlsx", content)
    assert (rows, told(problems)) == ((), [("E195", 1, 1, "")])
    assert problems[0].words == (("sheets", sheets),)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (workbook(("一", "visible", [])), [("E003", 1, 1, "")]),
        (workbook(("一", "visible", [("驿站",)])), [("E190", 1, 1, "（A1）")]),
        (workbook(("一", "visible", [HEADINGS])), [("E198", 1, 1, "")]),
        (workbook(("一", "visible", [("驿站办件",), *station("甲站")])), [("E189", 1, 1, "（A1）")]),
    ],
)
def test_a_workbook_without_such_a_sheet_is_told(
    tmp_path: Path, content: bytes, expected: list[tuple[str, int, int, str]]
) -> None:
    assert told(read(tmp_path / "counts.xlsx", content)[1]) == expected


def test_merged_cells_are_told_in_every_row_that_lacks_them(tmp_path: Path) -> None:
    cells: list[tuple[object, ...]] = [("驿站", "月份", "类别", "件数"), ("甲站", "2026-10", "邻里纠纷", 3)]
    cells += [(None, None, "安全隐患", 0), (None, None, None, 0)]
    book = load_workbook(saved_at(tmp_path, workbook(("记录", "visible", cells))))
    book.worksheets[0].merge_cells("A2:A3")
    assert told(read(tmp_path / "counts.xlsx", saved(book))[1]) == [
        ("E191", 3, 1, "驿站（A3）"),
        ("E191", 3, 2, "月份（B3）"),
        ("E192", 4, 4, "（D4）"),
    ]


def saved_at(folder: Path, content: bytes) -> Path:
    """Where `content` now lies in `folder`."""
    path = folder / "before.xlsx"
    path.write_bytes(content)
    return path
