"""What is ahead and in force on a day, and what has stepped back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from build_tools.facts.agenda import IN_FORCE, derive_agenda
from build_tools.facts.freshness import Freshness, freshness_of
from build_tools.facts.occurrences import Occurrence, single
from build_tools.records.dates import Day
from build_tools.records.event import Course, Event
from build_tools.records.key import UNKNOWN, FreeText
from build_tools.records.notice import Notice
from build_tools.records.values import Verification

TODAY = Day(2026, 11, 21)


def day(offset: int) -> Day:
    """So many days from today."""
    return Day.fromordinal(TODAY.toordinal() + offset)


def event(name: str, begins: int, ends: int | None = None, moved: int | None = None) -> Event:
    """An event by days from today."""
    return Event(
        year="2026",
        id=name,
        name=name,
        date=day(begins),
        until=None if ends is None else day(ends),
        moved_to=None if moved is None else day(moved),
        course=Course.AS_PLANNED if moved is None else Course.MOVED,
        place="甲站",
        district="shili",
        summary="",
    )


def times(*events: Event) -> dict[tuple[str, str], tuple[Occurrence, ...]]:
    """The only time of each of `events`."""
    return {(one.year, one.id): (single(one, one.date),) for one in events if one.date}


def notice(name: str, published: int, until: int | None = None, urgent: bool = False) -> Notice:
    """A notice by days from today."""
    ends = None if until is None else day(until)
    return Notice(
        year="2026", id=name, title=name, published=day(published), until=ends, urgent=urgent, text=FreeText("")
    )


@pytest.mark.parametrize(
    ("one", "ahead"),
    [
        (event("yesterday", -1), False),
        (event("today", 0), True),
        (event("tomorrow", 1), True),
        (event("lasts until today", -3, 0), True),
        (event("ended yesterday", -3, -1), False),
        (event("moved ahead", -3, moved=2), True),
        (event("moved back", 5, moved=-2), False),
    ],
)
def test_an_event_is_ahead_until_its_last_day_is_over(one: Event, ahead: bool) -> None:
    agenda = derive_agenda(times(one), (), TODAY)
    assert ([some.event for some in agenda.ahead] == [one], [some.event for some in agenda.past] == [one]) == (
        ahead,
        not ahead,
    )


def test_events_ahead_come_soonest_first_and_past_ones_latest_first() -> None:
    events = (event("c", 9), event("a", 1), event("d", 20, moved=5), event("x", -9), event("y", -2))
    agenda = derive_agenda(times(*events), (), TODAY)
    assert [one.event.id for one in agenda.ahead] == ["a", "d", "c"]
    assert [one.event.id for one in agenda.past] == ["y", "x"]


LONG = IN_FORCE.days


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (notice("new", 0), "in force"),
        (notice("to come", 1), ""),
        (notice("to come and urgent", 1, urgent=True), ""),
        (notice("last day", -5, 0), "in force"),
        (notice("ended", -5, -1), "former"),
        (notice("without end, old enough", -LONG), "in force"),
        (notice("without end, too old", -LONG - 1), "former"),
        (notice("urgent, without end, very old", -9 * LONG, urgent=True), "in force"),
        (notice("urgent, ended", -5, -1, urgent=True), "former"),
    ],
)
def test_a_notice_is_in_force_from_its_day_until_it_ends(one: Notice, shown: str) -> None:
    agenda = derive_agenda({}, (one,), TODAY)
    assert (one in agenda.in_force, one in agenda.former) == (shown == "in force", shown == "former")


def test_urgent_notices_come_first_then_the_newest() -> None:
    notices = (notice("old", -9), notice("new", -1), notice("urgent", -20, urgent=True))
    assert [one.id for one in derive_agenda({}, notices, TODAY).in_force] == ["urgent", "new", "old"]


@pytest.mark.parametrize(
    ("days_after_due", "freshness"),
    [(-30, "verified"), (0, "verified"), (1, "due"), (30, "due"), (31, "late"), (400, "late")],
)
def test_a_verification_ages_as_far_after_its_due_day_as_it_lasted(days_after_due: int, freshness: str) -> None:
    verified = Verification(date=day(-30), role="甲", method="乙", due=TODAY)
    today: date = TODAY + timedelta(days=days_after_due)
    assert freshness_of(verified, today) is Freshness(freshness)


def test_what_nobody_verified_is_never_fresh() -> None:
    assert freshness_of(UNKNOWN, TODAY) is Freshness.NEVER
