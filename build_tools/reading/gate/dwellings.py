"""Somebody's door: a building with its unit or room. A building alone is where people go; an office has a room too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
FEW = r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])"
MANY = r"(?:[0-9]{1,4}|[一二三四五六七八九十零〇百]{1,5})"
BARE = r"(?:[0-9]{3,4}|[一二三四五六七八九零〇]{3,4})(?![0-9.年月日元人户名个位平米㎡次件多余号会议办公活动教服务页间套盏把张米路线国省])"
"""A room whose kind is not said; not a year, a number of people or of square metres."""
BUILDING = rf"(?:{FEW} ?(?:号?栋|号?幢|号楼|#楼|#|号院)|[A-Za-z0-9]{{1,3}} ?座)"
UNIT = rf"{FEW} ?单元"
ROOM = rf"(?:{MANY} ?(?:室(?!外)|号房|房(?![间屋子产])|户室)|{BARE})"
GAP = r"[,，、 -]?"
FLOOR = rf"(?:{FEW} ?[层楼]{GAP})?"
RESIDENTIAL = r"(?:小区|花园|公寓|宿舍|家园|家属院|家属楼|大院|新村|苑|里弄|弄|巷)"
HOME = rf"{RESIDENTIAL}[一-鿿]{{0,2}}?{GAP}"
DWELLING = (
    rf"{BUILDING}{GAP}{UNIT}(?:{GAP}{FLOOR}{ROOM})?"
    rf"|{BUILDING}{GAP}{FLOOR}{ROOM}"
    rf"|{BUILDING}{GAP}{FLOOR}[0-9]{{3,4}} ?号(?![0-9楼院线路门])"
    rf"|{UNIT}{GAP}{FLOOR}{ROOM}"
    r"|(?<![0-9-])[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4} ?(?:室(?!外)|户室|(?=住户|业主|的?居民|的?老人|户|家))"
    rf"|{HOME}{MANY} ?(?:室(?!外)|号房|房(?![间屋子产]))"
    rf"|{HOME}[0-9]{{1,3}}[-#/](?:[0-9]{{1,2}}[-#/])?[0-9]{{3,4}}(?![0-9-])"
)
"""Compiled once a text hints at a dwelling: that takes longer than to read ten stations."""

OFFICE_BEFORE = re.compile(
    r"(?:(?:政务|服务|活动|文化|便民|事务|调解|医疗)中心|大厅|居委会|村委会|街道办(?:事处)?|学校|[小中大]学|医院|卫生[院室站]|法院|检察院|派出所|司法所|公安局|党校"
    r"|政府|图书馆|文化馆|档案馆|酒店|宾馆|大厦|写字楼|事务所)(?:的|新?院?内|院里|综合楼|办公楼|东区|西区)?[ ,，]?\Z"
)
"""A public building whose room it is; 学校宿舍3栋501 is somebody's."""
STATION = "(?:驿站|服务站|服务点|工作站|加油站|中心|社区|居委会|村委会|站点|活动室|阅览室|办公室)"
NOBODY = r"[^，。！？；;!?\n住户家老某奶爷女]"
STANDS = re.compile(
    rf"{STATION}[^，。！？；;!?\n住户家老某者员人奶爷女]{{0,6}}?(?:搬[到至]|搬迁[到至]|迁[到至往]|位于|设[在于]|坐落[在于]|地[址点][是为在:： ]{{1,2}}){NOBODY}{{0,24}}\Z"
)
IS_AT = re.compile(rf"{STATION}(?:就|都|现|仍)?在{NOBODY}{{0,24}}\Z")
WHOSE = re.compile("的?(?:住户|居民|老人|业主|住着|人家)")

SIGN = "[0-9一二三四五六七八九十百零〇A-Za-z号]"
HINT = re.compile(
    rf"[单栋幢座室房楼院#区园寓舍村苑弄巷-](?:(?<!-)(?:(?<={SIGN}.)|(?<={SIGN} .)|(?=[^\n]{{0,4}}[0-9]))"
    r"|(?<=[0-9]-)[0-9]{3,4} ?[室户住业的居老家])"
)
"""What every dwelling has, quickly found; most texts have none on any line."""


def dwellings(text: str) -> Iterator[Span]:
    """Where a text says behind which door somebody lives."""
    last = 0
    for found in HINT.finditer(text):
        if found.start() >= last:
            first, last = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end()) % (len(text) + 1)
            doors = (one for one in re.compile(DWELLING).finditer(text, first, last) if not is_office(one[0]))
            yield from (one.span() for one in doors if not is_public(text, first, one.span()))


def is_office(found: str) -> bool:
    """Whether an office stands between the residential word and the room: 小区活动中心201室."""
    return any(word in found for word in ("居委", "中心", "办公", "会议", "活动", "服务", "物业"))


def is_public(text: str, first: int, span: Span) -> bool:
    """Whether the place at `span`, on a line that begins at `first`, is said to be an office's or a station's."""
    start, end = span
    if WHOSE.match(text, end):
        return False
    before = text[max(first, start - 48) : start]
    if OFFICE_BEFORE.search(before) or STANDS.search(before):
        return True
    return bool(IS_AT.search(before)) and not "一" <= text[end : end + 1] <= "鿿"
