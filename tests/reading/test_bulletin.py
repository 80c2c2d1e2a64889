"""One run tells everything: no fault hides another, and each is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.bulletin import read_bulletin
from tests.conftest import EVENT, MINIMAL, NOTICE, STATION, check, codes, put, told

if TYPE_CHECKING:
    from pathlib import Path

TEN_FAULTS: dict[str, str | bytes] = {
    "about.md": "没有标题\n",
    "districts/yi.yml": "名称: &a 乙区\n",
    "events/2026/a.yml": EVENT.replace("2026-10-17", "2026-02-30"),
    "images/list.xlsx": "",
    "notices/2026/a.yml": NOTICE.encode("gbk"),
    "organizations/Yi.yml": MINIMAL["organizations/jia.yml"],
    "organizations/bing.yml": MINIMAL["organizations/jia.yml"].replace("社区\n", "杜区\n"),
    "site.yml": MINIMAL["site.yml"].replace("org/", "org"),
    "stations/bing.yml": STATION.replace("甲站", "丙站") + "开放时间: 工作日 9.00-12:00\n",
    "stations/yi.yml": STATION.replace("区: shili", "区: shi1i").replace("甲站", "乙站"),
}
TOLD = [
    ("E020", "about.md", 1, 1, ""),
    ("E012", "districts/yi.yml", 1, 5, ""),
    ("E032", "events/2026/a.yml", 2, 5, "日期"),
    ("E006", "images/list.xlsx", 1, 1, ""),
    ("E004", "notices/2026/a.yml", 1, 1, ""),
    ("E008", "organizations/Yi.yml", 1, 1, ""),
    ("E051", "organizations/bing.yml", 2, 5, "类别"),
    ("E055", "site.yml", 3, 5, "网址"),
    ("E034", "stations/bing.yml", 7, 11, "开放时间[1]"),
    ("E052", "stations/yi.yml", 4, 4, "区"),
]


def test_ten_faults_in_ten_files_are_all_told_in_one_run_and_in_order(content: Path) -> None:
    for uri, text in TEN_FAULTS.items():
        put(content, uri, text)
    assert told(content) == TOLD


def test_with_an_error_there_is_no_bulletin_and_with_a_warning_there_is(content: Path) -> None:
    put(content, "site.yml", MINIMAL["site.yml"].replace("网址: https://example.org/\n", ""))
    bulletin, (warning,) = read_bulletin(content)
    assert (bulletin is not None, warning.severity) == (True, "warning")
    put(content, "about.md", "")
    bulletin, _ = read_bulletin(content)
    assert bulletin is None


def test_several_faults_in_one_file_are_told_from_top_to_bottom(content: Path) -> None:
    put(
        content,
        "stations/jia.yml",
        STATION.replace("开放", "营业") + "面积: 大\n颜色: 红\n服务: [洗车, {时间: 每天}]\n",
    )
    assert [(code, line, column) for code, _, line, column, _ in told(content)] == [
        ("E048", 2, 5),
        ("E045", 7, 5),
        ("E022", 8, 1),
        ("E051", 9, 6),
        ("E023", 9, 10),
    ]


def test_a_fault_of_the_characters_ends_the_reading_of_that_file_alone(content: Path) -> None:
    put(content, "stations/jia.yml", "颜色: 红\n名称: &a 甲站\n")
    put(content, "about.md", "")
    assert codes(content) == ["E020", "E012"]


def test_a_file_that_cannot_be_read_still_has_its_id(content: Path) -> None:
    put(content, "districts/shili.yml", "名称: [示例区\n")
    assert [code for code, file, *_ in told(content) if file != "districts/shili.yml"] == []


def test_a_list_of_the_vocabulary_that_cannot_be_read_makes_no_term_unknown(content: Path) -> None:
    put(content, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("[{代码: community, 名称: 社区}]", "社区"))
    assert [file for _, file, *_ in told(content)] == ["vocabulary.yml"]


def test_an_excerpt_is_the_line_that_is_meant(content: Path) -> None:
    put(content, "stations/jia.yml", ("\ufeff" + STATION.replace("甲街道\n", "乙街道\n", 1)).replace("\n", "\r\n"))
    (problem,) = check(content)
    assert (problem.excerpt, problem.place.column, problem.width) == ("街道: 乙街道", 5, 3)


def test_a_line_separator_in_a_text_does_not_stop_the_rules(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("喝水", "喝水\u2028歇脚").replace("甲街道\n", "乙街道\n", 1))
    assert [(code, line) for code, _, line, _, _ in told(content)] in ([("E066", 5)], [("E018", 3)])


def test_a_line_separator_near_the_end_of_a_file_does_not_stop_the_rules(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("喝水", '"喝\u2028水\u2028"') + "接替驿站: jia")
    assert [(code, line) for code, _, line, _, _ in told(content)] in ([("E069", 7)], [("E018", 3)])
