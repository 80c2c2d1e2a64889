"""Stretches of holidays and make-up workdays, as staff write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from build_tools.problems import Unreadable
from build_tools.records.calendar import DayStretch, MakeupDay

NATIONAL_DAY = DayStretch(date(2026, 10, 1), date(2026, 10, 7))
READ: list[tuple[str, Any]] = [
    ("2026-10-01 至 2026-10-07", NATIONAL_DAY),
    ("2026-10-1至2026-10-7", NATIONAL_DAY),
    ("2026-10-01 到 2026-10-07", NATIONAL_DAY),
    ("2026-12-30 至 2027-01-02", DayStretch(date(2026, 12, 30), date(2027, 1, 2))),
    ("2025-01-01", DayStretch(date(2025, 1, 1), date(2025, 1, 1))),
    ("2026-01-04 补周五", MakeupDay(date(2026, 1, 4), 4)),
    ("2026-1-4补星期一", MakeupDay(date(2026, 1, 4), 0)),
]
REFUSED: list[tuple[Any, str, str, str]] = [
    (DayStretch, "10月1日至7日", "E081", "10月1日至7日"),
    (DayStretch, "2026-10-01 至", "E081", "2026-10-01 至"),
    (DayStretch, "2026-10-01 至 7", "E081", "2026-10-01 至 7"),
    (DayStretch, "2026-10-01 2026-10-07", "E081", "2026-10-01 2026-10-07"),
    (DayStretch, "2026-02-15 至 2026-02-30", "E032", "2026-02-30"),
    (DayStretch, "2026-10-07 至 2026-10-01", "E082", "2026-10-07 至 2026-10-01"),
    (MakeupDay, "2026-01-04", "E083", "2026-01-04"),
    (MakeupDay, "2026-01-04 补班", "E083", "2026-01-04 补班"),
    (MakeupDay, "2026-01-04 补周六", "E083", "2026-01-04 补周六"),
    (MakeupDay, "1月4日 补周五", "E083", "1月4日 补周五"),
    (MakeupDay, "2026-02-30 补周一", "E032", "2026-02-30"),
]


@pytest.mark.parametrize(("text", "meant"), READ)
def test_a_day_or_a_stretch_of_days_is_read(text: str, meant: Any) -> None:
    assert type(meant).from_text(text) == meant


@pytest.mark.parametrize(("kind", "text", "code", "quoted"), REFUSED)
def test_anything_else_is_refused(kind: Any, text: str, code: str, quoted: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        kind.from_text(text)
    assert (refusal.value.code, dict(refusal.value.words)["text"]) == (code, quoted)


def test_a_stretch_contains_both_its_ends() -> None:
    around = [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 7), date(2026, 10, 8)]
    assert [day in NATIONAL_DAY for day in around] == [False, True, True, False]
