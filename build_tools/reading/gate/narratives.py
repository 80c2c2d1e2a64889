"""Stories by which neighbours know whose case it was: one sentence with a time, a place and the issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
ISSUE = re.compile(
    "漏水|渗水|漏雨|噪音|噪声|扰民|装修|争吵|吵架|争执|口角|打架|斗殴|堵塞|离婚|家暴|婚外|出轨|欠薪|讨薪|赡养|遗产|债务|欠款"
    "|邻里矛盾|邻里纠纷|引发矛盾|发生矛盾|产生矛盾|引发纠纷|发生纠纷|产生纠纷|违建|占道|高空抛物|酗酒|轻生|自杀|走失"
)
TIME = re.compile(
    "今年|去年|前年|本月|上个?月|近日|日前|昨[天日晚]|前天|前几天|前不久|不久前|最近|大?前两天|大前天|这几天|这两天|前段时间|前阵子|这个月|上(?:个?星期|个?礼拜|个周)|月初|月底|当晚|那天|今[春夏秋冬]|去[春夏秋冬]|上周"
    "|[0-9]{1,2}月(?:[0-9]{1,2}日|初|底|中旬|上旬|下旬|份)?|[一二三四五六七八九十]{1,2}月(?:初|底|中旬|上旬|下旬|份)?|某[年月日天]|年初|年底"
)
PLACE = re.compile(
    "[一-鿿0-9]{2}(?:小区|宿舍|花园|公寓|家园|新村|家属院|胡同|巷|弄|苑|号楼|栋)|[0-9一二三四五六七八九十](?:号楼|栋|幢)"
)
COMMUNITY = re.compile("[一-鿿]{2}(?<!个)(?<!全体)(?<!我们)(?<!各)(?:社区|村(?![民里])|路(?![上边过])|街(?![上道]))")
HOME = re.compile(
    "一对(?:夫妻|夫妇|情侣|父子|母子|母女|婆媳|兄弟|姐妹)|[一两](?:户人)?家(?![公店企医餐超理单机])|[一两]户"
)
GENERAL = (
    "各小区", "个小区", "居民小区", "老旧小区", "大街小巷", "街头巷", "住宅小区", "本小区", "里弄", "小巷",
    "各社区", "个社区", "本社区", "我社区", "在社区", "到社区", "向社区", "由社区", "近社区", "后社区", "和社区",
)  # fmt: skip
ENDS = re.compile(r"[。！？!?;；]|\n(?=[ #]*(?:\n|- |[^\s:：]{1,12}[:：](?:\s|$)))")
"""The end of a sentence, which may run over several lines."""
FURTHEST = 300
WORKS = frozenset(("装修", "堵塞", "占道"))
CLOSES = re.compile("驿站|加油站|本站|站里|暂停|停开|停止|开放|侧门|绕行")


def narratives(text: str) -> Iterator[Span]:
    """From the first to the last of what tells such a story."""
    end = 0
    for issue in ISSUE.finditer(text):
        if issue.start() < end:
            continue
        first, end = sentence_around(text, issue.start())
        place = place_between(text, first, end)
        time = TIME.search(text, first, end) if place else None
        if not place or not time:
            continue
        issues = list(ISSUE.finditer(text, first, end))
        if not is_announcement(text[first:end], issues):
            found = [place, time, *issues]
            yield min(one.start() for one in found), max(one.end() for one in found)


def place_between(text: str, first: int, last: int) -> re.Match[str] | None:
    """The place that a sentence names; where it speaks of one home, a community is place enough."""
    patterns = (PLACE, COMMUNITY) if HOME.search(text, first, last) else (PLACE,)
    found = (one for pattern in patterns for one in pattern.finditer(text, first, last))
    return next((one for one in found if not is_general(one[0])), None)


def sentence_around(text: str, position: int) -> Span:
    """Where the sentence with `position` begins and ends."""
    first = max(0, position - FURTHEST)
    for found in ENDS.finditer(text, first, position):
        first = found.end()
    after = ENDS.search(text, position)
    return first, min(after.start() if after else len(text), position + FURTHEST)


def is_announcement(sentence: str, issues: list[re.Match[str]]) -> bool:
    """Whether `sentence` only says that works keep a public place shut."""
    return {one[0] for one in issues} <= WORKS and bool(CLOSES.search(sentence))


def is_general(place: str) -> bool:
    """Whether `place` is any of many: 各小区."""
    return any(place.endswith(word) for word in GENERAL)
