"""`explain` tells staff, and programs, what the schedules of one file mean."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_tools.explain import as_text, explained
from build_tools.reading.locale import read_wording
from build_tools.reading.one import read_one
from tests.conftest import EVENT, NOTICE, STATION, put
from tests.forked import Done, command
from tests.sites import ROOT

DAY = "1795305600"
CHINESE = read_wording("zh")
CALENDARS = ROOT / "content" / "calendar"
OFFICE = """\
开放时间: 工作日 9:00-12:00、14:00-17:30
节假日: 休息
调休上班日: 按工作日
例外: [{日期: 2026-12-03, 休息: 停电}]
服务:
  - {种类: 免费理发, 时间: 每周五下午, 节假日: 未知}
  - {种类: 免费理发, 时间: 周六 9:00-11:00 需预约}
渠道:
  - {名称: 心愿信箱, 时间: 每天 17:00-17:10}
"""


@pytest.fixture
def bulletin(content: Path) -> Path:
    """The smallest bulletin, with the notices of 2025 and 2026 and an office's hours."""
    for notice in CALENDARS.iterdir():
        put(content, f"calendar/{notice.name}", notice.read_bytes())
    put(content, "stations/jia.yml", STATION + OFFICE)
    return content


def run(*arguments: object) -> Done:
    """`python -m build_tools explain` on 2026-11-22 in China, from a folder that has nothing to do with it."""
    return command("explain", *arguments, day=DAY, folder=Path("/"))


def told(file: Path, first: str, last: str) -> dict[str, Any]:
    """What the JSON says of each schedule in `file`."""
    done = run(file, "--from", first, "--to", last, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return {entry["what"]: entry for entry in json.loads(done.stdout)}


def test_the_text_has_a_line_a_day_with_the_hours_or_the_reason(bulletin: Path) -> None:
    done = run(bulletin / "stations/jia.yml", "--from", "2026-12-03", "--to", "2026-12-05")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
jia  开放时间
  2026-12-03 周四  不开放  停电
  2026-12-04 周五  9:00–12:00、14:00–17:30
  2026-12-05 周六  不开放

jia  免费理发
  2026-12-03 周四  不开放
  2026-12-04 周五  下午（具体时间待核实）
  2026-12-05 周六  不开放

jia  免费理发
  2026-12-03 周四  不开放
  2026-12-04 周五  不开放
  2026-12-05 周六  9:00–11:00（需预约）

jia  心愿信箱
  2026-12-03 周四  17:00–17:10
  2026-12-04 周五  17:00–17:10
  2026-12-05 周六  17:00–17:10
"""
    )


def test_the_json_has_intervals_in_china_s_time(bulletin: Path) -> None:
    found = told(bulletin / "stations/jia.yml", "2026-12-03", "2026-12-05")
    assert found["hours"] == {
        "station": "jia",
        "what": "hours",
        "intervals": [["2026-12-04T09:00", "2026-12-04T12:00"], ["2026-12-04T14:00", "2026-12-04T17:30"]],
        "unannounced": [],
        "appointment": [],
        "closed": [{"date": "2026-12-03", "reason": "停电"}, {"date": "2026-12-05", "reason": "不开放"}],
    }
    assert found["haircut-2"]["appointment"] == [["2026-12-05T09:00", "2026-12-05T11:00"]]
    assert found["haircut-2"]["intervals"] == found["haircut"]["intervals"] == []
    assert found["haircut"]["unannounced"] == [["2026-12-04T00:00", "2026-12-05T00:00"]]


def test_both_days_belong_to_it_and_sessions_are_cut_at_its_ends(bulletin: Path) -> None:
    put(bulletin, "stations/jia.yml", STATION + "开放时间: 每晚 22:00-次日6:00\n")
    assert told(bulletin / "stations/jia.yml", "2026-12-03", "2026-12-03")["hours"]["intervals"] == [
        ["2026-12-03T00:00", "2026-12-03T06:00"],
        ["2026-12-03T22:00", "2026-12-04T00:00"],
    ]


def test_days_of_the_next_year_that_depend_on_its_notice_are_unannounced(bulletin: Path) -> None:
    hours = told(bulletin / "stations/jia.yml", "2026-12-20", "2027-01-31")["hours"]
    assert hours["unannounced"] == [
        ["2026-12-26T00:00", "2026-12-28T00:00"],
        ["2026-12-29T00:00", "2027-01-01T00:00"],
        ["2027-01-02T00:00", "2027-01-11T00:00"],
        ["2027-01-30T00:00", "2027-02-01T00:00"],
    ]
    assert {"date": "2027-01-01", "reason": "元旦"} in hours["closed"]


def test_without_days_it_tells_a_fortnight_from_today(bulletin: Path) -> None:
    lines = run(bulletin / "stations/jia.yml").stdout.split("\n\n")[0].splitlines()
    assert (len(lines), lines[1][:14], lines[-1][:14]) == (15, "  2026-11-22 周", "  2026-12-05 周")


def test_unknown_hours_stay_unknown(bulletin: Path) -> None:
    put(bulletin, "stations/jia.yml", STATION)
    done = run(bulletin / "stations/jia.yml")
    assert done.stdout == "jia  开放时间\n  开放时间待核实\n"
    hours = told(bulletin / "stations/jia.yml", "2026-12-03", "2026-12-03")["hours"]
    assert [hours[key] for key in ("intervals", "unannounced", "appointment", "closed")] == [[], [], [], []]


def test_the_last_entry_is_told_besides(bulletin: Path) -> None:
    put(bulletin, "stations/jia.yml", STATION + "开放时间: 每天 9:00-17:00，16:30停止入场\n")
    hours = told(bulletin / "stations/jia.yml", "2026-12-03", "2026-12-03")["hours"]
    assert hours["intervals"] == [["2026-12-03T09:00", "2026-12-03T17:00"]]
    assert hours["admission"] == [["2026-12-03T09:00", "2026-12-03T16:30"]]


def test_an_event_that_recurs_is_explained_too(bulletin: Path) -> None:
    event = EVENT.replace("日期: 2026-10-17\n", "重复: 农历十月十五 9:00-10:00\n")
    put(bulletin, "events/2026/xiaqi.yml", event)
    assert told(bulletin / "events/2026/xiaqi.yml", "2026-11-20", "2026-12-10")["event"]["intervals"] == [
        ["2026-11-23T09:00", "2026-11-23T10:00"]
    ]


FRIDAYS = "重复: 2026-10-09起 每周五 14:00-16:30\n节假日: 照常\n调休上班日: 照常\n"
CHANGES = """\
变动:
  - {日期: 2026-11-27, 取消: 场地要用}
  - {日期: 2026-12-04, 改到: 2026-12-05, 说明: 人手不够}
  - {日期: 2026-12-11, 时间: 15:00-17:00}
"""
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


def test_a_file_outside_is_read_as_a_station_of_the_content_that_is_named(bulletin: Path, tmp_path: Path) -> None:
    put(tmp_path, "draft.yml", STATION + "开放时间: 每天 9:00-17:00\n")
    done = run(tmp_path / "draft.yml", "--content", bulletin, "--from", "2026-12-03", "--to", "2026-12-03")
    assert (done.returncode, done.stdout) == (0, "draft  开放时间\n  2026-12-03 周四  9:00–17:00\n")


def test_problems_of_the_file_are_reported_and_those_of_others_are_not(bulletin: Path) -> None:
    put(bulletin, "stations/yi.yml", "名称: 乙站\n")
    put(bulletin, "stations/jia.yml", STATION + "开放时间: 每天 24:30-25:00\n")
    done = run(bulletin / "stations/jia.yml")
    assert (done.returncode, done.stdout.count("错误 E"), "yi.yml" in done.stdout) == (65, 1, False)
    assert "stations/jia.yml:7:10" in done.stdout


NO_TIMES = "这个文件里没有时间可以算：explain 只看驿站和活动的文件。\n"
TIMELESS = ["notices/2026/jia.yml", "site.yml", "districts/shili.yml", "about.md"]


@pytest.mark.parametrize("place", TIMELESS)
def test_a_file_without_times_is_answered_in_one_sentence(bulletin: Path, place: str) -> None:
    put(bulletin, "notices/2026/jia.yml", NOTICE)
    put(bulletin, "about.md", "# 关于\n")
    done = run(bulletin / place)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_TIMES)


def test_a_page_outside_the_content_has_no_times(bulletin: Path) -> None:
    done = run(ROOT / "README.md", "--content", bulletin)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_TIMES)


def test_a_file_that_may_not_lie_where_it_lies_is_told_so(bulletin: Path) -> None:
    put(bulletin, "stations/Jia Yi.yml", STATION)
    done = run(bulletin / "stations/Jia Yi.yml")
    assert (done.returncode, done.stdout.count("错误 E")) == (65, 1)
    assert f"  {bulletin.as_posix()}/stations/Jia Yi.yml:1:1" in done.stdout


def test_problems_of_a_file_outside_name_it_by_its_own_path(bulletin: Path, tmp_path: Path) -> None:
    put(tmp_path, "draft.yml", STATION + "开放时间: 每天 24:30-25:00\n")
    done = run(tmp_path / "draft.yml", "--content", bulletin)
    assert (done.returncode, done.stdout.count("错误 E")) == (65, 1)
    assert f"  {tmp_path.as_posix()}/draft.yml:7:10" in done.stdout


SENSELESS = [
    ("--from", "2026-12-05", "--to", "2026-12-03"),
    ("--from", "tomorrow"),
    ("--from", "1850-01-01", "--to", "1850-01-02"),
    ("--to", "2500-01-01"),
]


@pytest.mark.parametrize("arguments", SENSELESS)
def test_days_that_make_no_sense_are_refused(bulletin: Path, arguments: tuple[str, ...]) -> None:
    done = run(bulletin / "stations/jia.yml", *arguments)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)


def test_a_file_that_is_not_there_is_refused(bulletin: Path) -> None:
    done = run(bulletin / "stations/none.yml")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "没有这个文件。\n")


@pytest.mark.parametrize("name", ["\udcff.yml", "Jia.yml"])
def test_a_file_whose_name_is_no_id_is_refused(bulletin: Path, name: str) -> None:
    (bulletin / "stations" / name).write_text(STATION, encoding="utf-8")
    done = command("explain", bulletin / "stations" / name, "--content", bulletin, day=DAY)
    assert (done.returncode, "E008" in done.stdout, done.stderr) == (65, True, "")
