"""What must hold between an event's days and where it is filed; `rules.py` lists these functions among the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.written import Written, each
from build_tools.records.event import Event
from build_tools.records.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from build_tools.problems import Problem


def a_file_lies_in_the_folder_of_its_year(written: Sequence[Written]) -> Iterator[Problem]:
    """An event's folder is the year of its day, a notice's that of its publication, unless that is after its end anyway."""
    dated = [(one, "events", "date", event.date) for one, event in each(written, Event)]
    dated += [(one, "notices", "published", notice.published) for one, notice in each(written, Notice)]
    for one, folder, key, day in dated:
        until = one.record.until
        if day and (until is None or day <= until) and day.year != int(one.record.year):
            path = f"{folder}/{day.year}/{one.record.id}.yml"
            yield one.problem("W107", key, day=day, year=one.record.year, path=path)


def a_day_is_changed_once(written: Sequence[Written]) -> Iterator[Problem]:
    """An event has one change for a day, which says all that is different about it."""
    for one, event in each(written, Event):
        firsts: dict[date, int] = {}
        for position, change in enumerate(event.changes):
            first = firsts.setdefault(change.date, position)
            if first != position:
                line = one.problem("E136", "changes", first, "date").place.line
                yield one.problem("E136", "changes", position, "date", date=change.date, first=line)
