"""Faults and good cases for the rules of maps and old addresses; `test_rules.py` tries them with the others."""

from __future__ import annotations

from tests.conftest import MINIMAL, STATION

SITE, JIA, YI = "site.yml", "stations/jia.yml", "stations/yi.yml"
TIANDITU = MINIMAL[SITE] + "底图: {种类: 天地图, 密钥: 0123456789abcdef, 审图号: GS(2024)0000号}\n"
TILES = '署名: 示例市测绘院, 坐标系: 高德腾讯, 网址模板: "https://tiles.example.org/{z}/{x}/{y}.png?k={key}"'
POINT = "位置: {{经度: 122.5, 纬度: 35.5, 坐标系: {datum}, 精度: 大致到区, 核实: 未知}}\n"

APPROVED, WHOSE, SHOWN, ALIAS = (
    "a_base_map_is_approved",
    "a_base_map_says_whose_it_is",
    "a_base_in_wgs84_shows_what_was_entered_so",
    "an_alias_leads_to_one_page",
)
MAP_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (APPROVED, {SITE: TIANDITU.replace(", 审图号: GS(2024)0000号", "")}, ("E206", SITE, 4, 5, "底图")),
    (WHOSE, {SITE: TIANDITU.replace(", 密钥: 0123456789abcdef", "")}, ("E209", SITE, 4, 5, "底图")),
    (
        WHOSE,
        {SITE: TIANDITU.replace("天地图", "其他").replace("密钥: 0123456789abcdef", TILES)},
        ("E209", SITE, 4, 5, "底图"),
    ),
    (SHOWN, {SITE: TIANDITU, JIA: STATION + POINT.format(datum="百度")}, ("W105", SITE, 4, 5, "底图")),
    (
        ALIAS,
        {JIA: STATION + "曾用编号: [yi]\n", YI: STATION.replace("甲站", "乙站")},
        ("E221", JIA, 7, 8, "曾用编号[1]"),
    ),
    (
        ALIAS,
        {JIA: STATION + "曾用编号: [bing]\n", YI: STATION.replace("甲站", "乙站") + "曾用编号: [bing]\n"},
        ("E222", YI, 7, 8, "曾用编号[1]"),
    ),
]
MAP_FINE: list[tuple[str, dict[str, str]]] = [
    (APPROVED, {SITE: TIANDITU}),
    (WHOSE, {SITE: TIANDITU}),
    (SHOWN, {SITE: TIANDITU, JIA: STATION + POINT.format(datum="卫星定位")}),
    (SHOWN, {SITE: TIANDITU + "换算坐标: 是\n", JIA: STATION + POINT.format(datum="百度")}),
    (ALIAS, {JIA: STATION + "曾用编号: [yi]\n"}),
]
