"""Whether one gets in without steps: nobody is told yes, or no, before somebody has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.facts.directory import derive_directory, step_free
from build_tools.publishing.shown import Shown
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.key import Unknown
from tests.conftest import STATION, put

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.bulletin import Bulletin

SHOWN = Shown(read_wording("zh"))
ANSWERS = [
    # 坡道, 轮椅, 没有台阶
    ("有", "有", "有"),
    ("有：在东侧", "未知", "有：在东侧"),
    ("有", "没有", "部分"),
    ("部分：要绕到后门", "没有", "部分"),
    ("有", "部分：只到一楼", "部分：只到一楼"),
    ("未知", "有", "有"),
    ("没有", "有：门口是平的", "有：门口是平的"),
    ("没有", "部分：门槛高3厘米", "部分：门槛高3厘米"),
    ("部分：要绕到后门", "未知", "部分：要绕到后门"),
    ("没有", "没有：有三级台阶", "没有：有三级台阶"),
    ("没有", "未知", "未知"),
    ("未知", "没有", "未知"),
    ("未知", "未知", "未知"),
]


def read(content: Path, more: str) -> Bulletin:
    """The bulletin whose only station has the lines `more` as well."""
    put(content, "stations/jia.yml", STATION + more)
    bulletin, _ = read_bulletin(content)
    assert bulletin
    return bulletin


@pytest.mark.parametrize(("ramp", "wheelchair", "said"), ANSWERS)
def test_what_is_said_of_wheelchairs_counts_and_a_ramp_alone_helps_in_part(
    ramp: str, wheelchair: str, said: str, content: Path
) -> None:
    bulletin = read(content, f"无障碍: {{坡道: {ramp}, 轮椅: {wheelchair}}}\n")
    known = step_free(bulletin.stations[0])
    assert ("未知" if isinstance(known, Unknown) else SHOWN.of(known)) == said
    entrance = derive_directory(bulletin).entrances[0]
    assert entrance.passable == said.startswith(("有", "部分"))


def test_only_open_stations_have_entrances(content: Path) -> None:
    more = "无障碍: {坡道: 有}\n"
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站").replace("开放", "暂停") + more)
    assert [one.station.id for one in derive_directory(read(content, more)).entrances] == ["jia"]
