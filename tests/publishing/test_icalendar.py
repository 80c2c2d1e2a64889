"""Calendars say to others' readers what we put in, to the octet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publishing.icalendar import CalendarEvent, calendar_text
from tests.publishing.occurrences import ALL, CANCELLED, CLOSURE, MORNING, MOVED, NIGHT, POSTPONED, parsed, written

BEFORE_EVENTS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//station-bulletin//calendars//EN
CALSCALE:GREGORIAN
NAME;LANGUAGE=zh:甲站
X-WR-CALNAME:甲站
DESCRIPTION;LANGUAGE=zh:活动、服务和休息日
X-WR-CALDESC:活动、服务和休息日
X-WR-TIMEZONE:Asia/Shanghai
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE
"""
GOLDEN = (
    BEFORE_EVENTS
    + r"""BEGIN:VEVENT
UID:jia-closure-20261016@example.org
DTSTAMP:20260903T000000Z
DTSTART;VALUE=DATE:20261016
DTEND;VALUE=DATE:20261018
STATUS:CONFIRMED
TRANSP:TRANSPARENT
SUMMARY;LANGUAGE=zh:装修，不开放
END:VEVENT
BEGIN:VEVENT
UID:jia-haircut-20261017@example.org
DTSTAMP:20260901T000000Z
DTSTART;TZID=Asia/Shanghai:20261017T090000
DTEND;TZID=Asia/Shanghai:20261017T113000
STATUS:CONFIRMED
SUMMARY;LANGUAGE=zh:免费理发
LOCATION;LANGUAGE=zh:甲站
DESCRIPTION;LANGUAGE=zh:请自带毛巾；先到先得\,\n满员为止，
 雨天照常。
CATEGORIES;LANGUAGE=zh:理发,便民\;服务
URL:https://example.org/stations/jia/
END:VEVENT
BEGIN:VEVENT
UID:qi-20261017@example.org
DTSTAMP:20260905T000000Z
DTSTART;TZID=Asia/Shanghai:20261024T150000
DTEND;TZID=Asia/Shanghai:20261024T160000
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY;LANGUAGE=zh:书法
END:VEVENT
END:VCALENDAR
"""
)


def read(*occurrences: CalendarEvent) -> dict[str, Any]:
    """UID → what `icalendar` finds in the calendar of 甲站."""
    return {str(event["UID"]): event for event in parsed(written(*occurrences)).walk("VEVENT")}


def test_a_calendar_reads_as_agreed() -> None:
    assert written(MORNING, MOVED, CLOSURE).decode() == GOLDEN.replace("\n", "\r\n")


def test_the_order_in_which_occurrences_come_does_not_show() -> None:
    simultaneous = (*ALL, replace(MORNING, uid="yi-haircut-20261017@example.org"))
    assert written(*simultaneous) == written(*reversed(simultaneous)) == written(*simultaneous)


def test_an_empty_calendar_has_its_time_zone_and_nothing_else() -> None:
    assert written().decode() == (BEFORE_EVENTS + "END:VCALENDAR\n").replace("\n", "\r\n")
    assert parsed(written()).errors == []
    assert b"DESC" not in calendar_text("甲站", "", (), language="zh")


def test_a_calendar_is_published_and_invites_nobody() -> None:
    calendar = parsed(written(*ALL))
    assert "METHOD" not in calendar
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "甲站"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert [zone.to_tz().utcoffset(datetime(2026, 7, 1)) for zone in calendar.timezones] == [timedelta(hours=8)]


def test_the_stamp_is_the_record_s_day_at_midnight_utc() -> None:
    found = read(*ALL)
    assert {uid: event["DTSTAMP"].dt.isoformat() for uid, event in found.items()} == {
        one.uid: f"{one.stamp.isoformat()}T00:00:00+00:00" for one in ALL
    }


@pytest.mark.parametrize(
    ("occurrence", "start", "end"),
    [
        (MORNING, "2026-10-17T09:00:00+08:00", "2026-10-17T11:30:00+08:00"),
        (NIGHT, "2026-10-17T22:00:00+08:00", "2026-10-18T06:00:00+08:00"),
        (CLOSURE, "2026-10-16", "2026-10-18"),
        (MOVED, "2026-10-24T15:00:00+08:00", "2026-10-24T16:00:00+08:00"),
    ],
    ids=lambda case: case.uid if isinstance(case, CalendarEvent) else case,
)
def test_an_occurrence_has_china_s_time_or_whole_days(occurrence: CalendarEvent, start: str, end: str) -> None:
    event = read(occurrence)[occurrence.uid]
    assert (event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("occurrence", "status", "sequence", "transparency"),
    [
        (MORNING, "CONFIRMED", None, None),
        (CLOSURE, "CONFIRMED", None, "TRANSPARENT"),
        (CANCELLED, "CANCELLED", None, None),
        (MOVED, "CONFIRMED", 1, None),
        (POSTPONED, "TENTATIVE", None, None),
    ],
    ids=lambda case: case.uid if isinstance(case, CalendarEvent) else str(case),
)
def test_an_occurrence_says_how_it_stands(
    occurrence: CalendarEvent, status: str, sequence: int | None, transparency: str | None
) -> None:
    event = read(occurrence)[occurrence.uid]
    assert (event["STATUS"], event.get("SEQUENCE"), event.get("TRANSP")) == (status, sequence, transparency)


@pytest.mark.parametrize("end", [datetime(2026, 10, 17, 9), datetime(2026, 10, 17, 8)])
def test_an_occurrence_that_ends_before_it_begins_is_a_fault_of_ours(end: datetime) -> None:
    with pytest.raises(ValueError, match="before it has begun"):
        CalendarEvent(uid="a", stamp=date(2026, 9, 1), summary="甲", start=datetime(2026, 10, 17, 9), end=end)


@pytest.mark.parametrize("end", [date(2026, 10, 18), datetime.fromisoformat("2026-10-18T09:00:00+08:00")])
def test_start_and_end_are_of_one_kind(end: date) -> None:
    with pytest.raises(TypeError):
        CalendarEvent(uid="a", stamp=date(2026, 9, 1), summary="甲", start=datetime(2026, 10, 17, 9), end=end)


MARKS = st.sampled_from([*'\\;,:"nN^ \t\r\n\v\x00\x1f\x7f\x85\u2028\u2029', "\r\n", "\r\n ", "\\n", "END:VEVENT"])
ANYTHING = st.lists(
    MARKS
    | st.text("中文理发，；。e\u0301👩‍👩‍👧🇨🇳𠮷", max_size=40)
    | st.text(st.characters(codec="utf-8"), max_size=20),
    max_size=12,
).map("".join)
NEITHER_MARKED_NOR_ESCAPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
NEW_LINE = re.compile("[\x85\u2028\u2029]")


def kept(text: str) -> str:
    """What is left of `text` in a calendar."""
    return NEW_LINE.sub("\n", NEITHER_MARKED_NOR_ESCAPED.sub("", text))


@given(ANYTHING, ANYTHING, st.lists(ANYTHING.filter(kept), min_size=1, max_size=3))
def test_any_text_comes_back(text: str, other: str, categories: list[str]) -> None:
    marked = CalendarEvent(
        uid=f"u{other}",
        stamp=date(2026, 9, 1),
        summary=f"甲{text}",
        start=date(2026, 10, 17),
        end=date(2026, 10, 18),
        description=text,
        location=other,
        categories=tuple(categories),
    )
    calendar = parsed(calendar_text("甲站", f"站{other}", [marked], language="zh"))
    (event,) = calendar.events
    assert calendar["DESCRIPTION"] == kept(f"站{other}")
    assert (event["UID"], event["SUMMARY"]) == (kept(f"u{other}"), kept(f"甲{text}"))
    assert (event.get("DESCRIPTION", ""), event.get("LOCATION", "")) == (kept(text), kept(other))
    assert event.categories == [kept(one) for one in categories]
