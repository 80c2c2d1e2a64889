"""A station in the map services that people have on their phones: each link in a system that the service understands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from build_tools.facts.coordinates import Point, point_in
from build_tools.records.values import Datum, Precision

if TYPE_CHECKING:
    from build_tools.records.station import Station
    from build_tools.records.values import Position

SOURCE = "station-bulletin"
"""The services ask who sends their visitors."""
BAIDU = {Datum.WGS84: "wgs84", Datum.GCJ02: "gcj02", Datum.BD09: "bd09ll"}


@dataclass(frozen=True, slots=True)
class MapLinks:
    """The same place in three services."""

    amap: str
    baidu: str
    tencent: str


def map_links_of(station: Station) -> MapLinks | None:
    """The links of `station`; None when its position is not known better than to the district."""
    position = station.position
    if position is None or position.precision is Precision.DISTRICT:
        return None
    return MapLinks(
        amap=amap(position, station.name),
        baidu=baidu(position, station.name, station.address),
        tencent=tencent(position, station.name, station.address),
    )


def amap(position: Position, name: str) -> str:
    """https://lbs.amap.com/api/uri-api/guide/mobile-web/point."""
    point = understood(position)
    system = "wgs84" if position.datum is Datum.WGS84 else "gaode"
    words = {"position": f"{point.longitude:.6f},{point.latitude:.6f}", "name": quoted(name), "src": SOURCE}
    return f"https://uri.amap.com/marker?{encoded({**words, 'coordinate': system, 'callnative': '0'})}"


def baidu(position: Position, name: str, address: str) -> str:
    """https://lbsyun.baidu.com/faq/api?title=webapi/uri/web; all three systems are understood."""
    words = {
        "location": f"{position.latitude:.6f},{position.longitude:.6f}",
        "title": quoted(name),
        "content": quoted(address),
    }
    system = {"coord_type": BAIDU[position.datum], "output": "html", "src": f"webapp.{SOURCE}"}
    return f"https://api.map.baidu.com/marker?{encoded({**words, **system})}"


def tencent(position: Position, name: str, address: str) -> str:
    """https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker; 1 is WGS-84 and 2 GCJ-02, signs of its own are left out."""
    point = understood(position)
    place = (
        f"coord:{point.latitude:.6f},{point.longitude:.6f};title:{quoted(plain(name))};addr:{quoted(plain(address))}"
    )
    system = {"coord_type": "1" if position.datum is Datum.WGS84 else "2", "referer": SOURCE}
    return f"https://apis.map.qq.com/uri/v1/marker?{encoded({'marker': place, **system})}"


def understood(position: Position) -> Point:
    """`position` as it was entered, or in GCJ-02 when it was Baidu's, which others do not understand."""
    if position.datum is Datum.BD09:
        return point_in(position, Datum.GCJ02)
    return Point(position.longitude, position.latitude)


def plain(text: str) -> str:
    """`text` without the signs that part the words of a Tencent marker."""
    return text.replace(";", " ").replace(":", " ").replace("|", " ")


@lru_cache(maxsize=8)  # each station's name and address stand in three links
def quoted(text: str) -> str:
    """`text` as it stands in the query of an address."""
    return quote_plus(text, safe=",:;")


def encoded(words: dict[str, str]) -> str:
    """`words`, of which those of staff are quoted already, as the query of an address."""
    return "&".join(f"{name}={said}" for name, said in words.items())
