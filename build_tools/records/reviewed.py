"""Reviewed exceptions: what the gate would stop, and somebody has decided may be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.problems import veiled
from build_tools.records.dates import Day
from build_tools.records.key import ContentPath, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One text in one file of `content/` that looks like a resident's and is none, or may be told."""

    file: Annotated[
        str, ContentPath(), Key("文件", "写在哪个文件里，从 content/ 里面写起", example="stations/zhengyang.yml")
    ]
    text: Annotated[str, Key("文字", "放行的那几个字，和文件里写的一样", example="138 0000 0000")]
    reason: Annotated[str, Key("理由", "为什么可以公开，会显示出来", example="驿站值班手机，不是私人号码")]
    role: Annotated[str, Key("岗位", "谁核过，只写岗位", example="社区主任")]
    date: Annotated[Day, Key("日期", "哪一天核的", example="2026-11-01")]

    @property
    def veiled_text(self) -> str:
        """The text for a public page: enough to know it again, too little to use it."""
        return veiled(self.text)

    @property
    def veiled_file(self) -> str:
        """The file, without the text should its name hold that."""
        return self.file.replace(self.text, self.veiled_text)
