"""Words before and after a figure that leave it open: 近, 超过, 以上, 左右."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when a figure can be, both included; None where it is open."""

    low: int | None
    high: int | None
    rounded: bool = False
    """Whether words such as 余 and 数 made it wider than the number that is written."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high


ABOUT = ("约", "大约", "大概", "差不多", "左右", "上下")
BELOW = ("近", "接近", "将近", "不到", "不足", "少于", "不满", "低于")
ABOVE = ("超过", "超出", "超", "过", "逾", "多于", "大于", "高于", "开外")
AT_LEAST = ("不少于", "至少", "不低于", "起码", "最少", "突破", "上", "及以上", "以上")
AT_MOST = ("至多", "最多", "不超过", "不多于", "不高于", "以内", "及以下", "以下", "以里")
ALL = sorted(ABOUT + BELOW + ABOVE + AT_LEAST + AT_MOST, key=len, reverse=True)
BEFORE = re.compile("|".join(word for word in ALL if word[0] not in "左以及开" and word != "上下"))
MORE = re.compile(r"有余|[余多几来]")
"""Right after a figure: it is somewhat more."""
AFTER = re.compile("(?:左右|上下|开外|及?以[上下]|以[内里])$")


def limited(span: Span, word: str) -> Span:
    """`span` as `word` leaves it; unchanged by no word."""
    if word in ABOUT:
        return replace(span, low=None, high=None)
    if word in BELOW and span.high is not None:
        return replace(span, low=None, high=span.high - span.is_exact)
    if word in ABOVE and span.low is not None:
        return replace(span, low=span.low + span.is_exact, high=None)
    if word in AT_LEAST:
        return replace(span, high=None)
    if word in AT_MOST:
        return replace(span, low=None)
    return span
