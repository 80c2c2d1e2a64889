"""Faults and good cases for the rules of a year's holidays; `test_rules.py` tries them with the others."""

from __future__ import annotations

from tests.conftest import CALENDAR

IN_2026 = "calendar/2026.yml"
SANYUESAN = "  - {名称: 三月三, 放假: 2026-04-18 至 2026-04-21, 地区: [广西壮族自治区]}\n"
"""A Saturday to a Tuesday, in one province."""

CALENDAR_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (
        "a_makeup_day_takes_a_weekend",
        {IN_2026: CALENDAR.replace("2026-10-10", "2026-10-09")},
        ("E084", IN_2026, 3, 5, "节假日[1]"),
    ),
    (
        "a_makeup_day_takes_a_weekend",
        {IN_2026: CALENDAR + "  - {名称: 中秋节, 放假: 2026-09-25 至 2026-09-27, 上班: 2026-10-03 补周五}\n"},
        ("E084", IN_2026, 4, 5, "节假日[2]"),
    ),
    (
        "a_makeup_day_takes_a_weekend",
        {IN_2026: CALENDAR + SANYUESAN.replace("地区", "上班: [2026-10-04 补周一], 地区")},
        ("E084", IN_2026, 4, 5, "节假日[2]"),
    ),
    ("holidays_lie_in_their_year", {"calendar/2025.yml": CALENDAR}, ("E085", "calendar/2025.yml", 3, 5, "节假日[1]")),
    (
        "holidays_lie_in_their_year",
        {IN_2026: CALENDAR + "  - {名称: 元旦, 放假: 2025-12-24 至 2026-01-01}\n"},
        ("E085", IN_2026, 4, 5, "节假日[2]"),
    ),
    (
        "holidays_lie_in_their_year",
        {IN_2026: CALENDAR.replace("2026-09-20", "2025-09-20")},
        ("E085", IN_2026, 3, 5, "节假日[1]"),
    ),
    (
        "holidays_do_not_overlap",
        {IN_2026: CALENDAR + "  - {名称: 中秋节, 放假: 2026-09-25 至 2026-10-01}\n"},
        ("E086", IN_2026, 4, 5, "节假日[2]"),
    ),
    (
        "holidays_do_not_overlap",
        {IN_2026: CALENDAR + SANYUESAN + "  - {名称: 谷雨, 放假: 2026-04-20}\n"},
        ("E086", IN_2026, 5, 5, "节假日[3]"),
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
        {IN_2026: CALENDAR + "  - {名称: 元旦, 放假: 2025-12-29 至 2026-01-02, 上班: 2025-12-27 补周五}\n"},
    ),
    ("holidays_lie_in_their_year", {IN_2026: CALENDAR + "  - {名称: 元旦, 放假: 2026-12-30 至 2027-01-10}\n"}),
    ("holidays_do_not_overlap", {IN_2026: CALENDAR + "  - {名称: 中秋节, 放假: 2026-09-25 至 2026-09-30}\n"}),
    (
        "holidays_do_not_overlap",
        {IN_2026: CALENDAR + SANYUESAN + "  - {名称: 泼水节, 放假: 2026-04-20, 地区: [云南省]}\n"},
    ),
]
