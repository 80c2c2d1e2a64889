"""What is due on a day: what has to be looked at again, and at what nobody has looked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.due import Due, due_of
from build_tools.reading.bulletin import read_bulletin
from tests.conftest import MINIMAL, STATION, TODAY, put

if TYPE_CHECKING:
    from pathlib import Path

LOOKED = "{{日期: 2026-11-01, 岗位: 甲, 方法: 乙, 下次: {}}}"
POINT = "{{经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区, 核实: {}}}"
A_MONTH = timedelta(days=30)


def found(content: Path, within: timedelta = A_MONTH) -> Due:
    """What is due in `content`."""
    bulletin, problems = read_bulletin(content)
    assert bulletin, problems
    return due_of(bulletin, TODAY, within)


def put_station(content: Path, name: str, rest: str) -> None:
    """A station with its own name and `rest`."""
    put(content, f"stations/{name}.yml", STATION.replace("甲站", name) + rest)


DAYS = [
    ("2026-11-20", 1, 1),
    ("2026-11-21", 0, 1),
    ("2026-12-21", 0, 1),
    ("2026-12-22", 0, 0),
]


@pytest.mark.parametrize(("due", "overdue", "again"), DAYS)
def test_what_is_due_within_a_month_is_listed_and_overdue_from_the_day_after(
    content: Path, due: str, overdue: int, again: int
) -> None:
    put_station(content, "jia", f"核实: {LOOKED.format(due)}\n")
    result = found(content)
    assert (result.overdue, len(result.again), result.never) == (overdue, again, ())


def test_the_most_urgent_comes_first_whatever_it_is(content: Path) -> None:
    centre = f"中心: {POINT.format(LOOKED.format('2026-12-01'))}\n"
    put(content, "districts/shili.yml", MINIMAL["districts/shili.yml"] + centre)
    position = f"位置: {POINT.format(LOOKED.format('2026-11-10'))}\n"
    put_station(content, "jia", f"核实: {LOOKED.format('2026-12-02')}\n{position}")
    put_station(content, "yi", f"核实: {LOOKED.format('2026-11-30')}\n")
    assert [(look.due, look.name, look.what) for look in found(content).again] == [
        (date(2026, 11, 10), "jia", "position"),
        (date(2026, 11, 30), "yi", "station"),
        (date(2026, 12, 1), "示例区", "centre"),
        (date(2026, 12, 2), "jia", "station"),
    ]


def test_at_what_nobody_has_looked_is_told_apart(content: Path) -> None:
    put_station(content, "jia", f"位置: {POINT.format('未知')}\n")
    put_station(content, "yi", f"核实: {LOOKED.format('2027-11-01')}\n")
    result = found(content)
    assert [(look.name, look.what) for look in result.never] == [("jia", "position"), ("jia", "station")]
    assert (result.again, result.overdue) == ((), 0)


def test_a_station_that_has_closed_is_looked_at_no_more(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("开放", "关闭") + f"核实: {LOOKED.format('2026-11-10')}\n")
    result = found(content)
    assert (result.again, result.never) == ((), ())
