"""One station, one file: `content/stations/<id>.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Self

from build_tools.records.alias import Aliases
from build_tools.records.dates import PartialDate
from build_tools.records.key import UNKNOWN, Choice, FreeText, Key, PublicPlace, Reference, Term, Unknown
from build_tools.records.photo import Photo
from build_tools.records.schedule import Exceptions, Holidays, Makeups, School, Times
from build_tools.records.service import Channel, Service
from build_tools.records.values import Position, PostalCode, Provision, Source, Statement, Telephone, Verification


class Life(Choice):
    """Where a station is in its life."""

    PLANNED = ("planned", "筹备")
    OPEN = ("open", "开放")
    PAUSED = ("paused", "暂停")
    CLOSED = ("closed", "关闭")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """Something that is there to be used."""

    kind: Annotated[str, Term("facility_kinds"), Key("种类", "哪一种设施", example="饮水机")]
    note: Annotated[str, Key("说明", "怎么用、在哪里", example="进门右手边")] = ""

    @classmethod
    @lru_cache(maxsize=1_000)  # of a kind by itself, all stations have the same
    def from_term(cls, kind: str) -> Self:
        """The short form: just what it is."""
        return cls(kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Who takes part, by kind and, where known, by name."""

    kind: Annotated[str, Term("partner_kinds"), Key("类别", "哪一类伙伴", example="社会组织")]
    organization: Annotated[
        str | None, Reference("organizations"), Key("组织", "组织文件的编号", example="xiangyang")
    ] = None
    role: Annotated[str, Key("做什么", "在驿站做什么", example="免费理发")] = ""

    @classmethod
    @lru_cache(maxsize=1_000)  # of a kind by itself, all stations have the same
    def from_term(cls, kind: str) -> Self:
        """The short form: only the kind is known."""
        return cls(kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A named way of working, and the parts it names."""

    name: Annotated[str, Key("名称", "做法叫什么", example="五位一体")]
    parts: Annotated[tuple[str, ...], Key("内容", "包括哪几样", example="[纠纷调解, 法律援助]")] = ()
    text: Annotated[str, Key("说明", "一句说明", example="每季度换一次")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who is there, by role."""

    role: Annotated[str, Key("岗位", "只写岗位，不写姓名", example="值班人员")]
    count: Annotated[str, Key("人数", "照来源写", example="11名")] = ""
    note: Annotated[str, Key("说明", "什么时候在", example="每天安排")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something in a station's past."""

    date: Annotated[PartialDate | Unknown, Key("时间", "哪一年、哪一月", example="2021")]
    text: Annotated[str, Key("事情", "发生了什么", example="挂牌开门")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """Whether one can get in and about; unknown until somebody looked."""

    ramp: Annotated[Provision | Unknown, Key("坡道", "门口有没有坡道", example="有")] = UNKNOWN
    wheelchair: Annotated[Provision | Unknown, Key("轮椅", "轮椅能不能进", example="部分：只到一楼")] = UNKNOWN
    toilet: Annotated[Provision | Unknown, Key("无障碍厕位", "有没有无障碍厕位", example="没有")] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A neighbourhood service station and everything the public may know of it."""

    id: str
    name: Annotated[str, Key("名称", "站名全称，和门牌一样", example="蒸阳社区红色驿站")]
    life: Annotated[Life, Key("状态", "现在怎样", example="开放")]
    summary: Annotated[str, Key("一句话", "来了能做什么，一句话", example="喝水、歇脚、充电")]
    district: Annotated[str, Reference("districts"), Key("区", "区文件的编号", example="shigu")]
    street: Annotated[str, Key("街道", "街道或乡镇", example="人民街道")]
    address: Annotated[
        str, PublicPlace(), Key("地址", "能让人找到的地址", example="湖南省衡阳市石鼓区人民街道蒸阳社区")
    ]
    community: Annotated[str, Key("社区", "社区或村", example="蒸阳社区")] = ""
    door: Annotated[str | Unknown | None, PublicPlace(), Key("门牌号", "路名和门牌号", example="未知")] = None
    postal_code: Annotated[PostalCode | Unknown | None, Key("邮编", "六位邮政编码", example="421001")] = None
    directions: Annotated[
        str | Unknown | None, PublicPlace(), Key("怎么走", "步行和公交怎么到", example="从路口往北走50米，红色屋檐就是")
    ] = None
    telephone: Annotated[Telephone | Unknown, Key("电话", "驿站或社区的办公电话", example="0734-1234567")] = UNKNOWN
    position: Annotated[Position | None, Key("位置", "经纬度")] = None
    life_since: Annotated[
        PartialDate | Unknown | None, Key("状态自", "从什么时候起是这个状态", example="2026-09-01")
    ] = None
    life_reason: Annotated[str, Key("状态原因", "为什么暂停或关闭", example="装修")] = ""
    successor: Annotated[
        str | None, Reference("stations"), Key("接替驿站", "关闭以后去哪里，写驿站编号", example="zhengyang")
    ] = None
    hours: Annotated[Times | Unknown, Key("开放时间", "一行写一条", example="周一至周五 9:00-17:30")] = UNKNOWN
    holidays: Holidays = None
    makeup_days: Makeups = None
    exceptions: Exceptions = ()
    school: School = None
    hours_note: Annotated[str, Key("开放说明", "关于开放还知道什么", example="每天有人值班")] = ""
    area: Annotated[int | Unknown | None, Key("面积", "多少平方米", example="45", minimum=1, maximum=100_000)] = None
    zones: Annotated[tuple[str, ...], Key("功能区", "分成哪几块地方", example="[休息区, 阅读区]")] = ()
    zones_incomplete: Annotated[bool, Key("功能区未列全", "来源写了“等”就填是", example="是")] = False
    facilities: Annotated[tuple[Facility, ...], Key("设施", "有什么可用", example="[桌椅, 饮水机]")] = ()
    facilities_incomplete: Annotated[bool, Key("设施未列全", "来源写了“等”就填是", example="是")] = False
    needs: Annotated[
        tuple[Annotated[str, Term("needs")], ...], Key("需求", "来源明说能满足的需求", example="[渴了, 饿了]")
    ] = ()
    services: Annotated[tuple[Service, ...], Key("服务", "提供哪些服务")] = ()
    services_said: Annotated[str, Key("服务总数", "来源说一共多少项，照原话", example="10余项便民服务")] = ""
    channels: Annotated[tuple[Channel, ...], Key("渠道", "有事怎样反映")] = ()
    partners: Annotated[tuple[Partner, ...], Key("伙伴", "谁一起做")] = ()
    practices: Annotated[tuple[Practice, ...], Key("做法", "有名字的工作做法")] = ()
    duty: Annotated[tuple[Duty, ...], Key("值守", "谁在站里，只写岗位")] = ()
    accessibility: Annotated[Accessibility, Key("无障碍", "方便进出吗")] = Accessibility()
    statements: Annotated[tuple[Statement, ...], Key("报道数字", "报道里的数字，照原话")] = ()
    history: Annotated[tuple[Milestone, ...], Key("沿革", "驿站的来历")] = ()
    text: Annotated[FreeText, Key("介绍", "几句介绍，可以分段", example="谁都可以进来坐坐。")] = FreeText("")
    photos: Annotated[tuple[Photo, ...], Key("照片", "站里站外什么样，每张写清说明和人物")] = ()
    sources: Annotated[tuple[Source, ...], Key("来源", "内容从哪里来")] = ()
    verified: Annotated[Verification | Unknown, Key("核实", "谁在哪天核对过；没有就写未知", example="未知")] = UNKNOWN
    aliases: Aliases = ()
