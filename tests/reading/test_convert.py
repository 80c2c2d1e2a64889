"""A tree becomes a record by its form; each mistake is one problem where it stands, and reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.records.key import UNKNOWN
from build_tools.records.service import Whenever
from tests.conftest import EVENT, NOTICE, STATION, check, codes, put, told

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.problems import Problem
    from build_tools.records.station import Station

LINE = STATION.count("\n") + 1
"""Of what a test adds to the station."""
ADDED = [
    ("名称: 乙站", "E021", 1, "名称"),
    ("name: 乙站", "E021", 1, "name"),
    ("设旋: [饮水机]", "E022", 1, "设旋"),
    ("facilites: [饮水机]", "E022", 1, "facilites"),
    ("颜色: 红", "E022", 1, "颜色"),
    ("名子@en: Station Jia", "E022", 1, "名子@en"),
    ("颜色@en: red", "E022", 1, "颜色@en"),
    ("名称@fr: Station Jia", "E240", 1, "名称@fr"),
    ("名称@: Station Jia", "E240", 1, "名称@"),
    ("区@en: Shili", "E231", 1, "区@en"),
    ("电话@en: 12345", "E241", 1, "电话@en"),
    ("社区@en: Jia community", "E242", 1, "社区@en"),
    ("名称@en: 未知", "E028", 8, "名称@en"),
    ("名称@en: [Jia]", "E026", 8, "名称@en"),
    ("值守: [{人数: 两名}]", "E023", 6, "值守[1]"),
    ("值守: [{岗位: 站长}, {人数: 两名}]", "E023", 16, "值守[2]"),
    ("位置: 在街角", "E024", 5, "位置"),
    ("位置: [112, 26]", "E024", 5, "位置"),
    ("值守: 站长", "E024", 5, "值守[1]"),
    ("功能区: {休息区: 大}", "E025", 6, "功能区"),
    ("电话: [0734-1234567]", "E026", 5, "电话"),
    ("社区: {名称: 甲社区}", "E026", 5, "社区"),
    ("介绍: [甲, 乙]", "E026", 5, "介绍"),
    ("开放时间: [[周一 9:00-12:00]]", "E026", 8, "开放时间[1]"),
    ("无障碍: {坡道: {有: 楼梯}}", "E026", 11, "无障碍.坡道"),
    ("无障碍: {坡道: [有]}", "E026", 11, "无障碍.坡道"),
    ("沿革: [{时间: {年: 2015}, 事情: 建成}]", "E026", 11, "沿革[1].时间"),
    ("社区:", "E027", 4, "社区"),
    ('社区: ""', "E027", 5, "社区"),
    ('社区: "　"', "E027", 5, "社区"),
    ("设施: [饮水机, '']", "E027", 11, "设施[2]"),
    ("社区: 未知", "E028", 5, "社区"),
    ("功能区: 未知", "E028", 6, "功能区"),
    ("位置: unknown", "E028", 5, "位置"),
    ("功能区未列全: 未知", "E028", 9, "功能区未列全"),
    ('社区: "甲\\n社区"', "E029", 5, "社区"),
    ("介绍: " + "长" * 10_001, "E030", 5, "介绍"),
    ("沿革: [{时间: 去年, 事情: 建成}]", "E033", 11, "沿革[1].时间"),
    ("开放时间: 工作日 9.00-12:00", "E034", 11, "开放时间[1]"),
    ("面积: 45平方米", "E045", 5, "面积"),
    ("面积: 4.5", "E045", 5, "面积"),
    ("面积: -4", "E045", 5, "面积"),
    ("面积: 0", "E046", 5, "面积"),
    ("面积: 100001", "E046", 5, "面积"),
    ("功能区未列全: 对", "E047", 9, "功能区未列全"),
    ("无障碍: {坡道: 好像有}", "E044", 11, "无障碍.坡道"),
    ("设施: [微波炉]", "E051", 6, "设施[1]"),
    ("设施: [{种类: 微波炉}]", "E051", 11, "设施[1].种类"),
    ("服务: [{种类: 免费理发, 对象: 神仙}]", "E051", 21, "服务[1].对象[1]"),
    ("接替驿站: bing", "E052", 7, "接替驿站"),
    ("服务: [{种类: 免费理发, 谁来做: 甲社区}]", "E052", 22, "服务[1].谁来做"),
]


def with_line(content: Path, line: str) -> Path:
    """`content` with `line` at the end of its station."""
    put(content, "stations/jia.yml", STATION + line + "\n")
    return content


def problem_of(content: Path, line: str) -> Problem:
    """The only problem of `content` with `line` at the end of its station."""
    (problem,) = check(with_line(content, line))
    return problem


def station_of(content: Path, line: str) -> Station:
    """The station of `content` with `line` at the end."""
    bulletin, problems = read_bulletin(with_line(content, line))
    assert bulletin, problems
    return bulletin.stations[0]


@pytest.mark.parametrize(("line", "code", "column", "path"), ADDED, ids=[line[:20] for line, *_ in ADDED])
def test_a_wrong_value_is_one_problem_where_it_stands(
    content: Path, line: str, code: str, column: int, path: str
) -> None:
    assert told(with_line(content, line)) == [(code, "stations/jia.yml", LINE, column, path)]


def test_the_smallest_bulletin_has_no_problem(content: Path) -> None:
    assert check(content) == ()


def test_a_wrong_choice_names_those_there_are(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("开放", "营业"))
    (problem,) = check(content)
    assert (problem.code, problem.place.line, problem.place.column, problem.path) == ("E048", 2, 5, "状态")
    assert dict(problem.words) == {"text": "营业", "choices": "筹备、开放、暂停、关闭"}


def test_a_missing_key_is_told_at_the_record_that_lacks_it(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("街道: 甲街道\n", ""))
    assert told(content) == [("E023", "stations/jia.yml", 1, 1, "")]
    assert dict(check(content)[0].words) == {"key": "街道", "example": "人民街道"}


def test_a_misspelt_key_counts_as_the_key_that_is_meant(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("一句话", "一句活"))
    assert told(content) == [("E022", "stations/jia.yml", 3, 1, "一句活")]
    assert dict(check(content)[0].words) == {"key": "一句活", "near": "一句话"}


@pytest.mark.parametrize("line", ["一句活: 歇脚\n一句话: 喝水", "一句话: 喝水\n一句活: 歇脚"])
def test_a_misspelt_key_beside_the_right_one_is_told_once(content: Path, line: str) -> None:
    put(content, "stations/jia.yml", STATION.replace("一句话: 喝水", line))
    assert codes(content) == ["E022"]


def test_the_value_under_a_misspelt_key_is_read_too(content: Path) -> None:
    assert codes(with_line(content, "开放时问: 9点")) == ["E022", "E037"]


def test_a_key_like_no_other_is_told_what_may_be_written(content: Path) -> None:
    words = dict(problem_of(content, "颜色: 红").words)
    assert "near" not in words
    assert words["keys"].startswith("名称、状态、一句话、区、")


def test_a_key_written_twice_says_both_its_names(content: Path) -> None:
    assert dict(problem_of(content, "name: 乙站").words) == {
        "key": "name",
        "label": "名称",
        "name": "name",
        "first": "1",
    }


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("设施: [饮水器]", {"text": "饮水器", "near": "饮水机"}),
        ("设施: [空调]", {"text": "空调", "choices": "饮水机"}),
        ("服务: [{种类: 免费理发, 谁来做: jiaa}]", {"folder": "organizations", "text": "jiaa", "near": "jia"}),
        ("接替驿站: zzz", {"folder": "stations", "text": "zzz", "choices": "a、b、c、d、jia"}),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_or_with_those_there_are(
    content: Path, line: str, words: dict[str, str]
) -> None:
    for name in "cabd":
        put(content, f"stations/{name}.yml", STATION.replace("甲站", f"{name}站"))
    assert dict(problem_of(content, line).words) == words


@pytest.mark.parametrize(
    "line", ["设施: 饮水机", "设施: [dispenser]", "设施: [{种类: 饮水机}]", "facilities: [{kind: dispenser}]"]
)
def test_a_term_is_written_by_code_or_label_short_or_long(content: Path, line: str) -> None:
    assert [one.kind for one in station_of(content, line).facilities] == ["dispenser"]


@pytest.mark.parametrize("word", ["关闭", "closed"])
def test_a_choice_is_written_in_either_language(content: Path, word: str) -> None:
    put(content, "stations/jia.yml", STATION.replace("开放", word))
    bulletin, _ = read_bulletin(content)
    assert bulletin is not None
    assert bulletin.stations[0].life.code == "closed"


@pytest.mark.parametrize("word", ["未知", "unknown"])
def test_unknown_is_a_value_of_its_own(content: Path, word: str) -> None:
    assert station_of(content, f"面积: {word}").area is UNKNOWN


@pytest.mark.parametrize(("word", "value"), [("是", True), ("yes", True), ("true", True), ("否", False), ("no", False)])
def test_yes_and_no_are_written_in_either_language(content: Path, word: str, value: bool) -> None:
    assert station_of(content, f"功能区未列全: {word}").zones_incomplete is value


def test_a_word_may_stand_instead_of_times(content: Path) -> None:
    (service,) = station_of(content, "服务: [{种类: haircut, 时间: 同开放时间}]").services
    assert service.times is Whenever.STATION_HOURS


def test_events_and_notices_take_their_year_and_id_from_their_path(content: Path) -> None:
    put(content, "events/2026/xiaqi.yml", EVENT)
    put(content, "notices/2026/zhaochang.yml", NOTICE)
    bulletin, _ = read_bulletin(content)
    assert bulletin is not None
    events, notices = bulletin.events, bulletin.notices
    assert [(one.year, one.id) for one in events] + [(one.year, one.id) for one in notices] == [
        ("2026", "xiaqi"),
        ("2026", "zhaochang"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "开放时间: {周一: 9:00-12:00, 周二: 14:00-17:00}",
        "开放时间:\n  周一: 9:00-12:00\n  周二: 14:00-17:00",
        "开放时间:\n  - 周一: 9:00-12:00\n  - 周二: 14:00-17:00",
        "开放时间: [周一 9:00-12:00, 周二 14:00-17:00]",
    ],
)
def test_a_colon_after_the_days_is_no_key(lines: str, content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}{lines}\n节假日: [休息, 国庆节: 照常]\n调休上班日: 照常\n")
    bulletin, problems = read_bulletin(content)
    assert problems == ()
    assert bulletin is not None
    hours = bulletin.stations[0].hours
    assert isinstance(hours, tuple)
    assert [rule.named for rule in hours] == ["周一", "周二"]


def test_a_mistake_after_such_a_colon_is_pointed_at(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}开放时间:\n  - 周一: 24:30-25:00\n")
    assert ("E036", 8, 9) in [(one.code, one.place.line, one.place.column) for one in read_bulletin(content)[1]]


def test_what_is_written_twice_is_told_with_the_line_of_the_first(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}设施:\n  - 饮水机\nfacilities: [饮水机]\nname@en: a\n名称@en: b\n")
    assert [(one.place.line, dict(one.words)["first"]) for one in check(content)] == [
        (LINE + 2, str(LINE)),
        (LINE + 4, str(LINE + 3)),
    ]
