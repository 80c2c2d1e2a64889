"""All that follows from a bulletin on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from build_tools.facts.agenda import Agenda, derive_agenda, times_of_events
from build_tools.facts.case_sums import CaseSums, sums_of
from build_tools.facts.directory import Directory, derive_directory
from build_tools.facts.pictures import Pictures, derive_pictures
from build_tools.facts.places_of_days import monday_of
from build_tools.facts.timetables import AHEAD, Timetables, derive_timetables
from build_tools.records.bulletin import Bulletin
from build_tools.records.tally import Tally


@dataclass(frozen=True, slots=True)
class Facts:
    """A bulletin and what it means on `today`."""

    bulletin: Bulletin
    today: date
    directory: Directory
    timetables: Timetables
    agenda: Agenda
    tallies: Mapping[str, Tally]
    """Station → what is published of its counts."""
    sums: CaseSums
    pictures: Pictures


def derive_facts(bulletin: Bulletin, today: date) -> Facts:
    """The facts of `bulletin` as of `today`."""
    timetables = derive_timetables(bulletin.districts, bulletin.calendars, monday_of(today), AHEAD)
    return Facts(
        bulletin=bulletin,
        today=today,
        directory=derive_directory(bulletin),
        timetables=timetables,
        agenda=derive_agenda(times_of_events(bulletin, timetables), bulletin.notices, today),
        tallies={tally.id: tally for tally in bulletin.tallies},
        sums=sums_of(bulletin),
        pictures=derive_pictures(bulletin),
    )
