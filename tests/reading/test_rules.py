"""Each rule between records speaks of its fault at its place, and is silent about the good case next to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.earlier import Earlier
from build_tools.reading.folder import list_folder
from build_tools.reading.rules import RULES, RULES_OF_ONE_FILE
from build_tools.reading.schedule_rules import SCHEDULE_RULES, every_schedule_holds
from build_tools.reading.shelf import Shelf, read_records
from build_tools.records.files import RECORD_KINDS
from tests.conftest import CALENDAR, EVENT, MINIMAL, NOTICE, STATION, check, put, told
from tests.reading.calendar_cases import CALENDAR_FAULTS, CALENDAR_FINE
from tests.reading.map_cases import MAP_FAULTS, MAP_FINE
from tests.reading.schedule_cases import SCHEDULE_FAULTS, SCHEDULE_FINE
from tests.reading.short_cases import SHORT_FAULTS, SHORT_FINE
from tests.reading.statement_cases import STATEMENT_FAULTS, STATEMENT_FINE
from tests.reading.tally_cases import TALLY_FAULTS, TALLY_FINE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.reading.written import Written

VOCABULARY = MINIMAL["vocabulary.yml"]
DISTRICT = MINIMAL["districts/shili.yml"]
SITE = MINIMAL["site.yml"]
CENTRE = "中心: {经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区}\n"
CLOSED = STATION.replace("状态: 开放", "状态: 关闭")
AT_STATION = EVENT + "驿站: jia\n"


def needs(*entries: str) -> str:
    """The vocabulary with these needs after its own."""
    added = "".join(f", {{{entry}, 得到: 喝水, 图标: 水杯}}" for entry in entries)
    return VOCABULARY.replace("图标: 水杯}]", "图标: 水杯}" + added + "]", 1)


def position(longitude: object, latitude: object) -> str:
    """The station with a position."""
    return STATION + f"位置: {{经度: {longitude}, 纬度: {latitude}, 坐标系: 卫星定位, 精度: 大致到区}}\n"


Files = dict[str, str]
FAULTS: list[tuple[str, Files, tuple[str, str, int, int, str]]] = [
    (
        "codes_are_distinct",
        {"vocabulary.yml": needs("代码: water, 名称: 口干")},
        ("E053", "vocabulary.yml", 1, 43, "需求[2]"),
    ),
    (
        "codes_are_distinct",
        {"vocabulary.yml": needs("代码: thirst, 名称: 渴了")},
        ("E053", "vocabulary.yml", 1, 43, "需求[2]"),
    ),
    (
        "codes_are_distinct",
        {"vocabulary.yml": needs("代码: Tea_Time, 名称: 喝茶")},
        ("E054", "vocabulary.yml", 1, 43, "需求[2]"),
    ),
    (
        "codes_are_distinct",
        {"vocabulary.yml": VOCABULARY.replace("安全隐患}", "安全隐患}, {代码: fire, 名称: 消防, 曾用名: 安全隐患}")},
        ("E053", "vocabulary.yml", 6, 31, "办件[2]"),
    ),
    (
        "a_site_has_an_address",
        {"site.yml": SITE.replace("网址: https://example.org/\n", "")},
        ("W101", "site.yml", 1, 1, "网址"),
    ),
    (
        "a_site_has_an_address",
        {"site.yml": SITE.replace("example.org/", "example.org")},
        ("E055", "site.yml", 3, 5, "网址"),
    ),
    ("a_station_stands_once", {"stations/yi.yml": STATION}, ("E062", "stations/yi.yml", 1, 5, "名称")),
    (
        "a_street_belongs_to_its_district",
        {"stations/jia.yml": STATION.replace("甲街道\n", "乙街道\n", 1)},
        ("E066", "stations/jia.yml", 5, 5, "街道"),
    ),
    (
        "a_position_is_in_china",
        {"stations/jia.yml": position(26.9, 112.6)},
        ("E065", "stations/jia.yml", 7, 5, "位置"),
    ),
    (
        "a_position_is_near_its_district",
        {"stations/jia.yml": position(113.7, 26.9), "districts/shili.yml": DISTRICT + CENTRE},
        ("E068", "stations/jia.yml", 7, 5, "位置"),
    ),
    (
        "a_position_is_in_china",
        {"districts/shili.yml": DISTRICT + CENTRE.replace("112.6, 纬度: 26.9", "26.9, 纬度: 112.6")},
        ("E065", "districts/shili.yml", 5, 5, "中心"),
    ),
    (
        "a_position_is_in_china",
        {"stations/jia.yml": position(12.6105, 26.9352)},
        ("E246", "stations/jia.yml", 7, 10, "位置.经度"),
    ),
    (
        "a_position_is_in_china",
        {"stations/jia.yml": position(112.6105, 2.69352)},
        ("E246", "stations/jia.yml", 7, 24, "位置.纬度"),
    ),
    (
        "a_successor_is_another_station",
        {"stations/jia.yml": CLOSED + "接替驿站: jia\n"},
        ("E069", "stations/jia.yml", 7, 7, "接替驿站"),
    ),
    (
        "days_are_in_order",
        {"events/2026/a.yml": EVENT + "至: 2026-10-16\n"},
        ("E060", "events/2026/a.yml", 6, 4, "至"),
    ),
    (
        "a_file_lies_in_the_folder_of_its_year",
        {"events/2025/a.yml": EVENT},
        ("W107", "events/2025/a.yml", 2, 5, "日期"),
    ),
    (
        "a_file_lies_in_the_folder_of_its_year",
        {"notices/2027/a.yml": NOTICE},
        ("W107", "notices/2027/a.yml", 2, 5, "发布"),
    ),
    (
        "a_moved_event_says_whither",
        {"events/2026/a.yml": EVENT + "状态: 改期\n"},
        ("E063", "events/2026/a.yml", 6, 5, "状态"),
    ),
    (
        "a_moved_event_says_whither",
        {"events/2026/a.yml": EVENT + "改到: 2026-10-18\n"},
        ("E063", "events/2026/a.yml", 6, 5, "改到"),
    ),
    (
        "a_closed_station_has_no_later_events",
        {"stations/jia.yml": CLOSED + "状态自: 2026-10-16\n", "events/2026/a.yml": AT_STATION},
        ("E061", "events/2026/a.yml", 6, 5, "驿站"),
    ),
    (
        "a_closed_station_has_no_later_events",
        {
            "stations/jia.yml": CLOSED + "状态自: 2026-10-18\n",
            "events/2026/a.yml": AT_STATION + "状态: 改期\n改到: 2026-10-19\n",
        },
        ("E061", "events/2026/a.yml", 6, 5, "驿站"),
    ),
]
FAULTS += [
    (
        "an_address_ends_with_a_slash",
        {"site.yml": SITE + "编辑网址: https://example.org/edit\n"},
        ("E055", "site.yml", 4, 7, "编辑网址"),
    ),
    (
        "a_successor_is_another_station",
        {
            "stations/jia.yml": CLOSED + "接替驿站: yi\n",
            "stations/yi.yml": CLOSED.replace("甲站", "乙站"),
        },
        ("E058", "stations/jia.yml", 7, 7, "接替驿站"),
    ),
    (
        "nothing_belongs_to_itself",
        {"organizations/jia.yml": MINIMAL["organizations/jia.yml"] + "上级: jia\n"},
        ("E059", "organizations/jia.yml", 4, 5, "上级"),
    ),
    (
        "days_are_in_order",
        {"notices/2026/a.yml": NOTICE + "有效至: 2026-09-30\n"},
        ("E060", "notices/2026/a.yml", 4, 6, "有效至"),
    ),
    (
        "days_are_in_order",
        {"notices/2026/a.yml": NOTICE.replace("2026", "2062") + "有效至: 2026-12-01\n"},
        ("E060", "notices/2026/a.yml", 4, 6, "有效至"),
    ),
    (
        "days_are_in_order",
        {"stations/jia.yml": STATION + "核实: {日期: 2026-10-01, 岗位: 甲, 方法: 乙, 下次: 2026-09-01}\n"},
        ("E060", "stations/jia.yml", 7, 5, "核实"),
    ),
    (
        "days_are_in_order",
        {
            "districts/shili.yml": DISTRICT
            + CENTRE.replace("}", ", 核实: {日期: 2026-10-02, 岗位: 甲, 方法: 乙, 下次: 2026-10-01}}")
        },
        ("E060", "districts/shili.yml", 5, 52, "中心.核实"),
    ),
]
FINE: list[tuple[str, Files]] = [
    ("codes_are_distinct", {"vocabulary.yml": needs("代码: tea-time, 名称: 喝茶")}),
    ("codes_are_distinct", {"vocabulary.yml": needs("代码: haircut, 名称: 社区")}),
    ("a_site_has_an_address", {"site.yml": SITE.replace("example.org/", "example.org/bulletin/")}),
    (
        "a_station_stands_once",
        {
            "districts/yi.yml": DISTRICT.replace("示例区", "乙区"),
            "stations/yi.yml": STATION.replace("区: shili", "区: yi"),
        },
    ),
    ("a_street_belongs_to_its_district", {"districts/shili.yml": DISTRICT.replace("[甲街道]", "[乙街道, 甲街道]")}),
    ("a_position_is_in_china", {"stations/jia.yml": position(112.6, 26.9)}),
    ("a_position_is_in_china", {"stations/jia.yml": position(112.6, 4.0)}),
    (
        "a_position_is_near_its_district",
        {"stations/jia.yml": position(113.5, 26.0), "districts/shili.yml": DISTRICT + CENTRE},
    ),
    (
        "a_successor_is_another_station",
        {"stations/jia.yml": CLOSED + "接替驿站: yi\n", "stations/yi.yml": STATION.replace("甲站", "乙站")},
    ),
    ("an_address_ends_with_a_slash", {"site.yml": SITE + "编辑网址: https://example.org/edit/\n"}),
    (
        "nothing_belongs_to_itself",
        {
            "organizations/jia.yml": MINIMAL["organizations/jia.yml"] + "上级: yi\n",
            "organizations/yi.yml": MINIMAL["organizations/jia.yml"].replace("甲社区", "乙街道"),
        },
    ),
    ("days_are_in_order", {"notices/2026/a.yml": NOTICE + "有效至: 2026-10-01\n"}),
    ("days_are_in_order", {"events/2026/a.yml": EVENT + "至: 2026-10-17\n"}),
    ("a_file_lies_in_the_folder_of_its_year", {"events/2026/a.yml": EVENT + "状态: 改期\n改到: 2027-01-03\n"}),
    ("a_file_lies_in_the_folder_of_its_year", {"events/2026/a.yml": EVENT + "至: 2027-01-03\n"}),
    ("a_file_lies_in_the_folder_of_its_year", {"notices/2026/a.yml": NOTICE + "有效至: 2027-01-03\n"}),
    ("a_moved_event_says_whither", {"events/2026/a.yml": EVENT + "状态: 改期\n改到: 2026-10-18\n"}),
    ("a_moved_event_says_whither", {"events/2026/a.yml": EVENT + "状态: 取消\n"}),
    (
        "a_closed_station_has_no_later_events",
        {"stations/jia.yml": CLOSED + "状态自: 2026-10-17\n", "events/2026/a.yml": AT_STATION},
    ),
    (
        "a_closed_station_has_no_later_events",
        {"stations/jia.yml": CLOSED + "状态自: 2026\n", "events/2026/a.yml": AT_STATION},
    ),
    (
        "a_closed_station_has_no_later_events",
        {"stations/jia.yml": CLOSED + "状态自: 未知\n", "events/2026/a.yml": AT_STATION},
    ),
]
FAULTS += [*CALENDAR_FAULTS, *SCHEDULE_FAULTS, *STATEMENT_FAULTS, *MAP_FAULTS, *SHORT_FAULTS, *TALLY_FAULTS]
FINE += [*CALENDAR_FINE, *SCHEDULE_FINE, *STATEMENT_FINE, *MAP_FINE, *SHORT_FINE, *TALLY_FINE]


@pytest.mark.parametrize(("rule", "files", "problem"), FAULTS, ids=[f"{rule}-{p[0]}" for rule, _, p in FAULTS])
def test_a_rule_speaks_of_its_fault(
    content: Path, rule: str, files: Files, problem: tuple[str, str, int, int, str]
) -> None:
    for uri, text in files.items():
        put(content, uri, text)
    assert told(content) == [problem], rule


@pytest.mark.parametrize(("rule", "files"), FINE, ids=[rule for rule, _ in FINE])
def test_a_rule_is_silent_about_the_good_case(content: Path, rule: str, files: Files) -> None:
    for uri, text in files.items():
        put(content, uri, text)
    assert check(content) == (), rule


def test_every_rule_has_a_fault_and_a_good_case() -> None:
    rules = {rule.__name__ for rule in (*RULES, *SCHEDULE_RULES) if rule is not every_schedule_holds}
    assert {rule for rule, *_ in FAULTS} == rules
    assert {rule for rule, _ in FINE} == rules


def on_shelf(content: Path) -> list[Written]:
    """All records in `content` that can be read."""
    shelf = Shelf(*list_folder(content))
    for kind in RECORD_KINDS:
        read_records(shelf, kind)
    return [one for some in shelf.written.values() for one in some]


@pytest.mark.parametrize(("rule", "files"), [(rule, files) for rule, files, *_ in FAULTS])
def test_a_rule_of_one_file_says_the_same_beside_others(content: Path, rule: str, files: Files) -> None:
    for uri, text in files.items():
        put(content, uri, text)
    written = on_shelf(content)
    for asked in RULES_OF_ONE_FILE:
        alone = [problem for one in written for problem in asked([one])]
        assert set(alone) == set(asked(written)), rule


def test_a_problem_is_the_same_where_the_file_is_read_elsewhere(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "开放时间: [周一 9:00-12:00, 周一 14:00-17:00]\n")
    assert read_bulletin(content, earlier=Earlier(b"engine"))[1] == read_bulletin(content)[1] != ()


def test_a_calendar_with_days_of_several_other_years_is_told_of_each_holiday(content: Path) -> None:
    days = CALENDAR.replace("2026-10-01 至 2026-10-07, 上班: [2026-09-20 补周二, 2026-10-10 补周三]", "2024-10-01")
    put(content, "calendar/2028.yml", days)
    assert [one.code for one in check(content)] == ["E085"] * 7


@pytest.mark.parametrize(("others", "word"), [({}, "near"), ({"calendar/2026.yml": CALENDAR}, "taken")])
def test_a_calendar_of_another_year_takes_no_name_that_is_taken_and_is_told_once(
    content: Path, others: dict[str, str], word: str
) -> None:
    for uri, text in {**others, "calendar/2027.yml": CALENDAR.replace("端午节", "端午")}.items():
        put(content, uri, text)
    assert [(one.code, dict(one.words).get(word)) for one in check(content)] == [("E085", "2026.yml")]
