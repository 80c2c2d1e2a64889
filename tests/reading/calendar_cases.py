"""Faults and good cases for the rules of a year's holidays; `test_rules.py` tries them with the others."""

from __future__ import annotations

from tests.conftest import CALENDAR

IN_2026 = "calendar/2026.yml"
SANYUESAN = "  - {名称: 三月三, 放假: 2026-04-18 至 2026-04-21, 地区: [广西壮族自治区]}\n"
"""A Saturday to a Tuesday, in one province."""


def without(name: str) -> str:
    """The calendar without the holiday `name`."""
    return "".join(line for line in CALENDAR.splitlines(keepends=True) if f"名称: {name}," not in line)


CALENDAR_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (
        "a_makeup_day_takes_a_weekend",
        {IN_2026: CALENDAR.replace("2026-10-10", "2026-10-09")},
        ("E084", IN_2026, 3, 5, "节假日[1]"),
    ),
    (
        "a_makeup_day_takes_a_weekend",
        {IN_2026: CALENDAR.replace("2026-09-27", "2026-09-27, 上班: 2026-10-03 补周五")},
        ("E084", IN_2026, 9, 5, "节假日[7]"),
    ),
    (
        "a_makeup_day_takes_a_weekend",
        {IN_2026: CALENDAR + SANYUESAN.replace("地区", "上班: [2026-10-04 补周一], 地区")},
        ("E084", IN_2026, 10, 5, "节假日[8]"),
    ),
    (
        "holidays_lie_in_their_year",
        {IN_2026: CALENDAR.replace("2026-10-01 至 2026-10-07", "2025-10-01 至 2025-10-07")},
        ("E085", IN_2026, 3, 5, "节假日[1]"),
    ),
    (
        "holidays_lie_in_their_year",
        {IN_2026: CALENDAR.replace("2026-01-01 至 2026-01-03", "2025-12-24 至 2026-01-01")},
        ("E085", IN_2026, 4, 5, "节假日[2]"),
    ),
    (
        "holidays_lie_in_their_year",
        {IN_2026: CALENDAR.replace("2026-09-20", "2025-09-20")},
        ("E085", IN_2026, 3, 5, "节假日[1]"),
    ),
    (
        "holidays_lie_in_their_year",
        {"calendar/2025.yml": CALENDAR},
        ("E085", "calendar/2025.yml", 3, 19, "节假日[1].放假"),
    ),
    (
        "holidays_lie_in_their_year",
        {"calendar/2028.yml": CALENDAR.replace("2026-01-01 至", "2025-12-31 至")},
        ("E085", "calendar/2028.yml", 3, 19, "节假日[1].放假"),
    ),
    (
        "holidays_do_not_overlap",
        {IN_2026: CALENDAR.replace("2026-09-27", "2026-10-01")},
        ("E086", IN_2026, 9, 5, "节假日[7]"),
    ),
    (
        "holidays_do_not_overlap",
        {IN_2026: CALENDAR + SANYUESAN + "  - {名称: 谷雨, 放假: 2026-04-20}\n"},
        ("E086", IN_2026, 11, 5, "节假日[9]"),
    ),
    (
        "a_year_has_all_its_festivals",
        {IN_2026: without("端午节")},
        ("W112", IN_2026, 3, 3, "节假日"),
    ),
    (
        "a_year_has_all_its_festivals",
        {IN_2026: without("春节") + "  - {名称: 春节, 放假: 2026-02-15 至 2026-02-23, 地区: 示例省}\n"},
        ("W112", IN_2026, 3, 3, "节假日"),
    ),
    (
        "a_year_has_all_its_festivals",
        {IN_2026: CALENDAR.replace("国庆节", "国庆")},
        ("W112", IN_2026, 3, 3, "节假日"),
    ),
    *(
        (
            "a_holiday_holds_its_own_day",
            {IN_2026: CALENDAR.replace(right, wrong)},
            ("W113", IN_2026, line, column, f"节假日[{line - 2}].放假"),
        )
        for right, wrong, line, column in (
            ("2026-10-01 至", "2026-10-02 至", 3, 19),
            ("2026-01-01 至", "2026-01-02 至", 4, 18),
            ("2026-01-01 至 2026-01-03", "2025-12-29 至 2025-12-31", 4, 18),
            ("2026-02-15 至", "2026-02-18 至", 5, 18),
            ("2026-04-04 至 2026-04-06", "2026-04-01 至 2026-04-03", 6, 19),
            ("2026-05-01 至", "2026-05-02 至", 7, 19),
            ("2026-06-19 至 2026-06-21", "2026-05-19 至 2026-05-21", 8, 19),
            ("2026-09-25 至 2026-09-27", "2026-09-26 至 2026-09-27", 9, 19),
            ("中秋节", "国庆节、中秋节", 9, 23),
        )
    ),
]
CALENDAR_FINE: list[tuple[str, dict[str, str]]] = [
    ("a_makeup_day_takes_a_weekend", {IN_2026: CALENDAR}),
    (
        "a_makeup_day_takes_a_weekend",
        {
            IN_2026: CALENDAR
            + SANYUESAN
            + "  - {名称: 泼水节, 放假: 2026-04-15, 上班: 2026-04-18 补周三, 地区: 云南省}\n"
        },
    ),
    (
        "holidays_lie_in_their_year",
        {IN_2026: CALENDAR.replace("2026-01-01 至 2026-01-03", "2025-12-29 至 2026-01-02, 上班: 2025-12-27 补周五")},
    ),
    ("holidays_lie_in_their_year", {IN_2026: CALENDAR + "  - {名称: 元旦, 放假: 2026-12-30 至 2027-01-10}\n"}),
    ("holidays_do_not_overlap", {IN_2026: CALENDAR.replace("2026-09-27", "2026-09-30")}),
    (
        "holidays_do_not_overlap",
        {IN_2026: CALENDAR + SANYUESAN + "  - {名称: 泼水节, 放假: 2026-04-20, 地区: [云南省]}\n"},
    ),
    (
        "a_year_has_all_its_festivals",
        {IN_2026: without("中秋节").replace("国庆节", "国庆节、中秋节").replace("2026-10-01", "2026-09-25")},
    ),
    ("a_year_has_all_its_festivals", {IN_2026: CALENDAR + SANYUESAN}),
    ("a_holiday_holds_its_own_day", {IN_2026: CALENDAR.replace("2026-04-04 至 2026-04-06", "2026-04-06")}),
    ("a_holiday_holds_its_own_day", {IN_2026: CALENDAR + "  - {名称: 春节, 放假: 2026-02-24, 地区: 示例省}\n"}),
]
