"""Real schedules in Chinese come out to the minute: `cases/<id>.yml` is written, `expected.json` is when it is open."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from string import ascii_letters
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.facts.almanac import almanac
from build_tools.facts.china_calendar import china_calendar
from build_tools.facts.intervals import clipped, intervals, merged, moment
from build_tools.facts.schedule import schedule_of_station
from build_tools.facts.timetable import timetable
from build_tools.publishing.open_now import open_now
from build_tools.publishing.shown import Shown
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.clock import MINUTES_A_DAY
from tests.conftest import MINIMAL, put

if TYPE_CHECKING:
    from build_tools.facts.intervals import Interval, Intervals
    from build_tools.facts.timetable import Timetable
    from build_tools.records.bulletin import Bulletin

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CALENDARS = ROOT / "content" / "calendar"
SHARED = ROOT.parent / "shared" / "hours" / "cases.json"
"""Where the expected intervals come from; lies beside the project on the machine on which it was made."""
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in EXPECTED["cases"]}
FIRST, LAST = date.fromisoformat(EXPECTED["from"]), date.fromisoformat(EXPECTED["to"])
STATION = "stations/jia.yml"
OUTCOMES = ("expected", "expected_unknown", "expected_admission")


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Bulletin:
    """The smallest bulletin with China's calendar and one station for each case."""
    folder = tmp_path_factory.mktemp("content")
    for uri, text in MINIMAL.items():
        put(folder, uri, text)
    for path in CALENDARS.iterdir():
        put(folder, f"calendar/{path.name}", path.read_bytes())
    for number, name in enumerate(CASES):
        station = MINIMAL[STATION].replace("甲站", f"甲{number}站")
        put(folder, f"stations/{name}.yml", station + (HERE / "cases" / f"{name}.yml").read_text(encoding="utf-8"))
    read, problems = read_bulletin(folder)
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert read is not None
    return read


def table_of(bulletin: Bulletin, name: str) -> Timetable:
    """The days of the station of the case `name`."""
    station = next(one for one in bulletin.stations if one.id == name)
    district = bulletin.districts[0]
    schedule = schedule_of_station(station, district)
    assert schedule is not None
    count = (LAST - FIRST).days + 1
    days = almanac(FIRST, count, china_calendar(bulletin.calendars, district.province))
    return timetable(schedule, days)


def evaluated(bulletin: Bulletin, name: str) -> Intervals:
    """When the station of the case `name` is open."""
    return intervals(table_of(bulletin, name), FIRST, LAST)


def spelled(some: list[Interval]) -> list[list[str]]:
    """`some` as `expected.json` spells them."""
    return [[moment(FIRST, minute).isoformat(timespec="minutes") for minute in one] for one in some]


def test_every_case_is_written_and_expected() -> None:
    assert sorted(path.stem for path in (HERE / "cases").iterdir()) == sorted(CASES)
    assert len(CASES) == 41


@pytest.mark.parametrize("name", CASES)
def test_a_case_comes_out_to_the_minute(bulletin: Bulletin, name: str) -> None:
    case, found = CASES[name], evaluated(bulletin, name)
    assert spelled(found.open) == case["expected"]
    assert spelled(found.appointment) == case["expected_unknown"]
    assert found.unannounced == []
    if "expected_admission" in case:
        assert spelled(found.admission) == case["expected_admission"]


@pytest.mark.parametrize("name", CASES)
def test_a_case_says_in_its_first_line_what_it_stands_for(name: str) -> None:
    first, *_ = (HERE / "cases" / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    assert first == f"# {CASES[name]['zh']}"


def test_what_is_expected_is_what_was_checked_by_three_means() -> None:
    if not SHARED.exists():
        pytest.skip(f"nothing to compare expected.json with: {SHARED} is not on this machine")
    shared = json.loads(SHARED.read_text(encoding="utf-8"))
    assert (shared["from"], shared["to"]) == (EXPECTED["from"], EXPECTED["to"])
    assert {case["id"]: outcome(case) for case in shared["cases"]} == {name: outcome(CASES[name]) for name in CASES}


def outcome(case: dict[str, Any]) -> dict[str, Any]:
    """What a case is, and what must come out."""
    return {key: case[key] for key in ("zh", *OUTCOMES) if key in case}


@pytest.mark.parametrize("name", CASES)
def test_what_a_page_tells_its_script_is_the_same(bulletin: Bulletin, name: str) -> None:
    told = json.loads(open_now(table_of(bulletin, name), Shown(read_wording("zh"))))
    sessions = [
        (day * MINUTES_A_DAY + session[0], day * MINUTES_A_DAY + session[1])
        for day, letter in enumerate(told["d"])
        for session in told["p"][ascii_letters.index(letter)]
    ]
    end = ((LAST - FIRST).days + 1) * MINUTES_A_DAY
    assert told["b"] == FIRST.isoformat()
    assert spelled(clipped(merged(sessions), end)) == sorted(CASES[name]["expected"] + CASES[name]["expected_unknown"])
