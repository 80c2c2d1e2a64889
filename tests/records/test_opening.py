"""What is said of days is read: times, parts of the day, appointments, last entry, closures; the rest is refused."""

from __future__ import annotations

import pytest

from build_tools.records.clock import WHOLE_DAY, DayPart, TimeRange
from build_tools.records.hours import HoursRule
from build_tools.records.opening import Opening
from tests.records.refusals import refused

MORNING, LATER = TimeRange(540, 720), TimeRange(840, 1050)
DAY, NIGHT = TimeRange(540, 1020), TimeRange(1320, 1800)
READ = [
    ("9:00-12:00", Opening((MORNING,))),
    ("９：００—１２：００", Opening((MORNING,))),
    ("9:00 至 12:00", Opening((MORNING,))),
    ("9:00-12:00、14:00-17:30", Opening((MORNING, LATER))),
    ("9:00-12:00，14:00-17:30", Opening((MORNING, LATER))),
    ("9:00-12:00,14:00-17:30", Opening((MORNING, LATER))),
    ("9:00-12:00；14:00-17:30", Opening((MORNING, LATER))),
    ("9:00-12:00和14:00-17:30", Opening((MORNING, LATER))),
    ("9:00-12:00、下午14:00-17:30", Opening((MORNING, LATER))),
    ("上午9:00-12:00、下午 14:00-17:30", Opening((MORNING, LATER))),
    ("22:00-次日6:00", Opening((NIGHT,))),
    ("0:00-24:00", Opening((WHOLE_DAY,))),
    ("24小时", Opening((WHOLE_DAY,))),
    ("24小时开放", Opening((WHOLE_DAY,))),
    ("24小时自助", Opening((WHOLE_DAY,))),
    ("全天", Opening((WHOLE_DAY,))),
    ("全天开放", Opening((WHOLE_DAY,))),
    ("上午", Opening(part=DayPart.MORNING)),
    ("中午", Opening(part=DayPart.NOON)),
    ("下午", Opening(part=DayPart.AFTERNOON)),
    ("晚上", Opening(part=DayPart.EVENING)),
    ("下午 时间未知", Opening(part=DayPart.AFTERNOON)),
    ("预约", Opening((WHOLE_DAY,), appointment=True)),
    ("仅预约", Opening((WHOLE_DAY,), appointment=True)),
    ("只接待预约", Opening((WHOLE_DAY,), appointment=True)),
    ("需提前预约", Opening((WHOLE_DAY,), appointment=True)),
    ("下午 需预约", Opening(part=DayPart.AFTERNOON, appointment=True)),
    ("9:00-12:00 需预约", Opening((MORNING,), appointment=True)),
    ("9:00-12:00，须预约", Opening((MORNING,), appointment=True)),
    ("9:00-12:00凭预约", Opening((MORNING,), appointment=True)),
    ("9:00-12:00（需提前预约）", Opening((MORNING,), appointment=True)),
    ("9:00-17:00，16:30停止入场", Opening((DAY,), last_entry=990)),
    ("9:00-17:00，16:30后停止入场", Opening((DAY,), last_entry=990)),
    ("9:00-17:00，最后入场16:30", Opening((DAY,), last_entry=990)),
    ("9:00-17:00（最晚入场 16：30）", Opening((DAY,), last_entry=990)),
    ("9:00-17:00（16:30停止入场），需预约", Opening((DAY,), appointment=True, last_entry=990)),
    ("22:00-次日6:00，次日5:00停止入场", Opening((NIGHT,), last_entry=1740)),
    ("22:00-次日6:00，停止入场次日 5:00", Opening((NIGHT,), last_entry=1740)),
    ("照常", Opening(usual=True)),
    ("照常开放", Opening(usual=True)),
    ("休息", Opening(closed=True)),
    ("不开放", Opening(closed=True)),
    ("停开", Opening(closed=True)),
    ("闭馆", Opening(closed=True)),
    ("休息：装修", Opening(closed=True, reason="装修")),
    ("休息: 装修", Opening(closed=True, reason="装修")),
    ("休息（装修）", Opening(closed=True, reason="装修")),
    ("休息：搬迁，恢复时间另行通知", Opening(closed=True, reason="搬迁，恢复时间另行通知")),
    ("休息：装修（二楼）：请走１号门", Opening(closed=True, reason="装修（二楼）：请走１号门")),
    ("休息（装修（二楼））", Opening(closed=True, reason="装修（二楼）")),
    ("9:00-12:00 休息", Opening((MORNING,), closed=True)),
    ("9:00-12:00休息：学习", Opening((MORNING,), closed=True, reason="学习")),
    ("9:00-12:00、14:00-17:30 不开放（学习）", Opening((MORNING, LATER), closed=True, reason="学习")),
]
REFUSED = [
    ("「时间未知」", "E109"),
    ("「」", "E109"),
    ("「周六」", "E109"),
    ("「工作日」 9:00-12:00", "E109"),
    ("「按周三」", "E109"),
    ("「早上」", "E109"),
    ("「半天」", "E109"),
    ("照常「9:00-12:00」", "E109"),
    ("休息「9:00-12:00」", "E109"),
    ("休息「：9:00-12:00」", "E109"),
    ("休息「、周六」 9:00-12:00", "E109"),
    ("下午「、晚上」", "E109"),
    ("9:00-12:00「、」", "E109"),
    ("9:00-12:00 「14:00-17:30」", "E109"),
    ("9:00-12:00、「早上」", "E109"),
    ("9:00-12:00 「免费」", "E109"),
    ("「9.00」-12:00", "E034"),
    ("9:00-「12:00。」", "E034"),
    ("9:00-12:00、「14点」-17点", "E034"),
    ("9:00-12:00、「14:00」", "E034"),
    ("「次日6:00-9:00」", "E034"),
    ("「9:00-9:00」", "E244"),
    ("9:00-12:00、「17:30-14:00」", "E035"),
    ("「24:30」-25:00", "E036"),
    ("9:00-「24：30」", "E036"),
    ("9:00-12:00、「25：00」-26:00", "E036"),
    ("「12:00-次日13:00」", "E038"),
    ("「24:00-次日6:00」", "E038"),
    ("9:00-17:00，「17:30」停止入场", "E101"),
    ("9:00-17:00，最后入场「9:00」", "E101"),
    ("22:00-次日6:00，「5:00」停止入场", "E101"),
    ("22:00-次日6:00，「次日7:00」停止入场", "E101"),
    ("9:00-17:00，「16:70」停止入场", "E036"),
]


@pytest.mark.parametrize(("text", "opening"), READ)
def test_what_is_said_of_days_is_read(text: str, opening: Opening) -> None:
    assert Opening.from_text(text) == opening
    assert HoursRule.from_text(f"每天 {text}").opening == opening


@pytest.mark.parametrize(("marked", "code"), REFUSED)
def test_what_cannot_be_said_of_days_is_refused_where_it_stands(marked: str, code: str) -> None:
    assert refused(Opening.from_text, marked) == code


@pytest.mark.parametrize("text", ["每天", "每周五", "每天 时间未知", "周一至周五 时间待定", "每月1日 时间待核实"])
def test_days_without_any_time_are_days_whose_time_is_not_known(text: str) -> None:
    opening = HoursRule.from_text(text).opening
    assert opening == Opening()
    assert not opening.has_clock


@pytest.mark.parametrize("text", ["9:00-12:00", "休息", "照常", "预约", "全天"])
def test_all_else_has_a_clock_time(text: str) -> None:
    assert Opening.from_text(text).has_clock
