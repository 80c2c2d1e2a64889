"""A mistake in a schedule is told with the column at which it stands, also deep inside a station."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import STATION, put, told

if TYPE_CHECKING:
    from pathlib import Path

JIA = "stations/jia.yml"
LINES = [
    ("24:30", "每天 9:00-24:30", "E036", 15),
    ("an end that is the start", "每天 9:00-9:00", "E244", 10),
    ("an end before the start", "每天 22:00-6:00", "E035", 10),
    ("the 30th of February", "2月30日 9:00-10:00", "E091", 7),
    ("the 30th of a February", "2026-02-30 9:00-10:00", "E032", 7),
    ("odd weeks", "单周周四 9:00-10:00", "E093", 7),
    ("even weeks", "周四（双周） 9:00-10:00", "E093", 9),
    ("every two weeks from no day", "每两周周四 9:00-10:00", "E093", 7),
    ("a 31st of the moon", "农历九月三十一 9:00-10:00", "E092", 11),
    ("a 13th moon", "农历十三月初一 9:00-10:00", "E092", 9),
    ("a leap moon that never is", "农历闰正月初一 9:00-10:00", "E092", 9),
    ("a word that is no day", "周一、冬至 9:00-10:00", "E037", 10),
    ("a word that is no time", "每天 早上", "E094", 10),
    ("half a list of dates", "2026-10-17、24", "E037", 18),
    ("a full-width time that is none", "每天　２４：３０—２５：００", "E036", 10),
]


@pytest.mark.parametrize(("what", "line", "code", "column"), LINES, ids=[what for what, *_ in LINES])
def test_a_line_is_refused_with_its_column(content: Path, what: str, line: str, code: str, column: int) -> None:
    put(content, JIA, f"{STATION}开放时间: {line}\n")
    assert told(content) == [(code, JIA, 7, column, "开放时间[1]")], what


@pytest.mark.parametrize(("what", "line", "code", "column"), LINES, ids=[what for what, *_ in LINES])
def test_so_is_a_line_of_a_service(content: Path, what: str, line: str, code: str, column: int) -> None:
    put(content, JIA, f'{STATION}服务:\n  - 免费理发\n  - 种类: 免费理发\n    时间:\n      - "{line}"\n')
    assert told(content) == [(code, JIA, 11, column + 3, "服务[2].时间[1]")], what


@pytest.mark.parametrize(
    ("key", "written", "code", "column"),
    [
        ("节假日", "国庆节、圣诞节 休息", "E090", 10),
        ("调休上班日", "按周三", "E109", 8),
        ("例外", "{日期: 2026-10-07、08, 休息: 装修}", "E100", 21),
        ("例外", "{日期: 2026-10-07, 时间: 9:00-25:00}", "E036", 31),
        ("校历", "{暑假: 7月 至 8月}", "E100", 10),
    ],
)
def test_so_is_what_stands_around_the_lines(content: Path, key: str, written: str, code: str, column: int) -> None:
    put(content, JIA, f"{STATION}{key}: {written}\n")
    assert [(code, place) for code, _, _, place, _ in told(content)] == [(code, column)]
