"""Communities, street offices, teams, social organisations: `content/organizations/<id>.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.alias import Aliases
from build_tools.records.dates import PartialDate
from build_tools.records.key import FreeText, Key, Reference, Term, Unknown
from build_tools.records.values import Source, Statement, Telephone


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Whoever runs or helps a station; a body or a team, never a person."""

    id: str
    name: Annotated[str, Key("名称", "组织或队伍的全名", example="向阳社会工作服务中心")]
    kind: Annotated[str, Term("partner_kinds"), Key("类别", "哪一类伙伴", example="社会组织")]
    district: Annotated[str, Reference("districts"), Key("区", "区文件的编号", example="shigu")]
    parent: Annotated[
        str | None, Reference("organizations"), Key("上级", "属于哪个组织，写它的编号", example="renmin-street")
    ] = None
    founded: Annotated[PartialDate | Unknown | None, Key("成立", "哪年成立", example="2015")] = None
    members: Annotated[str, Key("成员", "有多少人，照来源写", example="30余名“敲夫”")] = ""
    does: Annotated[tuple[str, ...], Key("做什么", "一条写一件", example="[上门理发]")] = ()
    telephone: Annotated[Telephone | Unknown | None, Key("电话", "办公电话", example="0734-1234567")] = None
    text: Annotated[FreeText, Key("介绍", "几句介绍，可以分段", example="队里都是附近的邻居。")] = FreeText("")
    statements: Annotated[tuple[Statement, ...], Key("报道数字", "报道里的数字，照原话")] = ()
    sources: Annotated[tuple[Source, ...], Key("来源", "内容从哪里来")] = ()
    aliases: Aliases = ()
