"""What we write for OpenStreetMap, opening-hours-rs reads as the timetable says, to the minute."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from build_tools.facts.almanac import almanac
from build_tools.facts.china_calendar import china_calendar
from build_tools.facts.day_state import NOTHING, UNASKED, UNDECIDED, DayState, Session
from build_tools.facts.intervals import intervals, merged, moment, outside
from build_tools.facts.schedule import schedule_of_station
from build_tools.facts.timetable import Timetable, timetable
from build_tools.publishing.osm_hours import FEWEST_WEEKS, LONGEST, OsmValue, osm_hours, osm_value
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.clock import MINUTES_A_DAY, DayPart
from tests.conftest import MINIMAL, put

if TYPE_CHECKING:
    from build_tools.facts.intervals import Interval

ROOT = Path(__file__).parent.parent.parent
HOURS = ROOT / "tests" / "hours"
EXPECTED = json.loads((HOURS / "expected.json").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in EXPECTED["cases"]}
FIRST, LAST = date.fromisoformat(EXPECTED["from"]), date.fromisoformat(EXPECTED["to"])
CHINA = ZoneInfo("Asia/Shanghai")
MIDAUTUMN, NATIONAL = '2026 Sep 25-2026 Sep 27 off "中秋节"', '2026 Oct 01-2026 Oct 07 off "国庆节"'
GOLDEN = {
    "office-std": (
        f"Mo-Fr 09:00-12:00,14:00-17:30; 2026 Sep 20,2026 Oct 10 09:00-12:00,14:00-17:30; {MIDAUTUMN}; {NATIONAL}"
    ),
    "sat-half": f"Mo-Fr 08:30-17:30; Sa 09:00-12:00; 2026 Sep 20,2026 Oct 10 08:30-17:30; {MIDAUTUMN}; {NATIONAL}",
    "ph-short": (
        "Mo-Fr 09:00-18:00; Sa-Su 10:00-16:00; 2026 Sep 20,2026 Oct 10 09:00-18:00; "
        "2026 Sep 25,2026 Oct 01-2026 Oct 07 10:00-16:00"
    ),
    "knife": f"Tu,Th 08:30-11:00; {NATIONAL}",
    "ph-only": "2026 Sep 25-2026 Sep 27,2026 Oct 01-2026 Oct 07 09:00-17:00",
    "haircut-moved": (
        'Fr 14:00-17:00; 2026 Sep 24 14:00-17:00 open "因中秋提前"; 2026 Sep 25 off "因中秋提前"; '
        '2026 Oct 02 off "顺延"; 2026 Oct 10 14:00-17:00 open "顺延"'
    ),
    "every-3w": "2026 Sep 22,2026 Oct 13 14:00-16:00",
    "24h-maint": 'Mo-Tu,Th-Su 00:00-24:00; We 00:00-02:00,05:00-24:00 open "系统维护"',
    "season-oct1": "Mo-Su 08:30-12:00,14:00-17:30; 2026 Sep 20-2026 Sep 30 08:00-12:00,15:00-18:00",
    "closed-from": 'Mo-Su 09:00-17:00; 2026 Oct 12-2026 Oct 20 off "搬迁，恢复时间另行通知"',
    "not-yet-open": "Mo-Su 09:00-17:00; 2026 Sep 20-2026 Oct 07 off",
    "night-daily": "Mo-Su 18:00-02:00",
    "night-closed-date": (
        'Mo-Su 22:00-06:00; 2026 Sep 22 off "停一晚", 2026 Sep 22 00:00-06:00; 2026 Sep 23 22:00-24:00'
    ),
    "warm-station": "2026 Sep 20-2026 Oct 20 off",
    "closed-always": '24/7 off "暂停服务，恢复时间另行通知"',
    "appointment-only-no-hours": '24/7 unknown "仅预约"',
}
MONDAY = date(2026, 9, 21)
DAY = Session(540, 1020)
NIGHT = Session(1320, 1800)
OPEN = DayState((DAY,))
BY_NIGHT = DayState((NIGHT,))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Timetable]:
    """The timetable of each case."""
    return {name: table_of(tmp_path_factory.mktemp("content"), name) for name in CASES}


def table_of(folder: Path, name: str) -> Timetable:
    """What a station with the hours of the case `name` does, read from `folder`."""
    station = MINIMAL["stations/jia.yml"] + (HOURS / "cases" / f"{name}.yml").read_text(encoding="utf-8")
    for uri, text in {**MINIMAL, "stations/jia.yml": station}.items():
        put(folder, uri, text)
    for path in (ROOT / "content" / "calendar").iterdir():
        put(folder, f"calendar/{path.name}", path.read_bytes())
    bulletin, _ = read_bulletin(folder)
    assert bulletin is not None
    district = bulletin.districts[0]
    schedule = schedule_of_station(bulletin.stations[0], district)
    assert schedule is not None
    days = almanac(FIRST, (LAST - FIRST).days + 1, china_calendar(bulletin.calendars, district.province))
    return timetable(schedule, days)


def written(table: Timetable) -> str:
    """`table` with the comments that our site gives."""
    return osm_hours(table, appointment="仅预约", unannounced="待公布", no_clock="时间待核实")


def copied(table: Timetable) -> OsmValue | None:
    """What mappers may copy of `table`, with the same comments."""
    return osm_value(table, appointment="仅预约", unannounced="待公布", no_clock="时间待核实")


def a_table(days: list[DayState], first: date = MONDAY) -> Timetable:
    """A timetable of these days, from `first` on, after a day of which nothing is known to run into it."""
    states: dict[DayState, int] = {}
    for step, state in enumerate([NOTHING, *days]):
        states[state] = states.get(state, 0) | 1 << step
    holidays = {first + timedelta(days=step): "节日" for step in range(len(days)) if days[step].holiday}
    return Timetable(first - timedelta(days=1), len(days) + 1, states, holidays)


def evaluated(text: str, first: date, last: date, state: State) -> list[Interval]:
    """When opening-hours-rs says that `text` is so, in minutes."""
    begin, end = moment(first, 0), moment(last, MINUTES_A_DAY)
    found = OpeningHours(text, timezone=CHINA).intervals(begin, end)
    return merged([(minute(since, begin), minute(until, begin)) for since, until, so, _ in found if so == state])


def minute(when: datetime, begin: datetime) -> int:
    """How long after `begin`, in China's time."""
    return int((when.replace(tzinfo=None) - begin).total_seconds()) // 60


def meant(table: Timetable, last: date) -> tuple[list[Interval], list[Interval]]:
    """When `table` is open until `last`, and when that cannot be told: by appointment, not announced, no clock time."""
    first = table.first + timedelta(days=1)
    known = intervals(table, first, last)
    no_clock = [
        ((step - 1) * MINUTES_A_DAY, step * MINUTES_A_DAY)
        for step, state in enumerate(table.days())
        if 0 < step <= (last - table.first).days and not state.clock
    ]
    return known.open, merged([*known.appointment, *known.unannounced, *outside(no_clock, known.open)])


def spelled(some: list[Interval]) -> list[list[str]]:
    """`some` as `expected.json` spells them."""
    return [[moment(FIRST, at).isoformat(timespec="minutes") for at in one] for one in some]


@pytest.mark.parametrize("name", CASES)
def test_a_case_means_to_others_what_it_means_to_us(tables: dict[str, Timetable], name: str) -> None:
    text = written(tables[name])
    assert spelled(evaluated(text, FIRST, LAST, State.OPEN)) == CASES[name]["expected"]
    assert spelled(evaluated(text, FIRST, LAST, State.UNKNOWN)) == CASES[name]["expected_unknown"]


@pytest.mark.parametrize("name", GOLDEN)
def test_a_case_is_written_as_a_mapper_would(tables: dict[str, Timetable], name: str) -> None:
    assert written(tables[name]) == GOLDEN[name]


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([UNDECIDED] * 28, ""),
        ([OPEN] * 28, "Mo-Su 09:00-17:00"),
        ([DayState((Session(0, 1440),))] * 28, "24/7"),
        ([DayState((Session(0, 1440),))] * 28 + [NOTHING], "Mo-Su 00:00-24:00; 2026 Oct 19 off"),
        ([OPEN] * 14, "2026 Sep 21-2026 Oct 04 09:00-17:00"),
        ([OPEN] * 28 + [UNDECIDED] * 2, 'Mo-Su 09:00-17:00; 2026 Oct 19-2026 Oct 20 unknown "待公布"'),
        ([OPEN] * 28 + [UNASKED], 'Mo-Su 09:00-17:00; 2026 Oct 19 unknown "节日"'),
        (([OPEN] * 6 + [DayState(clock=False, part=DayPart.AFTERNOON)]) * 4, 'Mo-Sa 09:00-17:00; Su unknown "下午"'),
        (([OPEN] * 6 + [DayState(clock=False)]) * 4, 'Mo-Sa 09:00-17:00; Su unknown "时间待核实"'),
        (([DayState(reason="整理")] + [OPEN] * 6) * 4, 'Mo off "整理"; Tu-Su 09:00-17:00'),
        (
            [DayState((DAY, Session(1080, 1200, appointment=True)))] * 28,
            'Mo-Su 09:00-17:00, Mo-Su 18:00-20:00 unknown "仅预约"',
        ),
        (([BY_NIGHT] * 5 + [DayState((Session(1200, 1920),))] * 2) * 4, "Mo-Fr 22:00-06:00, Sa-Su 20:00-08:00"),
        (([DayState(reason="整理")] + [BY_NIGHT] * 6) * 4, 'Mo off "整理", Tu-Su 22:00-06:00'),
        (
            [BY_NIGHT] * 27 + [UNDECIDED],
            'Mo-Su 22:00-06:00; 2026 Oct 18 unknown "待公布", 2026 Oct 18 00:00-06:00',
        ),
        (
            ([OPEN] * 5 + [NOTHING] * 2) * 3 + ([DayState((Session(600, 960),))] * 5 + [NOTHING] * 2) * 3,
            "Mo-Fr 10:00-16:00; 2026 Sep 21-2026 Oct 09 Mo-Fr 09:00-17:00",
        ),
        (
            ([OPEN] * 7) * 3 + ([OPEN] * 5 + [NOTHING] * 2) * 4,
            "Mo-Fr 09:00-17:00; 2026 Sep 26-2026 Oct 11 09:00-17:00",
        ),
    ],
)
def test_a_week_and_what_is_different(days: list[DayState], text: str) -> None:
    assert written(preceded(a_table(days), days[6])) == text


def preceded(table: Timetable, state: DayState) -> Timetable:
    """`table` with `state` on its first day, which only runs into the next."""
    states = {one: days & ~1 for one, days in table.states.items()}
    states[state] = states.get(state, 0) | 1
    return Timetable(table.first, table.count, states, table.holidays)


def test_a_reason_cannot_end_its_comment() -> None:
    closed = DayState(reason='去“总站” "A" \n搬东西; Mo off', unusual=True)
    text = written(a_table([OPEN] * 28 + [closed]))
    assert text == "Mo-Su 09:00-17:00; 2026 Oct 19 off \"去“总站” 'A' 搬东西; Mo off\""
    assert OpeningHours(text, timezone=CHINA).state(datetime(2026, 10, 19, 12))[0] == State.CLOSED


def test_a_comment_never_stands_without_a_modifier(tables: dict[str, Timetable]) -> None:
    for table in tables.values():
        before = [words.split(" ")[-2] for words in written(table).split('"')[:-1:2]]
        assert {*before} <= {"open", "off", "unknown"}


def test_days_outside_the_timetable_are_as_usual(tables: dict[str, Timetable]) -> None:
    text = written(tables["office-std"])
    assert evaluated(text, date(2027, 3, 6), date(2027, 3, 8), State.OPEN) == [(3420, 3600), (3720, 3930)]


def sessions(starts: list[int], lengths: list[int], asked: list[bool]) -> tuple[Session, ...]:
    """Sessions of a day, in order."""
    some = zip(starts, lengths, asked, strict=True)
    return tuple(sorted(Session(start, start + length, by) for start, length, by in some))


CLOCKS = st.integers(0, 47).map(lambda half: half * 30)
LENGTHS = st.sampled_from((30, 60, 180, 480, 720, 1410, 1440))
HOURS_OF_A_DAY = st.integers(0, 3).flatmap(
    lambda n: st.builds(
        sessions,
        st.lists(CLOCKS, min_size=n, max_size=n),
        st.lists(LENGTHS, min_size=n, max_size=n),
        st.lists(st.sampled_from((False, False, True)), min_size=n, max_size=n),
    )
)
STATES = st.one_of(
    st.builds(
        DayState,
        HOURS_OF_A_DAY,
        reason=st.sampled_from(("", "", "装修", '"补课"; Mo')),
        holiday=st.booleans(),
        unusual=st.booleans(),
    ),
    st.sampled_from((NOTHING, OPEN, BY_NIGHT, DayState((Session(0, 1440),)))),
    st.sampled_from((UNDECIDED, UNASKED, DayState(clock=False), DayState(clock=False, part=DayPart.MORNING))),
)


@st.composite
def any_tables(draw: st.DrawFn, least: int = 1, most: int = 70, exceptions: int = 6) -> Timetable:
    """A timetable of two usual weeks, one after the other, with exceptions."""
    some = draw(st.lists(STATES, min_size=1, max_size=4))
    weeks = [draw(st.lists(st.sampled_from(some), min_size=7, max_size=7)) for _ in range(2)]
    count, turn = draw(st.integers(least, most)), draw(st.integers(0, most))
    days = [weeks[step >= turn][step % 7] for step in range(count)]
    for step, state in draw(st.lists(st.tuples(st.integers(0, count - 1), STATES), max_size=exceptions)):
        days[step] = state
    first = date(2026, 12, 1) + timedelta(days=draw(st.integers(0, 40)))
    return preceded(a_table(days, first), draw(STATES))


@pytest.mark.slow
@settings(max_examples=800)
@given(any_tables())
def test_any_timetable_means_to_others_what_it_means_to_us(table: Timetable) -> None:
    text = written(table)
    if not text:
        assert not any(state.known for state in table.days()[1:])
        return
    first, last = table.first + timedelta(days=1), table.first + timedelta(days=table.count - 1)
    opened, unsure = meant(table, last)
    assert evaluated(text, first, last, State.OPEN) == opened
    assert evaluated(text, first, last, State.UNKNOWN) == unsure


def weeks_of(table: Timetable, weeks: int) -> Timetable:
    """The first `weeks` of `table`, and the day before."""
    inside = (1 << 1 + weeks * 7) - 1
    states = {state: days & inside for state, days in table.states.items()}
    return Timetable(table.first, 1 + weeks * 7, states, table.holidays)


@pytest.mark.slow
@settings(max_examples=400)
@given(any_tables(least=28, most=120, exceptions=24))
def test_a_value_tells_as_many_weeks_as_fit(table: Timetable) -> None:
    texts = {weeks: written(weeks_of(table, weeks)) for weeks in range(FEWEST_WEEKS, (table.count - 1) // 7 + 1)}
    fitting = [weeks for weeks, text in texts.items() if 0 < len(text) <= 255]
    value = copied(table)
    if not fitting:
        assert value is None
        return
    assert value is not None
    assert value.text == texts[max(fitting)]
    assert value.until == table.first + timedelta(days=max(fitting) * 7)
    opened, unsure = meant(table, value.until)
    first = table.first + timedelta(days=1)
    assert evaluated(value.text, first, value.until, State.OPEN) == opened
    assert evaluated(value.text, first, value.until, State.UNKNOWN) == unsure


@pytest.mark.parametrize(("longer", "until"), [(0, date(2026, 11, 1)), (1, date(2026, 10, 25))])
def test_a_value_may_be_as_long_as_openstreetmap_keeps_and_no_longer(longer: int, until: date) -> None:
    known = 'Mo-Su 09:00-17:00; 2026 Oct 31 off ""'
    reason = "修" * (LONGEST - len(known) + longer)
    value = copied(a_table([OPEN] * 40 + [DayState(reason=reason, unusual=True), OPEN]))
    assert value is not None
    assert value.until == until
    assert len(value.text) == (17 if longer else 255)


@pytest.mark.parametrize(
    ("days", "weeks"),
    [([OPEN] * 34, None), ([OPEN] * 35, 5), ([OPEN] * 41, 5), ([OPEN] * 120, 17), ([UNDECIDED] * 120, None)],
)
def test_a_value_is_for_whole_weeks_from_five_on(days: list[DayState], weeks: int | None) -> None:
    until = MONDAY + timedelta(days=weeks * 7 - 1) if weeks else None
    assert copied(a_table(days)) == (OsmValue("Mo-Su 09:00-17:00", until) if until else None)
