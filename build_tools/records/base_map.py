"""Tiles under the interactive map: none unless an operator names them, with the number of their approval."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Self
from urllib.parse import urlsplit

from build_tools.problems import Unreadable
from build_tools.records.key import Choice, Key

TILES = re.compile(r"https://[A-Za-z0-9.-]+(:\d+)?/[^\s<>\"'\\^`]*")
PARTS = re.compile(r"\{([^{}]*)\}")
KEY = re.compile(r"[A-Za-z0-9._~-]{1,200}")
EACH_TILE = ("x", "y", "z")
APPROVAL = r"(GS[\u4e00-\u9fff]?|[\u4e00-\u9fff]{1,2}S[\u4e00-\u9fff]?)\((19|20)\d\d\)\d{1,5}号"
TIANDITU = (
    "https://t0.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default"
    "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={{key}}"
)
"""http://lbs.tianditu.gov.cn/server/MapService.html"""


class BaseKind(Choice):
    """Whose tiles they are."""

    TIANDITU = ("tianditu", "天地图")
    OTHER = ("other", "其他")


class TileDatum(Choice):
    """The coordinate system of tiles; Baidu's are cut in another way and cannot be shown."""

    WGS84 = ("wgs84", "卫星定位")
    GCJ02 = ("gcj02", "高德腾讯")


class TileAddress(str):
    """The address of a tile with `{z}`, `{x}` and `{y}`, and `{key}` where the key stands."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it is such an address, of one host and over https."""
        parts = PARTS.findall(text)
        if not TILES.fullmatch(text) or sorted(part for part in parts if part != "key") != [*EACH_TILE]:
            raise Unreadable("E208", text=text)
        return cls(text)


class BaseKey(str):
    """What a tile service knows its users by; it becomes part of an address."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when it needs no quoting in an address."""
        if not KEY.fullmatch(text):
            raise Unreadable("E216", text=text)
        return cls(text)


class Approval(str):
    """审图号: `GS(2024)0650号`, `GS京(2022)1061号`, `湘S(2023)12号`."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The number in `text`, its brackets as narrow ones."""
        narrow = unicodedata.normalize("NFKC", text).replace(" ", "")
        if not re.fullmatch(APPROVAL, narrow, re.ASCII):
            raise Unreadable("E207", text=text)
        return cls(narrow)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMap:
    """Whose tiles, and what must be said of them."""

    kind: Annotated[BaseKind, Key("种类", "用谁的底图", example="天地图")]
    approval: Annotated[Approval | None, Key("审图号", "底图的审图号，必须写", example="GS(2024)0650号")] = None
    key: Annotated[
        BaseKey | None, Key("密钥", "向底图服务申请的浏览器端密钥，会公开在网页里", example="0123456789abcdef")
    ] = None
    address: Annotated[
        TileAddress | None,
        Key("网址模板", "一块底图的网址，天地图不用写", example="https://tiles.example.org/{z}/{x}/{y}.png"),
    ] = None
    credit: Annotated[str, Key("署名", "底图是谁的，显示在地图下面；天地图不用写", example="示例市测绘院")] = ""
    datum: Annotated[TileDatum | None, Key("坐标系", "底图的坐标系，天地图不用写", example="高德腾讯")] = None

    @property
    def layers(self) -> tuple[str, ...]:
        """The addresses of the tiles, one above the other, with the key in its place."""
        addresses = (self.address,) if self.address else tuple(TIANDITU.format(layer=one) for one in ("vec", "cva"))
        return tuple(address.replace("{key}", self.key or "") for address in addresses)

    @property
    def origin(self) -> str:
        """Where the browser gets them: what a Content-Security-Policy must allow for pictures."""
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.layers[0]))

    @property
    def is_wgs84(self) -> bool:
        """Whether they show WGS-84; Tianditu's CGCS2000 differs from it by centimetres."""
        return self.datum is not TileDatum.GCJ02
