"""One row of the private counts: what staff enter each month, in a spreadsheet, CSV or YAML that is never published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Self

from build_tools.problems import Unreadable
from build_tools.records.key import Key, Term
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterable

ADJUSTMENT = re.compile(r"[+-]?\d{1,6}", re.ASCII)
DAYS = re.compile(r"\d{1,4}(\.\d{1,2})?", re.ASCII)
MOST = 999_999


class Adjustment(int):
    """Cases learnt of later: `+1` or `-2`."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The number in `text`, with or without a sign, or `Unreadable`."""
        if not ADJUSTMENT.fullmatch(text):
            raise Unreadable("E150", text=text)
        return cls(text)


class Days(Fraction):
    """A number of days, whole or with a decimal: `2.5`."""

    @classmethod
    def from_text(cls, text: str) -> Days:
        """The number in `text`, or `Unreadable`."""
        if not DAYS.fullmatch(text):
            raise Unreadable("E151", text=text)
        return cls(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A month of one category at one station; without a category, what concerns the whole station that month."""

    line: int
    """Where it is written, from 1."""
    station: Annotated[str, Term("stations"), Key("驿站", "驿站的编号或名称", example="zhengyang")]
    category: Annotated[
        str | None, Term("tally_categories"), Key("类别", "哪一类办件；整站的数字就空着", example="邻里纠纷")
    ] = None
    month: Annotated[Month, Key("月份", "哪个月", example="2026-10")]
    count: Annotated[int | None, Key("件数", "这个月办了多少件，没有就写0", example="3", minimum=0, maximum=MOST)] = (
        None
    )
    adjust: Annotated[Adjustment, Key("调整", "以前漏记或多记的，在发现的这个月补", example="+1")] = Adjustment(0)
    succeeded: Annotated[int | None, Key("成功", "其中成功多少件", example="2", minimum=0, maximum=MOST)] = None
    rated: Annotated[int | None, Key("评价", "多少人评价了", example="10", minimum=0, maximum=MOST)] = None
    satisfied: Annotated[int | None, Key("满意", "其中多少人满意", example="9", minimum=0, maximum=MOST)] = None
    on_time: Annotated[int | None, Key("按时", "按时办结多少件", example="9", minimum=0, maximum=MOST)] = None
    median_days: Annotated[Days | None, Key("用时中位天数", "办结天数的中位数", example="2")] = None


def nets(rows: Iterable[Row]) -> list[int]:
    """By how much each of `rows` changes its stream."""
    return [(row.count or 0) + row.adjust for row in rows]


ROWS = ("记录", "rows")
"""The key under which a YAML file lists its rows."""
