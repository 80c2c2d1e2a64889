"""What staff type → what it becomes, a row a habit; and what stays exactly as it is."""

from __future__ import annotations

import pytest

from build_tools.problems import Unreadable
from build_tools.reading.folder import Found
from build_tools.records.files import Kind
from tests.conftest import STATION
from tests.formatting.trial import JIA, usual

MENDED = [
    ("Windows' line ends", "面积: 45\r\n", "面积: 45\n"),
    ("line ends of old Macs", "面积: 45\r", "面积: 45\n"),
    ("no end of the last line", "面积: 45", "面积: 45\n"),
    ("empty lines at the end", "面积: 45\n\n  \n", "面积: 45\n"),
    ("blanks at the end of a line", "社区: 甲社区  \t\n面积: 45\n", "社区: 甲社区\n面积: 45\n"),
    ("blanks at the end of a comment", "# 还没问  \n面积: 45\n", "# 还没问\n面积: 45\n"),
    ("blanks in an empty line", "社区: 甲社区\n   \n面积: 45\n", "社区: 甲社区\n\n面积: 45\n"),
    ("a full-width space after a value", "社区: 甲社区　\n", "社区: 甲社区\n"),
    ("a full-width space before a colon", "社区　: 甲社区\n", "社区: 甲社区\n"),
    ("several blanks after a colon", "面积:   45\n", "面积: 45\n"),
    ("a tab after a colon", "面积:\t45\n", "面积: 45\n"),
    ("a blank before a colon", "面积 : 45\n", "面积: 45\n"),
    ("a full-width colon", "面积：45\n", "面积: 45\n"),
    (
        "a full-width colon after many",
        "社区：甲社区\n面积：45\n服务: [磨刀]\n",
        "社区: 甲社区\n面积: 45\n服务: [磨刀]\n",
    ),
    ("a full-width colon before lines", "服务：\n  - 磨刀\n面积: 45\n", "服务:\n  - 磨刀\n面积: 45\n"),
    ("a full-width colon after a translation", "社区: 甲\n社区@en：A\n", "社区: 甲\n社区@en: A\n"),
    ("no blank after dashes", "设施:\n  -桌椅\n  -饮水机\n", "设施:\n  - 桌椅\n  - 饮水机\n"),
    ("a line of known words in a list", "设施:\n  - 桌椅，饮水机 # 新\n", "设施:\n  - 桌椅\n  - 饮水机 # 新\n"),
    ("no blank after a colon", "面积:45\n", "面积: 45\n"),
    ("a full-width space after a colon", "面积:　45\n", "面积: 45\n"),
    ("a colon in a list", "服务:\n  - 种类：磨刀\n    费用：免费\n", "服务:\n  - 种类: 磨刀\n    费用: 免费\n"),
    ("a colon in braces", "服务: [{种类：磨刀, 费用:免费}]\n", "服务: [{种类: 磨刀, 费用: 免费}]\n"),
    ("Chinese signs only in braces", "服务: [{种类：磨刀，费用：免费}]\n", "服务: [{种类: 磨刀, 费用: 免费}]\n"),
    (
        "words between Chinese signs in braces",
        "服务: [{种类：磨刀，费用：免费，真的，时间：周三}]\n",
        "服务: [{种类: 磨刀, 费用: 免费，真的, 时间: 周三}]\n",
    ),
    (
        "words that are no keys there",
        "服务: [{种类：磨刀，说明：请预约，电话：12345}]\n",
        "服务: [{种类: 磨刀, 说明: 请预约，电话：12345}]\n",
    ),
    ("a comma before a key", "服务: [{种类: 磨刀，费用: 免费}]\n", "服务: [{种类: 磨刀, 费用: 免费}]\n"),
    ("a full-width indent", "无障碍:\n　坡道: 有\n　轮椅: 有\n", "无障碍:\n  坡道: 有\n  轮椅: 有\n"),
    ("a full-width indent beside blanks", "无障碍:\n　坡道: 有\n  轮椅: 有\n", "无障碍:\n  坡道: 有\n  轮椅: 有\n"),
    ("no-break spaces as indent", "无障碍:\n\xa0\xa0坡道: 有\n  轮椅: 有\n", "无障碍:\n  坡道: 有\n  轮椅: 有\n"),
    ("a tab as indent", "无障碍:\n\t坡道: 有\n\t轮椅: 有\n", "无障碍:\n  坡道: 有\n  轮椅: 有\n"),
    ("a tab beside blanks", "服务:\n  - 种类: 磨刀\n\t费用: 免费\n", "服务:\n  - 种类: 磨刀\n    费用: 免费\n"),
    ("a full-width space in an empty line", "社区: 甲社区\n　\n面积: 45\n", "社区: 甲社区\n\n面积: 45\n"),
    ("four blanks a level", "无障碍:\n    坡道: 有\n    轮椅: 有\n", "无障碍:\n  坡道: 有\n  轮椅: 有\n"),
    ("a list right below its key", "服务:\n- 磨刀\n- 义诊\n面积: 45\n", "服务:\n  - 磨刀\n  - 义诊\n面积: 45\n"),
    (
        "many blanks after a dash",
        "服务:\n  -   种类: 磨刀\n      费用: 免费\n",
        "服务:\n  - 种类: 磨刀\n    费用: 免费\n",
    ),
    ("a comment moves with its line", "服务:\n# 每天\n- 磨刀\n", "服务:\n  # 每天\n  - 磨刀\n"),
    ("a text moves as it is", "介绍: |\n    一\n      二\n", "介绍: |\n    一\n      二\n"),
    (
        "a text in a list moves as it is",
        "服务:\n-   种类: 磨刀\n    说明: |\n       一  \n\n         二\n",
        "服务:\n  - 种类: 磨刀\n    说明: |\n       一  \n\n         二\n",
    ),
    ("brackets without blanks", "功能区: [休息区,阅读区,厨房]\n", "功能区: [休息区, 阅读区, 厨房]\n"),
    ("brackets with blanks", "功能区: [ 休息区 , 阅读区 ]\n", "功能区: [休息区, 阅读区]\n"),
    ("braces", "无障碍: { 坡道:  有,轮椅: 有 }\n", "无障碍: {坡道: 有, 轮椅: 有}\n"),
    (
        "brackets over several lines",
        "功能区: [休息区,\n         阅读区,厨房]\n",
        "功能区: [休息区,\n         阅读区, 厨房]\n",
    ),
    ("Chinese commas between known words", "设施: [桌椅，饮水机、雨伞]\n", "设施: [桌椅, 饮水机, 雨伞]\n"),
    ("Chinese brackets around known words", "设施: 【桌椅，饮水机】\n", "设施: [桌椅, 饮水机]\n"),
    ("known words without brackets", "设施: 桌椅、饮水机\n", "设施: [桌椅, 饮水机]\n"),
    ("quotes that nobody needs", "社区: \"甲社区\"\n'面积': '45平'\n", "社区: 甲社区\n面积: 45平\n"),
    ("quotes around a sentence", "开放说明: '每天都开，请放心。'\n", "开放说明: 每天都开，请放心。\n"),
    ("a colon in a text", "开放说明: 注意: 带伞\n", '开放说明: "注意: 带伞"\n'),
    ("a star before a text", "开放说明: *重要* 带伞\n", '开放说明: "*重要* 带伞"\n'),
    ("an at sign before a text", "开放说明: @所有人 带伞 # 急\n", '开放说明: "@所有人 带伞" # 急\n'),
    ("English quotes in a text", '开放说明: "小"驿站\n', "开放说明: '\"小\"驿站'\n"),
    ("full-width times", "开放时间: 每天 ９：００－１２：００\n", "开放时间: 每天 9:00-12:00\n"),
    ("other dashes", "开放时间: 每天 9:00—12:00、14:00 ～ 17:30\n", "开放时间: 每天 9:00-12:00、14:00-17:30\n"),
    ("the next day", "开放时间: 每天 ２２：００－次日６：００\n", "开放时间: 每天 22:00-次日6:00\n"),
    (
        "full-width days",
        "开放时间: ５月１日至９月３０日 每天 8:00-12:00\n",
        "开放时间: 5月1日至9月30日 每天 8:00-12:00\n",
    ),
    ("a time in quotes", '开放时间: ["每天 ９：００－１２：００"]\n', '开放时间: ["每天 9:00-12:00"]\n'),
    ("a full-width number", "面积: ４５\n", "面积: 45\n"),
    ("a full-width telephone", "电话: ０７３４－１２３４５６７\n", "电话: 0734-1234567\n"),
    ("a full-width day", "状态自: ２０２６－０９－０１\n", "状态自: 2026-09-01\n"),
]
KEPT = [
    ("a comment and its column", "面积: 45      # 问过了\n"),
    ("a comment between lines", "# 一\n\n# 二\n面积: 45\n  # 三\n"),
    ("empty lines", "社区: 甲社区\n\n\n面积: 45\n"),
    ("the order of keys", "面积: 45\n社区: 甲社区\n"),
    ("a long line", f"开放说明: {'很长' * 300}\n"),
    ("a text in lines", "介绍: |\n  一  \n\n  - 二：时间:三\n  \t四\n"),
    ("a comment after the sign of a text in lines", "# 一\n介绍: |  # 二\n  三\n"),
    ("a folded text", "介绍: >-\n  一\n  二\n\n  三\n"),
    ("a text of one line that begins like a key", "介绍:\n  电话：未知\n"),
    ("a text that goes on", "开放说明: 第一行\n  面积：四十五\n"),
    ("a paragraph with full-width spaces", "介绍: |\n  　　第一段\n  　　第二段\n"),
    ("braces over several lines", "无障碍: {\n  坡道: 有, # 东门\n  轮椅: 有,\n}\n"),
    ("a list in brackets over several lines", "功能区: [\n  休息区,\n  阅读区,\n]\n"),
    ("a line that begins with a dash in a text", "开放说明:\n  -桌椅\n"),
    ("quotes that are needed", "开放说明: '注意: 带伞'\n社区: \"#1\"\n"),
    ("quotes around what other programs take for a number", "邮编: \"000000\"\n社区: 'no'\n"),
    ("escapes", '开放说明: "一\\u0020二"\n'),
    ("words that YAML takes for no texts", "社区: no\n开放说明: 12:30\n街道@en: ~\n"),
    ("full-width digits in a text", "开放说明: 每天 ９：００－１２：００\n"),
    ("a Chinese comma in a text", "功能区: [休息区，阅读区]\n"),
    ("a colon in a text", "服务: [{种类: 磨刀, 说明: 请预约，电话：12345}]\n"),
    ("a full-width space after a key that nobody knows", "社去　: 甲社区\n"),
    ("a no-break space after a key that nobody knows", "社去\xa0: 甲社区\n"),
    ("a full-width space after a key that nobody knows in braces", "服务: [{种类: 磨刀, 费　: 免费}]\n"),
    ("words joined by 至", "开放时间: 周一至周五 9:00至12:00\n"),
    ("a reason", "开放时间: [每天 9:00-12:00, 周三 休息：１号线检修]\n"),
]
UNCLEAR = [
    ("tabs of which nobody knows how wide they are", "介绍: |\n  一\n\t二\n", "E073"),
    ("a key twice after mending", "面积: 45\n面积：46\n", "E074"),
    ("a key that may not stand there", "无障碍: {坡道: 有, 面积：45\n", "E116"),
    ("a bracket that is never closed", "设施: [饮水机\n面积: 45\n", "E116"),
    ("a quote that is never closed", '社区: "甲社区\n面积: 45\n', "E112"),
    ("two lines in one", "社区: 甲社区 面积: 45\n", "E011"),
    ("a key behind a Chinese comma", "怎么走: 往北，电话: 0000-1234567\n", "E011"),
    ("a key behind a comma and a list", "服务:\n  - 名称: 三心，内容: [a]\n", "E011"),
    ("a key behind a Chinese comma in a list", "服务:\n  - 说明: 值班，时间: 未知\n", "E011"),
    ("a key behind a Chinese semicolon", "门牌号: 1号；怎么走: 往北\n", "E011"),
    ("a key behind a full stop", "怎么走: 往北。电话: 0000-1234567\n", "E011"),
    ("a key behind a pause mark", "怎么走: 往北、电话: 0000-1234567\n", "E011"),
    ("a key behind a narrow comma", "怎么走: 往北,电话: 0000-1234567\n", "E011"),
    ("a key behind a stroke", "怎么走: 往北/电话: 0000-1234567\n", "E011"),
    ("a key behind a round bracket", "怎么走: 往北（电话: 0000-1234567）\n", "E011"),
    ("a key with a blank before its colon", "怎么走: 往北，电话 : 0000-1234567\n", "E011"),
    ("a key behind quotes", '社区: "甲社区" ，邮编: 000000\n', "E011"),
    ("a translation behind a Chinese comma", "一句话@en: Water: free，名称@en: A\n", "E011"),
    ("a paragraph or a key", "介绍：\n  电话：未知\n", "E074"),
    ("a paragraph or a key in a list", "服务：\n  - 种类：磨刀\n    说明：\n      费用：免费\n", "E074"),
    ("a paragraph or a key behind a colon that is mended", "社区：甲社区\n介绍：\n  电话：未知\n", "E074"),
    ("a record where a text is wanted", "社区：\n  坡道：有\n  面积：45\n", "E074"),
    ("words that go on or a key", "服务: [{种类: 磨刀, 说明: 请预约，时间: 周三}]\n", "E114"),
    ("a line that goes on or a key", "社区：甲社区\n  面积：45\n", "E074"),
    ("an anchor", "社区: &jia 甲社区\n", "E012"),
    ("a reference", "社区: *jia\n", "E012"),
    ("a type", "面积: !!int 45\n", "E013"),
    ("a conflict", "<<<<<<< HEAD\n面积: 45\n=======\n面积: 46\n>>>>>>> theirs\n", "E071"),
]


@pytest.mark.parametrize(("habit", "written", "formed"), MENDED, ids=[habit for habit, *_ in MENDED])
def test_a_habit_is_mended(habit: str, written: str, formed: str) -> None:
    assert usual(STATION + written) == STATION + formed, habit


@pytest.mark.parametrize(("habit", "written"), KEPT, ids=[habit for habit, _ in KEPT])
def test_what_is_no_mistake_stays_as_it_is(habit: str, written: str) -> None:
    assert usual(STATION + written) == STATION + written, habit


@pytest.mark.parametrize(("mistake", "written", "code"), UNCLEAR, ids=[mistake for mistake, *_ in UNCLEAR])
def test_what_may_mean_several_things_is_left_to_its_author(mistake: str, written: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        usual(STATION + written)
    assert refusal.value.code == code, mistake


@pytest.mark.parametrize(
    "whole", ["x: [", "x: [a\n", "- x: {\n", "名称: 甲站，状态: 开放\n", STATION.replace("\n状态", "，状态")]
)
def test_a_file_that_quotes_would_make_one_text_is_left_to_its_author(whole: str) -> None:
    with pytest.raises(Unreadable):
        usual(whole)


def test_a_file_that_is_indented_as_a_whole_moves_to_the_margin() -> None:
    assert usual("# 甲\n" + STATION.replace("\n", "\n  ").rstrip(" ").join(("  ", ""))) == "# 甲\n" + STATION


def test_a_file_in_full_width_signs_throughout_is_mended() -> None:
    assert usual(STATION.replace(": ", "：")) == STATION


IN_BRACES = ["种类：磨刀，费用：免费", "种类：磨刀，费用：免费，时间：每周三"]
"""Two keys, and three; each behind the first is found by reading once more."""


def test_a_file_that_must_be_read_too_often_is_left_to_its_author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.formatting.mending.MOST", 1)
    many = STATION.replace(": ", "：")
    assert usual(many) == STATION
    with pytest.raises(Unreadable):
        usual(f"{many}服务: [{{{IN_BRACES[0]}}}]\n")


@pytest.mark.parametrize(("keys", "is_mended"), [(IN_BRACES[0], True), (IN_BRACES[1], False)])
def test_lines_in_braces_are_all_mended_or_all_left(
    monkeypatch: pytest.MonkeyPatch, keys: str, is_mended: bool
) -> None:
    monkeypatch.setattr("build_tools.formatting.mending.MOST", 2)
    written = STATION + "服务:\n" + f"  - {{{keys}}}\n" * 3
    formed = written.replace(keys, keys.replace("：", ": ").replace("，", ", "))
    assert usual(written) == (formed if is_mended else written)


def test_every_habit_of_windows_at_once() -> None:
    written = STATION.replace(": ", "：", 3).replace("\n", "  \r\n").rstrip()
    assert usual(b"\xef\xbb\xbf" + written.encode()) == STATION


def test_a_page_keeps_the_blanks_that_break_its_lines() -> None:
    page = Found(Kind.ESSAY, JIA.place, "about.md", "about")
    assert usual("\ufeff# 关于\r\n \t\r\n一  \r\n二 \r\n\r\n", page) == "# 关于\n\n一  \n二 \n"


def test_a_ledger_keeps_the_form_that_booking_gives_it() -> None:
    ledger = Found(Kind.TALLY, JIA.place, "tallies/jia.yml", "jia")
    written = '截止月: 2026-10\n类别: {}\n停用:\n  - {类别: 各类矛盾, 自: 2026-04, 说明: "合并。"}\n'
    assert usual(written.replace("\n", "\r\n"), ledger) == written
