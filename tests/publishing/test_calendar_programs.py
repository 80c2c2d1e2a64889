"""Others' programs find our occurrences on the right days, wherever their computers are."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import recurring_ical_events  # type: ignore[import-untyped]

from tests.publishing.occurrences import ALL, CANCELLED, CLOSURE, MORNING, MOVED, NIGHT, POSTPONED, parsed, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.publishing.icalendar import CalendarEvent

CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("day", "on"),
    [
        (15, []),
        (16, [CLOSURE]),
        (17, [CLOSURE, CANCELLED, MORNING, NIGHT]),
        (18, [NIGHT]),
        (19, []),
        (24, [MOVED]),
        (25, [POSTPONED]),
        (26, []),
    ],
)
def test_each_day_has_what_is_on_in_china(day: int, on: list[CalendarEvent]) -> None:
    midnight = datetime(2026, 10, day, tzinfo=CHINA)
    assert on_between(midnight, midnight + timedelta(days=1)) == spans(on)


def test_a_stretch_of_days_has_each_occurrence_once() -> None:
    assert on_between(datetime(2026, 10, 16, tzinfo=CHINA), datetime(2026, 10, 27, tzinfo=CHINA)) == spans(ALL)


def on_between(start: datetime, end: datetime) -> list[tuple[str, str, str]]:
    """UID, start and end of what `recurring_ical_events` finds in all of the calendar."""
    found = recurring_ical_events.of(parsed(written(*ALL))).between(start, end)
    return sorted((str(event["UID"]), event.start.isoformat(), event.end.isoformat()) for event in found)


def spans(occurrences: Iterable[CalendarEvent]) -> list[tuple[str, str, str]]:
    """UID, start and end of the `occurrences`."""
    return sorted((one.uid, in_china(one.start), in_china(one.end)) for one in occurrences)


def in_china(when: date) -> str:
    """`when` with China's offset, if it is a time."""
    return when.isoformat() + ("+08:00" if isinstance(when, datetime) else "")


KHAL = Path(sys.executable).parent / "khal"
KHAL_SETTINGS = """\
[calendars]
[[jia]]
path = {folder}/jia
[sqlite]
path = {folder}/khal.db
[locale]
default_timezone = {zone}
local_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def khal(folder: Path, *arguments: str) -> list[str]:
    """What khal prints, at home in `folder` on a computer that thinks it is in New York."""
    places = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    told = subprocess.run(
        [KHAL, "-c", folder / "settings", *arguments],
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "TZ": "America/New_York", **places},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return told.stdout.splitlines()


SHOWN = {
    "Asia/Shanghai": [
        "2026-10-17",
        "2026-10-16–2026-10-17 装修，不开放 ",
        "2026-10-17 09:00–2026-10-17 11:30 免费理发 甲站",
        "2026-10-17 15:00–2026-10-17 16:00 已取消：下棋 ",
        "2026-10-17 22:00–2026-10-18 06:00 夜间歇脚 ",
    ],
    "Europe/Paris": [
        "2026-10-17",
        "2026-10-16–2026-10-17 装修，不开放 ",
        "2026-10-17 03:00–2026-10-17 05:30 免费理发 甲站",
        "2026-10-17 09:00–2026-10-17 10:00 已取消：下棋 ",
        "2026-10-17 16:00–2026-10-18 00:00 夜间歇脚 ",
    ],
}


@pytest.mark.parametrize("zone", SHOWN)
def test_a_calendar_program_shows_the_day(tmp_path: Path, zone: str) -> None:
    subscribe(tmp_path, zone, written(*ALL))
    assert listed(tmp_path, "2026-10-17") == SHOWN[zone]


def test_a_calendar_program_moves_what_has_been_moved(tmp_path: Path) -> None:
    planned = replace(MOVED, start=datetime(2026, 11, 7, 15), end=datetime(2026, 11, 7, 16), sequence=0)
    subscribe(tmp_path, "Asia/Shanghai", written(planned))
    assert listed(tmp_path, "2026-11-07") == ["2026-11-07", "2026-11-07 15:00–2026-11-07 16:00 书法 "]
    subscribe(tmp_path, "Asia/Shanghai", written(MOVED))
    assert listed(tmp_path, "2026-11-07") == []
    assert listed(tmp_path, "2026-10-24") == ["2026-10-24", "2026-10-24 15:00–2026-10-24 16:00 书法 "]


def subscribe(folder: Path, zone: str, calendar: bytes) -> None:
    """Let khal, which shows times in `zone`, take in the `calendar`."""
    (folder / "jia").mkdir(exist_ok=True)
    (folder / "settings").write_text(KHAL_SETTINGS.format(folder=folder, zone=zone), encoding="utf-8")
    (folder / "calendar.ics").write_bytes(calendar)
    khal(folder, "import", "--batch", str(folder / "calendar.ics"))


def listed(folder: Path, day: str) -> list[str]:
    """What khal says is on on `day`, from its first to its last moment or day."""
    form = "{start}–{end} {title} {location}"
    return khal(folder, "list", "--day-format", "{date}", "--format", form, day, "1d")
