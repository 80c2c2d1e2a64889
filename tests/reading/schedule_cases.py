"""Faults and good cases for the rules of schedules; `test_rules.py` tries them with the others."""

from __future__ import annotations

from tests.conftest import EVENT, MINIMAL, STATION

JIA, CHESS, SHILI = "stations/jia.yml", "events/2026/chess.yml", "districts/shili.yml"
DISTRICT = MINIMAL[SHILI]
REST, AS_WORKDAY, USUAL = "节假日: 休息\n", "调休上班日: 按工作日\n", "调休上班日: 照常\n"
FRIDAYS = "{种类: 免费理发, 时间: [每天 9:00-10:00, 每周五 14:00-17:00]}"
ONCE_A_WEEK = EVENT.replace("日期: 2026-10-17\n", "重复: 每周五 14:00-17:00\n") + REST + USUAL
SUMMER, WINTER = "5月1日至9月30日 8:00-18:00", "10月8日至次年4月30日 8:30-17:30"
OF_THE_8TH = "例外: [{日期: 2026-10-07, 休息: 装修}, {日期: 2026-10-08"


def hours(*lines: str) -> str:
    """A station with these lines of opening hours, the first of which is line 8 of the file."""
    return STATION + "开放时间:\n" + "".join(f"  - {line}\n" for line in lines)


def services(*lines: str) -> str:
    """A station with these services, the first of which is line 8 of the file."""
    return STATION + "服务:\n" + "".join(f"  - {line}\n" for line in lines)


def jia(text: str) -> dict[str, str]:
    """The files that differ when the station is `text`."""
    return {JIA: text}


def chess(text: str) -> dict[str, str]:
    """The files that differ when there is the event `text`."""
    return {CHESS: text}


GOOD, COVERS = "an_exception_holds_good", "no_exception_hides_another"
SAYS, FOLLOWS, SEASONS = (
    "a_schedule_says_what_holidays_do",
    "a_makeup_day_has_a_workday_to_follow",
    "seasons_fill_the_year",
)
TWICE = "holidays_are_said_once"
HIDES, SAYS_ONE, ONCE = "no_line_hides_another", "an_exception_says_one_thing", "an_event_is_once_or_recurs"
SCHEDULE_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (SAYS, jia(hours("工作日 9:00-12:00") + AS_WORKDAY), ("E095", JIA, 8, 5, "开放时间[1]")),
    (SAYS, jia(hours("每天 9:00-12:00", "周一 休息") + AS_WORKDAY), ("E095", JIA, 9, 5, "开放时间[2]")),
    (SAYS, jia(hours("每月第二个周六 9:00-12:00") + REST), ("E096", JIA, 8, 5, "开放时间[1]")),
    (SAYS, jia(hours("自2026-10-01起每2周周四 9:00-12:00") + REST), ("E096", JIA, 8, 5, "开放时间[1]")),
    (SAYS, jia(hours("周六前一天 9:00-12:00") + REST), ("E096", JIA, 8, 5, "开放时间[1]")),
    (SAYS, jia(STATION + "开放时间: 周末 9:00-12:00\n" + USUAL), ("E095", JIA, 7, 7, "开放时间")),
    (SAYS, jia(services("免费理发", FRIDAYS) + REST), ("E096", JIA, 9, 36, "服务[2].时间[2]")),
    (
        SAYS,
        jia(STATION + REST + "渠道:\n  - 名称: 信箱\n    时间:\n      - 周五 9:00-10:00\n"),
        ("E096", JIA, 11, 9, "渠道[1].时间[1]"),
    ),
    (SAYS, chess(ONCE_A_WEEK.replace(REST, "")), ("E095", CHESS, 2, 5, "重复")),
    (TWICE, jia(hours("每天 9:00-12:00", "节假日 休息") + REST), ("E107", JIA, 10, 6, "节假日")),
    (TWICE, jia(hours("每天 9:00-12:00", "调休上班日 休息") + USUAL), ("E107", JIA, 10, 8, "调休上班日")),
    (FOLLOWS, jia(hours("周一 9:00-12:00") + REST + AS_WORKDAY), ("E097", JIA, 10, 8, "调休上班日")),
    (FOLLOWS, jia(hours("周二至周日 9:00-12:00") + REST + AS_WORKDAY), ("E097", JIA, 10, 8, "调休上班日")),
    (
        FOLLOWS,
        jia(services("{种类: 免费理发, 时间: 周五 9:00-10:00, 节假日: 休息, 调休上班日: 按工作日}")),
        ("E097", JIA, 8, 51, "服务[1].调休上班日"),
    ),
    (SEASONS, jia(hours(SUMMER, WINTER)), ("E098", JIA, 9, 5, "开放时间[2]")),
    (SEASONS, jia(hours("3月至5月 9:00-12:00", "7月至10月 9:00-12:00")), ("E098", JIA, 9, 5, "开放时间[2]")),
    (SEASONS, jia(hours(SUMMER, WINTER, "2026-10-17 9:00-12:00")), ("E098", JIA, 9, 5, "开放时间[2]")),
    (SEASONS, jia(hours(SUMMER, WINTER, "每天 12:00-13:00 休息")), ("E098", JIA, 9, 5, "开放时间[2]")),
    (
        HIDES,
        jia(hours("工作日 9:00-12:00", "工作日 14:00-17:00") + REST + AS_WORKDAY),
        ("W102", JIA, 9, 5, "开放时间[2]"),
    ),
    (
        HIDES,
        jia(services("{种类: 免费理发, 时间: [每天 9:00-10:00, 每天 下午]}")),
        ("W102", JIA, 8, 36, "服务[1].时间[2]"),
    ),
    (SAYS_ONE, jia(hours("每天 9:00-12:00") + f"{OF_THE_8TH}}}]\n"), ("E099", JIA, 9, 32, "例外[2]")),
    (
        SAYS_ONE,
        jia(hours("每天 9:00-12:00") + f"{OF_THE_8TH}, 休息: 装修, 时间: 9:00-10:00}}]\n"),
        ("E099", JIA, 9, 32, "例外[2]"),
    ),
    (
        SAYS_ONE,
        jia(hours("每天 9:00-12:00") + f"{OF_THE_8TH}, 休息: 装修, 改到: 2026-10-10}}]\n"),
        ("E099", JIA, 9, 32, "例外[2]"),
    ),
    (SAYS_ONE, jia(STATION + "例外: {日期: 2026-10-07}\n"), ("E099", JIA, 7, 5, "例外")),
    (
        SAYS_ONE,
        jia(services("{种类: 免费理发, 时间: 同开放时间, 例外: [{日期: 2026-10-07}]}")),
        ("E099", JIA, 8, 32, "服务[1].例外[1]"),
    ),
    (
        SAYS_ONE,
        jia(STATION + "例外: [{日期: 2026-10-07 12:00 起, 时间: 9:00-10:00}]\n"),
        ("E103", JIA, 7, 6, "例外[1]"),
    ),
    (
        SAYS_ONE,
        jia(STATION + "例外: [{日期: 2026-10-01 至 2026-10-03, 改到: 2026-10-10}]\n"),
        ("E104", JIA, 7, 6, "例外[1]"),
    ),
    (
        SAYS_ONE,
        jia(STATION + "例外: [{日期: 2026-10-01、2026-10-02, 改到: 2026-10-10}]\n"),
        ("E104", JIA, 7, 6, "例外[1]"),
    ),
    (ONCE, chess(EVENT + "重复: 每天 9:00-10:00\n"), ("E102", CHESS, 2, 5, "日期")),
    (ONCE, chess(EVENT.replace("日期: 2026-10-17\n", "")), ("E102", CHESS, 1, 1, "日期")),
    (ONCE, chess(EVENT + "变动: [{日期: 2026-10-17, 取消: 下雨}]\n"), ("E105", CHESS, 6, 5, "变动")),
    (ONCE, chess(ONCE_A_WEEK + "变动: [{日期: 2026-10-16, 说明: 下雨}]\n"), ("E106", CHESS, 8, 6, "变动[1]")),
    (
        ONCE,
        chess(ONCE_A_WEEK + "变动:\n  - {日期: 2026-10-16, 取消: 下雨, 时间: 9:00-10:00}\n"),
        ("E106", CHESS, 9, 5, "变动[1]"),
    ),
    (
        "a_day_is_changed_once",
        chess(
            ONCE_A_WEEK
            + "变动:\n  - {日期: 2026-10-16, 改到: 2026-10-17}\n"
            + "  - {日期: 2026-10-23, 取消: 下雨}\n  - {日期: 2026-10-16, 时间: 9:00-10:00}\n"
        ),
        ("E136", CHESS, 11, 10, "变动[3].日期"),
    ),
    (GOOD, jia(STATION + "例外: [{日期: 2026-10-07, 休息: 是}]\n"), ("E249", JIA, 7, 27, "例外[1].休息")),
    (GOOD, jia(STATION + "例外: [{日期: 2026-10-07, 改到: 2026-10-07}]\n"), ("W117", JIA, 7, 27, "例外[1].改到")),
    (
        GOOD,
        jia(services("{种类: 免费理发, 时间: 同开放时间, 例外: [{日期: 2026-10-07, 休息: yes}]}")),
        ("E249", JIA, 8, 53, "服务[1].例外[1].休息"),
    ),
    (
        COVERS,
        jia(STATION + f"{OF_THE_8TH}, 休息: 盘点}}, {{日期: 2026-10-07, 时间: 上午}}]\n"),
        ("W116", JIA, 7, 58, "例外[3]"),
    ),
    (
        "a_change_holds_good",
        chess(ONCE_A_WEEK + "变动: [{日期: 2026-10-16, 取消: 是}]\n"),
        ("E249", CHESS, 8, 27, "变动[1].取消"),
    ),
    (
        "a_change_holds_good",
        chess(ONCE_A_WEEK + "变动: [{日期: 2026-10-16, 改到: 2026-10-16}]\n"),
        ("W117", CHESS, 8, 27, "变动[1].改到"),
    ),
]
SCHEDULE_FINE: list[tuple[str, dict[str, str]]] = [
    (SAYS, jia(hours("工作日 9:00-12:00") + REST + AS_WORKDAY)),
    (SAYS, jia(hours("工作日 9:00-12:00") + "节假日: 未知\n调休上班日: 未知\n")),
    (SAYS, jia(hours("工作日、节假日 9:00-12:00", "调休上班日 休息"))),
    (SAYS, jia(hours("每天 9:00-12:00", "每月1日、15日 14:00-16:00", "农历初一 6:00-9:00"))),
    (SAYS, jia(hours("每周五下午"))),
    (SAYS, {JIA: hours("工作日 9:00-12:00"), SHILI: DISTRICT + REST + USUAL}),
    (SAYS, {JIA: hours("工作日 9:00-12:00") + "节假日: 照常\n", SHILI: DISTRICT + USUAL}),
    (SAYS, jia(services(FRIDAYS) + REST + USUAL)),
    (SAYS, {JIA: services(FRIDAYS), SHILI: DISTRICT + REST + USUAL}),
    (SAYS, {JIA: services(FRIDAYS) + USUAL, SHILI: DISTRICT + REST}),
    (SAYS, {CHESS: ONCE_A_WEEK.replace(REST + USUAL, "驿站: jia\n"), JIA: STATION + REST + USUAL}),
    (SAYS, {CHESS: ONCE_A_WEEK.replace(REST + USUAL, ""), SHILI: DISTRICT + REST + USUAL}),
    (TWICE, jia(hours("每天 9:00-12:00", "节假日 休息") + "节假日: 国庆节 9:00-10:00\n")),
    (TWICE, {JIA: hours("每天 9:00-12:00", "节假日 休息"), SHILI: DISTRICT + REST}),
    (FOLLOWS, jia(hours("周一至周五 9:00-12:00") + REST + AS_WORKDAY)),
    (FOLLOWS, jia(hours("周日 9:00-12:00", "工作日 9:00-10:00") + REST + AS_WORKDAY)),
    (FOLLOWS, jia(hours("周五 9:00-12:00") + REST + USUAL)),
    (FOLLOWS, jia(STATION + "开放时间: 未知\n" + AS_WORKDAY)),
    (FOLLOWS, jia(services("{种类: 免费理发, 时间: 周五 9:00-10:00}") + REST + AS_WORKDAY)),
    (SEASONS, jia(hours(SUMMER, WINTER, "10月1日至10月7日 休息"))),
    (SEASONS, jia(hours(SUMMER, WINTER, "10月1日至7日 9:00-12:00"))),
    (SEASONS, jia(hours("每天 9:00-12:00", SUMMER, "7月 8:00-20:00"))),
    (SEASONS, jia(hours("11月1日至次年3月15日 8:00-21:00"))),
    (HIDES, jia(hours("每天 9:00-17:00", "5月至9月 每天 8:00-18:00", "周三 休息") + REST + USUAL)),
    (HIDES, jia(hours("每天 9:00-17:00", "每天 12:00-13:00 休息：吃饭"))),
    (SAYS_ONE, jia(hours("每天 9:00-12:00") + f"{OF_THE_8TH}, 时间: 9:00-10:00, 说明: 加开}}]\n")),
    (SAYS_ONE, jia(hours("每天 9:00-12:00") + f"{OF_THE_8TH}, 改到: 2026-10-10, 时间: 9:00-10:00}}]\n")),
    (SAYS_ONE, jia(STATION + "例外: [{日期: 2026-10-07 12:00 至 2026-10-08 12:00, 休息: 停水}]\n")),
    (SAYS_ONE, jia(STATION + "例外: [{日期: 2026-10-01 至 2026-10-03, 时间: 9:00-10:00}]\n")),
    (ONCE, chess(EVENT)),
    (ONCE, chess(ONCE_A_WEEK)),
    (
        ONCE,
        chess(
            ONCE_A_WEEK
            + "变动: [{日期: 2026-10-16, 取消: 下雨}, {日期: 2026-10-23, 改到: 2026-10-24, 时间: 9:00-10:00}]\n"
        ),
    ),
    (GOOD, jia(STATION + "例外: [{日期: 2026-10-07, 休息: 装修}, {日期: 2026-10-08, 改到: 2026-10-09}]\n")),
    (COVERS, jia(STATION + "例外: [{日期: 2026-10-06 至 2026-10-08, 休息: 装修}, {日期: 2026-10-07, 时间: 上午}]\n")),
    ("a_change_holds_good", chess(ONCE_A_WEEK + "变动: [{日期: 2026-10-16, 取消: 是中秋节}]\n")),
    (
        "a_day_is_changed_once",
        chess(ONCE_A_WEEK + "变动: [{日期: 2026-10-16, 取消: 下雨}, {日期: 2026-10-23, 取消: 下雨}]\n"),
    ),
]
