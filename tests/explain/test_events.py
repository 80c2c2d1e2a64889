"""`explain` tells an event as it takes place: with its changes, cancelled, moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.explain import as_text, explained
from build_tools.reading.locale import read_wording
from build_tools.reading.one import read_one
from tests.conftest import EVENT, put
from tests.explain.telling import run, told

if TYPE_CHECKING:
    from pathlib import Path

CHINESE = read_wording("zh")
FRIDAYS = "重复: 2026-10-09起 每周五 14:00-16:30\n节假日: 照常\n调休上班日: 照常\n"
CHANGES = """\
变动:
  - {日期: 2026-11-27, 取消: 场地要用}
  - {日期: 2026-12-04, 改到: 2026-12-05, 说明: 人手不够}
  - {日期: 2026-12-11, 时间: 15:00-17:00}
"""
IN_A_HOLIDAY = "重复: 每周五 9:00-10:00\n节假日: 休息\n调休上班日: 照常\n"
ONCE = "日期: 2026-11-28\n时间: 9:00-11:00\n"
EVENTS = [
    (FRIDAYS, "2026-11-27", ["14:00–16:30"]),
    (FRIDAYS + CHANGES, "2026-11-27", ["没有活动", "已取消：场地要用"]),
    (FRIDAYS + CHANGES, "2026-12-03", ["没有活动"]),
    (FRIDAYS + CHANGES, "2026-12-04", ["没有活动", "人手不够，改到12月5日"]),
    (FRIDAYS + CHANGES, "2026-12-05", ["14:00–16:30", "人手不够"]),
    (FRIDAYS + CHANGES, "2026-12-11", ["15:00–17:00"]),
    (FRIDAYS + CHANGES, "2026-12-18", ["14:00–16:30"]),
    (FRIDAYS + "变动: [{日期: 2026-12-04, 改到: 2026-12-11}]\n", "2026-12-11", ["14:00–16:30"]),
    (
        FRIDAYS + "变动: [{日期: 2026-12-04, 改到: 2026-12-11, 时间: 9:00-10:00}]\n",
        "2026-12-11",
        ["9:00–10:00、14:00–16:30"],
    ),
    (FRIDAYS + "变动: [{日期: 2026-12-04, 改到: 2026-11-28}]\n", "2026-11-28", ["14:00–16:30"]),
    (FRIDAYS + "变动: [{日期: 2026-11-27, 改到: 2026-12-02}]\n", "2026-12-02", ["14:00–16:30"]),
    (FRIDAYS + "变动: [{日期: 2026-11-27, 改到: 2026-12-30}]\n", "2026-11-27", ["没有活动", "改到12月30日"]),
    (
        FRIDAYS + "变动: [{日期: 2026-11-27, 取消: 场地要用}, {日期: 2026-12-04, 改到: 2026-11-27}]\n",
        "2026-11-27",
        ["14:00–16:30"],
    ),
    (FRIDAYS + "状态: 取消\n状态原因: 装修\n", "2026-12-04", ["没有活动", "已取消：装修"]),
    (FRIDAYS, "2026-10-02", ["没有活动"]),
    ("重复: 2026-10-09至2026-10-31 每周五 9:00-10:00\n节假日: 照常\n调休上班日: 照常\n", "2026-10-31", ["没有活动"]),
    (
        "重复: 每周五下午\n节假日: 照常\n调休上班日: 照常\n变动: [{日期: 2026-12-04, 改到: 2026-12-05}]\n",
        "2026-12-05",
        ["下午（具体时间待核实）"],
    ),
    (IN_A_HOLIDAY + "变动: [{日期: 2026-10-02, 改到: 2026-09-30}]\n", "2026-09-30", ["9:00–10:00"]),
    (IN_A_HOLIDAY + "变动: [{日期: 2026-10-02, 改到: 2026-09-30}]\n", "2026-10-02", ["没有活动", "改到9月30日"]),
    (IN_A_HOLIDAY + "变动: [{日期: 2026-10-02, 时间: 15:00-16:00}]\n", "2026-10-02", ["15:00–16:00"]),
    (IN_A_HOLIDAY + "变动: [{日期: 2026-10-02, 取消: 放假}]\n", "2026-10-02", ["没有活动", "国庆节"]),
    (ONCE, "2026-11-27", ["没有活动"]),
    (ONCE, "2026-11-28", ["9:00–11:00"]),
    (ONCE + "状态: 取消\n状态原因: 下雨\n", "2026-11-28", ["没有活动", "已取消：下雨"]),
    (ONCE + "状态: 取消\n", "2026-11-28", ["没有活动", "已取消"]),
    (ONCE + "状态: 延期待定\n状态原因: 下雨\n", "2026-11-28", ["没有活动", "延期，日子待定：下雨"]),
    (ONCE + "状态: 改期\n改到: 2026-12-05\n", "2026-11-28", ["没有活动", "改到12月5日"]),
    (ONCE + "状态: 改期\n改到: 2026-12-05\n", "2026-12-05", ["9:00–11:00"]),
    (ONCE + "至: 2026-11-30\n", "2026-11-30", ["9:00–11:00"]),
    (ONCE + "至: 2026-11-30\n状态: 取消\n", "2026-11-30", ["没有活动", "已取消"]),
    ("日期: 2026-11-28\n", "2026-11-28", ["具体时间待核实"]),
    ("日期: 2026-10-01\n时间: 9:00-11:00\n", "2026-10-02", ["没有活动"]),
]


def test_an_event_that_recurs_is_explained_too(bulletin: Path) -> None:
    event = EVENT.replace("日期: 2026-10-17\n", "重复: 农历十月十五 9:00-10:00\n")
    put(bulletin, "events/2026/xiaqi.yml", event)
    assert told(bulletin / "events/2026/xiaqi.yml", "2026-11-20", "2026-12-10")["event"]["intervals"] == [
        ["2026-11-23T09:00", "2026-11-23T10:00"]
    ]


@pytest.mark.parametrize(("written", "day", "words"), EVENTS)
def test_an_event_is_told_as_it_takes_place(bulletin: Path, written: str, day: str, words: list[str]) -> None:
    put(bulletin, "events/2026/xiaqi.yml", EVENT.replace("日期: 2026-10-17\n", written))
    one, problems = read_one(bulletin, bulletin / "events/2026/xiaqi.yml")
    assert one is not None, problems
    days = (date.fromisoformat(day), date.fromisoformat(day))
    heading, line = as_text(explained(one, *days, CHINESE), *days, CHINESE).splitlines()
    assert (heading, line.split("  ")[2:]) == ("xiaqi  下棋", words)


def test_the_json_of_an_event_follows_its_changes(bulletin: Path) -> None:
    put(bulletin, "events/2026/xiaqi.yml", EVENT.replace("日期: 2026-10-17\n", FRIDAYS + CHANGES))
    assert told(bulletin / "events/2026/xiaqi.yml", "2026-12-03", "2026-12-11")["event"]["intervals"] == [
        ["2026-12-05T14:00", "2026-12-05T16:30"],
        ["2026-12-11T15:00", "2026-12-11T17:00"],
    ]
    assert told(bulletin / "events/2026/xiaqi.yml", "2026-11-27", "2026-11-28")["event"] == {
        "station": "xiaqi",
        "what": "event",
        "intervals": [],
        "unannounced": [],
        "appointment": [],
        "closed": [
            {"date": "2026-11-27", "reason": "已取消：场地要用"},
            {"date": "2026-11-28", "reason": "没有活动"},
        ],
    }


def test_a_day_without_a_known_time_is_unannounced(bulletin: Path) -> None:
    put(bulletin, "events/2026/xiaqi.yml", EVENT)
    event = told(bulletin / "events/2026/xiaqi.yml", "2026-10-17", "2026-10-18")["event"]
    assert (event["intervals"], event["unannounced"]) == ([], [["2026-10-17T00:00", "2026-10-18T00:00"]])
    assert event["closed"] == [{"date": "2026-10-18", "reason": "没有活动"}]


def test_events_are_told_in_english_too(bulletin: Path) -> None:
    put(bulletin, "events/2026/xiaqi.yml", EVENT.replace("日期: 2026-10-17\n", ONCE))
    done = run(bulletin / "events/2026/xiaqi.yml", "--from", "2026-11-27", "--to", "2026-11-27", "--language", "en")
    assert done.stdout.splitlines()[1].endswith("No event")
