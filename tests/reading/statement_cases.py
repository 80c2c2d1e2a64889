"""Faults and good cases for the rules of statements; `test_rules.py` tries them with the others."""

from __future__ import annotations

from tests.conftest import EVENT, MINIMAL, STATION

JIA, CHESS, COMMUNITY = "stations/jia.yml", "events/2026/chess.yml", "organizations/jia.yml"


def claim(said: str, base: str = "") -> str:
    """A statement with a figure and, where given, its base."""
    return f"{{内容: 满意度, 原话: {said}, 基数: {base}}}" if base else f"{{内容: 满意度, 原话: {said}}}"


def jia(*claims: str) -> dict[str, str]:
    """The station's file with these statements, the first of which is line 8."""
    return {JIA: STATION + "报道数字:\n" + "".join(f"  - {one}\n" for one in claims)}


SHARE, COUNT, POSSIBLE = (
    "only_a_percentage_has_a_base",
    "a_base_is_a_count",
    "a_percentage_can_come_from_its_base",
)
STATEMENT_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (SHARE, jia(claim("42起", "50余件")), ("E130", JIA, 8, 28, "报道数字[1].基数")),
    (SHARE, jia(claim("若干", "若干")), ("E130", JIA, 8, 27, "报道数字[1].基数")),
    (SHARE, jia(claim("98.7%"), claim("120%", "75件")), ("E130", JIA, 9, 29, "报道数字[2].基数")),
    (COUNT, jia(claim("98.7%", "全部诉求")), ("E131", JIA, 8, 30, "报道数字[1].基数")),
    (COUNT, jia(claim("98.7%", "100%")), ("E131", JIA, 8, 30, "报道数字[1].基数")),
    (POSSIBLE, jia(claim("98.7%", "50余件")), ("W103", JIA, 8, 30, "报道数字[1].基数")),
    (POSSIBLE, jia(claim("98.7%", "74件")), ("W103", JIA, 8, 30, "报道数字[1].基数")),
    (POSSIBLE, jia(claim("33%", "近3件")), ("W103", JIA, 8, 28, "报道数字[1].基数")),
    (POSSIBLE, jia(claim("100%", "0件")), ("W103", JIA, 8, 29, "报道数字[1].基数")),
    (
        POSSIBLE,
        {JIA: STATION + f"渠道:\n  - 名称: 信箱\n    报道数字: [{claim('98.7%', '50余件')}]\n"},
        ("W103", JIA, 9, 37, "渠道[1].报道数字[1].基数"),
    ),
    (
        POSSIBLE,
        {COMMUNITY: MINIMAL[COMMUNITY] + f"报道数字: {claim('98.7%', '50余件')}\n"},
        ("W103", COMMUNITY, 4, 32, "报道数字.基数"),
    ),
    (
        POSSIBLE,
        {CHESS: EVENT + f"来宾: [{claim('98.7%', '50余件')}]\n"},
        ("W103", CHESS, 6, 31, "来宾[1].基数"),
    ),
]
STATEMENT_FINE: list[tuple[str, dict[str, str]]] = [
    (SHARE, jia(claim("42起"), claim("若干"), claim("98.7%"), claim("九成", "10件"))),
    (COUNT, jia(claim("98.7%", "约300件"), claim("98.7%", "数百件"), claim("98.7%", "一百五十人"))),
    (POSSIBLE, jia(claim("98.7%", "75件"), claim("98.6%", "74件"), claim("98%", "50余件"), claim("100%", "9位"))),
    (POSSIBLE, jia(claim("66.6%", "3件"), claim("66.7%", "3件"))),
    (POSSIBLE, jia(claim("近100%", "50余件"), claim("98.7%以上", "50余件"), claim("98.7%", "超过50件"))),
]
