"""Every kind of change in one sentence: how a station's file was, how it is now, and what residents read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import MINIMAL, STATION, put
from tests.history.changing import lines, revision, told_of, with_past

if TYPE_CHECKING:
    from pathlib import Path

WORDS = MINIMAL["vocabulary.yml"].replace(
    "服务: [{代码: haircut, 名称: 免费理发}]",
    "服务: [{代码: haircut, 名称: 免费理发, 名称@en: Free haircuts}, {代码: knives, 名称: 磨刀, 名称@en: Knife sharpening}]",
)
OPEN = "节假日: 休息\n调休上班日: 照常\n开放时间: 每天 8:00-20:00\n"
NOBODY = "节假日: 休息\n调休上班日: 照常\n"


def cuts(times: str, more: str = "") -> str:
    """A station where hair is cut at `times`."""
    return f"{NOBODY}服务: [{{种类: 免费理发, 时间: {times}{more}}}]\n"


CASES = [
    ("开放时间: 每天 8:00-20:00", "开放时间: 每天 9:00-18:00", "开放时间改为每天 9:00–18:00（原来是每天 8:00–20:00）"),
    ("开放时间: 未知", "开放时间: 每天 9:00-18:00", "开放时间：每天 9:00–18:00"),
    ("开放时间: 每天 9:00-18:00", "", "开放时间待核实（原来是每天 9:00–18:00）"),
    (
        "开放时间: 每天 8:00-20:00",
        "开放时间: [每天 8:00-20:00, 2026-12-01 起 每天 9:00-18:00]",
        "2026年12月1日起，开放时间改为每天 9:00–18:00（原来是每天 8:00–20:00）",
    ),
    (
        NOBODY + "开放时间: 每天 8:00-20:00",
        NOBODY + "开放时间: [每天 8:00-20:00, 周日 休息：盘点]",
        "开放时间改为每天 8:00–20:00；周日 休息（原来是每天 8:00–20:00）",
    ),
    (cuts("每周五下午"), cuts("每周五 14:00-17:00"), "免费理发改为每周五 14:00–17:00（原来是每周五下午）"),
    (
        cuts("每周五下午"),
        cuts("2026-09-01 起 每周五 14:00-17:00"),
        "免费理发改为每周五 14:00–17:00（原来是每周五下午）",
    ),
    (
        cuts("每周五下午"),
        cuts("2026-12-01 起 每周五 14:00-17:00"),
        "免费理发改为每周五 14:00–17:00（2026年12月1日起）（原来是每周五下午）",
    ),
    (cuts("每周五 9:00-11:00"), cuts("同开放时间"), "免费理发改为和驿站开放时间一样（原来是每周五 9:00–11:00）"),
    (cuts("每周五 9:00-11:00"), cuts("未知"), "免费理发的时间待核实（原来是每周五 9:00–11:00）"),
    ("", "服务: [磨刀]", "新增磨刀"),
    (NOBODY, NOBODY + "服务: [{种类: 磨刀, 时间: 周三 9:00-11:00}]", "新增磨刀：周三 9:00–11:00"),
    (
        NOBODY,
        NOBODY + "服务: [{种类: 磨刀, 时间: 2026-12-01 起 周三 9:00-11:00}]",
        "2026年12月1日起，新增磨刀：周三 9:00–11:00",
    ),
    ("服务: [磨刀]", "", "不再提供磨刀"),
    (
        NOBODY + "渠道: [{名称: 心愿信箱, 时间: 每天}]",
        NOBODY + "渠道: [{名称: 心愿信箱, 时间: 周三 9:00-11:00}]",
        "“心愿信箱”改为周三 9:00–11:00（原来是每天）",
    ),
    ("节假日: 休息", "节假日: 照常", "节假日改为照常（原来是休息）"),
    ("", "节假日: 10:00-16:00", "节假日：10:00–16:00"),
    ("节假日: 休息", "节假日: [休息, 国庆节 照常]", "节假日改为休息；国庆节 照常（原来是休息）"),
    ("节假日: 休息", "", "节假日怎么开，待核实（原来是休息）"),
    ("调休上班日: 休息", "调休上班日: 照常", "调休上班日改为照常（原来是休息）"),
    ("调休上班日: 照常", "调休上班日: 9:00-12:00", "调休上班日改为9:00–12:00（原来是照常）"),
    ("", "例外: [{日期: 2026-10-01 至 2026-10-03, 休息: 装修}]", "10月1日（周四）至10月3日（周六）休息"),
    ("", "例外: [{日期: 2027-01-01, 时间: 14:00-17:00, 说明: 加开}]", "2027年1月1日（周五）改为14:00–17:00"),
    ("", "例外: [{日期: 2026-12-01, 时间: 下午}]", "12月1日（周二）改为下午（具体时间待核实）"),
    ("", "例外: [{日期: 2026-12-01, 改到: 2026-12-02}]", "12月1日（周二）的改到12月2日（周三）"),
    (
        "",
        "例外: [{日期: 2026-12-01, 改到: 2026-12-02, 时间: 9:00-11:00}]",
        "12月1日（周二）的改到12月2日（周三） 9:00–11:00",
    ),
    (
        "",
        "例外: [{日期: 2026-12-01 12:00 至 2026-12-02 9:00, 休息: 停电}]",
        "12月1日（周二）12:00至12月2日（周三）9:00休息",
    ),
    ("", "例外: [{日期: 2026-12-01 起, 休息: 装修}]", "12月1日（周二）起休息"),
    ("", "例外: [{日期: '2026-12-01、2026-12-03', 休息: 装修}]", "12月1日（周二）、12月3日（周四）休息"),
    ("例外: [{日期: 2026-12-01, 休息: 装修}]", "", "取消“12月1日（周二）休息”的安排"),
    (
        cuts("每周五 9:00-11:00"),
        cuts("每周五 9:00-11:00", ", 例外: [{日期: 2026-12-04, 休息: 师傅请假}]"),
        "免费理发：12月4日（周五）休息",
    ),
    ("电话: 0000-1234567", "电话: 0000-7654321", "电话改为 0000-7654321"),
    ("电话: 0000-1234567", "电话: 未知", "电话有变"),
]
LIVES = [
    ("开放", "暂停\n状态自: 2026-10-03", "暂停开放（2026年10月3日起）"),
    ("开放", "暂停\n状态原因: 装修", "暂停开放"),
    ("暂停", "开放", "恢复开放"),
    ("暂停", "开放\n状态自: 2026-10-03", "恢复开放（2026年10月3日起）"),
    ("筹备", "开放", "开始开放"),
    ("关闭", "开放", "重新开放"),
    ("开放", "关闭\n状态自: 2026-10", "已经关闭（2026年10月起）"),
    ("筹备", "关闭", "已经关闭"),
    ("开放", "筹备", "正在筹备，还没有开放"),
]
SAME = [
    ("开放时间: 每天 8:00-20:00", "开放时间: '每天 08:00—20:00'"),
    ("开放时间: 每天 8:00-20:00", "hours:\n  - 每天 8:00-20:00"),
    (OPEN + "例外: []", OPEN),
    (
        NOBODY + "开放时间: [周一 9:00-11:00, 周二 10:00-12:00]",
        NOBODY + "开放时间: [周二 10:00-12:00, 周一 9:00-11:00]",
    ),
    (
        NOBODY + "开放时间: [每天 8:00-20:00, 周日 休息：盘点]",
        NOBODY + "开放时间: [每天 8:00-20:00, 周日 休息：大扫除]",
    ),
    ("开放时间: [每天 8:00-20:00, 2026-09-01 起 每天 9:00-18:00]", "开放时间: 每天 9:00-18:00"),
    ("开放时间: [每天 8:00-20:00, 2026-07-01 至 2026-08-31 每天 8:00-22:00]", "开放时间: 每天 8:00-20:00"),
    ("例外: [{日期: 2026-12-01, 休息: 装修}]", "例外: [{日期: 2026-12-01, 休息: 刷墙}]"),
    ("例外: [{日期: 2026-09-01, 休息: 装修}]", ""),
    ("", "例外: [{日期: 2026-09-01, 休息: 装修}]"),
    ("服务: [免费理发, 磨刀]", "服务: [磨刀, {种类: haircut, 费用: 免费, 说明: 洗了再来}]"),
    (cuts("未知"), cuts("未知", ", 带什么: 毛巾")),
    ("开放说明: 每天有人", "开放说明: 有人"),
    ("报道数字: [{内容: 调解, 原话: 100余起}]", "报道数字: [{内容: 调解, 原话: 200余起}]"),
    ("渠道: [{名称: 心愿信箱}]", "渠道: [{名称: 值班台, 时间: 每天}]"),
    ("介绍: 一", "介绍: 二\n# 备注"),
]
ENGLISH = [
    (
        "开放时间: 每天 8:00-20:00",
        "开放时间: 每天 9:00-18:00",
        "Opening hours: now every day 9:00–18:00 (was: every day 8:00–20:00)",
    ),
    ("", "服务: [磨刀]", "New: Knife sharpening"),
    ("节假日: 休息", "节假日: 照常", "Public holidays: now as usual (was: closed)"),
    ("调休上班日: 休息", "调休上班日: 按工作日", "Make-up workdays: now as a workday (was: closed)"),
    ("", "例外: [{日期: 2026-10-01 至 2026-10-03, 休息: 装修}]", "Thu 1 Oct to Sat 3 Oct: closed"),
]


@pytest.fixture
def wide(content: Path) -> Path:
    """The smallest bulletin with two kinds of service."""
    put(content, "vocabulary.yml", WORDS)
    return content


@pytest.mark.parametrize(("before", "after", "said"), CASES, ids=[case[2] for case in CASES])
def test_a_change_is_one_sentence(before: str, after: str, said: str, wide: Path) -> None:
    assert lines(wide, f"{STATION}{before}\n", f"{STATION}{after}\n") == [said]


@pytest.mark.parametrize(("before", "after", "said"), LIVES)
def test_a_turn_of_life_is_one_sentence(before: str, after: str, said: str, wide: Path) -> None:
    was, now = (STATION.replace("状态: 开放", f"状态: {life}") for life in (before, after))
    assert lines(wide, was, now) == [said]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_what_means_the_same_to_whoever_comes_is_no_change(before: str, after: str, wide: Path) -> None:
    assert lines(wide, f"{STATION}{before}\n", f"{STATION}{after}\n") == []


@pytest.mark.parametrize(("before", "after", "said"), ENGLISH)
def test_the_english_edition_says_it_in_english(before: str, after: str, said: str, wide: Path) -> None:
    put(wide, "site.yml", MINIMAL["site.yml"] + "语言: [en]\n")
    assert lines(wide, f"{STATION}{before}\n", f"{STATION}{after}\n", "en") == [said]


def test_several_changes_of_a_day_are_several_lines_the_weightiest_first(wide: Path) -> None:
    was = f"{STATION}电话: 0000-1234567\n服务: [免费理发]\n"
    now = f"{STATION}电话: 0000-7654321\n开放时间: 每天 9:00-18:00\n服务: [磨刀]\n".replace("状态: 开放", "状态: 暂停")
    assert lines(wide, was, now) == [
        "暂停开放",
        "开放时间：每天 9:00–18:00",
        "新增磨刀",
        "不再提供免费理发",
        "电话改为 0000-7654321",
    ]


def test_of_a_closed_station_nothing_else_is_told(wide: Path) -> None:
    was = f"{STATION}电话: 0000-1234567\n开放时间: 每天 9:00-18:00\n服务: [免费理发]\n"
    assert lines(wide, was, STATION.replace("状态: 开放", "状态: 关闭")) == ["已经关闭"]


@pytest.mark.parametrize(
    ("life", "said"),
    [
        ("开放", "新列入的驿站"),
        ("开放\n状态自: 2015-10", "新列入的驿站"),
        ("开放\n状态自: 2015-10-01", "新列入的驿站"),
        ("开放\n状态自: 2026-09-20", "新开的驿站（2026年9月20日开放）"),
        ("筹备", "新列入的驿站，正在筹备，还没有开放"),
    ],
)
def test_a_new_file_is_a_new_station_only_where_its_day_of_opening_says_so(life: str, said: str, wide: Path) -> None:
    now = STATION.replace("甲站", "乙站").replace("状态: 开放", f"状态: {life}")
    put(wide, "stations/yi.yml", now)
    assert told_of(with_past(wide, revision(None, now, "stations/yi.yml"))) == [f"乙站 {said}"]


def test_a_station_that_went_is_named_as_it_last_was(wide: Path) -> None:
    gone = revision(STATION.replace("甲站", "乙站"), None, "stations/yi.yml")
    assert told_of(with_past(wide, gone)) == ["乙站 不再列在这里"]


def test_a_kind_of_service_for_which_there_is_no_word_any_more_is_not_told(content: Path) -> None:
    old, now = f"{STATION}服务: [磨刀]\n开放时间: 每天 8:00-20:00\n", f"{STATION}开放时间: 每天 9:00-20:00\n"
    put(content, "stations/jia.yml", now)
    known = with_past(content, revision(old, now), revision(WORDS, MINIMAL["vocabulary.yml"], "vocabulary.yml"))
    assert told_of(known) == ["甲站 开放时间改为每天 9:00–20:00（原来是每天 8:00–20:00）"]
