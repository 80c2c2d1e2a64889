"""The evaluator of whole windows says of each day what the naive one says: where things are decided, and where not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.facts.almanac import almanac
from build_tools.facts.day_state import Session
from build_tools.facts.schedule import Schedule, Shut
from build_tools.facts.timetable import timetable
from build_tools.records.days import Stretch
from build_tools.records.hours import Makeup
from build_tools.records.key import UNKNOWN
from tests.facts.any_schedule import (
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
from tests.facts.naive import ORDINARY, Kind, Naive, Outcome, on, possible_kinds
from tests.facts.notices import announced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

KNOWN = announced(2025, 2026)
MIXED = 10
"""So many times everything undecided is decided by chance."""


def evaluated(schedule: Schedule, window: Window) -> dict[date, Outcome]:
    """What each day of `window` is, by the evaluator that is tested."""
    table = timetable(schedule, almanac(window.first, len(window.days), KNOWN))
    rows = zip(range(table.count), table.days(), strict=True)
    return {on(table.first, step): Outcome(one.sessions, one.known, one.clock, one.part) for step, one in rows}


def evaluated_on(schedule: Schedule, day: date) -> Outcome:
    """What the one `day` is."""
    return evaluated(schedule, Window(day, day, ()))[day]


# Announced


@settings(max_examples=400, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(asked(DECIDED_WINDOWS, look_around=True))
def test_every_day_of_an_announced_year_is_what_the_rules_say(made: Asked) -> None:
    found, naive = evaluated(made.schedule, made.window), Naive(made.schedule, KNOWN)
    assert {day: found[day] for day in made.window.days} == {day: naive.state(day) for day in made.window.days}


# Not announced


def open_days(window: Window) -> dict[date, list[Kind]]:
    """The days that nobody has decided, far around `window` → what each may turn out to be."""
    days = [on(window.first, step) for step in range(-80, len(window.days) + 80)]
    kinds = {day: possible_kinds(day, KNOWN) for day in days}
    return {day: several for day, several in kinds.items() if len(several) > 1}


OPEN_DAYS = {window: open_days(window) for window in OPEN_WINDOWS}


def extremes(window: Window) -> list[dict[date, Kind]]:
    """Everything undecided turned out ordinary, and all of it a holiday."""
    kinds = OPEN_DAYS[window]
    holidays = {day: next(kind for kind in some if kind.holiday) for day, some in kinds.items()}
    return [dict.fromkeys(kinds, ORDINARY), holidays]


def by_chance(window: Window, dice: Random) -> dict[date, Kind]:
    """One of the extremes, but for a few days or most, which are decided by chance."""
    share, base = dice.choice((0.05, 0.2, 0.5, 0.8)), dice.choice(extremes(window))
    kinds = OPEN_DAYS[window].items()
    return base | {day: dice.choice(some) for day, some in kinds if dice.random() < share}


def outcomes(made: Asked, dice: Random) -> Iterator[tuple[date, list[Outcome]]]:
    """Each day of a window, and what it is when the undecided days are decided in many ways."""
    window, others = made.window, extremes(made.window)
    throws = [by_chance(window, dice) for _ in range(MIXED)]
    worlds = [Naive(made.schedule, KNOWN, decided) for decided in (*others, *throws)]
    for day in window.days:
        near = [(one, kind) for one in days_beside(day) for kind in OPEN_DAYS[window].get(one, ())]
        one_else = [Naive(made.schedule, KNOWN, {**around, one: kind}) for around in others for one, kind in near]
        yield day, [world.state(day) for world in (*worlds, *one_else)]


def days_beside(day: date) -> list[date]:
    """The day before `day`, itself and the next."""
    return [on(day, step) for step in (-1, 0, 1)]


@settings(max_examples=120, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(asked(OPEN_WINDOWS, look_around=False), st.randoms(use_true_random=True))
def test_a_day_is_certain_exactly_if_it_is_the_same_however_the_undecided_are_decided(
    made: Asked, dice: Random
) -> None:
    found = evaluated(made.schedule, made.window)
    for day, possible in outcomes(made, dice):
        first, certain = possible[0], len(set(possible)) == 1
        assert found[day].known == (certain and first.known), day
        assert not found[day].known or found[day] == first, day


@settings(max_examples=120, suppress_health_check=BROADLY, phases=UNSHRUNK)
@given(asked(OPEN_WINDOWS, look_around=True), st.randoms(use_true_random=True))
def test_what_depends_on_the_days_around_is_certain_only_if_no_decision_changes_it(made: Asked, dice: Random) -> None:
    found = evaluated(made.schedule, made.window)
    for day, possible in outcomes(made, dice):
        assert not found[day].known or set(possible) == {found[day]}, day


ALWAYS = Stretch(date(2026, 10, 1), None)
NIGHTS = "每天 22:00-次日6:00"
NOT_CERTAIN = {
    "a shifted day, when a weekend before it becomes a make-up workday": (
        written("每月20日遇休息日顺延 9:00-16:00"), "2027-02-22", {"2027-02-20": Kind(replaces=0)},
    ),
    "the day before a holiday, when it begins a day or two early": (
        written("每天 9:00-17:00", "节前一天 9:00-12:00"), "2026-12-30", {"2026-12-31": Kind("元旦")},
    ),
    "the day after a holiday, when it lasts a day longer than the law says": (
        written("国庆节后1天 9:00-12:00"), "2027-10-05", {"2027-10-04": Kind("国庆节")},
    ),
    "a day near two holidays, when it becomes a part of the other": (
        written("每天 9:00-17:00", holidays=("国庆节 休息",)), "2027-09-25", {"2027-09-25": Kind("国庆节")},
    ),
    "a night, when the hours off of the next day give way to a holiday": (
        written(NIGHTS, "周二 0:00-4:00 休息：消毒", holidays=("22:00-次日6:00",)),
        "2026-12-28", {"2026-12-29": Kind("元旦")},
    ),
    "a day near two holidays, when it becomes a part of the one on which it is open": (
        written(holidays=("国庆节 8:00-12:00", "中秋节 休息")), "2027-09-25", {"2027-09-25": Kind("国庆节")},
    ),
    "a morning in hours off of the holiday before, when only one of the two days becomes a holiday": (
        written(holidays=("1:30-14:30", "23:00-次日15:00 休息：消毒")),
        "2027-09-12", {"2027-09-12": Kind("中秋节")},
    ),
    "a Friday before a day that follows a holiday, when a weekend becomes one": (
        written("节假日后4天前移到周五 9:00-12:00"), "2027-01-29", {"2027-01-30": Kind("春节")},
    ),
    "a shifted day, however many lines look around, when a Monday becomes a holiday and the weekend before does not": (
        written(
            "每月13日遇休息日提前 9:00-12:00", "每月6日遇休息日提前 9:00-12:00", "每月16日遇休息日提前 9:00-12:00",
            "节假日前2天 休息", "节假日后4天 10:00-12:00",
        ),
        "2027-09-10", {"2027-09-13": Kind("中秋节")},
    ),
    "a day itself so far after a holiday that need not be moved, when a Sunday becomes one": (
        written("节假日后3天前移到周三 9:00-12:00"), "2027-09-29", {"2027-09-26": Kind("国庆节")},
    ),
    "sessions that were moved from a Saturday, when that becomes a make-up workday": (
        written(
            "周六 9:00-11:00", makeup=Makeup.AS_WORKDAY, exceptions=(exception("2027-01-02", to="2026-12-23"),)
        ),
        "2026-12-23", {"2027-01-02": Kind(replaces=0)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_CERTAIN)
def test_what_a_notice_may_change_is_not_certain(name: str) -> None:
    schedule, written_day, decided = NOT_CERTAIN[name]
    day = date.fromisoformat(written_day)
    plain = Naive(schedule, KNOWN)
    otherwise = Naive(schedule, KNOWN, {date.fromisoformat(one): kind for one, kind in decided.items()})
    assert plain.state(day) != otherwise.state(day), "the counterexample is none"
    assert not evaluated_on(schedule, day).known


def test_a_night_is_certain_when_neither_it_nor_the_hours_off_after_it_depend_on_a_notice() -> None:
    schedule = written(NIGHTS, "周五 0:00-4:00 休息：消毒", holidays=("照常",))
    assert evaluated_on(schedule, date(2026, 12, 31)) == Outcome((Session(1320, 1440), Session(1680, 1800)))


# Hours that are closed, and what is moved


def test_hours_off_are_taken_from_the_session_that_runs_in_from_the_day_before() -> None:
    schedule = written(NIGHTS, "周三 2:00-3:00 休息：消毒")
    assert evaluated_on(schedule, date(2026, 9, 15)).sessions == (Session(1320, 1560), Session(1620, 1800))
    assert evaluated_on(schedule, date(2026, 9, 16)).sessions == (Session(1320, 1800),)


def test_hours_off_past_midnight_are_taken_from_the_next_day_too() -> None:
    schedule = written("24小时", "周三 23:00-次日1:00 休息：维护")
    assert evaluated_on(schedule, date(2026, 10, 14)).sessions == (Session(0, 1380),)
    assert evaluated_on(schedule, date(2026, 10, 15)).sessions == (Session(60, 1440),)


def test_what_is_moved_takes_place_besides_what_takes_place_there_anyway() -> None:
    schedule = written("周五 14:00-17:00", "周四 9:00-11:00", exceptions=(exception("2026-09-25", to="2026-09-24"),))
    assert evaluated_on(schedule, date(2026, 9, 24)).sessions == (Session(540, 660), Session(840, 1020))
    assert evaluated_on(schedule, date(2026, 9, 25)) == Outcome()


def test_hours_off_cut_the_lines_of_a_season_too_wherever_they_stand() -> None:
    schedule = written("周三 12:00-14:00 休息：学习", "5月至9月 每天 9:00-17:00", "每天 10:00-16:00")
    assert evaluated_on(schedule, date(2026, 9, 16)).sessions == (Session(540, 720), Session(840, 1020))
    assert evaluated_on(schedule, date(2026, 10, 14)).sessions == (Session(600, 720), Session(840, 960))


def test_hours_off_in_a_season_cut_nothing_outside_it() -> None:
    schedule = written("每天 9:00-17:00", "5月至9月 周三 12:00-14:00 休息：学习")
    assert evaluated_on(schedule, date(2026, 9, 16)).sessions == (Session(540, 720), Session(840, 1020))
    assert evaluated_on(schedule, date(2026, 10, 14)).sessions == (Session(540, 1020),)


def test_of_a_session_in_two_pieces_only_the_one_around_the_last_entry_keeps_it() -> None:
    schedule = written("每天 9:00-17:00，16:30停止入场", "周三 12:00-14:00 休息：学习", "周四 16:00-17:00 休息")
    assert evaluated_on(schedule, date(2026, 9, 16)).sessions == (Session(540, 720), Session(840, 1020, last_entry=990))
    assert evaluated_on(schedule, date(2026, 9, 17)).sessions == (Session(540, 960),)


FRIDAYS = written("周五 14:00-17:00").rules
AFTERNOON = Session(840, 1020)
IN_THE_HOLIDAY = (exception("2026-09-25", to="2026-10-05"),)
MOVED_TO = {
    "nothing is moved into a time in which the station is shut": (
        Schedule(FRIDAYS, exceptions=IN_THE_HOLIDAY, shut=Shut(ALWAYS, "搬迁")), "2026-10-05", Outcome(),
    ),
    "hours that are given for what is moved are known, though the usual ones are not": (
        written("周五下午", exceptions=(exception("2026-09-25", "14:00-17:00", "2026-09-24"),)),
        "2026-09-24", Outcome((AFTERNOON,)),
    ),
    "what is moved is known on a day of which nothing else is": (
        Schedule(FRIDAYS, UNKNOWN, exceptions=IN_THE_HOLIDAY), "2026-10-05", Outcome((AFTERNOON,)),
    ),
    "what is moved has its clock time on a day of which that is not known": (
        written("周五 14:00-17:00", "周四上午", exceptions=(exception("2026-09-25", to="2026-09-24"),)),
        "2026-09-24", Outcome((AFTERNOON,)),
    ),
    "a day that does not take place cannot make another known": (
        Schedule(FRIDAYS, UNKNOWN, exceptions=(exception("2026-09-24", to="2026-10-05"),)),
        "2026-10-05", Outcome(known=False),
    ),
    "what is moved farther than anybody looks is not taken for nothing": (
        written("周五 14:00-17:00", exceptions=(exception("2026-05-08", to="2026-10-05"),)),
        "2026-10-05", Outcome(known=False),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MOVED_TO)
def test_what_is_moved_respects_its_new_day(name: str) -> None:
    schedule, day, expected = MOVED_TO[name]
    assert evaluated_on(schedule, date.fromisoformat(day)) == expected
