"""Single values that records are made of; each reads itself from text and refuses with `Unreadable`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Self

from build_tools.problems import Unreadable
from build_tools.records.dates import Day, PartialDate
from build_tools.records.key import UNKNOWN, Choice, Key, Unknown

ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#][^\s<>\"'{}|\\^`]*)?")
SITE = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:(?P<port>\d{1,5}))?(/[^\s<>\"'{}|\\^`?#]*)?", re.ASCII)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
LAST_PORT = 65_535
LONGEST_ADDRESS = 200
TELEPHONE = re.compile(r"(0\d{2,3}-\d{7,8}(-\d{1,5})?|400-?\d{3}-?\d{4}|1\d{4}|1\d{2})", re.ASCII)
MOBILE = re.compile(r"(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})", re.ASCII)


class WebAddress(str):
    """An http or https address."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it is an address."""
        if not ADDRESS.fullmatch(text):
            raise Unreadable("E041", text=text)
        return cls(text)


class SiteAddress(WebAddress):
    """Where a site stands: everything else is put behind it, and all of it into a QR code."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it is the address of a folder."""
        found = SITE.fullmatch(text)
        if not found or int(found["port"] or 0) > LAST_PORT or len(text) > LONGEST_ADDRESS:
            raise Unreadable("E041", text=text)
        return cls(text)


class Telephone(str):
    """An office's number or a hotline: `0734-1234567`, `12345`. A mobile can be read, and the gate speaks of it."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it is such a number; of a mobile just the digits, however they are grouped."""
        if mobile := MOBILE.fullmatch(unicodedata.normalize("NFKC", text)):
            return cls("".join(mobile.groups()))
        if not TELEPHONE.fullmatch(text):
            raise Unreadable("E042", text=text)
        return cls(text)


class UuidBase(str):
    """The UUID from which those of all records are derived: whatever the site's address, they stay the same."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The UUID in `text`, in small letters."""
        if not UUID.fullmatch(text.lower()):
            raise Unreadable("E217", text=text)
        return cls(text.lower())


class PostalCode(str):
    """Six digits."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it is a postal code."""
        if not re.fullmatch(r"\d{6}", text, re.ASCII):
            raise Unreadable("E218", text=text)
        return cls(text)


class Degrees(float):
    """Degrees of longitude or latitude."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The number in `text`, written with digits and at most one point."""
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,9})?", text, re.ASCII) or abs(float(text)) > 180:
            raise Unreadable("E043", text=text)
        return cls(text)


class Datum(Choice):
    """The coordinate system a position was entered in; a wrong one is off by hundreds of metres."""

    WGS84 = ("wgs84", "卫星定位")
    GCJ02 = ("gcj02", "高德腾讯")
    BD09 = ("bd09", "百度")


class Precision(Choice):
    """How exactly a position is known."""

    DOOR = ("door", "准确到门口")
    COMMUNITY = ("community", "大致到社区")
    STREET = ("street", "大致到街道")
    DISTRICT = ("district", "大致到区")


class Have(Choice):
    """Whether something is there."""

    YES = ("yes", "有")
    NO = ("no", "没有")
    PARTLY = ("partly", "部分")


@dataclass(frozen=True, slots=True)
class Provision:
    """`有`, `没有` or `部分：只到一楼`."""

    have: Have
    note: str = ""

    @classmethod
    @lru_cache(maxsize=1_000)  # most have no remark
    def from_text(cls, text: str) -> Self:
        """The answer and the remark after its colon."""
        answer, *note = re.split("[:：]", text, maxsplit=1)
        for have in Have:
            if answer.strip() in have.value:
                return cls(have, "".join(note).strip())
        raise Unreadable("E044", text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Who looked, when and how: not the same as an update."""

    date: Annotated[Day, Key("日期", "哪一天核实的", example="2026-10-08")]
    role: Annotated[str, Key("岗位", "谁核实的，只写岗位", example="社区工作人员")]
    method: Annotated[str, Key("方法", "怎样核实的", example="到站查看")]
    due: Annotated[Day, Key("下次", "最晚哪一天要再核实", example="2027-02-08")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A point on the map and how far it can be trusted."""

    longitude: Annotated[Degrees, Key("经度", "东经几度", example="112.598")]
    latitude: Annotated[Degrees, Key("纬度", "北纬几度", example="26.943")]
    datum: Annotated[Datum, Key("坐标系", "经纬度从哪种地图上抄来", example="卫星定位")]
    precision: Annotated[Precision, Key("精度", "这个点准到什么程度", example="大致到区")]
    verified: Annotated[Verification | Unknown, Key("核实", "谁核对过这个点；没有就写未知", example="未知")] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was published."""

    title: Annotated[str, Key("标题", "报道或文件的标题", example="驿站情况登记表")]
    publisher: Annotated[str, Key("媒体", "谁发布的", example="衡阳日报")]
    date: Annotated[PartialDate | Unknown, Key("日期", "发布日期，知道多少写多少", example="2022-05-13")]
    address: Annotated[WebAddress | None, Key("网址", "能打开的网页地址", example="https://example.org/")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure in its source's own words: kept as published, never added to anything."""

    what: Annotated[str, Key("内容", "数的是什么", example="调解各类矛盾")]
    said: Annotated[str, Key("原话", "来源里怎么写就怎么写", example="100余起")]
    as_of: Annotated[PartialDate | Unknown | None, Key("截至", "到什么时候为止", example="2022-05")] = None
    base: Annotated[str, Key("基数", "这个比例是对多少件算的，照来源写；来源没写就不填", example="50余件")] = ""
    note: Annotated[str, Key("说明", "读数字时要知道的事", example="未公布评价人数")] = ""
