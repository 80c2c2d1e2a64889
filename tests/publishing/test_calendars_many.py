"""Programs of others read the calendars of a thousand stations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar

from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.calendars import events_calendar, station_calendars
from build_tools.reading.locale import read_wording
from tests.publishing.bulletins import TODAY, facts_named
from tests.publishing.test_calendar_programs import listed, subscribe

if TYPE_CHECKING:
    from pathlib import Path

EACH = 8
"""Every so many-th calendar is read: all of them would take minutes."""
FEW = 10
"""So many are asked what is on: that takes longer still."""


@pytest.mark.slow
def test_calendar_programs_read_a_thousand_stations(tmp_path: Path) -> None:
    made = Composed(facts_named("thousand"), read_wording("zh"))
    files = [*events_calendar(made), *station_calendars(made, made.facts.bulletin.stations)]
    assert len(files) > 900
    for number, file in enumerate(files[::EACH]):
        calendar = Calendar.from_ical(file.content)
        assert calendar.errors == []
        assert all(event.errors == [] for event in calendar.events), file.uri
        names = [str(event["UID"]) for event in calendar.events]
        assert len(names) == len({*names}), file.uri
        if number < FEW:
            days = {event.start for event in calendar.events if type(event.start) is date and event.start >= TODAY}
            found = recurring_ical_events.of(calendar).between(TODAY, TODAY + timedelta(days=200))
            assert days <= {event.start for event in found}, file.uri
    subscribe(tmp_path, "Asia/Shanghai", files[0].content)
    busy = next(event for event in Calendar.from_ical(files[0].content).events if event["STATUS"] == "CONFIRMED")
    assert any(str(busy["SUMMARY"]) in line for line in listed(tmp_path, f"{busy.start:%Y-%m-%d}"))
