"""What the script is told is what the timetable says."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from build_tools.publishing.open_now import open_now
from tests.publishing.timetables import MONDAY, SHOWN, away, hours


def told(*rules: str, **more: Any) -> dict[str, Any]:
    """What the script is told of `rules`."""
    found: dict[str, Any] = json.loads(open_now(hours(*rules, **more), SHOWN))
    return found


def test_each_day_from_monday_on_has_the_letter_of_its_pattern() -> None:
    found = told("周一至周五 9:00-12:00、14:00-17:30", days=14)
    assert found == {"b": "2026-11-16", "p": [[[540, 720], [840, 1050]], []], "d": "aaaaabbaaaaabb", "r": {}}


def test_reasons_stand_beside_closed_days_only() -> None:
    found = told("每天 9:00-17:00", exceptions=(away("2026-11-18", "装修"),), days=7)
    assert (found["d"], found["r"]) == ("aabaaaa", {"2": "装修"})


def test_a_day_without_clock_or_notice_is_a_question_with_what_is_known_of_it() -> None:
    found = told("周五下午", "周一至周四 9:00-17:00", days=7)
    assert (found["d"], found["r"]) == ("aaaa?bb", {"4": "下午（具体时间待核实）"})
    assert told("工作日 9:00-17:00", holidays="休息", days=60)["d"][43:46] == "???"


def test_the_night_before_the_first_day_begins_at_a_negative_minute() -> None:
    found = told("每晚 22:00-次日6:00", days=3)
    assert found["p"] == [[[-120, 360], [1320, 1800]], [[1320, 1800]]]
    assert found["d"] == "abb"


def test_what_hours_off_leave_of_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    found = told("周一 22:00-次日6:00", "周二 2:00-5:00 休息：打扫", days=3)
    assert found["p"] == [[[1320, 1560]], [[300, 360]], []]


def test_appointments_and_last_entries_are_told_where_there_are_any() -> None:
    found = told("周一 9:00-17:00，16:30停止入场", "周二 9:00-10:00 需预约", days=2)
    assert found["p"] == [[[540, 1020, 0, 990]], [[540, 600, 1]]]


def test_when_letters_run_out_the_horizon_is_nearer() -> None:
    days = [MONDAY + timedelta(days=step) for step in range(58)]
    found = told(*[f"{day} 8:{step:02}-9:00" for step, day in enumerate(days)])
    assert (len(found["p"]), found["d"][-1], len(found["d"])) == (52, "Z", 52)
