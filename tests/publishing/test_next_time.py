"""When a service takes place next: as of the day of the build, and never claimed before it is announced."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.publishing.pages.next_time import NextTime, next_in
from tests.publishing.timetables import SHOWN, away, hours, moved

FRIDAYS = hours("每周五下午")
CLASSES = hours("周六 9:00-10:30", holidays="休息", exceptions=(away("2026-11-28", "老师出差"),))
MOVED = hours("每周五 14:00-17:00", exceptions=(moved("2026-11-20", "2026-11-22"),))


@pytest.mark.parametrize(
    ("table", "today", "said"),
    [
        (FRIDAYS, date(2026, 11, 16), "11月20日（周五） 下午"),
        (FRIDAYS, date(2026, 11, 20), "11月20日（周五） 下午"),
        (FRIDAYS, date(2026, 11, 21), "11月27日（周五） 下午"),
        (CLASSES, date(2026, 11, 22), "12月5日（周六） 9:00–10:30"),
        (MOVED, date(2026, 11, 18), "11月22日（周日） 14:00–17:00"),
    ],
)
def test_the_next_time_is_the_first_from_today_on(table: object, today: date, said: str) -> None:
    assert next_in(table, today, SHOWN) == NextTime(said, unsure=False)


def test_what_depends_on_holidays_not_announced_is_not_claimed() -> None:
    assert next_in(CLASSES, date(2026, 12, 20), SHOWN) == NextTime("待公布", unsure=True)


def test_what_never_takes_place_again_has_no_next_time() -> None:
    assert (
        next_in(hours("每天 9:00-17:00", exceptions=(away("2026-11-16 起", "搬走了"),)), date(2026, 11, 20), SHOWN)
        is None
    )
