"""A figure in its source's words → what it can be: 50余件 is 51 to 59."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

from build_tools.records.cursor import Cursor
from build_tools.records.limits import AFTER, BEFORE, Span, limited
from build_tools.records.percent_words import percentage_at
from build_tools.records.percentage import Percentage
from build_tools.records.spans import span_at

SIGNS = str.maketrans("．％，", ".%,")
PLAIN = re.compile(r"(?:一共|总共|共计|总计|合计|累计|共有|已|达到|高达|多达|仅有|只有|共|达|仅|有)*")
"""Words before a figure that leave it as it is."""
UNIT = re.compile(
    r"(?!千(?![克米瓦卡])|[零〇一二两三四五六七八九十百万亿几来.:：/至到~～〜—–－-])[^\d%、，,；;。余多]*", re.ASCII
)
"""No other figure, and nothing that would make another one of the figure before it, as in 3年多 and 三万八."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What the words of a figure can mean. No words are wrong: those without a figure have no bounds."""

    low: int | None = None
    high: int | None = None
    """Both are included; None where the words leave that side open."""
    unit: str = ""
    rounded: bool = False
    """Whether words such as 余 and 数 made it wider than the number that is written."""
    percentage: Percentage | None = None
    """A claimed share, which has no bounds."""
    has_figure: bool = False

    @classmethod
    def from_text(cls, text: str) -> Self:
        """What `text` says."""
        line = Cursor(text.translate(SIGNS))
        line.take(PLAIN)
        before = line.take(BEFORE)
        line.take(PLAIN)
        percentage = percentage_at(line)
        span = None if percentage else span_at(line, limited=before is not None)
        if not UNIT.fullmatch(line.rest):
            return cls()
        unit = text[line.at :].rstrip()
        after = AFTER.search(unit)
        unit = unit.removesuffix(after[0]) if after else unit
        limits = [word[0] for word in (before, after) if word]
        if percentage:
            exact = percentage.exact and not limits
            return cls(percentage=replace(percentage, exact=exact), unit=unit, has_figure=True)
        return cls.counted(span, limits, unit) if span else cls()

    @classmethod
    def counted(cls, span: Span, limits: list[str], unit: str) -> Self:
        """The count `span` within the words of its `limits`."""
        for word in limits:
            span = limited(span, word)
        return cls(span.low, span.high, unit, span.rounded, has_figure=True)

    @property
    def is_between(self) -> bool:
        """Whether it is a round figure of which both bounds are known."""
        return self.rounded and self.low is not None and self.high is not None

    def can_be_share_of(self, base: Amount) -> bool:
        """Whether some number that `base` can be gives this percentage; also where either is not said exactly enough."""
        claimed = self.percentage
        if claimed is None or not claimed.exact:
            return True
        return claimed.is_share_within(base.low, base.high)


def said_bounds(text: str) -> tuple[int | None, int | None]:
    """The least and the most that `text` can mean, both included; None where it is open, or no count at all."""
    amount = Amount.from_text(text)
    return amount.low, amount.high
