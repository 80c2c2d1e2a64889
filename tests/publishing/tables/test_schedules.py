"""Somebody reads `schedules.csv` to know when to go."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from build_tools.records.station import Life
from tests.publishing.tables.read_again import bulletin_at, files_of, row_of, rows
from tests.sites import SAMPLE

KEYS = ("station", "station_name", "station_life")


@cache
def files() -> dict[str, bytes]:
    """The sample's tables."""
    return files_of(bulletin_at(SAMPLE))


def lines_of(station: str, part: str = "", table: str = "schedules") -> list[str]:
    """What stands in the rows of a part of a station: aspect and line, and every cell after them that is not empty."""
    found = [row for row in rows(files(), table) if (row["station"], row["part"]) == (station, part)]
    return [
        " | ".join([f"{row.pop('aspect')} {row.pop('line')}", *(f"{k}={v}" for k, v in row.items() if v)])
        for row in ({k: v for k, v in row.items() if k not in (*KEYS, "part")} for row in found)
    ]


JIA = [
    "hours 1 | text=周一至周五 8:30-12:00、14:00-17:30 | status=open | weekdays=MO,TU,WE,TH,FR | opens_at=08:30 | closes_at=12:00",
    "hours 1 | text=周一至周五 8:30-12:00、14:00-17:30 | status=open | weekdays=MO,TU,WE,TH,FR | opens_at=14:00 | closes_at=17:30",
    "hours 2 | text=周六、周日 9:00-12:00，11:30 停止入场 | status=open | weekdays=SA,SU | opens_at=09:00 | closes_at=12:00 | last_entry=11:30",
    "holidays 1 | text=休息 | status=closed",
    "holidays 2 | text=元旦 9:00-12:00 | status=open | opens_at=09:00 | closes_at=12:00",
    "makeup_days 1 | text=按工作日 | status=as a workday",
    "exceptions 1 | status=open | opens_at=14:00 | closes_at=17:30 | valid_from=2026-11-25 | valid_to=2026-11-25 | note=上午停电检修",
    "exceptions 2 | status=closed | valid_from=2026-12-12 | valid_to=2026-12-13 | reason=换地板",
]
YI = [
    "hours 1 | text=24小时 | status=open | weekdays=MO,TU,WE,TH,FR,SA,SU | opens_at=00:00 | closes_at=24:00",
    "hours 2 | text=周三 2:00-5:00 休息：系统维护 | status=closed | weekdays=WE | opens_at=02:00 | closes_at=05:00 | reason=系统维护",
    "holidays 1 | text=照常 | status=as usual",
    "makeup_days 1 | text=照常 | status=as usual",
]
CLINIC = [
    "hours 1 | text=周二上午 9:00-11:00 | status=open | weekdays=TU | opens_at=09:00 | closes_at=11:00",
    "holidays 1 | text=休息 | status=closed",
    "exceptions 1 | status=moved | valid_from=2026-11-24 | valid_to=2026-11-24 | moved_to=2026-11-26 | note=医生出诊",
    "exceptions 2 | status=closed | valid_from=2026-12-08 | valid_to=2026-12-08 | reason=医生培训",
]


@pytest.mark.parametrize(
    ("station", "part", "expected"),
    [
        ("jia", "", JIA),
        ("yi", "", YI),
        ("yi", "service-clinic", CLINIC),
        ("yi", "service-clinic-2", ["hours 1 | text=每周四下午 | status=open | weekdays=TH | part_of_day=afternoon"]),
        ("yi", "service-school-lunch", ["hours 1 | text=上学日中午 | status=open | part_of_day=noon"]),
        ("yi", "service-umbrella-loan", []),
        ("jia", "service-resting", ["hours 1 | text=同开放时间 | status=station hours"]),
        ("jia", "channel-1", ["hours 1 | text=每天 | status=open | weekdays=MO,TU,WE,TH,FR,SA,SU"]),
        ("no", "", ["hours 1 | text=每天 22:00-次日6:00 | status=open | weekdays=MO,TU,WE,TH,FR,SA,SU | opens_at=22:00 | closes_at=30:00"]),
    ],
)  # fmt: skip
def test_these_are_the_lines_of(station: str, part: str, expected: list[str]) -> None:
    assert lines_of(station, part) == expected


@pytest.mark.parametrize("life", Life)
def test_whatever_a_station_offers_says_whether_it_is_open(life: Life) -> None:
    bulletin = bulletin_at(SAMPLE)
    jia = next(station for station in bulletin.stations if station.id == "jia")
    found = files_of(replace(bulletin, stations=(replace(jia, life=life),), events=(), notices=(), tallies=()))
    for name in ("schedules", "services", "channels", "channel_steps", "station_facilities"):
        assert list(rows(found, name)[0])[:3] == list(KEYS)
        assert {row["station_life"] for row in rows(found, name)} == {life.code}


def test_a_season_returns_each_year() -> None:
    (row,) = (row for row in rows(files(), "schedules") if row["text"].startswith("11月1日至次年3月15日"))
    assert (row["valid_from"], row["valid_to"], row["appointment"]) == ("XXXX-11-01", "XXXX-03-15", "true")


def test_days_of_the_week_stand_only_where_a_line_names_nothing_else() -> None:
    named = {row["text"]: row["weekdays"] for row in rows(files(), "schedules") if row["aspect"] == "hours"}
    assert named["上学日 11:30-13:30"] == ""
    assert named["休息日全天"] == "SA,SU"
    assert named["每周五至周一 18:00-24:00"] == "MO,FR,SA,SU"


def test_events_that_recur_and_districts_have_their_own() -> None:
    chess = [row for row in rows(files(), "event_schedules") if row["event"] == "chess"]
    assert [(row["aspect"], row["text"], row["valid_from"]) for row in chess] == [
        ("hours", "2026-10-09起 每周五 14:00-16:30", "2026-10-09"),
        ("holidays", "休息", ""),
        ("makeup_days", "照常", ""),
    ]
    assert row_of(files(), "event_changes", event="chess", number="1")["event_year"] == "2026"


def test_a_part_is_named_as_in_the_tables_of_services_and_channels() -> None:
    named = {(row["station"], row["part"]) for name in ("services", "channels") for row in rows(files(), name)}
    timed = {(row["station"], row["part"]) for row in rows(files(), "schedules") if row["part"]}
    assert timed <= named
    assert len(named) == len(rows(files(), "services")) + len(rows(files(), "channels"))
