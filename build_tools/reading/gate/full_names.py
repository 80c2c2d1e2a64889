"""Full names that nothing but their neighbours tell: 居民李秀英反映, 李秀英（女，1941年生）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.gate import names
from build_tools.reading.gate.businesses import is_business

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
RESIDENT = (
    "[民户主人者手员师工婆公](?:(?<=居民|村民|住户|业主|患者|骑手|事主|阿婆|阿公)"
    "|(?<=低保户|残疾人|困难户|当事人|求助人|受助人|外卖员|快递员|老教师)|(?<=独居老人|孤寡老人|空巢老人|退休职工))"
)
"""A word for a resident; its last sign is quickly found."""
VERB = (
    "反映|摔|跌|领取|家[里中的住庭人]|家(?![一-鿿])|的|说|告诉|表示|来到?|因|在|把|被|向|对|给|和|与|想|要|需|患|生病|住|去世|去|申请|投诉|求助"
    "|称|是|也|已|今年|有|到|送|感谢|握|笑|激动|高兴|突发|突然|不慎|独居|离|拨打|介绍|坦言|告知|提出|同意|一家|夫妇|夫妻|老人|将|为|现年|报名"
)
END = rf"(?=[^一-鿿]|\Z|{VERB})"
PLACES = "家湾村庄府楼区路街巷桥店屯营镇渡口坪冲垅岭院组社园馆厂"
ROLES = "主任|书记|站长|社工|网格|医生|警官|律师|经理|队长|局长|镇长|科长|所长|院长|校长|会长|组长|委员|干事|同志|某"
LAST = f"[^\\W\\d_a-zA-Z{names.NEVER_GIVEN}{PLACES}]"
GIVEN = rf"(?!{ROLES}){LAST}{{1,2}}?"
CAUTIOUS = "戴焦殷庞耿霍苏姜侯"
"""Surnames that begin a word of what residents do: 骑手戴头盔."""
PLAIN = f"(?![{CAUTIOUS}])[{names.PLAIN}]{GIVEN}|(?:{'|'.join(names.DOUBLE)}){GIVEN}"
WORDY = f"[{names.WORDY}{CAUTIOUS}](?!{ROLES})(?:[{names.GIVEN}]|{LAST}[{names.GIVEN}])"
AFTER_WORD = re.compile(rf"{RESIDENT}[:：]?[“\"]? ?({PLAIN}|{WORDY}){END}")
SEX = re.compile(r"[（(](?:男|女|[0-9]{1,3}岁|现年)[,，、）)]")
BEFORE_SEX = rf"(?<![一-鿿])({PLAIN}|{WORDY})\Z"
"""Compiled once a text tells somebody's sex."""
LONGEST = 4
WORDS = frozenset((
    "陈述", "陈列", "陈旧", "郑重", "胡乱", "苏醒", "殷切", "戴口罩", "焦急", "焦虑", "焦躁", "杜绝", "杜鹃", "孙子", "孙女", "孙辈", "罗列", "张罗",
    "张望", "张开", "董事", "董事长", "肖像", "庞大", "耿直", "王牌", "王子", "李子", "冉冉", "徐徐", "高兴", "金银", "林海", "毛利",
    "温和", "胡闹", "胡说", "胡编", "张嘴", "张口", "陈设", "陈情", "姜汤", "安心", "安家", "关心", "文明", "文艺", "高明", "马上", "常常", "曾经", "何时", "文雅", "安静", "明亮", "成林", "武林", "谢思", "宋体", "魏碑", "刘海", "胡同", "胡椒", "姜茶", "梁柱", "朱砂", "吴语",
    "韩语", "韩式", "秦腔", "曹操", "彭祖", "戴着", "戴好", "戴上", "牟利", "殷实",
    "高丽", "石林", "常青", "江波", "金波", "白杏", "白桃", "梅林", "柳林", "毛桃", "黄桃", "黄杏", "黄花", "汤圆",
))  # fmt: skip
"""Words that begin like a name."""


def full_names(text: str) -> Iterator[Span]:
    """Where somebody is named in full."""
    found = [*AFTER_WORD.finditer(text)]
    if "(" in text or "（" in text:
        found += [name for sex in SEX.finditer(text) if (name := before_sex(text, sex.start()))]
    for one in found:
        if is_name(one[1]) and not is_business(text, one.end(1)):
            yield one.span(1)


def before_sex(text: str, end: int) -> re.Match[str] | None:
    """The name that ends where a bracket tells somebody's sex or age."""
    pattern = re.compile(BEFORE_SEX)
    names_there = (pattern.match(text, start, end) for start in range(max(0, end - LONGEST), end))
    return next((one for one in names_there if one), None)


def is_name(found: str) -> bool:
    """Whether what was `found` is no word."""
    return (
        found not in WORDS
        and found[:2] not in WORDS
        and found not in names.NO_NAMES
        and found[1:] not in names.LONGER.get(found[0], "?")
    )
