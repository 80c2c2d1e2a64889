"""What staff write of times, and the schedules that HSDS can tell of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from build_tools.facts.schedule import Schedule, Shut
from build_tools.publishing.hsds.skeletons import skeletons
from build_tools.records.days import Stretch
from tests.facts.any_schedule import exception, written
from tests.publishing.timetables import SHOWN

MONDAY = date(2026, 11, 16)


def told(*lines: str, **others: Any) -> list[str]:
    """The schedules of `lines`, each in one line; a description alone stands in 「」."""
    return [in_words(one) for one in skeletons(written(*lines, **others), MONDAY, SHOWN)]


def in_words(one: dict[str, Any]) -> str:
    """One schedule, but for the description that all of them have."""
    if "freq" not in one:
        assert set(one) == {"description"}
        return f"「{one['description']}」"
    assert one["timezone"] == 8
    ends = f"{one.get('valid_from', '')}/{one.get('valid_to', '')}"
    hours = f"{one['opens_at'][:5]}-{one['closes_at'][:5]}" if "opens_at" in one else "?"
    turns = f"{one['interval']} from {one['dtstart']} {one['wkst']}" if "interval" in one else ""
    days = one.get("byday") or one["bymonthday"]
    conditions = [one.get("attending_type", ""), one.get("notes", "")]
    return " ".join(filter(None, (ends.strip("/") and ends, one["freq"], turns, days, hours, *conditions)))


EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"
TABLE: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "every day": (("每天 9:00-17:00",), [f"WEEKLY {EVERY_DAY} 09:00-17:00"]),
    "some days": (("周一、周三 9:00-17:00",), ["WEEKLY MO,WE 09:00-17:00"]),
    "a lunch break": (("工作日 9:00-12:00、14:00-17:30",), ["WEEKLY MO,TU,WE,TH,FR 09:00-12:00", "WEEKLY MO,TU,WE,TH,FR 14:00-17:30"]),
    "two lines": (("工作日 9:00-17:00", "周六 9:00-12:00"), ["WEEKLY MO,TU,WE,TH,FR 09:00-17:00", "WEEKLY SA 09:00-12:00"]),
    "the later line wins": (("每天 9:00-17:00", "周日 休息"), ["WEEKLY MO,TU,WE,TH,FR,SA 09:00-17:00"]),
    "hours off": (("周一 9:00-17:00", "周一 12:00-13:00 休息"), ["WEEKLY MO 09:00-12:00", "WEEKLY MO 13:00-17:00"]),
    "past midnight": (("周六 22:00-次日6:00",), ["WEEKLY SA 22:00-06:00"]),
    "until midnight": (("周六 18:00-24:00",), ["WEEKLY SA 18:00-00:00"]),
    "the whole day": (("24小时",), [f"WEEKLY {EVERY_DAY} 00:00-00:00"]),
    "longer than a day": (("周六 0:00-24:00、23:00-次日6:00",), ["WEEKLY SA 00:00-00:00", "WEEKLY SU 00:00-06:00"]),
    "what hours off leave of the next day": (
        ("周六 22:00-次日6:00", "周日 2:00-4:00 休息"), ["WEEKLY SA 22:00-02:00", "WEEKLY SU 04:00-06:00"],
    ),
    "the same from a day on: the next day is a day later": (
        ("2026-12-05起 周六 22:00-次日6:00", "2026-12-05起 每天 2:00-4:00 休息"),
        ["2026-12-05/ WEEKLY SA 22:00-02:00", "2026-12-06/ WEEKLY SU 04:00-06:00"],
    ),
    "no clock": (("每周五下午",), ["WEEKLY FR ?"]),
    "by appointment": (("周三 9:00-11:00 仅预约",), ["WEEKLY WE 09:00-11:00 需预约"]),
    "a last entry": (("周日 9:00-12:00，11:30停止入场",), ["WEEKLY SU 09:00-12:00 11:30 停止入场"]),
    "a season": (
        ("周一 9:00-17:00", "6月至8月 周一 9:00-20:00"),
        ["/2027-05-31 WEEKLY MO 09:00-17:00", "2027-06-01/2027-08-31 WEEKLY MO 09:00-20:00", "2027-09-01/2028-05-31 WEEKLY MO 09:00-17:00"],
    ),
    "from a day on": (("2026-12-01起 周一 9:00-17:00",), ["2026-12-01/ WEEKLY MO 09:00-17:00"]),
    "for some time": (("2026-12-01至2027-01-31 周一 9:00-17:00",), ["2026-12-01/2027-01-31 WEEKLY MO 09:00-17:00"]),
    "the second Saturday": (("每月第二个周六 9:00-11:00",), ["MONTHLY 2SA 09:00-11:00"]),
    "the last Sunday": (("每月最后一个周日 9:00-11:00",), ["MONTHLY -1SU 09:00-11:00"]),
    "two Saturdays": (("每月第一、第三个周六 9:00-11:00",), ["MONTHLY 1SA,3SA 09:00-11:00"]),
    "days of the month": (("每月1日、15日 9:00-11:00",), ["MONTHLY 1,15 09:00-11:00"]),
    "the last day of the month": (("每月最后一天 下午",), ["MONTHLY -1 ?"]),
    "days of the month, for some time": (("2026-12-01至2027-03-31 每月1日 9:00-11:00",), ["2026-12-01/2027-03-31 MONTHLY 1 09:00-11:00"]),
    "months and weeks": (
        ("工作日 9:00-17:00", "每月第一个周一 13:00-17:00"),
        ["WEEKLY TU,WE,TH,FR 09:00-17:00", "MONTHLY 1MO 13:00-17:00", "「工作日 9:00-17:00；每月第一个周一 13:00-17:00」"],
    ),
    "a weekday that a month takes": (
        ("周一 9:00-10:00", "每月第一个周一 14:00-15:00"),
        ["MONTHLY 1MO 14:00-15:00", "「周一 9:00-10:00；每月第一个周一 14:00-15:00」"],
    ),
    "a weekday on which a month closes": (
        ("周五至周一 18:00-24:00", "每月第二、第四个周五 休息"),
        ["WEEKLY MO,SA,SU 18:00-00:00", "「周五至周一 18:00-24:00；每月第二、第四个周五 休息」"],
    ),
    "a month that a later week takes back": (
        ("每月第一个周一 休息", "周一 9:00-10:00"), ["WEEKLY MO 09:00-10:00", "「每月第一个周一 休息」"],
    ),
    "a season is stronger than a month": (
        ("周一 9:00-10:00", "6月至8月 周一 9:00-20:00", "每月第一个周一 休息"),
        ["2027-06-01/2027-08-31 WEEKLY MO 09:00-20:00", "「周一 9:00-10:00；6月至8月 周一 9:00-20:00；每月第一个周一 休息」"],
    ),
    "a month in a season": (
        ("周一 9:00-10:00", "6月至8月 每月第一个周一 休息"),
        ["/2027-05-31 WEEKLY MO 09:00-10:00", "2027-09-01/2028-05-31 WEEKLY MO 09:00-10:00", "「周一 9:00-10:00；6月至8月 每月第一个周一 休息」"],
    ),
    "a month that is over": (
        ("周一 9:00-10:00", "2026-01-01至2026-03-31 每月第一个周一 休息"),
        ["WEEKLY MO 09:00-10:00", "「2026-01-01至2026-03-31 每月第一个周一 休息」"],
    ),
    "hours off by the month, wherever the line stands": (
        ("每月第一个周一 12:00-13:00 休息", "周一、周二 9:00-17:00"),
        ["WEEKLY TU 09:00-17:00", "「每月第一个周一 12:00-13:00 休息；周一、周二 9:00-17:00」"],
    ),
    "hours off in the night after": (
        ("每天 22:00-次日6:00", "每月第一个周一 2:00-4:00 休息"),
        ["WEEKLY WE,TH,FR,SA 22:00-06:00", "「每天 22:00-次日6:00；每月第一个周一 2:00-4:00 休息」"],
    ),
    "a weekday that another week takes": (
        ("工作日 9:00-17:00", "2026-11-18起 每两周周三 休息"),
        ["WEEKLY MO,TU,TH,FR 09:00-17:00", "「工作日 9:00-17:00；2026-11-18起 每两周周三 休息」"],
    ),
    "a weekday that every tenth week takes": (
        ("周三 9:00-17:00", "2026-11-18起 每10周周三 休息"), ["WEEKLY WE 09:00-17:00", "「2026-11-18起 每10周周三 休息」"],
    ),
    "a cycle of days takes its weekday": (
        ("工作日 9:00-17:00", "2026-11-18起 每14天 休息"),
        ["WEEKLY MO,TU,TH,FR 09:00-17:00", "「工作日 9:00-17:00；2026-11-18起 每14天 休息」"],
    ),
    "every third day takes all": (
        ("工作日 9:00-17:00", "2026-11-18起 每3天 休息"), ["「工作日 9:00-17:00；2026-11-18起 每3天 休息」"],
    ),
    "school days take workdays": (
        ("每天 9:00-17:00", "上学日 16:00-18:00"), ["WEEKLY SA,SU 09:00-17:00", "「每天 9:00-17:00；上学日 16:00-18:00」"],
    ),
    "the day after one of the month": (
        ("每天 9:00-17:00", "每月第一个周一后一天 休息"),
        ["WEEKLY MO,WE,TH,FR,SA,SU 09:00-17:00", "「每天 9:00-17:00；每月第一个周一后一天 休息」"],
    ),
    "lunar days come seldom to a weekday": (
        ("周一 9:00-17:00", "农历初一 休息"), ["WEEKLY MO 09:00-17:00", "「农历初一 休息」"],
    ),
    "weeks and months in one line": (
        ("周一、每月第一个周六 9:00-11:00", "周日 9:00-10:00"),
        ["WEEKLY MO 09:00-11:00", "WEEKLY SU 09:00-10:00", "MONTHLY 1SA 09:00-11:00"],
    ),
    "every second week": (("2026-11-18起 每两周周三 9:00-11:00",), ["WEEKLY 2 from 2026-11-18 MO WE 09:00-11:00"]),
    "every second week, from the week after": (
        ("2026-11-18起 每两周周一 9:00-11:00",), ["WEEKLY 2 from 2026-11-30 MO MO 09:00-11:00"],
    ),
    "every fourteen days": (("2026-11-18起 每14天 9:00-11:00",), ["WEEKLY 2 from 2026-11-18 MO WE 09:00-11:00"]),
    "every ten days": (("2026-11-18起 每10天 9:00-11:00",), ["「2026-11-18起 每10天 9:00-11:00」"]),
    "a shifted day": (("每月15日遇休息日顺延 9:00-11:00",), ["「每月15日遇休息日顺延 9:00-11:00」"]),
    "a lunar day": (("农历初一、十五 9:00-11:00",), ["「农历初一、十五 9:00-11:00」"]),
    "a festival": (("重阳节 9:00-11:00",), ["「重阳节 9:00-11:00」"]),
    "a school day": (("上学日 11:30-13:30", "周六上午"), ["WEEKLY SA ?", "「上学日 11:30-13:30」"]),
    "vacations": (("暑假 周一 9:00-11:00",), ["「暑假 周一 9:00-11:00」"]),
    "a day": (("2026-12-05 9:00-11:00",), ["「2026-12-05 9:00-11:00」"]),
    "a day of the year": (("10月17日 9:00-11:00",), ["「10月17日 9:00-11:00」"]),
    "a closure by the month": (("每天 9:00-17:00", "每月1日 休息"), [f"WEEKLY {EVERY_DAY} 09:00-17:00", "「每月1日 休息」"]),
    "holidays in a line": (("每天 9:00-17:00", "节假日 10:00-16:00"), [f"WEEKLY {EVERY_DAY} 09:00-17:00", "「节假日 10:00-16:00」"]),
    "a season of months": (("5月至9月 每月1日 9:00-11:00",), ["「5月至9月 每月1日 9:00-11:00」"]),
    "days of both kinds": (("周一、每月1日 9:00-11:00",), ["WEEKLY MO 09:00-11:00", "MONTHLY 1 09:00-11:00"]),
    "in some years": (("2029-01-01起 每天 9:00-17:00",), ["「2029-01-01起 每天 9:00-17:00」"]),
    "never": (("每天 休息",), ["「每天 休息」"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TABLE.values(), ids=TABLE)
def test_the_schedules_are(lines: tuple[str, ...], expected: list[str]) -> None:
    assert told(*lines) == expected


def test_every_schedule_carries_all_lines_as_they_were_written() -> None:
    lines = ("周一到周五  9:00-17:00", "每月第一个周六 9:00-12:00", "每月1日 休息")
    found = skeletons(written(*lines), MONDAY, SHOWN)
    assert [one["description"] for one in found] == ["；".join(lines)] * 2 + ["每月1日 休息"]


def test_holidays_and_exceptions_make_no_schedules() -> None:
    away = exception("2026-12-07", closed="学习")
    assert told("每天 9:00-17:00", holidays=("休息",), exceptions=(away,)) == told("每天 9:00-17:00")


SHUT = {
    "opens": (Stretch(None, date(2026, 11, 30)), ["2026-12-01/ WEEKLY SA 09:00-17:00", "2026-12-01/ MONTHLY 1 09:00-11:00"]),
    "opened": (Stretch(None, date(2026, 9, 30)), ["WEEKLY SA 09:00-17:00", "MONTHLY 1 09:00-11:00"]),
    "closes": (Stretch(date(2026, 12, 1), None), ["/2026-11-30 WEEKLY SA 09:00-17:00", "/2026-11-30 MONTHLY 1 09:00-11:00"]),
    "closed": (Stretch(date(2026, 11, 1), None), []),
    "nobody knows": (Stretch(None, None), []),
}  # fmt: skip


@pytest.mark.parametrize(("days", "expected"), SHUT.values(), ids=SHUT)
def test_schedules_are_valid_while_a_station_is_open(days: Stretch, expected: list[str]) -> None:
    schedule = Schedule(written("周六 9:00-17:00", "每月1日 9:00-11:00").rules, shut=Shut(days, ""))
    assert [in_words(one) for one in skeletons(schedule, MONDAY, SHOWN)] == expected
