"""A line that was moved by a blank or two is told as what it is, or in general words, but never another one that is right."""

from __future__ import annotations

from random import Random

import pytest

from build_tools.reading.diagnosis import tree_of
from build_tools.reading.nearby import indent_of
from build_tools.reading.tree import Misplaced, read_tree
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.station import Station

CALENDAR = (
    "来源:\n  标题: 2026年部分节假日安排\n  媒体: 国务院办公厅\n  日期: 2025-11-04\n  网址: https://example.org/a\n"
    "节假日:\n  - 名称: 国庆节\n    放假: 2026-10-01 至 2026-10-07\n  - 名称: 元旦\n    放假: 2026-01-01 至 2026-01-03\n"
)
STATION = (
    "名称: 甲站\n类别: 社区\n区: shili\n街道: 甲街道\n地址: 甲路1号\n位置:\n  经度: 112.6\n  纬度: 26.9\n"
    "  坐标系: 卫星定位\n  精度: 大致到区\n开放时间:\n  - 工作日 9:00-12:00\n  - 周六 9:00-12:00\n服务:\n"
    "  - 种类: 免费理发\n    费用: 免费\n  - 种类: 磨刀\n    费用: 免费\n电话: 0734-1234567\n"
)
FILES: tuple[tuple[str, type], ...] = ((CALENDAR, HolidayCalendar), (STATION, Station))
SHIFTS = 300


def moved(lines: list[str], at: int, indent: int) -> list[str]:
    """`lines` with the one `at` this place, from 0, moved."""
    return [*lines[:at], " " * indent + lines[at].lstrip(" "), *lines[at + 1 :]]


def told(lines: list[str], record: type) -> Misplaced | None:
    """Why `lines`, a file of `record`, cannot be read."""
    try:
        tree_of("\n".join(lines), (record,))
    except Misplaced as reason:
        return reason
    return None


def block(lines: list[str], at: int) -> set[int]:
    """The line `at` this place, from 0, those in its own block, and those of the block that it is in."""
    head = next((one for one in range(at, -1, -1) if indent_of(lines[one]) == 0), 0)
    end = next((one for one in range(max(at, head) + 1, len(lines)) if indent_of(lines[one]) == 0), len(lines))
    return set(range(head, end))


@pytest.mark.parametrize("seed", range(SHIFTS))
def test_the_cure_of_a_moved_line_gives_back_a_file_that_reads(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    text, record = FILES[seed % 2]
    right = text.rstrip("\n").split("\n")
    at = random.randrange(len(right))
    shifted = moved(right, at, max(0, indent_of(right[at]) + random.choice((-2, -1, 1, 2, 3, 4))))
    reason = told(shifted, record)
    if reason and reason.code == "E135":
        blanks = dict(reason.words)["blanks"]
        assert reason.line - 1 in block(right, at)
        assert read_tree("\n".join(moved(shifted, reason.line - 1, int(str(blanks)))))


MOVED = [
    (CALENDAR, 0, 1),
    (CALENDAR, 0, 2),
    (CALENDAR, 0, 4),
    (CALENDAR, 3, 0),
    (STATION, 5, 1),
    (STATION, 13, 1),
    (STATION, 17, 3),
]


@pytest.mark.parametrize(("text", "at", "indent"), MOVED)
def test_a_moved_line_is_blamed_itself_and_told_where_it_stood(text: str, at: int, indent: int) -> None:
    right = text.rstrip("\n").split("\n")
    reason = told(moved(right, at, indent), dict(FILES)[text])
    assert reason
    assert (reason.code, reason.line, dict(reason.words)["blanks"]) == ("E135", at + 1, str(indent_of(right[at])))
