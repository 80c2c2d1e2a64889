"""One occurrence of each sort, and the calendar they make."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from icalendar import Calendar

from build_tools.publishing.icalendar import CalendarEvent, calendar_text

MORNING = CalendarEvent(
    uid="jia-haircut-20261017@example.org",
    stamp=date(2026, 9, 1),
    summary="免费理发",
    start=datetime(2026, 10, 17, 9),
    end=datetime(2026, 10, 17, 11, 30),
    description="请自带毛巾；先到先得,\n满员为止，雨天照常。",
    location="甲站",
    url="https://example.org/stations/jia/",
    categories=("理发", "便民;服务"),
)
NIGHT = CalendarEvent(
    uid="jia-rest-20261017@example.org",
    stamp=date(2026, 9, 2),
    summary="夜间歇脚",
    start=datetime(2026, 10, 17, 22),
    end=datetime(2026, 10, 18, 6),
)
CLOSURE = CalendarEvent(
    uid="jia-closure-20261016@example.org",
    stamp=date(2026, 9, 3),
    summary="装修，不开放",
    start=date(2026, 10, 16),
    end=date(2026, 10, 18),
    transparent=True,
)
CANCELLED = CalendarEvent(
    uid="qi@example.org",
    stamp=date(2026, 9, 4),
    summary="已取消：下棋",
    start=datetime(2026, 10, 17, 15),
    end=datetime(2026, 10, 17, 16),
    cancelled=True,
    tentative=True,
)
MOVED = CalendarEvent(
    uid="qi-20261017@example.org",
    stamp=date(2026, 9, 5),
    summary="书法",
    start=datetime(2026, 10, 24, 15),
    end=datetime(2026, 10, 24, 16),
    sequence=1,
)
POSTPONED = CalendarEvent(
    uid="yizhen@example.org",
    stamp=date(2026, 9, 6),
    summary="义诊",
    start=date(2026, 10, 25),
    end=date(2026, 10, 26),
    tentative=True,
)
ALL = (MORNING, NIGHT, CLOSURE, CANCELLED, MOVED, POSTPONED)


def written(*occurrences: CalendarEvent) -> bytes:
    """The calendar of 甲站."""
    return calendar_text("甲站", "活动、服务和休息日", occurrences, language="zh")


def parsed(calendar: bytes) -> Any:
    """What `icalendar` makes of the `calendar`."""
    return Calendar.from_ical(calendar)
