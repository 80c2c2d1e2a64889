"""A station's page says how far what it tells can still be trusted: of the station, and of its point on the map."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.build import build
from build_tools.settings import Settings
from tests.conftest import STATION, put

if TYPE_CHECKING:
    from pathlib import Path

LOOKED = "{日期: 2026-10-01, 岗位: 社区工作人员, 方法: 到站查看, 下次: 2026-11-01}"
POINT = "位置: {{经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到街道, 核实: {}}}\n"
STATES = [
    ("2026-11-01", LOOKED, "verified", "已经核实"),
    ("2026-11-02", LOOKED, "due", "到期待核"),
    ("2026-12-02", LOOKED, "due", "到期待核"),
    ("2026-12-03", LOOKED, "late", "核实已旧"),
    ("2026-11-01", "未知", "never", "尚未核实"),
]


def body(content: Path, rest: str, today: str) -> str:
    """The station's page on the day `today`, with `rest` in its file."""
    put(content, "stations/jia.yml", STATION + "开放时间: [每天 9:00-17:00]\n节假日: 照常\n" + rest)
    built = build(Settings(content, date.fromisoformat(today)))
    assert built.site, built.problems
    return next(page.body for page in built.site.pages if page.uri == "stations/jia/")


@pytest.mark.parametrize(("today", "verified", "state", "line"), STATES)
def test_the_page_says_whether_the_station_has_been_looked_at(
    content: Path, today: str, verified: str, state: str, line: str
) -> None:
    page = body(content, f"核实: {verified}\n", today)
    assert re.findall(r"bulletin-stamp--(\w+)", page) == [state]
    assert page.count(line) == 1


@pytest.mark.parametrize(("today", "verified", "state", "line"), STATES)
def test_the_page_says_the_same_of_the_point_on_the_map(
    content: Path, today: str, verified: str, state: str, line: str
) -> None:
    page = body(content, POINT.format(verified), today)
    told = page.partition('<dt class="bulletin-print-off">地图</dt>')[2].partition("</dd>")[0]
    assert ("待核实" if state == "never" else line) in told
    assert ("bulletin-unknown" in told) == (state != "verified")
