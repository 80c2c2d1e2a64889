"""What a list of events and an event's own page say first: today, cancelled, moved, and why."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from build_tools.build import build
from build_tools.settings import Settings
from tests.sites import SAMPLE

LOUD = [
    ("events/2026/chess/", "11月27日这次取消了，下一次是12月5日（周六） 原因：场地要用"),
    ("events/2026/concert/", "改期 改到2026年12月31日（周四）19:00 原因：场地要用"),
    ("events/2026/repair/", "已取消 原因：师傅临时有事，下次另定日子"),
    ("events/2026/market/", "延期，日子待定 原因：场地还在修"),
    ("en/events/2026/chess/", "Not on 27 Nov, next on Sat 5 Dec Why: 场地要用"),
    ("events/2026/today/", ""),
]


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """Address → body of each page of the demonstration bulletin."""
    site = build(Settings(content=SAMPLE, today=date(2026, 11, 21))).site
    assert site
    return {page.uri: page.body for page in site.pages}


def words(html: str) -> str:
    """What one reads in `html`, a blank between the blocks."""
    inline = re.sub(r"</?(?:span|b|del)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", inline)).split())


def rows(html: str) -> list[str]:
    """The rows of the first agenda in `html`."""
    agenda = html.split('<ul class="bulletin-agenda">')[1].split("</ul>")[0]
    return [words(row) for row in agenda.split("<li>")[1:]]


@pytest.mark.parametrize(("uri", "said"), LOUD)
def test_what_nobody_may_overlook_is_said_loudly(uri: str, said: str, bodies: dict[str, str]) -> None:
    box = re.search(r'<div class="bulletin-life bulletin-life--loud">.*?</div></div>', bodies[uri], re.S)
    assert (words(box[0]) if box else "") == said


def test_today_stands_first_and_what_began_earlier_says_until_when(bodies: dict[str, str]) -> None:
    first, second, third, *_ = rows(bodies["events/"])
    assert first.startswith("今天 11月21日周六 周末课堂")
    assert second.startswith("今天 至11月23日 旧衣交换周")
    assert third == "11月27日周五 已取消 周五棋会 甲站 14:00–16:30 原因：场地要用"


def test_the_times_of_what_is_cancelled_are_struck_and_what_is_not_announced_is_dashed(bodies: dict[str, str]) -> None:
    agenda = bodies["events/2026/chess/"]
    assert "<del>14:00–16:30</del>" in agenda
    assert '<span class="bulletin-unknown">待公布</span>' in agenda


def test_a_rule_with_a_beginning_is_a_sentence(bodies: dict[str, str]) -> None:
    assert "每周五 14:00–16:30（2026年10月9日起）" in bodies["events/2026/chess/"]
    assert "every Fri 14:00–16:30 (from 9 Oct 2026)" in bodies["en/events/2026/chess/"]


def test_home_has_first_what_opens_today_and_last_what_nobody_knows(bodies: dict[str, str]) -> None:
    today = bodies[""].split('id="today"')[1].split("</ul>")[0]
    assert re.findall(r"bulletin-state--(\w+)", today)[0] == "lantern"
    assert re.findall(r"<b><a[^>]*>(.*?)</a>", today)[1] == "甲站"
