"""What must hold on a day is asked on that day, whatever was said of the same files on another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.reading import written
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.earlier import Earlier
from build_tools.reading.tree import read_tree
from tests.conftest import CALENDAR, EVENT, MINIMAL, NOTICE, STATION, TODAY, check, put, told

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.reading.tree import Node

LOOKED = "{日期: 2026-11-01, 岗位: 甲, 方法: 乙, 下次: 2026-11-21}"
LATER = LOOKED.replace("11-01", "11-22").replace("11-21", "11-30")
EARLIER = LOOKED.replace("11-21", "11-20")
TODAYS = LOOKED.replace("11-01", "11-21")
POINT = "{经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区, 核实: VERIFIED}"
OF_STATION = ("stations/jia.yml", STATION + "核实: VERIFIED\n")
OF_POINT = ("stations/jia.yml", STATION + f"位置: {POINT}\n")
OF_CENTRE = ("districts/shili.yml", MINIMAL["districts/shili.yml"] + f"中心: {POINT}\n")


@pytest.mark.parametrize("verified", ["未知", LOOKED, TODAYS])
@pytest.mark.parametrize("file", [OF_STATION, OF_POINT, OF_CENTRE], ids=["station", "point", "centre"])
def test_what_was_looked_at_and_is_not_due_before_today_is_fine(
    content: Path, file: tuple[str, str], verified: str
) -> None:
    put(content, file[0], file[1].replace("VERIFIED", verified))
    assert check(content) == ()


PLACES = [
    (OF_STATION, LATER, ("E250", 7, 10, "核实.日期")),
    (OF_STATION, EARLIER, ("W114", 7, 40, "核实.下次")),
    (OF_POINT, LATER, ("E250", 7, 57, "位置.核实.日期")),
    (OF_POINT, EARLIER, ("W114", 7, 87, "位置.核实.下次")),
    (OF_CENTRE, LATER, ("E250", 5, 57, "中心.核实.日期")),
    (OF_CENTRE, EARLIER, ("W114", 5, 87, "中心.核实.下次")),
]


@pytest.mark.parametrize(("file", "verified", "expected"), PLACES)
def test_a_day_to_come_is_an_error_and_a_due_day_that_has_passed_a_reminder(
    content: Path, file: tuple[str, str], verified: str, expected: tuple[str, int, int, str]
) -> None:
    put(content, file[0], file[1].replace("VERIFIED", verified))
    code, line, column, path = expected
    assert told(content) == [(code, file[0], line, column, path)]


def test_nobody_need_look_again_at_a_station_that_has_closed(content: Path) -> None:
    put(content, OF_STATION[0], OF_STATION[1].replace("VERIFIED", EARLIER).replace("开放", "关闭"))
    assert check(content) == ()


@pytest.mark.parametrize("verified", [LOOKED.replace("11-21", "10-21"), LOOKED.replace("2026-11-01", "2027-11-01")])
def test_days_the_wrong_way_round_are_told_once(content: Path, verified: str) -> None:
    put(content, OF_STATION[0], OF_STATION[1].replace("VERIFIED", verified))
    assert [problem.code for problem in check(content)] == ["E060"]


def test_reminders_come_only_where_they_are_asked_for_and_errors_always(content: Path) -> None:
    put(content, OF_STATION[0], OF_STATION[1].replace("VERIFIED", EARLIER))
    assert read_bulletin(content, today=TODAY)[1] == ()
    put(content, OF_STATION[0], OF_STATION[1].replace("VERIFIED", LATER))
    assert [problem.code for problem in read_bulletin(content, today=TODAY)[1]] == ["E250"]


def test_an_answer_of_one_day_is_not_kept_for_another(content: Path) -> None:
    put(content, OF_STATION[0], OF_STATION[1].replace("VERIFIED", LATER))
    first = Earlier(b"engine")
    assert [one.code for one in read_bulletin(content, earlier=first, today=date(2026, 11, 21))[1]] == ["E250"]
    second = Earlier(b"engine", first.used)
    assert read_bulletin(content, earlier=second, today=date(2026, 11, 22))[1] == ()
    assert second.used == first.used != {}


def test_the_problems_of_a_file_are_placed_with_one_more_look_at_it(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def look(text: str) -> Node | None:
        looked.append(text)
        return read_tree(text)

    monkeypatch.setattr(written, "read_tree", look)
    text = (STATION + f"核实: VERIFIED\n位置: {POINT}\n").replace("VERIFIED", EARLIER)
    put(content, "stations/jia.yml", text)
    assert [one.code for one in check(content)] == ["W114", "W114"]
    assert looked == [text]


SOURCE = "{标题: 甲, 媒体: 乙, 日期: DAY}"
OF_CALENDAR = ("calendar/2026.yml", CALENDAR.replace("2025-11-04", "DAY"), "来源.日期")
SOURCES = [
    OF_CALENDAR,
    ("stations/jia.yml", STATION + f"来源: [{SOURCE}]\n", "来源[1].日期"),
    ("events/2026/xiaqi.yml", EVENT + f"来源: [{SOURCE}]\n", "来源[1].日期"),
    ("organizations/jia.yml", MINIMAL["organizations/jia.yml"] + f"来源: [{SOURCE}]\n", "来源[1].日期"),
]


@pytest.mark.parametrize(("file", "text", "path"), SOURCES)
@pytest.mark.parametrize("day", ["2026-11-22", "2026-12", "2027"])
def test_a_source_of_a_day_to_come_is_an_error(content: Path, file: str, text: str, path: str, day: str) -> None:
    put(content, file, text.replace("DAY", day))
    (problem,) = check(content)
    assert (problem.code, problem.place.file, problem.path, dict(problem.words)["date"]) == ("E137", file, path, day)


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11", "2026", "2025-11-04", "未知"])
def test_a_source_of_a_day_that_has_come_or_that_is_not_known_is_fine(content: Path, day: str) -> None:
    put(content, OF_CALENDAR[0], OF_CALENDAR[1].replace("DAY", day))
    assert check(content) == ()


@pytest.mark.parametrize(("day", "codes"), [("2026-12-01", []), ("2026-12-02", ["E137"])])
def test_a_notice_that_waits_for_its_day_may_quote_that_day(content: Path, day: str, codes: list[str]) -> None:
    notice = NOTICE.replace("2026-10-01", "2026-12-01")
    put(content, "notices/2026/shui.yml", notice + f"来源: [{SOURCE.replace('DAY', day)}]\n")
    assert [one.code for one in check(content)] == codes
