"""The words stations choose from: one file, codes that never change, labels that may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Protocol

from build_tools.records.key import Choice, Key, Term


class Icon(Choice):
    """A drawing of `publishing/icons/`; each shows what one gets."""

    WATER = ("water", "水杯")
    MEAL = ("meal", "饭碗")
    COOL = ("cool", "扇子")
    WARM = ("warm", "火苗")
    REST = ("rest", "椅子")
    AID = ("aid", "药箱")
    TOILET = ("toilet", "厕所")
    CHARGE = ("charge", "充电")
    WIFI = ("wifi", "无线网")
    RAIN = ("rain", "雨伞")
    BOOK = ("book", "图书")
    HAIRCUT = ("haircut", "剪刀")
    HEALTH = ("health", "爱心")
    REPAIR = ("repair", "工具")
    TALK = ("talk", "谈话")
    LETTER = ("letter", "信箱")
    HOME = ("home", "房子")
    CALENDAR = ("calendar", "日历")
    NOTICE = ("notice", "喇叭")


class Coded(Protocol):
    """An entry of a vocabulary list: what is stored, and what is read."""

    @property
    def code(self) -> str:
        """Stable, ASCII; part of addresses."""

    @property
    def name(self) -> str:
        """The label residents read."""


Others = tuple[str, ...]
"""Other words for the same thing, in residents' mouths; two entries may share one."""


def others_key(example: str) -> Key:
    """The key of an entry's other words."""
    return Key("又叫", "大家还会怎么说；搜索时写这些也找得到", example=example)


def code_key(example: str) -> Key:
    """The key of an entry's code."""
    return Key("代码", "英文短代码，定了就不改，网址里会用到", example=example, fixed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What brings somebody to a station."""

    code: Annotated[str, code_key("water")]
    name: Annotated[str, Key("名称", "大家怎么说", example="渴了")]
    offer: Annotated[str, Key("得到", "来了能得到什么", example="喝水")]
    icon: Annotated[Icon, Key("图标", "图标的名字", example="水杯")]
    also: Annotated[Others, others_key("[口渴, 接水]")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityKind:
    """Something a station may have."""

    code: Annotated[str, code_key("water-dispenser")]
    name: Annotated[str, Key("名称", "设施叫什么", example="饮水机")]
    needs: Annotated[tuple[Annotated[str, Term("needs")], ...], Key("满足", "满足哪些需求", example="[渴了]")] = ()
    icon: Annotated[Icon | None, Key("图标", "图标的名字", example="水杯")] = None
    also: Annotated[Others, others_key("[开水, 热水]")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceKind:
    """Something a station may do for people."""

    code: Annotated[str, code_key("haircut")]
    name: Annotated[str, Key("名称", "服务叫什么", example="免费理发")]
    needs: Annotated[tuple[Annotated[str, Term("needs")], ...], Key("满足", "满足哪些需求", example="[渴了]")] = ()
    icon: Annotated[Icon | None, Key("图标", "图标的名字", example="剪刀")] = None
    also: Annotated[Others, others_key("[剪头, 剃头]")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom a service is for."""

    code: Annotated[str, code_key("residents")]
    name: Annotated[str, Key("名称", "对象叫什么", example="居民")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKind:
    """A kind of organisation that takes part."""

    code: Annotated[str, code_key("social-organization")]
    name: Annotated[str, Key("名称", "这类伙伴叫什么", example="社会组织")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyCategory:
    """What cases are counted by."""

    code: Annotated[str, code_key("disputes")]
    name: Annotated[str, Key("名称", "这类办件叫什么", example="邻里纠纷")]
    former_names: Annotated[
        tuple[str, ...],
        Key("曾用名", "以前的名称；改了名称就写上，已公布的统计和内部表格照样认得", example="[邻里矛盾]"),
    ] = ()
    sensitive: Annotated[bool, Key("敏感", "敏感类别满10件才公布", example="否")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """`content/vocabulary.yml`."""

    needs: Annotated[tuple[Need, ...], Key("需求", "来驿站是为了什么，按首页的顺序")]
    facility_kinds: Annotated[tuple[FacilityKind, ...], Key("设施", "驿站里可能有的东西")]
    service_kinds: Annotated[tuple[ServiceKind, ...], Key("服务", "驿站可能做的事")]
    audiences: Annotated[tuple[Audience, ...], Key("对象", "服务为谁而设")]
    partner_kinds: Annotated[tuple[PartnerKind, ...], Key("伙伴", "哪几类组织一起做")]
    tally_categories: Annotated[tuple[TallyCategory, ...], Key("办件", "办件按什么分类")]
