"""Numbers under which a Chinese authority knows a website, as its footer shows them."""

from __future__ import annotations

import re
from typing import Self

from build_tools.problems import Unreadable

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新"
ICP = re.compile(rf"[{PROVINCES}]ICP备(\d{{8}}|\d{{10}})号(-\d{{1,4}})?", re.ASCII)
POLICE = re.compile(rf"[{PROVINCES}]公网安备 ?(\d{{14}})号?", re.ASCII)
GOVERNMENT = re.compile(r"\d{10}|bm\d{8}", re.ASCII)


class IcpFiling(str):
    """The filing with the ministry of industry, which every public site in China shows."""

    __slots__ = ()
    page = "https://beian.miit.gov.cn/"
    """Where anybody can look it up; the rules ask for this very link."""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it has the form of such a number."""
        if not ICP.fullmatch(text):
            raise Unreadable("E223", text=text)
        return cls(text)


class PoliceFiling(str):
    """The filing with the police."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it has the form of such a number."""
        if not POLICE.fullmatch(text):
            raise Unreadable("E224", text=text)
        return cls(text)

    @property
    def page(self) -> str:
        """Where anybody can look it up."""
        return f"https://beian.mps.gov.cn/#/query/webSearch?code={re.sub(r'[^0-9]', '', self)}"


class GovernmentSite(str):
    """The code of a government's website: ten figures, or `bm` and eight for a ministry's."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it has the form of such a code."""
        if not GOVERNMENT.fullmatch(text):
            raise Unreadable("E225", text=text)
        return cls(text)
