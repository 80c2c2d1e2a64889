"""What figures in words can mean, read aloud: “50余件” is 51 to 59."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.reading.bulletin import read_bulletin
from build_tools.records.amount import Amount, said_bounds
from build_tools.records.bulletin import Bulletin
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

STORIES = [
    ("100余起", "101–199 起"),
    ("20余起", "21–29 起"),
    ("30余件", "31–39 件"),
    ("10余起", "11–19 起"),
    ("45平方米", "45 平方米"),
    ("10余项便民服务", "11–19 项便民服务"),
    ("11名党员志愿者", "11 名党员志愿者"),
    ("两户", "2 户"),
    ("9位", "9 位"),
    ("98岁", "98 岁"),
    ("数十名", "20–99 名"),
    ("10余个主题活动", "11–19 个主题活动"),
    ("20余项公益服务", "21–29 项公益服务"),
    ("30户", "30 户"),
    ("48小时", "48 小时"),
    ("24小时", "24 小时"),
    ("50余件", "51–59 件"),
    ("高达98.7%", "987/1000"),
    ("98.7%", "987/1000"),
    ("30余名“敲夫”", "31–39 名“敲夫”"),
    ("38000余次", "38001–38999 次"),
    ("一名", "1 名"),
    ("30余起", "31–39 起"),
    ("200余次", "201–299 次"),
    ("23次", "23 次"),
    ("达100%", "100/100"),
    ("42起", "42 起"),
    ("100%", "100/100"),
]
DIGITS = [
    ("0件", "0 件"),
    ("1,200件", "1200 件"),
    ("1,200余件", "1201–1299 件"),
    ("1，200余件", "1201–1299 件"),
    ("3万", "30000"),
    ("3万余", "30001–39999"),
    ("1.2万余次", "12001–12999 次"),
    ("120万余次", "1200001–1299999 次"),
    ("10余万次", "100001–199999 次"),
    ("100多人", "101–199 人"),
    ("20几个", "21–29 个"),
    ("50 余件", "51–59 件"),
    ("１００余起", "101–199 起"),
    ("5千米", "5 千米"),
    ("5千人", "5000 人"),
    ("20至30件", "20–30 件"),
    ("20—30件", "20–30 件"),
]
NUMERALS = [
    ("五十余件", "51–59 件"),
    ("一百二十多", "121–129"),
    ("三万八千余", "38001–38999"),
    ("三十余万人", "300001–399999 人"),
    ("十余个", "11–19 个"),
    ("十几件", "11–19 件"),
    ("百余起", "101–199 起"),
    ("千余人", "1001–1999 人"),
    ("五十件", "50 件"),
    ("两千零五人", "2005 人"),
    ("一亿三千万元", "130000000 元"),
    ("一支", "1 支"),
    ("几十件", "20–99 件"),
    ("好几百人", "200–999 人"),
    ("数十万人次", "200000–999999 人次"),
    ("几次", "2–9 次"),
    ("七八次", "7–8 次"),
    ("二三十件", "20–39 件"),
    ("三五个", "3–5 个"),
]
LIMITED = [
    ("近50件", "?–49 件"),
    ("近千人", "?–999 人"),
    ("不到50件", "?–49 件"),
    ("超过50件", "51–? 件"),
    ("逾百起", "101–? 起"),
    ("上百人", "100–? 人"),
    ("上百万", "1000000–?"),
    ("50件以上", "50–? 件"),
    ("不少于50件", "50–? 件"),
    ("至少50件", "50–? 件"),
    ("不超过50件", "?–50 件"),
    ("50件以内", "?–50 件"),
    ("超过50余件", "51–? 件"),
    ("近50余件", "?–59 件"),
    ("约50件", "?–? 件"),
    ("50件左右", "?–? 件"),
    ("十来个", "?–? 个"),
    ("达200次", "200 次"),
    ("共200余次", "201–299 次"),
    ("累计超过200次", "201–? 次"),
    ("已达3万余次", "30001–39999 次"),
]
PERCENTAGES = [
    ("0%", "0/100"),
    ("97.50%", "9750/10000"),
    ("98.7％", "987/1000"),
    ("九成", "9/10"),
    ("九成五", "95/100"),
    ("八成半", "85/100"),
    ("百分之九十八", "98/100"),
    ("百分之九十八点七", "987/1000"),
    ("百分之百", "100/100"),
    ("近100%", "≈ 100/100"),
    ("超过95%", "≈ 95/100"),
    ("95%以上", "≈ 95/100"),
    ("九成以上", "≈ 9/10"),
    ("90多%", "words"),
    ("百分之九十多", "≈ 90/100"),
]
WORDS = [
    "若干",
    "一些",
    "一批",
    "百姓",
    "万家灯火",
    "千家万户",
    "成百上千",
    "数据",
    "十分满意",
    "一次又一次、一遍又一遍",
    "每天几十人",
    "12次15人",
    "12次、15人",
    "12:30",
    "2022-05",
    "30至20件",
    "3-5万",
    "105余起",
    "3年多",
    "1.5小时",
    "一百二",
    "三万八",
    "120%",
    "98.76543%",
    "100%<100%",
    "5e1",
    "余",
    "",
    " ",
]


def aloud(text: str) -> str:
    """What `text` means, in the notation of these tables; `?` is an open side."""
    amount = Amount.from_text(text)
    if claimed := amount.percentage:
        return f"{'' if claimed.exact else '≈ '}{claimed.parts}/{claimed.of}"
    if not amount.has_figure:
        return "words"
    low, high = ("?" if bound is None else str(bound) for bound in (amount.low, amount.high))
    return f"{low if low == high != '?' else f'{low}–{high}'} {amount.unit}".strip()


@pytest.mark.parametrize(("text", "meaning"), STORIES + DIGITS + NUMERALS + LIMITED + PERCENTAGES)
def test_a_figure_means_what_one_hears(text: str, meaning: str) -> None:
    assert aloud(text) == meaning


@pytest.mark.parametrize("text", WORDS)
def test_words_without_a_figure_have_no_bounds(text: str) -> None:
    assert Amount.from_text(text) == Amount()


@given(st.integers(1, 10**9))
def test_more_than_a_number_is_less_than_one_more_of_its_last_place(number: int) -> None:
    place = 10 ** (len(str(number)) - len(str(number).rstrip("0")))
    expected = (number + 1, number + place - 1) if place > 1 else (None, None)
    assert said_bounds(f"{number}余件") == expected


@given(st.text(alphabet="0123456789.,%％余多几近上百千万十零一二两三成分之点至-以 件", max_size=20) | st.text())
def test_no_words_are_an_error(text: str) -> None:
    low, high = said_bounds(text)
    assert low is None or high is None or 0 <= low <= high


@pytest.mark.parametrize("text", ["9" * 10_000, "一" * 10_000, "1,000" * 2000, "共" * 10_000, "9." + "9" * 9000 + "%"])
def test_not_even_long_ones(text: str) -> None:
    assert Amount.from_text(text) == Amount()


def statements_of(content: Path) -> set[str]:
    """The figures of every statement in `content`."""
    bulletin, _ = read_bulletin(content)
    assert isinstance(bulletin, Bulletin)
    statements = [one for station in bulletin.stations for one in station.statements]
    statements += [one for organization in bulletin.organizations for one in organization.statements]
    statements += [one for station in bulletin.stations for channel in station.channels for one in channel.statements]
    statements += [one for event in bulletin.events for one in event.guests]
    return {one.said for one in statements}


def test_every_figure_that_our_content_takes_from_the_stories_is_read() -> None:
    assert statements_of(CONTENT) <= {text for text, _ in STORIES}


def test_statements_of_all_kinds_are_kept_whether_they_can_be_read_or_not() -> None:
    readable = {Amount.from_text(said).has_figure for said in statements_of(SAMPLE)}
    assert readable == {True, False}
