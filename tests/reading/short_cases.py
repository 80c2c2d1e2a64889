"""Two stations whose short addresses meet, and some whose do not; `COLLIDING` were found by trying."""

from __future__ import annotations

from tests.conftest import STATION

RULE = "a_short_address_leads_to_one_station"
COLLIDING = ("zhan-339", "zhan-17368")
FIRST, SECOND = (f"stations/{id}.yml" for id in COLLIDING)
YI, BING = (STATION.replace("甲站", name) for name in ("乙站", "丙站"))
OLDEST = "曾用编号: [{}, zhan]\n"
"""An id that its file no longer has."""
SHORT_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (RULE, {FIRST: YI, SECOND: BING}, ("E219", FIRST, 1, 1, "")),
    (RULE, {FIRST: YI, "stations/bing.yml": BING + OLDEST.format(COLLIDING[1])}, ("E219", FIRST, 1, 1, "")),
    (RULE, {"stations/a.yml": YI + OLDEST.format(COLLIDING[0]), SECOND: BING}, ("E219", SECOND, 1, 1, "")),
    (
        RULE,
        {
            "stations/a.yml": YI + OLDEST.format(COLLIDING[0]),
            "stations/b.yml": BING + OLDEST.format(COLLIDING[1]).replace("zhan]", "zhan-2]"),
        },
        ("E219", "stations/b.yml", 7, 8, "曾用编号[1]"),
    ),
]
SHORT_FINE: list[tuple[str, dict[str, str]]] = [
    (RULE, {"stations/zhan-1.yml": YI, "stations/zhan-2.yml": BING}),
    (RULE, {FIRST: YI + OLDEST.format("yi"), SECOND: BING}),
    (RULE, {FIRST: YI, "stations/bing.yml": BING + "曾用编号: [bing-lao, zhan-17368]\n"}),
]
