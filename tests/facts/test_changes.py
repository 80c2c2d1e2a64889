"""What counts as a change: meanings on the day, and not spellings; and of whom it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.facts.change_kinds import (
    Added,
    LifeChanged,
    Removed,
    ServiceAdded,
    ServiceDropped,
    TelephoneChanged,
    TimesChanged,
)
from build_tools.facts.changes import changes_in, changes_of
from build_tools.facts.former_times import beginning, in_force, mean_the_same, times_of
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.hours import HoursRule
from build_tools.records.key import UNKNOWN
from build_tools.records.revision import History, Revision
from build_tools.records.service import Channel, Service, Whenever
from build_tools.records.station import Life
from build_tools.records.values import Telephone

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.bulletin import Bulletin
    from build_tools.records.station import Station

DAY = date(2026, 10, 1)
LINES = (
    "每天 8:00-20:00",
    "周六 9:00-12:00",
    "工作日 9:00-12:00、14:00-17:30",
    "2026-09-01 起 每天 9:00-18:00",
    "2026-12-01 起 每天 9:00-18:00",
    "2026-07-01 至 2026-08-31 每天 8:00-22:00",
    "2026-11-01 至 2027-02-28 每天 9:00-17:00",
    "5月至9月 每天 8:00-21:00",
    "周日 休息",
)
APART = ("周一、周二 9:00-12:00", "周三 13:00-17:00", "周四 9:00-12:00", "周末 9:00-11:00")


def rules(*lines: str) -> tuple[HoursRule, ...]:
    """The rules in `lines`."""
    return tuple(map(HoursRule.from_text, lines))


@pytest.fixture
def bulletin(content: Path) -> Bulletin:
    """The smallest bulletin."""
    found = read_bulletin(content)[0]
    assert found is not None
    return found


def what(before: Station | None, after: Station | None, today: Station | None) -> tuple[Any, ...]:
    """What is told once `before` was `after`."""
    return changes_of(Revision(day=DAY, station="jia", before=before, after=after), today, {}).what


SAID = [
    (["每天 8:00-20:00"], ["每天 8:00-20:00"]),
    (["每天 8:00-20:00", "2026-07-01 至 2026-08-31 每天 8:00-22:00"], ["每天 8:00-20:00"]),
    (["每天 8:00-20:00", "2026-09-01 起 每天 9:00-18:00"], ["每天 9:00-18:00"]),
    (["2026-10-01 起 每天 9:00-18:00"], ["每天 9:00-18:00"]),
    (["周六 9:00-12:00", "2026-09-01 起 每天 9:00-18:00"], ["周六 9:00-12:00", "每天 9:00-18:00"]),
    (
        ["每天 8:00-20:00", "2026-10-02 起 每天 9:00-18:00"],
        ["每天 8:00-20:00", "2026-10-02 起 每天 9:00-18:00"],
    ),
]


@pytest.mark.parametrize(("written", "meant"), SAID)
def test_what_is_over_is_left_out_and_what_has_begun_holds(written: list[str], meant: list[str]) -> None:
    assert in_force(rules(*written), DAY) == rules(*meant)


@given(st.lists(st.sampled_from(LINES), unique=True))
def test_time_passing_is_no_change(lines: list[str]) -> None:
    once = in_force(rules(*lines), DAY)
    assert in_force(once, DAY) == once
    assert mean_the_same(once, in_force(rules(*lines), DAY))


@given(st.permutations(APART))
def test_the_order_of_lines_that_share_no_day_is_no_change(lines: list[str]) -> None:
    assert mean_the_same(rules(*APART), rules(*lines))


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (
            ["周一至周三 9:00-12:00", "周三至周五 13:00-17:00"],
            ["周三至周五 13:00-17:00", "周一至周三 9:00-12:00"],
            False,
        ),
        (["每天 9:00-12:00", "每月第二个周六 休息"], ["每月第二个周六 休息", "每天 9:00-12:00"], False),
        (["周一、周二 9:00-12:00", "周末 13:00-17:00"], ["周末 13:00-17:00", "周一、周二 9:00-12:00"], True),
    ],
)
def test_lines_that_share_days_may_not_change_places(before: list[str], after: list[str], same: bool) -> None:
    assert mean_the_same(rules(*before), rules(*after)) is same


BEGINNINGS = [
    (["每天 8:00-20:00"], ["2026-12-01 起 每天 9:00-18:00"], None, ["2026-12-01 起 每天 9:00-18:00"]),
    (
        ["周一至周五 9:00-17:00"],
        ["周一至周五 9:00-17:00", "2026-12-01 起 周日 10:00-17:00"],
        date(2026, 12, 1),
        ["周一至周五 9:00-17:00", "周日 10:00-17:00"],
    ),
    (
        ["周一至周五 9:00-17:00", "周六 9:00-12:00"],
        ["周一至周五 9:00-17:00", "2026-12-01 起 周日 10:00-17:00"],
        None,
        ["周一至周五 9:00-17:00", "2026-12-01 起 周日 10:00-17:00"],
    ),
    (
        ["每天 8:00-20:00"],
        ["每天 8:00-20:00", "2026-12-01 起 每天 9:00-18:00"],
        date(2026, 12, 1),
        ["每天 9:00-18:00"],
    ),
    (["每天 8:00-20:00"], ["每天 9:00-18:00"], None, ["每天 9:00-18:00"]),
    (
        [],
        ["周六 9:00-12:00", "2026-12-01 起 每天 9:00-18:00"],
        None,
        ["周六 9:00-12:00", "2026-12-01 起 每天 9:00-18:00"],
    ),
    (
        [],
        ["2026-12-02 起 周六 9:00-12:00", "2026-12-01 起 每天 9:00-18:00"],
        None,
        ["2026-12-02 起 周六 9:00-12:00", "2026-12-01 起 每天 9:00-18:00"],
    ),
]


@pytest.mark.parametrize(("before", "after", "day", "told"), BEGINNINGS)
def test_one_beginning_of_all_that_is_new_is_told_as_a_day(
    before: list[str], after: list[str], day: date | None, told: list[str]
) -> None:
    assert beginning(rules(*before), rules(*after)) == (day, rules(*told))


def test_not_known_and_not_said_are_alike(bulletin: Bulletin) -> None:
    assert times_of(UNKNOWN) is times_of(None) is None
    station = bulletin.stations[0]
    said, silent = (replace(station, services=(Service(kind="haircut", times=one),)) for one in (UNKNOWN, None))
    assert what(said, silent, silent) == ()


def test_two_services_of_a_kind_are_told_as_one(bulletin: Bulletin) -> None:
    station = bulletin.stations[0]
    mornings, evenings = (Service(kind="haircut", times=rules(line)) for line in LINES[:2])
    one, both = replace(station, services=(mornings,)), replace(station, services=(mornings, evenings))
    assert what(one, both, both) == (TimesChanged(rules(LINES[0]), rules(*LINES[:2]), service="haircut"),)
    assert what(one, station, station) == (ServiceDropped("haircut"),)
    assert what(station, one, one) == (ServiceAdded("haircut", rules(LINES[0])),)


def test_a_service_at_station_hours_has_other_times(bulletin: Bulletin) -> None:
    station = bulletin.stations[0]
    own, shared = (
        replace(station, services=(Service(kind="haircut", times=one),))
        for one in (rules(LINES[0]), Whenever.STATION_HOURS)
    )
    assert what(own, shared, shared) == (TimesChanged(rules(LINES[0]), Whenever.STATION_HOURS, service="haircut"),)


def test_only_a_station_that_is_there_is_new_and_only_one_that_is_not_has_gone(bulletin: Bulletin) -> None:
    station = bulletin.stations[0]
    assert what(None, station, station) == (Added(station),)
    assert what(None, station, None) == ()
    assert what(station, None, None) == (Removed(),)
    assert what(station, None, station) == ()


def test_only_todays_number_is_told(bulletin: Bulletin) -> None:
    numbers = [Telephone(f"0000-{digit * 7}") for digit in ("1", "2", "3")]
    once, then, now = (replace(bulletin.stations[0], telephone=number) for number in numbers)
    assert what(once, then, now) == (TelephoneChanged(None),)
    assert what(then, now, now) == (TelephoneChanged(numbers[2]),)
    assert what(then, now, None) == (TelephoneChanged(None),)


def test_a_channel_is_named_only_while_it_is_there(bulletin: Bulletin) -> None:
    station = bulletin.stations[0]
    once, now = (replace(station, channels=(Channel(name="心愿信箱", times=rules(line)),)) for line in LINES[:2])
    assert what(once, now, now) == (TimesChanged(rules(LINES[0]), rules(LINES[1]), channel="心愿信箱"),)
    assert what(once, now, station) == ()


def test_the_default_of_the_district_holds_where_a_station_chose_nothing(content: Path) -> None:
    districts = content / "districts/shili.yml"
    districts.write_text(districts.read_text(encoding="utf-8") + "节假日: 休息\n", encoding="utf-8")
    around = read_bulletin(content)[0]
    assert around is not None
    silent, district = around.stations[0], around.districts[0]
    said = replace(silent, holidays=district.holidays)
    revision = Revision(day=DAY, station="jia", before=silent, after=said)
    assert changes_of(revision, said, {"shili": district}).what == ()
    assert len(changes_of(revision, said, {}).what) == 1


def test_without_history_there_is_nothing(bulletin: Bulletin) -> None:
    assert bulletin.history is None
    assert changes_in(bulletin) == ()


def test_the_latest_come_first_and_what_changed_nothing_is_left_out(bulletin: Bulletin) -> None:
    station = bulletin.stations[0]
    paused = replace(station, life=Life.PAUSED)
    revisions = (
        Revision(day=date(2026, 9, 1), station="jia", before=station, after=paused),
        Revision(day=date(2026, 9, 3), station="jia", before=paused, after=station),
        Revision(day=date(2026, 9, 5), station="jia", before=station, after=station),
    )
    found = changes_in(replace(bulletin, history=History(first=date(2026, 8, 24), revisions=revisions)))
    assert [(one.day.day, one.what) for one in found] == [
        (3, (LifeChanged(Life.PAUSED, station, is_dated=False),)),
        (1, (LifeChanged(Life.OPEN, paused, is_dated=False),)),
    ]
