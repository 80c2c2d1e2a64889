"""What the specifications of any schedule claim of a day is what its timetable has, minute by minute."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from build_tools.facts.almanac import almanac
from build_tools.facts.timetable import Timetable, timetable
from build_tools.facts.timetables import AHEAD
from build_tools.publishing.json_ld.hours import DAYS, Hours, hours_by
from tests.facts.any_schedule import (
    A_DAY,
    BROADLY,
    DECIDED_WINDOWS,
    OPEN_WINDOWS,
    UNSHRUNK,
    Asked,
    Window,
    asked,
    exception,
    written,
)
from tests.facts.notices import announced

if TYPE_CHECKING:
    from build_tools.facts.schedule import Schedule
    from build_tools.publishing.json_ld.thing import Thing

KNOWN = announced(2025, 2026)
AUTUMN = Window(date(2026, 11, 16), date(2026, 12, 31), ())
ONE_DAY = timedelta(days=1)
Spans = list[tuple[int, int]]
WRITTEN = {
    "nights that are cut after midnight": written("每天 22:00-次日6:00", "周三 2:00-3:00 休息：消毒"),
    "a day and a night": written("周六 0:00-24:00、23:00-次日6:00", "周日 5:00-8:00"),
    "a week that changes at night": written(
        "2026-12-02止 每天 22:00-次日6:00", "2026-12-03起 每天 8:00-24:00", "每天 2:00-3:00 休息：消毒"
    ),
    "by appointment on a day": written("每天 9:00-17:00", exceptions=(exception("2026-12-02", "9:00-11:00 需预约"),)),
    "part of a day": written("每天 9:00-17:00", exceptions=(exception("2026-12-02", "下午"),)),
    "a holiday in an unannounced year": written("每天 9:00-17:00", holidays=("元旦 休息",)),
    "by the month": written("周一至周五 9:00-17:00", "每月20日 9:00-11:00"),
}


def holds(one: Thing, day: date) -> bool:
    """Whether `one` is valid on `day`."""
    first, last = one.get("validFrom", "0001-01-01"), one.get("validThrough", "9999-12-31")
    return bool(first <= day.isoformat() <= last)


def minutes(one: Thing) -> tuple[int, int]:
    """From when until when `one` is open, as its readers take it: the same time twice is closed."""
    opens, closes = (int(one[key][:2]) * 60 + int(one[key][3:]) for key in ("opens", "closes"))
    if closes % 30 == 29:
        closes += 1  # around the clock is written until a minute before
        return opens, closes if closes > opens else closes + A_DAY
    return opens, closes + A_DAY if closes < opens else closes


def claimed(hours: Hours, day: date) -> Spans | None:
    """The hours that begin on `day` for who reads `hours`; None if it says nothing of such a day."""
    special = [one for one in hours.special if holds(one, day)]
    if special:
        return [minutes(one) for one in special]
    usual = [one for one in hours.usual if holds(one, day)]
    name = DAYS[day.weekday()]
    return [minutes(one) for one in usual if name in one["dayOfWeek"]] if usual else None


def had(table: Timetable, day: date) -> Spans | None:
    """The hours for everybody that begin on `day` or in its night; None where nobody knows."""
    state = table.on(day)
    if not (state.known and state.clock):
        return None
    return [(one.start, one.end) for one in state.sessions if not one.appointment]


def open_in(today: Spans, yesterday: Spans) -> set[int]:
    """The minutes of a day that lie in hours of its own, or of the day before."""
    spans = [*today, *((start - A_DAY, end - A_DAY) for start, end in yesterday)]
    return {minute for start, end in spans for minute in range(max(start, 0), min(end, A_DAY))}


def faults(schedule: Schedule, first: date) -> list[str]:
    """The days after `first` of which the wrong hours are claimed; a night that runs into that one began last week."""
    table = timetable(schedule, almanac(first, AHEAD, KNOWN))
    hours, days = hours_by(schedule, table, first), [first + step * ONE_DAY for step in range(AHEAD)]
    said, told = [claimed(hours, day) for day in days], [had(table, day) for day in days]
    return [
        f"{days[step]}: {said[step]} after {said[step - 1]}, but it is {told[step]} after {told[step - 1]}"
        for step in range(1, AHEAD)
        if is_wrong(said[step], said[step - 1], told[step], told[step - 1])
    ]


def is_wrong(said: Spans | None, said_before: Spans | None, told: Spans | None, told_before: Spans | None) -> bool:
    """Whether what is `said` of a day differs from what the timetable `told` of it, or nobody knows it."""
    if said is None:
        return False
    if told is None:
        return bool(said)
    return told_before is not None and open_in(said, said_before or []) != open_in(told, told_before)


@settings(max_examples=150, suppress_health_check=BROADLY, phases=UNSHRUNK, deadline=None)
@given(asked((*DECIDED_WINDOWS, *OPEN_WINDOWS), look_around=True))
def test_no_claim_about_any_day_is_wrong(made: Asked) -> None:
    assert faults(made.schedule, made.window.first) == []


@pytest.mark.parametrize("what", WRITTEN)
def test_no_claim_about_such_hours_is_wrong(what: str) -> None:
    assert faults(WRITTEN[what], AUTUMN.first) == []
