"""Events, services and organisations in the words of schema.org."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from build_tools.facts.occurrences import occurrences, single
from build_tools.publishing.json_ld.event import linked_event
from build_tools.records.clock import TimeRange
from build_tools.records.dates import Day
from build_tools.records.event import Course, Event
from build_tools.records.hours import HoursRule
from build_tools.records.key import UNKNOWN
from tests.publishing.bulletins import TODAY, facts_named
from tests.publishing.json_ld.printed import linked

FACTS = facts_named("sample")
DAY, LATER = Day(2026, 11, 28), Day(2026, 12, 5)
EVENT = Event(year="2026", id="e", name="下棋", place="甲站门前", district="shili", summary="都来", date=DAY)
MORNING = TimeRange.from_text("9:00-11:00")
TIMES: dict[str, tuple[Event, dict[str, str]]] = {
    "without hours": (EVENT, {"startDate": "2026-11-28", "eventStatus": "EventScheduled"}),
    "with hours": (
        replace(EVENT, time=MORNING),
        {
            "startDate": "2026-11-28T09:00+08:00",
            "endDate": "2026-11-28T11:00+08:00",
            "eventStatus": "EventScheduled",
        },
    ),
    "past midnight": (
        replace(EVENT, time=TimeRange.from_text("22:00-次日1:30")),
        {
            "startDate": "2026-11-28T22:00+08:00",
            "endDate": "2026-11-29T01:30+08:00",
            "eventStatus": "EventScheduled",
        },
    ),
    "of several days": (
        replace(EVENT, until=Day(2026, 11, 30), time=MORNING),
        {"startDate": "2026-11-28", "endDate": "2026-11-30", "eventStatus": "EventScheduled"},
    ),
    "cancelled": (
        replace(EVENT, course=Course.CANCELLED),
        {"startDate": "2026-11-28", "eventStatus": "EventCancelled"},
    ),
    "postponed": (
        replace(EVENT, course=Course.POSTPONED),
        {"startDate": "2026-11-28", "eventStatus": "EventPostponed"},
    ),
    "moved": (
        replace(EVENT, course=Course.MOVED, moved_to=LATER, time=MORNING),
        {
            "startDate": "2026-12-05T09:00+08:00",
            "endDate": "2026-12-05T11:00+08:00",
            "eventStatus": "EventRescheduled",
            "previousStartDate": "2026-11-28",
        },
    ),
}
WHEN = {"startDate", "endDate", "eventStatus", "previousStartDate"}


def when(said: dict[str, Any]) -> dict[str, str]:
    """The part of an event that says when, with short names of its status."""
    return {key: value.removeprefix("https://schema.org/") for key, value in said.items() if key in WHEN}


@pytest.mark.parametrize("what", TIMES)
def test_when_an_event_is(what: str) -> None:
    event, expected = TIMES[what]
    said = linked_event(event, [single(event, DAY)], FACTS, "")
    assert when(said) == expected


def test_where_an_event_is_and_who_invites() -> None:
    event = replace(EVENT, hosts=("tea-team",))
    said = linked_event(event, [single(event, DAY)], FACTS, "en/")
    assert said["location"]["name"] == "甲站门前"
    assert said["location"]["address"]["addressLocality"] == "示例市示例区"
    assert "streetAddress" not in said["location"]["address"]
    assert said["organizer"]["url"] == "https://example.org/bulletin/en/organizations/tea-team/"
    assert said["url"] == "https://example.org/bulletin/en/events/2026/e/"
    assert "organizer" not in linked_event(EVENT, [single(EVENT, DAY)], FACTS, "")


def test_nobody_has_written_whether_one_may_take_part_from_afar() -> None:
    assert "eventAttendanceMode" not in linked_event(EVENT, [single(EVENT, DAY)], FACTS, "")


def test_an_event_that_recurs_is_each_of_its_next_times() -> None:
    said = linked("sample")["events/2026/chess/"]["@graph"]
    assert [when(one) for one in said][:3] == [
        {
            "startDate": "2026-11-27T14:00+08:00",
            "endDate": "2026-11-27T16:30+08:00",
            "eventStatus": "EventCancelled",
        },
        {
            "startDate": "2026-12-05T14:00+08:00",
            "endDate": "2026-12-05T16:30+08:00",
            "eventStatus": "EventRescheduled",
            "previousStartDate": "2026-12-04",
        },
        {
            "startDate": "2026-12-11T15:00+08:00",
            "endDate": "2026-12-11T17:00+08:00",
            "eventStatus": "EventScheduled",
        },
    ]
    assert {one["name"] for one in said} == {"周五棋会"}


def test_a_day_that_only_stands_in_for_others_is_not_told() -> None:
    event = replace(EVENT, date=None, repeats=(HoursRule.from_text("2027-06-01至2027-08-31 每周五"),))
    times = occurrences(event, FACTS.timetables, None)
    assert [one.day for one in times] == [date(2027, 8, 31)]
    assert when(linked_event(event, times, FACTS, "")) == {}
    assert when(linked_event(event, [], FACTS, "")) == {}


def test_a_day_nobody_has_announced_is_not_told() -> None:
    unsure = replace(single(EVENT, DAY), known=False)
    assert when(linked_event(EVENT, [unsure], FACTS, "")) == {}


def test_what_is_over_stays() -> None:
    said = linked("content")["events/2023/chongyang/"]
    assert date.fromisoformat(said["startDate"][:10]) < TODAY
    assert said["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_service_leads_to_the_stations_that_have_it() -> None:
    said = linked("sample")["services/haircut/"]
    assert said["@type"] == "GovernmentService"
    places = said["availableChannel"]["serviceLocation"]
    names = [one["name"] for one in (places if isinstance(places, list) else [places])]
    assert names == list(dict.fromkeys(one.station.name for one in FACTS.directory.offers["haircut"]))
    pages = {f"https://example.org/bulletin/{uri}" for uri in linked("sample")}
    assert {one["url"] for one in (places if isinstance(places, list) else [places])} <= pages
    assert {one["url"] for one in linked("sample")["events/2026/chess/"]["@graph"]} <= pages


def test_an_organisation_says_to_whom_it_belongs() -> None:
    teams = [one for one in FACTS.bulletin.organizations if one.parent]
    assert teams
    for team in teams:
        said = linked("sample")[f"organizations/{team.id}/"]
        assert said["parentOrganization"]["name"] == FACTS.directory.organizations[team.parent or ""].name


def test_the_site_names_its_publisher_only_if_anybody_has() -> None:
    assert linked("sample")[""]["publisher"] == {"@type": "Organization", "name": "示例市样本办公室"}
    assert FACTS.bulletin.site.host is not UNKNOWN
    assert "publisher" not in linked("content")[""]
