"""A change for a day on which its event does not take place: told, with the day that was meant where that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import CALENDAR, EVENT, MINIMAL, STATION, check, put

if TYPE_CHECKING:
    from pathlib import Path

CHESS = "events/2026/chess.yml"
REST = "节假日: 休息\n调休上班日: 照常\n"


def chess(repeats: str, *days: str, choices: str = REST) -> str:
    """An event that `repeats` so, with the changes of these `days`."""
    changes = "".join(f"  - {{日期: {day}, 取消: 下雨}}\n" for day in days)
    return EVENT.replace("日期: 2026-10-17\n", "") + f"重复: {repeats}\n{choices}变动:\n{changes}"


def told(content: Path, text: str) -> list[tuple[str, int, str]]:
    """Code, line and the day that was meant, of everything that is said of the event `text`."""
    put(content, CHESS, text)
    return [(one.code, one.place.line, dict(one.words).get("near", "")) for one in check(content)]


IDLE = [
    ("每周五 14:00-17:00", "2026-10-15", "2026-10-16"),
    ("每周五 14:00-17:00", "2025-10-16", "2025-10-17"),
    ("每周五下午", "2026-10-15", "2026-10-16"),
    ("每月第二个周六 9:00-10:00", "2026-11-21", "2026-11-14"),
    ("自2026-10-01起每2周周五 14:00-17:00", "2026-10-08", "2026-10-02"),
    ("每月15日 9:00-10:00", "2026-11-16", "2026-11-15"),
    ("2026-10-17、2026-10-24 9:00-10:00", "2026-10-18", "2026-10-17"),
    ("农历九月初九 9:00-10:00", "2026-10-19", "2026-10-18"),
    ("2026-11-01 起 每周五 14:00-17:00", "2026-10-30", "2026-11-06"),
    ("2026-09-01 至 2026-10-30 每周五 14:00-17:00", "2027-10-15", ""),
    ("工作日 9:00-10:00", "2026-07-11", "2026-07-10"),
]


@pytest.mark.parametrize(("repeats", "day", "near"), IDLE)
def test_a_change_of_another_day_is_told_with_the_nearest_of_the_event(
    content: Path, repeats: str, day: str, near: str
) -> None:
    choices = "节假日: 照常\n调休上班日: 照常\n"
    assert told(content, chess(repeats, day, choices=choices)) == [("W115", 9, near)]


@pytest.mark.parametrize("repeats", ["每周五 14:00-17:00", "每周五下午", "每天 9:00-10:00", "2026-10-16 9:00-10:00"])
def test_nothing_is_told_of_a_day_on_which_the_event_takes_place(content: Path, repeats: str) -> None:
    assert told(content, chess(repeats, "2026-10-16", choices="节假日: 照常\n调休上班日: 照常\n")) == []


def test_saying_that_an_event_rests_on_a_holiday_is_true_and_does_no_harm(content: Path) -> None:
    put(content, "calendar/2026.yml", CALENDAR)
    assert told(content, chess("每周五 14:00-17:00", "2026-10-02")) == []


def test_a_holiday_that_the_event_does_not_name_is_another_day(content: Path) -> None:
    put(content, "calendar/2026.yml", CALENDAR)
    assert told(content, chess("每周五 14:00-17:00", "2026-10-05")) == [("W115", 9, "2026-10-09")]


def test_nothing_is_told_of_a_day_that_no_notice_has_settled(content: Path) -> None:
    assert told(content, chess("每周五 14:00-17:00", "2027-10-08")) == []


def test_nothing_is_told_where_nobody_has_said_what_holidays_do(content: Path) -> None:
    put(content, "calendar/2026.yml", CALENDAR)
    choices = "节假日: 未知\n调休上班日: 照常\n"
    assert told(content, chess("每周五 14:00-17:00", "2026-10-02", choices=choices)) == []


def test_the_day_that_was_meant_is_not_named_where_one_that_is_nearer_may_be_it(content: Path) -> None:
    assert told(content, chess("每周五 14:00-17:00", "2026-10-07")) == [("W115", 9, "")]


def test_a_day_that_has_a_change_of_its_own_was_not_meant(content: Path) -> None:
    text = chess("每周五 14:00-17:00", "2026-11-20", "2026-11-19")
    assert told(content, text) == [("W115", 10, "2026-11-13")]


def test_a_day_that_stands_twice_is_told_once_as_such(content: Path) -> None:
    text = chess("每周五 14:00-17:00", "2026-10-15", "2026-10-15")
    assert told(content, text) == [("W115", 9, "2026-10-16"), ("E136", 10, "")]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_all_days_do_no_harm(content: Path, day: str) -> None:
    assert told(content, chess("每周五 14:00-17:00", day)) == []


@pytest.mark.parametrize("file", ["districts/shili.yml", "stations/jia.yml"])
def test_nothing_is_told_where_a_file_that_has_a_say_cannot_be_read(content: Path, file: str) -> None:
    put(content, file, MINIMAL[file] + "甲\n")
    text = chess("每周五 14:00-17:00", "2026-10-15") + "驿站: jia\n"
    assert "W115" not in [code for code, *_ in told(content, text)]


@pytest.mark.parametrize("given", ["改到: 2026-09-30", "时间: 9:00-10:00"])
def test_a_time_that_staff_give_in_a_holiday_is_held(content: Path, given: str) -> None:
    put(content, "calendar/2026.yml", CALENDAR)
    event = chess("每周五 14:00-17:00", "2026-10-02").replace("取消: 下雨", given)
    assert told(content, event) == []


MADE_BY_THE_CALENDAR = [
    ("工作日 14:00-17:00", "节假日: 休息\n调休上班日: 按工作日\n", "2026-10-10"),
    ("每周三 14:00-17:00", "节假日: 休息\n调休上班日: 按所补星期\n", "2026-10-10"),
    ("每周五 14:00-17:00", "节假日: [10:00-12:00]\n调休上班日: 照常\n", "2026-10-05"),
    ("每周五 14:00-17:00", "节假日: 休息\n调休上班日: 10:00-12:00\n", "2026-10-10"),
]


@pytest.mark.parametrize("given", ["改到: 2026-10-11", "时间: 9:00-10:00", "取消: 下雨"])
@pytest.mark.parametrize(("repeats", "choices", "day"), MADE_BY_THE_CALENDAR)
def test_a_day_that_the_calendar_alone_makes_one_of_the_event_is_one(
    content: Path, repeats: str, choices: str, day: str, given: str
) -> None:
    put(content, "calendar/2026.yml", CALENDAR)
    assert told(content, chess(repeats, day, choices=choices).replace("取消: 下雨", given)) == []


def test_nothing_is_told_of_the_changes_of_an_event_whose_station_has_closed(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("状态: 开放", "状态: 关闭\n状态自: 2026-10-01"))
    assert told(content, "驿站: jia\n" + chess("每周五 14:00-17:00", "2026-10-16")) == []
