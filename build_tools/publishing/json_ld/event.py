"""An event: one that recurs is as many as its page names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from build_tools.publishing.addresses import event_uri
from build_tools.publishing.json_ld.organization import named
from build_tools.publishing.json_ld.place import address_in
from build_tools.publishing.json_ld.thing import Thing, one_or_all, thing, whole_address
from build_tools.records.event import Course

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from build_tools.facts.derive import Facts
    from build_tools.facts.occurrences import Occurrence
    from build_tools.records.event import Event

SCHEMA = "https://schema.org/"
STATUS = {
    Course.AS_PLANNED: "EventScheduled",
    Course.CANCELLED: "EventCancelled",
    Course.MOVED: "EventRescheduled",
    Course.POSTPONED: "EventPostponed",
}
CHINA = "+08:00"


def linked_event(event: Event, times: Sequence[Occurrence], facts: Facts, folder: str) -> Thing:
    """`event` at each of `times`, for the edition in `folder`; without a date when none is certain."""
    same = same_each_time(event, facts, folder)
    sure = [one for one in times if one.known and not stands_in(one, times)]
    told = [at_time(one, session) for one in sure for session in sessions_of(one)]
    whole = [thing("Event", **same, **when) for when in told or [{}]]
    return whole[0] if len(whole) == 1 else {"@graph": whole}


def stands_in(one: Occurrence, times: Sequence[Occurrence]) -> bool:
    """Whether `one` may be there only because none of the times of what recurs is near: such a day is not its own."""
    return bool(one.event.repeats) and len(times) == 1 and not one.sessions


def same_each_time(event: Event, facts: Facts, folder: str) -> dict[str, Any]:
    """What is said of `event` whenever it is."""
    directory = facts.directory
    return {
        "name": event.name,
        "url": whole_address(facts.bulletin.site, folder + event_uri(event)),
        "description": event.summary,
        "location": thing("Place", name=event.place, address=address_in(directory.districts[event.district])),
        "organizer": one_or_all([named(directory.organizations[host], facts, folder) for host in event.hosts]),
    }


def sessions_of(one: Occurrence) -> list[tuple[int, int] | None]:
    """From when until when `one` is on; None stands for days of which no hours are said."""
    lasts = one.until != one.day
    return [None] if lasts or not one.sessions else [(start, end) for start, end, *_ in one.sessions]


def at_time(one: Occurrence, session: tuple[int, int] | None) -> dict[str, Any]:
    """When `one` is, and how that came to be; a day alone is all day long, or nobody knows the hour."""
    start, end = one.day.isoformat(), one.until.isoformat()
    if session:
        start, end = (moment(one.day, minutes) for minutes in session)
    return {
        "startDate": start,
        "endDate": end if end != start else None,
        "eventStatus": SCHEMA + STATUS[one.course],
        "previousStartDate": one.instead_of and one.instead_of.isoformat(),
    }


def moment(day: date, minutes: int) -> str:
    """The time in China, `minutes` after the midnight with which `day` begins."""
    days, rest = divmod(minutes, 24 * 60)
    return f"{day + timedelta(days=days)}T{rest // 60:02}:{rest % 60:02}{CHINA}"
