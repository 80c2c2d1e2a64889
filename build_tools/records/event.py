"""Events: `content/events/<year>/<id>.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.alias import Aliases
from build_tools.records.clock import TimeRange
from build_tools.records.dates import Day
from build_tools.records.key import UNKNOWN, Choice, FreeText, Key, PublicPlace, Reference, Unknown
from build_tools.records.photo import Photo
from build_tools.records.schedule import Holidays, Makeups, Times
from build_tools.records.values import Source, Statement


class Course(Choice):
    """Whether an event goes as planned."""

    AS_PLANNED = ("as planned", "如期")
    CANCELLED = ("cancelled", "取消")
    MOVED = ("moved", "改期")
    POSTPONED = ("postponed", "延期待定")


@dataclass(frozen=True, slots=True, kw_only=True)
class Festival:
    """The festival an event belongs to; its day need not be the event's."""

    name: Annotated[str, Key("名称", "什么节", example="重阳节")]
    date: Annotated[Day, Key("日期", "节日当天的公历日期", example="2026-10-18")]
    lunar: Annotated[str, Key("农历", "农历日期", example="九月初九")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is different about one time of an event that recurs."""

    date: Annotated[Day, Key("日期", "原来是哪一天", example="2026-10-16")]
    cancelled: Annotated[str | None, Key("取消", "这一次不办，写原因", example="下雨")] = None
    moved_to: Annotated[Day | None, Key("改到", "这一次改到哪一天", example="2026-10-18")] = None
    time: Annotated[TimeRange | None, Key("时间", "这一次几点到几点", example="14:00-17:00")] = None
    note: Annotated[str, Key("说明", "为什么，会显示出来", example="和重阳节一起办")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens on a day, or again and again."""

    year: str
    id: str
    name: Annotated[str, Key("名称", "活动名称", example="我们的节日·重阳")]
    place: Annotated[str, PublicPlace(), Key("地点", "在哪里", example="南岳区游客服务中心前坪")]
    district: Annotated[str, Reference("districts"), Key("区", "区文件的编号", example="nanyue")]
    summary: Annotated[str, Key("一句话", "一句话说明", example="谁都可以来，不用报名")]
    date: Annotated[Day | None, Key("日期", "哪一天；只办一次的活动才写", example="2026-10-17")] = None
    until: Annotated[Day | None, Key("至", "最后一天，多天的活动才写", example="2026-10-19")] = None
    time: Annotated[TimeRange | Unknown, Key("时间", "几点到几点", example="9:00-11:00")] = UNKNOWN
    repeats: Annotated[Times, Key("重复", "常办的活动，什么时候办", example="每周五 14:00-17:00")] = ()
    holidays: Holidays = None
    makeup_days: Makeups = None
    changes: Annotated[
        tuple[Change, ...], Key("变动", "常办的活动哪一次取消、改期", example="[{日期: 2026-09-25, 取消: 下雨}]")
    ] = ()
    updated: Annotated[Day | None, Key("更新", "这些内容是哪一天写的", example="2026-10-01")] = None
    course: Annotated[Course, Key("状态", "是否如期", example="如期")] = Course.AS_PLANNED
    course_reason: Annotated[str, Key("状态原因", "为什么取消或改期", example="下雨")] = ""
    moved_to: Annotated[Day | None, Key("改到", "改期后的日期", example="2026-10-18")] = None
    station: Annotated[str | None, Reference("stations"), Key("驿站", "驿站文件的编号", example="zhengyang")] = None
    hosts: Annotated[
        tuple[Annotated[str, Reference("organizations")], ...], Key("主办", "组织文件的编号", example="[xiangyang]")
    ] = ()
    festival: Annotated[Festival | None, Key("节日", "为哪个节日办的")] = None
    bring: Annotated[str | Unknown | None, Key("带什么", "要带什么来", example="一把伞")] = None
    programme: Annotated[tuple[str, ...], Key("节目", "有哪些节目", example="[太极表演, 诗朗诵]")] = ()
    guests: Annotated[
        tuple[Statement, ...], Key("来宾", "来了哪些代表，只写人数", example="[{内容: 居民代表, 原话: 50余名}]")
    ] = ()
    attendance: Annotated[str | Unknown | None, Key("到场人数", "来了多少人，照来源写", example="未知")] = None
    text: Annotated[FreeText, Key("说明", "还要说的话，可以分段", example="请提前十分钟到。")] = FreeText("")
    photos: Annotated[tuple[Photo, ...], Key("照片", "活动的照片，每张写清说明和人物")] = ()
    sources: Annotated[tuple[Source, ...], Key("来源", "内容从哪里来")] = ()
    aliases: Aliases = ()
