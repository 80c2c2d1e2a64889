"""Private counts in YAML: the usual form, with places in characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.booking.private_files import CELLS, ENGLISH, HEADINGS, ROWS, as_yaml, read, told

if TYPE_CHECKING:
    from pathlib import Path

ROW = "驿站: 甲站, 月份: 2026-10"
WRONG = [
    ("", "E003", 1, 1, ""),
    ("- {驿站: 甲站}\n", "E024", 1, 1, ""),
    ("截止月: 2026-10\n", "E022", 1, 1, "截止月"),
    ("记录:\n", "E027", 1, 4, "记录"),
    ("记录: []\n", "E027", 1, 5, "记录"),
    ("记录: 无\n", "E025", 1, 5, "记录"),
    ("记录:\n  驿站: 甲站\n", "E025", 2, 3, "记录"),
    ("记录: [甲站]\n", "E024", 1, 6, "记录[1]"),
    (f"rows: [{{{ROW}, 件数: 1}}]\n", "E154", 1, 34, "rows[1].件数"),
    (f"记录: [{{{ROW}, 类型: 邻里纠纷, 件数: 1}}]\n", "E022", 1, 28, "记录[1].类型"),
    (f"记录: [{{{ROW}, station: 乙站}}]\n", "E021", 1, 28, "记录[1].station"),
    ("记录: [{驿站: 甲站}]\n", "E023", 1, 6, "记录[1]"),
    ("记录: [{驿站: 甲站, 月份: }]\n", "E023", 1, 6, "记录[1]"),
    ("记录: [{驿站: 丙站, 月份: 2026-10}]\n", "E193", 1, 11, "记录[1].驿站"),
    (f"记录: [{{{ROW}, 类别: 邻里, 件数: 1}}]\n", "E051", 1, 32, "记录[1].类别"),
    (f"记录: [{{{ROW}, 类别: 邻里纠纷, 件数: 三}}]\n", "E045", 1, 42, "记录[1].件数"),
    (f"记录: [{{{ROW}, 类别: 邻里纠纷, 件数: 1000000}}]\n", "E046", 1, 42, "记录[1].件数"),
    (f"记录: [{{{ROW}, 类别: 邻里纠纷, 件数: 1, 调整: 一}}]\n", "E150", 1, 49, "记录[1].调整"),
    ("记录: [{驿站: 甲站, 月份: 26-Oct}]\n", "E140", 1, 19, "记录[1].月份"),
    ("记录:\n  - 驿站：甲站\n    月份: 2026-10\n", "E074", 2, 7, ""),
    ("记录: [{驿站: 甲站, 月份：2026-10}]\n", "E074", 1, 17, ""),
    ("记录: [{驿站:甲站, 月份: 2026-10}]\n", "E075", 1, 9, ""),
    ("记录:\n  - 驿站: 甲站\n    月份：2026-10\n", "E074", 3, 7, ""),
    ("记录:\n  - 驿站: 甲站\n    月份:2026-10\n", "E075", 3, 7, ""),
    (f"记录: [{{{ROW}, 类别: 邻里纠纷, 件数: －３}}]\n", "E197", 1, 42, "记录[1].件数"),
    (f"记录: [{{{ROW}, 类别: 邻里纠纷, 件数: 1000000000}}]\n", "E046", 1, 42, "记录[1].件数"),
    (f"记录: [{{{ROW}, 类别: 邻里纠纷}}]\n", "E199", 1, 32, "记录[1].类别"),
    ("记录:\n- 驿站:\n", "E198", 1, 1, ""),
    ("记录:\n\t- 驿站: 甲站\n", "E073", 2, 1, ""),
]


@pytest.mark.parametrize("headings", [HEADINGS, ENGLISH])
def test_keys_are_chinese_or_english_and_empty_ones_say_nothing(tmp_path: Path, headings: tuple[str, ...]) -> None:
    assert read(tmp_path / "counts.yml", as_yaml(headings, CELLS)) == (ROWS, ())


def test_rows_are_listed_under_either_name(tmp_path: Path) -> None:
    rows, problems = read(tmp_path / "counts.yaml", f"rows:\n- {{{ROW}}}\n-\n  驿站:\n  月份: \n")
    assert [(row.line, row.station, row.category) for row in rows] == [(2, "jia", None)]
    assert problems == ()


@pytest.mark.parametrize(("text", "code", "line", "column", "path"), WRONG)
def test_a_mistake_is_told_where_it_stands(
    tmp_path: Path, text: str, code: str, line: int, column: int, path: str
) -> None:
    _, problems = read(tmp_path / "counts.yml", text)
    assert (code, line, column, path) in told(problems)
    assert all(problem.place.file == "counts.yml" for problem in problems)


def test_a_problem_shows_its_line_unless_that_names_a_resident(tmp_path: Path) -> None:
    text = f"记录:\n- {{{ROW}, 姓名: 李某, 评价: 三}}\n- 驿站: 甲站\n  月份: 十月\n  当事人: 李某\n"
    _, problems = read(tmp_path / "counts.yml", text)
    assert [problem.excerpt for problem in problems] == ["", "", "  月份: 十月", ""]
    assert [problem.code for problem in problems] == ["E152", "E045", "E140", "E152"]


def test_colons_that_hide_keys_are_told_instead_of_the_keys(tmp_path: Path) -> None:
    text = "记录:\n" + "- {驿站: 甲站,\n   月份：2026-10}\n" * 2
    _, problems = read(tmp_path / "counts.yml", text)
    assert told(problems) == [("E074", 3, 6, ""), ("E074", 5, 6, "")]
    assert [problem.words for problem in problems] == [(("key", "月份"),)] * 2


def test_a_hidden_key_beside_a_resident_is_told_without_the_line(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "counts.yml", "记录: [{驿站: 甲站, 月份：2026-10, 姓名: 李某}]\n")
    assert [(problem.code, problem.excerpt) for problem in problems] == [("E074", ""), ("E152", "")]


def test_full_width_digits_and_signs_are_read(tmp_path: Path) -> None:
    text = "记录: [{驿站: 甲站, 类别: 邻里纠纷, 月份: ２０２６－１０, 件数: ３, 调整: ＋1}]\n"
    rows, problems = read(tmp_path / "counts.yml", text)
    assert ([(str(row.month), row.count, row.adjust) for row in rows], problems) == ([("2026-10", 3, 1)], ())


def test_a_repeated_row_is_left_out(tmp_path: Path) -> None:
    text = as_yaml(HEADINGS, [*CELLS, CELLS[0]])
    rows, problems = read(tmp_path / "counts.yml", text)
    assert rows == ROWS
    assert told(problems) == [("E156", 5, 10, "记录[4].驿站")]
    assert problems[0].words == (("line", "2"),)


def test_the_line_of_a_row_is_where_it_begins(tmp_path: Path) -> None:
    rows, _ = read(tmp_path / "counts.yml", "记录:\n  # 十月\n  - 驿站: 甲站\n    月份: 2026-10\n")
    assert [row.line for row in rows] == [3]


def test_another_encoding_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "counts.yml", as_yaml(HEADINGS, CELLS).encode("gbk"))
    assert told(problems) == [("E004", 1, 1, "")]
