"""A photo that a station or an event shows; the picture itself lies in `content/images/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.key import Choice, ContentPath, Key


class People(Choice):
    """Whether somebody can be recognised, and has agreed; for staff to think of, and shown nowhere."""

    NONE = ("none", "无")
    AGREED = ("agreed", "已同意")
    COVERED = ("covered", "已遮挡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo and what must be known of it."""

    file: Annotated[
        str, ContentPath(), Key("文件", "图片放在哪里，从 content/ 里面写起", example="images/jia-door.jpg", fixed=True)
    ]
    alt: Annotated[str, Key("说明", "照片里看得见什么，读给看不见的人听", example="红屋檐的平房，门口有一道坡道")]
    people: Annotated[People, Key("人物", "照片里有没有认得出的人；有，就要本人同意或者遮住", example="无")]
    source: Annotated[str, Key("来源", "谁拍的，只写单位或岗位", example="社区工作人员")] = ""
    licence: Annotated[str, Key("许可", "别人能不能用；不写，网页上是“未声明”", example="CC BY 4.0")] = ""
