"""`explain` tells staff, and programs, what the schedules of a station mean, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import STATION, put
from tests.explain.telling import run, told

if TYPE_CHECKING:
    from pathlib import Path


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
