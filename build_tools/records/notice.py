"""Notices: `content/notices/<year>/<id>.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.alias import Aliases
from build_tools.records.dates import Day
from build_tools.records.key import FreeText, Key, Reference
from build_tools.records.values import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something people should know before they come."""

    year: str
    id: str
    title: Annotated[str, Key("标题", "一句话说清楚", example="国庆期间照常开放")]
    published: Annotated[Day, Key("发布", "发布日期", example="2026-09-28")]
    text: Annotated[FreeText, Key("正文", "几句话说完，可以分段", example="国庆期间，每天 9:00-17:00 开放。")]
    until: Annotated[Day | None, Key("有效至", "过了这天就退到旧公告里", example="2026-10-08")] = None
    urgent: Annotated[bool, Key("要紧", "要紧的排在最前", example="否")] = False
    stations: Annotated[
        tuple[Annotated[str, Reference("stations")], ...], Key("驿站", "和哪些驿站有关，写编号", example="[zhengyang]")
    ] = ()
    sources: Annotated[tuple[Source, ...], Key("来源", "内容从哪里来")] = ()
    aliases: Aliases = ()
