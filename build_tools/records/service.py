"""What a station does for people, and the ways to ask it for something; both are written inside the station."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Self

from build_tools.records.key import Choice, FreeText, Key, Reference, Term, Unknown
from build_tools.records.schedule import Exceptions, Holidays, Makeups, Times
from build_tools.records.values import Provision, Statement


class Whenever(Choice):
    """A service that has no times of its own."""

    STATION_HOURS = ("station hours", "同开放时间")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service at one station."""

    kind: Annotated[str, Term("service_kinds"), Key("种类", "哪一种服务", example="免费理发")]
    times: Annotated[
        Times | Whenever | Unknown | None,
        Key("时间", "什么时候有；和驿站一样就写“同开放时间”", example="每周五下午"),
    ] = None
    holidays: Holidays = None
    makeup_days: Makeups = None
    exceptions: Exceptions = ()
    times_note: Annotated[str, Key("时间说明", "时间还要知道什么", example="风雨无阻")] = ""
    audiences: Annotated[
        tuple[Annotated[str, Term("audiences")], ...] | Unknown | None, Key("对象", "谁能来", example="[居民]")
    ] = None
    cost: Annotated[str | Unknown | None, Key("费用", "收不收钱", example="免费")] = None
    bring: Annotated[str | Unknown | None, Key("带什么", "要带什么来", example="身份证")] = None
    at_home: Annotated[Provision | Unknown | None, Key("上门", "能不能上门", example="有：高龄、行动不便的老人")] = None
    provider: Annotated[
        str | Unknown | None, Reference("organizations"), Key("谁来做", "组织文件的编号", example="xiangyang")
    ] = None
    text: Annotated[FreeText, Key("说明", "还要说的话", example="来得早就先坐坐。")] = FreeText("")

    @classmethod
    @lru_cache(maxsize=1_000)  # of a kind by itself, all stations have the same
    def from_term(cls, kind: str) -> Self:
        """The short form: a service of which nothing but its kind is told."""
        return cls(kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a channel."""

    name: Annotated[str, Key("步骤", "两三个字", example="下单")]
    text: Annotated[str, Key("说明", "谁做什么", example="当面说，或投心愿信箱")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way to ask for something: a letter box, a counter, a desk on duty."""

    name: Annotated[str, Key("名称", "渠道叫什么", example="心愿信箱")]
    times: Annotated[Times | Unknown | None, Key("时间", "什么时候有人接待或开箱", example="每天")] = None
    holidays: Holidays = None
    makeup_days: Makeups = None
    exceptions: Exceptions = ()
    steps: Annotated[tuple[Step, ...], Key("步骤", "按先后写")] = ()
    promise: Annotated[str | Unknown | None, Key("承诺时限", "承诺多久办好；没有承诺写未知", example="5个工作日")] = (
        None
    )
    carried_by: Annotated[str, Key("谁来送", "谁帮着送", example="外卖员和快递员")] = ""
    text: Annotated[FreeText, Key("说明", "还要说的话", example="不想留名字也可以。")] = FreeText("")
    statements: Annotated[tuple[Statement, ...], Key("报道数字", "报道里的数字，照原话")] = ()
