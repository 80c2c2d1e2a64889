"""The mistakes that the staff guide promises to catch: each is one message, on the line where the mistake is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.reading.locale import read_wording
from build_tools.reports import reported
from tests.conftest import EVENT, MINIMAL, NOTICE, STATION, check, put, put_all, told

if TYPE_CHECKING:
    from pathlib import Path

POSITION = "位置:\n  经度: 112.6\n  纬度: 26.9\n  坐标系: 卫星定位\n  精度: 大致到区\n"
MISTAKES = [
    ("a tab in the indent", POSITION.replace("  经", "\t经"), 8),
    ("a full-width space in the indent", POSITION.replace("  经", "　经"), 8),
    ("full-width spaces in every indent", POSITION.replace("  ", "　　"), 8),
    ("no-break spaces in every indent", POSITION.replace("  ", "\xa0\xa0"), 8),
    ("a wrong indent", POSITION.replace("  纬", "   纬"), 9),
    ("a full-width colon", "面积：45\n", 7),
    ("a full-width colon before other lines", "面积：45\n社区: 甲社区\n", 7),
    ("no space after a colon", "面积:45\n", 7),
    ("no space after a colon before other lines", "面积:45\n社区: 甲社区\n", 7),
    ("no space after a dash", "设施:\n  -饮水机\n", 8),
    ("a dash a blank too far in", "功能区:\n  - 休息区\n   - 阅读区\n", 9),
    ("a dash a blank too far in, below two lines", "开放时间:\n  - 每天\n    9:00-12:00\n   - 周六 休息\n", 10),
    ("a full-width space after a colon", "电话:　0734-1234567\n面积: 45\n", 7),
    ("a no-break space after a colon", "电话:\xa00734-1234567\n", 7),
    ("no colon after a key", "电话 0734-1234567\n面积: 45\n", 7),
    ("no colon after two keys", "电话 0734-1234567\n面积 45\n", 7),
    ("an equals sign after a key", "电话= 0734-1234567\n面积: 45\n", 7),
    ("a semicolon after a key", "电话；0734-1234567\n面积: 45\n", 7),
    ("a second document", "社区: 甲社区\n---\n面积: 45\n", 8),
    ("a second document after the end of the first", "社区: 甲社区\n...\n\n面积: 45\n", 8),
    ("a second colon", "开放说明: 喝水: 歇脚\n", 7),
    ("a comment that swallows words", "开放说明: 中山路 #1号\n", 7),
    ("a quote that is never closed", '社区: "甲社区\n面积: 45\n', 7),
    ("a bracket that is never closed", "设施: [饮水机\n面积: 45\n", 7),
    ("a time with a point", "开放时间:\n  - 工作日 9.00-12:00\n", 8),
    ("a time in words", "开放时间:\n  - 工作日 9点半到12点\n", 8),
    ("an hour after 24:00", "开放时间: 每天 9:00-24:30\n", 7),
    ("an end before the start", "开放时间: 每天 12:00-9:00\n", 7),
    ("a key twice", "社区: 甲社区\n社区: 乙社区\n", 8),
    ("a key once in Chinese and once in English", "社区: 甲社区\ncommunity: 乙社区\n", 8),
    ("a misspelt key", "设旋: [饮水机]\n", 7),
    ("longitude and latitude exchanged", "位置: {经度: 26.9, 纬度: 112.6, 坐标系: 卫星定位, 精度: 大致到区}\n", 7),
    ("a position without its datum", "位置: {经度: 112.6, 纬度: 26.9, 精度: 大致到区}\n", 7),
    ("a mobile number in a field for telephones", "电话: 13812345678\n", 7),
    ("a script tag in a text", "介绍: |\n  喝水。\n  歇脚<script>alert(1)</script>。\n", 9),
    ("a text pasted from a web page", '开放说明: <p style="color:red">喝水<br>歇脚</p>\n', 7),
    ("a conflict that nobody solved", "<<<<<<< HEAD\n面积: 45\n=======\n面积: 46\n>>>>>>> theirs\n", 7),
]
ACCEPTED = [
    ("a dash inside a text of two lines", "怎么走: 从1号线A口出来往北 - 过马路 - 左转，\n  第二个门\n"),
    ("a dash at the end of a line that goes on", "怎么走: 从A口 -\n  B口\n"),
    ("a number with a dash in a text of three lines", "介绍:\n  每天开门，\n  电话 0000- 1234567，\n  谁都可以来。\n"),
    ("a title in wide brackets", "功能区: 【阅读区】\n"),
    ("full-width digits and colons in a time", "开放时间: 每天 ９：００-１２：００\n"),
    ("unquoted times", "开放时间: [每天 12:30-13:00]\n"),
    ("Chinese quotes in a text", "介绍: “小驿站”里\n"),
    ("a number that is no mobile number", "介绍: 编号 21381234567890\n"),
]


@pytest.mark.parametrize(("mistake", "lines", "line"), MISTAKES, ids=[mistake for mistake, *_ in MISTAKES])
def test_a_mistake_is_told_once_on_its_line(content: Path, mistake: str, lines: str, line: int) -> None:
    put(content, "stations/jia.yml", STATION + lines)
    assert [(file, at) for _, file, at, _, _ in told(content)] == [("stations/jia.yml", line)], mistake


@pytest.mark.parametrize(("habit", "lines"), ACCEPTED, ids=[habit for habit, _ in ACCEPTED])
def test_a_habit_that_does_no_harm_is_accepted_silently(content: Path, habit: str, lines: str) -> None:
    put(content, "stations/jia.yml", STATION + lines)
    assert check(content) == (), habit


def test_a_wrong_time_is_marked_inside_its_rule(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "开放时间:\n  - 工作日 9.00-12:00\n")
    (problem,) = check(content)
    assert (problem.place.line, problem.place.column, problem.width) == (8, 9, 4)


@pytest.mark.parametrize("style", ["开放时间: |\n  工作日 9.00-12:00\n", "开放时间: >-\n  工作日\n  9.00-12:00\n"])
def test_a_wrong_time_in_a_block_is_not_marked_beyond_its_line(content: Path, style: str) -> None:
    put(content, "stations/jia.yml", STATION + style)
    (problem,) = check(content)
    assert problem.place.column <= len(problem.excerpt)


def test_a_misspelt_key_of_two_characters_is_not_told_as_missing_too(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("地址", "地扯"))
    assert told(content) == [("E022", "stations/jia.yml", 6, 1, "地扯")]


def test_an_event_at_a_station_that_does_not_exist_is_told(content: Path) -> None:
    put(content, "events/2026/a.yml", EVENT + "驿站: yi\n")
    assert told(content) == [("E052", "events/2026/a.yml", 6, 5, "驿站")]


WORDS = {
    "vocabulary.yml": MINIMAL["vocabulary.yml"]
    .replace("满足: [渴了]}]", "满足: [渴了]}, {代码: desks, 名称: 桌椅}]")
    .replace("名称: 免费理发}]", "名称: 免费理发}, {代码: grinding, 名称: 磨刀}]")
}
PASTED = [
    ("E118", "开放说明: 喝水: 歇脚", "开放说明: 喝水：歇脚"),
    ("E118", "无障碍:\n  轮椅: 部分: 只到一楼: 东门", "轮椅: 部分：只到一楼：东门"),
    ("E118", "服务: [{种类: 磨刀, 说明: 周三: 上午}]", "服务: [{种类: 磨刀, 说明: 周三：上午}]"),
    ("E118", "开放说明: 喝水: 歇脚 # 一楼: 问过", "开放说明: 喝水：歇脚 # 一楼: 问过"),
    (
        "E119",
        "节假日: 照常\n调休上班日: 照常\n开放时间:\n  - 工作日 9:00-12:00\n  -周六 9:00-12:00\n面积: 45",
        "- 周六 9:00-12:00",
    ),
    ("E235", "社区:　甲社区 # 问过", "社区: 甲社区 # 问过"),
    ("E236", "社区=甲社区\n面积: 45", "社区: 甲社区"),
    ("E236", "社区;甲社区\n面积: 45", "社区: 甲社区"),
    ("E236", "服务:\n  - 种类: 磨刀\n    费用 免费", "费用: 免费"),
    ("E236", "服务:\n  - 种类 磨刀\n    费用: 免费", "- 种类: 磨刀"),
    ("E112", '开放说明: "喝水"、歇脚', "开放说明: “喝水”、歇脚"),
    ("E112", "功能区: ['喝水'区, \"歇脚\" 区]", "功能区: [‘喝水’区, “歇脚” 区]"),
    ("E112", '功能区:\n  - "喝水"区', "- “喝水”区"),
    ("E119", "服务:\n  -磨刀", "- 磨刀"),
    ("E119", "服务:\n  -种类: 磨刀", "- 种类: 磨刀"),
    ("E119", "服务:\n  - 磨刀\n  -免费理发\n社区: 甲社区", "- 免费理发"),
    ("E119", "服务:\n  -磨刀\n  - 免费理发", "- 磨刀"),
    ("E119", "功能区:\n  - 休息区\n   -阅读区", "  - 阅读区"),
    ("E119", "功能区:\n  - 休息区\n -阅读区\n -茶水区\n面积: 45", "  - 阅读区\n  - 茶水区"),
    ("E119", "服务:\n  -种类: 磨刀\n   费用: 免费\n  - 免费理发", "  - 种类: 磨刀\n    费用: 免费"),
    ("E119", "功能区:\n  -休息区\n  -阅读区", "  - 休息区\n  - 阅读区"),
    ("E119", "功能区:\n  - 休息区\n  -阅读区\n  -茶水区", "  - 阅读区\n  - 茶水区"),
    ("E114", "设施: 桌椅、饮水机", "设施: [桌椅, 饮水机]"),
    ("E114", "设施: 桌椅，饮水机 # 一楼", "设施: [桌椅, 饮水机] # 一楼"),
    ("E114", "设施: [桌椅、饮水机]", "设施: [桌椅, 饮水机]"),
    ("E114", "设施:\n  桌椅、饮水机", "[桌椅, 饮水机]"),
    ("E114", "服务:\n  - 免费理发、磨刀", "- 免费理发\n  - 磨刀"),
    ("E114", "服务: [{种类: 磨刀， 说明: 周三}]", "服务: [{种类: 磨刀, 说明: 周三}]"),
]


@pytest.mark.parametrize(("code", "lines", "cure"), PASTED, ids=[lines for _, lines, _ in PASTED])
def test_the_lines_of_a_cure_are_right_once_they_are_pasted(content: Path, code: str, lines: str, cure: str) -> None:
    put_all(content, WORDS | {"stations/jia.yml": STATION + lines + "\n"})
    (problem,) = check(content)
    assert (problem.code, dict(problem.words)["rewritten"]) == (code, cure)
    old = (STATION + lines).split("\n")
    before = old[problem.place.line - 1]
    indent = before[: len(before) - len(before.lstrip())]
    old[problem.place.line - 1 : problem.place.line + cure.count("\n") * (code == "E119")] = [
        cure if cure.startswith(" ") else indent + cure
    ]
    put(content, "stations/jia.yml", "\n".join(old) + "\n")
    assert check(content) == ()


ALIGNED = "位置:\n  经度: 112.6\n  纬度: 26.9\n  坐标系: 卫星定位\n  精度: 大致到区\n"
INDENTED = [
    (" " + STATION, "E135", 1, 0),
    (STATION.replace("街道:", " 街道:"), "E135", 5, 0),
    (STATION + "  面积: 45\n", "E135", 7, 0),
    (STATION + "功能区:\n  - 休息区\n 面积: 45\n", "E135", 9, 0),
    (STATION + "功能区:\n  - 休息区\n - 阅读区\n", "E135", 9, 2),
    (STATION + "服务:\n  - 种类: 免费理发\n   费用: 免费\n", "E135", 9, 4),
    (STATION + ALIGNED + " 面积: 45\n", "E135", 12, 0),
    (STATION + ALIGNED.replace("  经", "   经"), "E135", 8, 2),
    (STATION + ALIGNED.replace("  纬", " 纬"), "E135", 9, 2),
    (STATION + "介绍: |\n   甲。\n\n乙。\n   丙。\n面积: 45\n", "E134", 10, 3),
    (STATION + "介绍: |\n甲。\n乙。\n面积: 45\n", "E134", 8, 2),
    (STATION + "介绍: >-\n  甲。\n乙。\n", "E134", 9, 2),
    (STATION + "介绍: 喝水，\n歇脚。\n面积: 45\n", "E134", 8, 2),
    (STATION + "介绍:\n  喝水，\n歇脚。\n", "E134", 9, 2),
    (STATION + "服务:\n  - 种类: 免费理发\n    说明: |\n      甲。\n乙。\n面积: 45\n", "E134", 11, 6),
]


@pytest.mark.parametrize(("text", "code", "line", "blanks"), INDENTED)
def test_a_wrong_indent_is_told_with_the_right_one(content: Path, text: str, code: str, line: int, blanks: int) -> None:
    put(content, "stations/jia.yml", text)
    (problem,) = check(content)
    assert (problem.code, problem.place.line, dict(problem.words)["blanks"]) == (code, line, str(blanks))


WEEKLY = EVENT.replace("日期: 2026-10-17", "重复: 每周五 14:00-17:00\n节假日: 照常\n调休上班日: 照常")
UNFIT = [
    "联系方式: 微信群里问",
    "联系方式: {微信: abc}",
    "坐标: 未知",
    "坐标: 十字路口东",
    "坐标: gcj02 112.6,26.9",
    "坐标: []",
    "坐标:",
]
GUESSED = [
    (STATION + "手机: 0734-1234567\n", "手机", "电话"),
    (STATION + "联系方式: 0734-1234567\n", "联系方式", "电话"),
    (STATION + "经纬度: 未写\n", "经纬度", ""),
    *((STATION + f"{line}\n", line.partition(":")[0], "") for line in UNFIT),
    (STATION + "坐标: {经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区}\n", "坐标", "位置"),
    (STATION + "联系方式: 未知\n", "联系方式", "电话"),
    (STATION + "经纬度: 112.6, 26.9\n", "经纬度", "位置: {经度: 112.6, 纬度: 26.9, 坐标系: …, 精度: …}"),
    (STATION + "坐标: [26.9, 112.6]\n", "坐标", "位置: {经度: 112.6, 纬度: 26.9, 坐标系: …, 精度: …}"),
    (STATION + "位置: {经纬度: 东经112.6，北纬26.9, 坐标系: 卫星定位}\n", "位置.经纬度", "经度: 112.6, 纬度: 26.9"),
    (WEEKLY + "变动: [{日期: 2026-10-16, 状态: 取消}]\n", "变动[1].状态", "取消: …"),
    (WEEKLY + "变动: [{日期: 2026-10-16, 状态: 改期}]\n", "变动[1].状态", "改到: …"),
    (WEEKLY + "变动: [{日期: 2026-10-16, 状态: 照旧}]\n", "变动[1].状态", ""),
    (STATION + "例外: [{日期: 2026-10-16, 状态: 关门}]\n", "例外[1].状态", ""),
]


@pytest.mark.parametrize(("text", "path", "near"), GUESSED, ids=[f"{path} {near}" for _, path, near in GUESSED])
def test_a_key_that_staff_guess_is_told_once_with_what_is_written_instead(
    content: Path, text: str, path: str, near: str
) -> None:
    put(content, "events/2026/a.yml" if "重复" in text else "stations/jia.yml", text)
    (problem,) = check(content)
    assert (problem.code, problem.path, dict(problem.words).get("near", "")) == ("E022", path, near)


@pytest.mark.parametrize(
    "lines", ["电话: 0734-1234567\n手机: 0734-7654321\n", "手机: 0734-7654321\n座机: 0734-1234567\n"]
)
def test_two_keys_that_mean_one_are_not_both_to_be_renamed(content: Path, lines: str) -> None:
    put(content, "stations/jia.yml", STATION + lines)
    *others, last = check(content)
    assert [dict(one.words).get("near") for one in others] == ["电话"] * ("电话" not in lines)
    assert dict(last.words).get("already") == "电话"


COURSES = [
    ("状态: 取消, 原因: 下雨", "取消: 下雨"),
    ("状态: 取消, 状态原因: 下雨", "取消: 下雨"),
    ("状态: 取消, 取消: 下雨", "取消: 下雨"),
    ("状态: 改期, 改到: 2026-10-18", "改到: 2026-10-18"),
    ("状态: 改期, 时间: 15:00-17:00", "时间: 15:00-17:00"),
]


@pytest.mark.parametrize(("said", "cured"), COURSES)
def test_the_course_of_one_time_is_told_with_all_that_is_to_be_changed(content: Path, said: str, cured: str) -> None:
    lines = WEEKLY + "变动: [{日期: 2026-10-16, %s}]\n"
    put(content, "events/2026/a.yml", lines % said)
    (problem,) = check(content)
    words = dict(problem.words)
    assert (problem.code, words.get("instead", cured), "spare" in words) == ("E022", cured, cured in said)
    put(content, "events/2026/a.yml", lines % cured)
    assert check(content) == ()


def test_what_else_is_wrong_beside_a_guessed_position_is_told_as_well(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "位置: {坐标: [112.6, 26.9], 坐标系: 卫星定位, 精度: 门口}\n")
    assert [(code, path) for code, *_, path in told(content)] == [("E022", "位置.坐标"), ("E048", "位置.精度")]


ONE_VALUE = [
    ("E042", "电话: 0734-1234567、0734-1234568"),
    ("E051", "服务: [{种类: 免费理发、磨刀}]"),
    ("E011", "社区: 甲社区 面积: 45"),
    ("E011", "开放说明: 甲\n  乙: 丙"),
    ("E236", "社区: 甲社区\n面积 45\n功能区: 休息区"),
    ("E112", '设施: "桌椅", "饮水机"'),
]


@pytest.mark.parametrize(("code", "lines"), ONE_VALUE, ids=[lines for _, lines in ONE_VALUE])
def test_one_value_is_not_taken_for_a_list_nor_two_lines_for_one(content: Path, code: str, lines: str) -> None:
    put_all(content, WORDS | {"stations/jia.yml": STATION + lines + "\n"})
    assert [one.code for one in check(content)] == [code]


NO_ENTRIES = [
    "开放说明: -5度",
    "开放说明:\n  -桌椅",
    "介绍: |\n  -一\n  -二",
    "功能区:\n  - 冷库\n    -5度",
    "功能区: [-一, '-二']",
]


@pytest.mark.parametrize("lines", NO_ENTRIES)
def test_a_text_may_begin_with_a_dash(content: Path, lines: str) -> None:
    put(content, "stations/jia.yml", f"{STATION}{lines}\n")
    assert check(content) == ()


LOST = [
    ("开放说明: 中山路 #1号", '开放说明: "中山路 #1号"'),
    ("开放说明: 中山路\t#1号  ", '开放说明: "中山路\t#1号"'),
    ("功能区:\n  - 休息区 #1", '- "休息区 #1"'),
    ('开放说明: 中山路"里" #1号', "开放说明: '中山路\"里\" #1号'"),
    ("核实:\n  日期: 2026-11-01\n  岗位: 社区人员 #2\n  方法: 到站查看\n  下次: 2027-02-01", '岗位: "社区人员 #2"'),
]
KEPT = [
    "开放说明: 中山路 # 问过了",
    "开放说明: 中山路 ## 问过了",
    "开放说明: 中山路#1号",
    '开放说明: "中山路 #1号"',
    "开放说明: '中山路' #1号",
    "介绍: |\n  中山路 #1号",
    "#社区: 甲社区",
    "服务: #问过了\n  - 免费理发",
]


@pytest.mark.parametrize(("lines", "right"), LOST, ids=[lines for lines, _ in LOST])
def test_words_that_become_a_comment_are_told_with_the_value_in_quotes(content: Path, lines: str, right: str) -> None:
    put(content, "stations/jia.yml", f"{STATION}{lines}\n")
    (problem,) = check(content)
    assert (problem.code, dict(problem.words)["right"]) == ("W104", right)
    assert problem.excerpt[problem.place.column - 1] == "#"
    put(content, "stations/jia.yml", f"{STATION}{lines}\n".replace(problem.excerpt.lstrip(), right))
    assert check(content) == ()


@pytest.mark.parametrize("lines", KEPT)
def test_a_comment_of_ours_is_not_told(content: Path, lines: str) -> None:
    put(content, "stations/jia.yml", f"{STATION}{lines}\n")
    assert check(content) == ()


def test_a_district_without_streets_is_to_get_the_line(content: Path) -> None:
    put(content, "districts/shili.yml", MINIMAL["districts/shili.yml"].replace("街道: [甲街道]\n", ""))
    (problem,) = check(content)
    assert problem.code == "E066"
    cure = reported(problem, read_wording("zh"), "content").cure
    assert cure == "在 districts/shili.yml 加一行  街道: [甲街道]"
    put(content, "districts/shili.yml", (content / "districts/shili.yml").read_text() + cure.split("  ")[1] + "\n")
    assert check(content) == ()


CONSEQUENCES = [
    ("a vocabulary that cannot be read", "vocabulary.yml", "需求: [\n"),
    (
        "a vocabulary with a misspelt key",
        "vocabulary.yml",
        MINIMAL["vocabulary.yml"].replace("名称: 安全", "名秤: 安全"),
    ),
    ("a vocabulary with an unknown word", "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("[渴了]", "[渴]")),
]
TALLY = "截止月: 2026-10\n类别:\n  安全隐患: {起始月: 2026-10, 批次: [{自: 2026-10, 至: 2026-10, 件数: 5}]}\n"


@pytest.mark.parametrize(("mistake", "uri", "text"), CONSEQUENCES, ids=[mistake for mistake, *_ in CONSEQUENCES])
def test_what_follows_from_a_mistake_elsewhere_is_not_told(content: Path, mistake: str, uri: str, text: str) -> None:
    put(content, "tallies/jia.yml", TALLY)
    assert check(content) == ()
    put(content, uri, text)
    assert [file for _, file, *_ in told(content)] == [uri], mistake


@pytest.mark.parametrize("name", ["Jia.yml", "jia.yaml", "jia.yml.txt", "jia(1).yml"])
def test_what_names_a_misnamed_file_is_not_told(content: Path, name: str) -> None:
    put(content, "events/2026/a.yml", EVENT + "驿站: jia\n")
    (content / "stations/jia.yml").rename(content / "stations" / name)
    assert [file for _, file, *_ in told(content)] == [f"stations/{name}"]


def test_a_station_that_stands_twice_is_told_once_whatever_else_it_says(content: Path) -> None:
    for name in ("jia", "yi"):
        put(content, f"stations/{name}.yml", STATION + "曾用编号: [lao]\n")
    assert [code for code, *_ in told(content)] == ["E062"]


BRACES = "位置: {经度: 26.9, 纬度: 112.6, 坐标系: 卫星定位, 精度: 大致到区}"
LINES = ("位置:", "  经度: 26.9  # 门口", "  纬度: '112.6'", "  坐标系: 卫星定位", "  精度: 大致到区")


@pytest.mark.parametrize(
    ("written", "pasted"),
    [
        (BRACES, "位置: {经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区}"),
        ("\n".join(LINES), "  经度: 112.6  # 门口\n  纬度: '26.9'"),
    ],
)
def test_a_position_turned_round_is_given_in_the_form_it_is_written_in(
    content: Path, written: str, pasted: str
) -> None:
    put(content, "stations/jia.yml", f"{STATION}{written}\n")
    (problem,) = check(content)
    assert (problem.code, dict(problem.words)["rewritten"]) == ("E065", pasted)


def test_a_known_key_without_its_colon_is_told_once_with_what_to_write(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}服务:\n  - {{种类 免费理发}}\n")
    (problem,) = check(content)
    assert (problem.code, problem.place.line, problem.place.column) == ("E022", 8, 6)
    assert dict(problem.words)["near"] == "种类: 免费理发"


def test_an_example_that_is_a_sentence_does_not_end_the_cure_twice(content: Path) -> None:
    put(content, "notices/2026/a.yml", NOTICE.replace("国庆照常开放。", "[国庆, 照常]"))
    (problem,) = check(content)
    assert (problem.code, "。。" in reported(problem, read_wording("zh"), "content").cure) == ("E026", False)
