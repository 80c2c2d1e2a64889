"""Percentages as reports write them: 98.7%, 百分之九十八点七, 九成五."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.records.figures import CHINESE, ONES, chinese_number
from build_tools.records.limits import MORE
from build_tools.records.percentage import Percentage

if TYPE_CHECKING:
    from build_tools.records.cursor import Cursor

NUMERALS = "".join(ONES)
PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,4}))?\s*%", re.ASCII)
HUNDREDTHS = re.compile(rf"百分之(百|{CHINESE.pattern})(?:点([零〇{NUMERALS}]{{1,4}}))?")
TENTHS = re.compile(rf"([十{NUMERALS}])成([半{NUMERALS}]?)(?=[余多几来以左上]|$)")


def percentage_at(line: Cursor) -> Percentage | None:
    """The percentage that begins at `line`, read past it; None where none does, or one that no share can be."""
    if found := line.take(PERCENT):
        decimals = found[2] or ""
        parts, of = int(found[1] + decimals), 100 * 10 ** len(decimals)
    elif found := line.take(HUNDREDTHS):
        decimals = "".join(str(ONES.get(sign, 0)) for sign in found[2] or "")
        parts, of = int(f"{chinese_number(found[1])}{decimals}"), 100 * 10 ** len(decimals)
    elif found := line.take(TENTHS):
        after = "5" if found[2] == "半" else str(ONES.get(found[2], ""))
        parts, of = int(f"{chinese_number(found[1])}{after}"), 100 if after else 10
    else:
        return None
    exact = not line.take(MORE)
    return Percentage(parts, of, exact) if parts <= of else None
