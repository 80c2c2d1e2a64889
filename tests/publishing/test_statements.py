"""Figures from reports: the page keeps their words, says what they mean, and claims no more than can be."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.publishing.pages.event import event_pages
from build_tools.publishing.pages.organization import organization_pages
from build_tools.publishing.pages.station import station_pages
from build_tools.publishing.press import Press
from build_tools.publishing.shown import Shown
from build_tools.publishing.statement_words import meant
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.amount import said_bounds
from build_tools.records.language import Translation
from build_tools.records.values import Statement
from build_tools.settings import Settings
from tests.conftest import EVENT, MINIMAL, STATION, put
from tests.sites import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 21)
CHINESE, ENGLISH = Shown(read_wording("zh")), Shown(read_wording("en"))
CELL = re.compile(r"<dt>([^<]*)((?:<small>[^<]*</small>)*)</dt><dd>([^<]*)</dd>")
CAVEAT = re.compile(r"(\d+余件)无法得出该比例")
WORDS = [
    ("50余件", "", "", "即51–59件", "that is, 51–59"),
    ("38000余次", "", "", "即38001–38999次", "that is, 38001–38999"),
    ("数十名", "", "", "即20–99名", "that is, 20–99"),
    ("五十余件", "", "所有渠道", "即51–59件", "that is, 51–59"),
    ("23次", "", "", "", ""),
    ("20至30件", "", "", "", ""),
    ("近50件", "", "", "", ""),
    ("若干", "", "", "", ""),
    ("98.7%", "", "", "来源没有公布基数", "the source gives no base"),
    ("100%", "", "", "来源没有公布基数", "the source gives no base"),
    ("九成", "", "", "来源没有公布基数", "the source gives no base"),
    ("98.7%", "", "未公布评价人数", "", ""),
    ("98.7%", "75件", "", "按75件算", "out of 75件"),
    ("98.7%", "50余件", "", "按50余件算不出这个比例", "50余件 cannot give this percentage"),
    ("98.7%", "50余件", "只算来电", "按50余件算不出这个比例", "50余件 cannot give this percentage"),
]


@pytest.mark.parametrize(("said", "base", "note", "chinese", "english"), WORDS)
def test_something_is_added_where_there_is_something_to_say(
    said: str, base: str, note: str, chinese: str, english: str
) -> None:
    statement = Statement(what="满意度", said=said, base=base, note=note)
    assert (meant(statement, CHINESE), meant(statement, ENGLISH)) == (chinese, english)


def bodies(content: Path) -> dict[str, str]:
    """Address → body of every page with statements."""
    bulletin, _ = read_bulletin(content)
    assert bulletin is not None
    facts = derive_facts(bulletin, TODAY)
    press = Press(facts, read_wording("zh"), Settings(content, TODAY))
    pages = [*station_pages(facts, press), *organization_pages(facts, press), *event_pages(facts, press)]
    return {page.uri: page.body for page in pages}


def cells(body: str) -> dict[str, tuple[str, str]]:
    """What is counted → the figure, and all that is said below it."""
    found = {what: (figure, "|".join(re.findall(">([^<]+)<", small))) for what, small, figure in CELL.findall(body)}
    return {unescape(what): words for what, words in found.items()}


def test_a_translation_changes_no_figure() -> None:
    base = Translation("three cases", "3件")
    statement = Statement(what="满意度", said=Translation("nearly 98 per cent", "97.5%"), base=base, note="")
    assert meant(statement, ENGLISH) == "three cases cannot give this percentage"
    assert meant(replace(statement, base="40件"), ENGLISH) == "out of 40件"


@pytest.fixture(scope="module")
def ours() -> dict[str, str]:
    """The pages of our own content."""
    return bodies(CONTENT)


def test_the_stations_of_the_stories_show_their_figures_as_published(ours: dict[str, str]) -> None:
    shown = cells(ours["stations/zhoulukou/"])
    assert shown["解决居民各类诉求"] == ("50余件", "即51–59件")
    assert shown["满意度"] == ("98.7%", "未公布评价人数；50余件无法得出该比例")
    assert shown["服务居民"] == ("200余次", "即201–299次")
    assert shown["矛盾纠纷排查"] == ("23次", "")
    assert shown["预防矛盾纠纷发生率"] == ("100%", "报道没有说明怎样计算，也没有公布基数")
    assert shown["调解成功邻里纠纷"] == ("42起", "")
    assert shown["调解成功率"] == ("100%", "未公布基数")
    assert cells(ours["stations/zhengyang/"])["调解各类矛盾"] == ("100余起", "即101–199起")
    assert cells(ours["organizations/dingdong/"])["敲门活动"] == ("38000余次", "即38001–38999次|截至2022年5月")
    assert cells(ours["events/2023/chongyang/"])["“寿岳寿星”代表"] == ("9位", "手捧鲜花，接受节日祝福")


def test_the_caveat_beside_98_7_percent_is_true(ours: dict[str, str]) -> None:
    figure, said = cells(ours["stations/zhoulukou/"])["满意度"]
    base = CAVEAT.search(said)
    claimed = re.fullmatch(r"(\d+)\.(\d)%", figure)
    assert base
    assert claimed
    low, high = said_bounds(base[1])
    assert (low, high) == (51, 59)
    tenths = int(claimed[1] + claimed[2])
    shares = [(share, of) for of in range(51, 60) for share in range(of + 1)]
    rounded = {(2000 * share + of) // (2 * of) for share, of in shares}
    cut_off = {1000 * share // of for share, of in shares}
    assert tenths not in rounded | cut_off


def test_nothing_is_said_twice(ours: dict[str, str]) -> None:
    assert "来源没有公布基数" not in "".join(ours.values())
    assert "算不出" not in "".join(ours.values())


def test_every_kind_of_page_says_what_a_figure_means(content: Path) -> None:
    claims = "[{内容: 求助, 原话: 50余件}, {内容: 满意度, 原话: 98.7%, 基数: 50余件}, {内容: 成功率, 原话: 100%}]"
    expected = {
        "求助": ("50余件", "即51–59件"),
        "满意度": ("98.7%", "按50余件算不出这个比例"),
        "成功率": ("100%", "来源没有公布基数"),
    }
    put(content, "stations/jia.yml", f"{STATION}报道数字: {claims}\n渠道: [{{名称: 信箱, 报道数字: {claims}}}]\n")
    put(content, "organizations/jia.yml", f"{MINIMAL['organizations/jia.yml']}报道数字: {claims}\n")
    put(content, "events/2026/a.yml", f"{EVENT}来宾: {claims}\n")
    built = bodies(content)
    for uri in ("stations/jia/", "organizations/jia/", "events/2026/a/"):
        assert cells(built[uri]).items() >= expected.items()
    channel = (
        '<dt class="bulletin-print-off">报道过</dt><dd class="bulletin-print-off">{what}：<b>{figure}</b>，{said}</dd>'
    )
    for what, (figure, said) in expected.items():
        assert channel.format(what=what, figure=figure, said=said) in built["stations/jia/"]


def test_a_figure_that_says_it_all_takes_no_more_room(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}报道数字: [{{内容: 排查, 原话: 23次}}]\n")
    assert "<div><dt>排查</dt><dd>23次</dd></div>" in bodies(content)["stations/jia/"]
