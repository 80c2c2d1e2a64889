"""Rows that only add up others; people put them below a table, and nobody may count them as cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.booking.private_file.headings import REQUIRED
from build_tools.booking.private_file.typed import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOTAL = re.compile(r"(.*[站月年])?(合计|总计|小计|总数|共计)[:：]?")
NUMBER = re.compile(r"[+-]?\d[\d,.]*", re.ASCII)
NAMES = ("station", "category")


def total_in(cells: Sequence[str], places: Mapping[str, int]) -> int | None:
    """Where a row of `cells` shows that it is a total, or None; its fields stand at `places`."""
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    named = [places[name] for name in NAMES if name in places]
    for place in (*filled[:1], *named):
        if TOTAL.fullmatch("".join(cells[place].split())):
            return place
    return filled[0] if is_sum([cells[place] for place in filled], cells, places) else None


def is_sum(filled: Sequence[str], cells: Sequence[str], places: Mapping[str, int]) -> bool:
    """Whether a row is nothing but numbers, with one of cases: where cells were merged, a station's row lacks that."""
    if "count" not in places or not cells[places["count"]].strip():
        return False
    if any(cells[places[field.name]].strip() for field in REQUIRED):
        return False
    return all(NUMBER.fullmatch(plain(cell.strip())) for cell in filled)
