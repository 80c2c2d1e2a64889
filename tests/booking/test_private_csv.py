"""Private counts in CSV, as different programs write it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from build_tools.booking.private_file.any_form import read_rows
from build_tools.booking.private_file.gathered import MOST_PROBLEMS
from tests.booking.private_files import CELLS, ENGLISH, HEADINGS, KNOWN, ROWS, as_csv, read, told

if TYPE_CHECKING:
    from pathlib import Path

TABLE = [HEADINGS, *CELLS]
FIRST = "驿站,类别,月份,件数\n"
STATION_WIDE = "驿站,月份,评价,满意,按时,件数,调整\n"
WRITTEN = [
    as_csv(TABLE),
    as_csv(TABLE, end="\n"),
    as_csv(TABLE, end="\r"),
    as_csv(TABLE, ";"),
    as_csv(TABLE, "\t"),
    as_csv(TABLE, quoted=True),
    ";;;\n" + as_csv(TABLE, ";"),
    as_csv(TABLE).rstrip("\r\n"),
    "\ufeff" + as_csv(TABLE),
    "\ufeff\ufeff" + as_csv(TABLE),
    as_csv([ENGLISH, *CELLS]),
    as_csv([[f" {heading}\u3000" for heading in HEADINGS], *([f" {cell} " for cell in row] for row in CELLS)]),
    as_csv([row[::-1] for row in TABLE]),
    as_csv([[*row, "", ""] for row in TABLE]),
    as_csv([*TABLE, [""] * 10, [" "] * 10, []]),
]
WRONG = [
    ("驿站,月份,驿站\n", [("E021", 1, 3, "驿站")]),
    ("驿站,月份,station\n", [("E021", 1, 3, "station")]),
    ("驿站,月份,件\n甲站,2026-10,\n", [("E188", 1, 3, "件")]),
    ("驿站,类别,件数\n甲站,邻里纠纷,1\n", [("E190", 1, 1, "")]),
    ("甲站;邻里纠纷;2026-10;3\n", [("E189", 1, 1, "")]),
    (FIRST + "甲站,邻里纠纷,,1\n", [("E191", 2, 3, "月份")]),
    (FIRST + "甲站\n", [("E191", 2, 3, "月份")]),
    (
        FIRST + "甲占,邻里纠份,Oct-26,一\n",
        [
            (c, 2, n, p)
            for c, n, p in zip(
                ("E193", "E051", "E194", "E045"), (1, 2, 3, 4), ("驿站", "类别", "月份", "件数"), strict=True
            )
        ],
    ),
    (FIRST + "甲站,邻里纠纷,2026-10,1,200\n", [("E161", 2, 5, "")]),
    ("驿站,,类别,月份,件数\n甲站,注,邻里纠纷,2026-10,1\n", [("E161", 2, 2, "")]),
    (FIRST + "甲站,邻里纠纷,2026-10,未知\n", [("E028", 2, 4, "件数")]),
    (FIRST + "甲站,邻里\x07纠纷,2026-10,1\n", [("E018", 2, 2, "类别")]),
    (FIRST + "甲站,邻里纠纷,2026-10,\n", [("E199", 2, 2, "类别")]),
    (FIRST + "甲站,,2026-10,0\n", [("E154", 2, 4, "件数")]),
    (STATION_WIDE + "甲站,2026-10,,,,,1\n", [("E154", 2, 7, "调整")]),
    (STATION_WIDE + "甲站,2026-10,,3,,,0\n", [("E153", 2, 4, "满意")]),
    (STATION_WIDE + "甲站,2026-10,3,4,,,\n", [("E155", 2, 4, "满意")]),
    ("驿站,类别,月份,件数,按时\n甲站,邻里纠纷,2026-10,3,3\n", [("E154", 2, 5, "按时")]),
    ("驿站,类别,月份,件数,成功\n甲站,邻里纠纷,2026-10,3,4\n", [("E155", 2, 5, "成功")]),
    ("驿站,类别,月份,件数,成功,调整\n甲站,邻里纠纷,2026-10,3,4,-1\n", [("E155", 2, 5, "成功")]),
    ("驿站,月份,用时中位天数\n甲站,2026-10,两天\n", [("E151", 2, 3, "用时中位天数")]),
    (FIRST + "甲站,邻里纠纷,2026-10,1\njia,disputes,2026/10,2\n", [("E156", 3, 1, "驿站")]),
    (FIRST + '甲站,邻里纠纷,2026-10,1\n甲站,"邻里纠纷,2026-11,1\n', [("E196", 3, 1, "")]),
    ("驿站，类别，月份，件数\n甲站，邻里纠纷，2026-10，3\n", [("E189", 1, 1, "")]),
    ("驿站,类别，月份,件数\n甲站,邻里纠纷,2026-10,3\n", [("E189", 1, 2, "")]),
    ("驿站办件表\n" + FIRST + "甲站,邻里纠纷,2026-10,3\n", [("E189", 1, 1, "")]),
    ("驿占,月分\n甲站,2026-10\n", [("E188", 1, 1, "驿占"), ("E188", 1, 2, "月分")]),
    ("驿站,月份,经办人\n甲站,2026-10,\n", [("E188", 1, 3, "经办人")]),
    (FIRST + "甲站,邻里纠纷,26-Oct,1\n", [("E194", 2, 3, "月份")]),
    (FIRST + "甲站,邻里纠纷,46296,1\n", [("E194", 2, 3, "月份")]),
    (FIRST + "甲站,邻里纠纷,2026/10/17,1\n", [("E140", 2, 3, "月份")]),
    (FIRST, [("E198", 1, 1, "")]),
    ("", [("E003", 1, 1, "")]),
    ("\n , \n", [("E003", 1, 1, "")]),
]


@pytest.mark.parametrize("text", WRITTEN)
def test_every_way_of_writing_a_table_gives_the_same_rows(tmp_path: Path, text: str) -> None:
    rows, problems = read(tmp_path / "counts.csv", text)
    assert problems == ()
    assert [replace(row, line=place) for place, row in enumerate(rows, start=2)] == list(ROWS)


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_a_mistake_is_told_with_its_line_and_its_cell(
    tmp_path: Path, text: str, expected: list[tuple[str, int, int, str]]
) -> None:
    _, problems = read(tmp_path / "counts.csv", text)
    assert told(problems) == expected
    assert all(problem.excerpt == "" for problem in problems)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("合计,,,3", 1),
        ("合 计：,,,3", 1),
        ("甲站小计,,,3", 1),
        ("甲站,小计,,3", 2),
        (",总计,,3", 2),
        (",,共计,3", 3),
        (",,2026年总数,3", 3),
        (",,,３", 4),
    ],
)
def test_a_total_is_told_as_such_and_nothing_else(tmp_path: Path, row: str, column: int) -> None:
    rows, problems = read(tmp_path / "counts.csv", "驿站,类别,月份,件数\n甲站,邻里纠纷,2026-10,3\n" + row + "\n")
    assert (len(rows), told(problems)) == (1, [("E192", 3, column, "")])


def test_numbers_of_a_whole_station_are_no_total(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "counts.csv", STATION_WIDE + "甲站,2026-10,3,2,1,,\n,,3,2,1,,\n")
    assert told(problems) == [("E191", 3, 1, "驿站"), ("E191", 3, 2, "月份")]


@pytest.mark.parametrize(
    "month", ["2026/10/1", "2026-10-01", "2026年10月1日", "２０２６－１０", "2026／10／01", "2026/10"]
)
def test_a_month_may_be_its_first_day_or_full_width(tmp_path: Path, month: str) -> None:
    rows, problems = read(tmp_path / "counts.csv", f"{FIRST}甲站,邻里纠纷,{month},３\n")
    assert ([(str(row.month), row.count) for row in rows], problems) == ([("2026-10", 3)], ())


@pytest.mark.parametrize(("sign", "meant"), [("＋1", 1), ("－１", -1), ("−1", -1), ("1", 1)])
def test_an_adjustment_has_any_sign(tmp_path: Path, sign: str, meant: int) -> None:
    rows, problems = read(tmp_path / "counts.csv", f"驿站,类别,月份,件数,调整\n甲站,邻里纠纷,2026-10,0,{sign}\n")
    assert ([row.adjust for row in rows], problems) == ([meant], ())


def test_an_unknown_station_is_told_with_names_or_with_ids(tmp_path: Path) -> None:
    text = FIRST + "长岭街道,邻里纠纷,2026-10,1\nx9,邻里纠纷,2026-10,1\n甲占,邻里纠纷,2026-10,1\n"
    words = [dict(problem.words) for problem in read(tmp_path / "counts.csv", text)[1]]
    assert words == [
        {"text": "长岭街道", "choices": "甲站、乙站"},
        {"text": "x9", "choices": "jia、yi"},
        {"text": "甲占", "near": "甲站"},
    ]


def test_success_counts_cases_learnt_of_later_too(tmp_path: Path) -> None:
    text = "驿站,类别,月份,件数,成功,调整\n甲站,邻里纠纷,2026-10,3,4,+1\n"
    assert read(tmp_path / "counts.csv", text)[1] == ()


def test_a_line_break_in_quotes_is_a_blank_and_lines_are_still_counted(tmp_path: Path) -> None:
    text = '\n驿站,"月\n份",月份\n"甲站\n",,2026-10\n丙站,,2026-10\n'
    rows, problems = read(tmp_path / "counts.csv", text)
    assert [row.line for row in rows] == [4]
    assert ("E193", 6, 1, "驿站") in told(problems)


@pytest.mark.parametrize(
    "heading", ["姓名", "当事人", "联系人", "居民电话", "手机号", "身份证", "家庭住址", "Name", "phone"]
)
def test_a_column_about_residents_is_refused_and_no_cell_of_it_is_quoted(tmp_path: Path, heading: str) -> None:
    _, problems = read(tmp_path / "counts.csv", f"驿站,月份,{heading}\n甲站,2026-10,李某13812345678\n")
    assert told(problems) == [("E152", 1, 3, heading)]
    assert "李某" not in repr(problems)


@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16")])
def test_another_encoding_is_told_once_and_nothing_is_read(tmp_path: Path, encoding: str, name: str) -> None:
    rows, problems = read(tmp_path / "counts.csv", as_csv(TABLE).encode(encoding))
    assert (rows, told(problems)) == ((), [("E158", 1, 1, "")])
    assert problems[0].words == (("encoding", name),)


def test_another_encoding_far_below_is_told_too(tmp_path: Path) -> None:
    content = FIRST.encode() + b",,,\n" * 10_000 + "甲站".encode("gbk")
    rows, problems = read(tmp_path / "counts.csv", content)
    assert (rows, [problem.code for problem in problems]) == ((), ["E158"])


def test_reading_stops_when_nobody_would_read_more_problems(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "counts.csv", FIRST + "甲站,邻里纠纷,十月,1\n" * 10_000)
    assert len(problems) == MOST_PROBLEMS


@pytest.mark.parametrize("name", ["counts.xls", "counts.ods", "counts.et", "counts.txt", "counts"])
def test_other_kinds_of_file_are_not_read(tmp_path: Path, name: str) -> None:
    _, problems = read(tmp_path / name, as_csv(TABLE))
    assert told(problems) == [("E160", 1, 1, "")]


@pytest.mark.parametrize("name", ["counts.csv", "counts.xlsx", "counts.yml"])
def test_a_folder_of_that_name_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert [problem.code for problem in read_rows(tmp_path / name, KNOWN)[1]] == ["E009"]
