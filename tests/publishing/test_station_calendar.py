"""What a station's calendar holds, as other programs read it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]

from tests.sites import SAMPLE, site_of

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def calendars() -> Mapping[str, bytes]:
    """The calendars of the demonstration bulletin, by address."""
    site = site_of(SAMPLE, TODAY)
    return {file.uri: file.content for file in site.files if file.uri.endswith(".ics")}


def events(text: bytes, first: date, last: date) -> list[str]:
    """What is on from `first` until before `last`, a line each."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, last)
    return sorted(told(event) for event in found)


def told(event: icalendar.Event) -> str:
    """Start, title and status of an event."""
    start = event.decoded("DTSTART")
    when = f"{start:%m-%d %H:%M}" if isinstance(start, datetime) else f"{start:%m-%d}"
    return f"{when} {event['SUMMARY']} {event['STATUS']}"


def test_every_open_station_has_a_calendar_and_the_events_have_one(calendars: Mapping[str, bytes]) -> None:
    assert {"stations/jia/calendar.ics", "stations/yi/calendar.ics", "events/calendar.ics"} <= calendars.keys()


def test_a_moved_service_keeps_its_name_and_a_cancelled_one_stays(calendars: Mapping[str, bytes]) -> None:
    text = calendars["stations/yi/calendar.ics"]
    clinic = [line for line in events(text, date(2026, 11, 23), date(2026, 12, 10)) if "义诊" in line and ":" in line]
    assert clinic == [
        "11-26 09:00 改期：义诊 CONFIRMED",
        "12-01 09:00 义诊 CONFIRMED",
        "12-08 09:00 已取消：义诊 CANCELLED",
    ]
    assert b"UID:2026-11-24.service-clinic.yi@" in text
    assert b"UID:2026-11-26.service-clinic.yi@" not in text


def test_changed_times_of_an_event_say_so(calendars: Mapping[str, bytes]) -> None:
    chess = [
        line
        for line in events(calendars["events/calendar.ics"], date(2026, 11, 23), date(2027, 1, 9))
        if "棋会" in line
    ]
    assert chess == [
        "01-08 周五棋会 TENTATIVE",
        "11-27 14:00 已取消：周五棋会 CANCELLED",
        "12-05 14:00 改期：周五棋会 CONFIRMED",
        "12-11 15:00 周五棋会 CONFIRMED",
        "12-18 14:00 周五棋会 CONFIRMED",
        "12-25 14:00 周五棋会 CONFIRMED",
    ]


def test_closures_are_events_of_whole_days_and_ordinary_hours_are_none(calendars: Mapping[str, bytes]) -> None:
    lines = events(calendars["stations/jia/calendar.ics"], date(2026, 11, 23), date(2027, 1, 5))
    hours = [line for line in lines if "甲站：" in line]
    assert hours == [
        "01-01 甲站：9:00–12:00，元旦 CONFIRMED",
        "11-25 甲站：14:00–17:30，上午停电检修 CONFIRMED",
        "12-12 甲站：休息：换地板 CONFIRMED",
    ]


def test_what_is_always_so_is_no_event(calendars: Mapping[str, bytes]) -> None:
    assert "系统维护".encode() not in calendars["stations/yi/calendar.ics"]


def test_names_of_events_are_given_once_a_calendar(calendars: Mapping[str, bytes]) -> None:
    for text in calendars.values():
        names = [line for line in text.splitlines() if line.startswith(b"UID:")]
        assert len(names) == len(set(names))


def test_two_builds_of_the_same_week_give_the_same_bytes(calendars: Mapping[str, bytes]) -> None:
    for day in (date(2026, 11, 16), date(2026, 11, 22)):
        site = site_of(SAMPLE, day)
        assert {file.uri: file.content for file in site.files if file.uri.endswith(".ics")} == calendars


def test_a_station_with_another_id_keeps_the_names_of_its_events(calendars: Mapping[str, bytes]) -> None:
    text = calendars["stations/jia/calendar.ics"]
    assert b".jia-lao@" in text
    assert b".jia@" not in text
    assert b"https://example.org/bulletin/stations/jia/" in text.replace(b"\r\n ", b"")
