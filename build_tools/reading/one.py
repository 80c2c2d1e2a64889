"""One station's or event's file, with as much of the content as it takes to know when it is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.problems import Problem, has_errors, in_order
from build_tools.reading.folder import Found, list_folder
from build_tools.reading.gate.checking import check_gate
from build_tools.reading.shelf import Shelf, check_rules, read_records
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.files import Kind
from build_tools.records.station import Station

if TYPE_CHECKING:
    from pathlib import Path

AROUND_ONE = (Kind.VOCABULARY, Kind.SITE, Kind.ORGANIZATION, Kind.CALENDAR, Kind.DISTRICT)
"""What must be read to know what one station's or event's file means, and what of it was reviewed."""


@dataclass(frozen=True, slots=True)
class One:
    """One station or event, with what it takes to know when it is open."""

    record: Station | Event
    station: Station | None
    """The station at which an event takes place."""
    districts: tuple[District, ...]
    calendars: tuple[HolidayCalendar, ...]
    services: dict[str, str]
    """The codes of the vocabulary's kinds of service → their names."""


def read_one(content: Path, file: Path) -> tuple[One | None, tuple[Problem, ...]]:
    """The station or event in `file`, which may lie outside `content`, or None when an error stands in the way."""
    shelf = Shelf(*list_folder(content))
    found = found_at(shelf, content, file)
    stations = [one for one in shelf.of(Kind.STATION) if one != found] if found.kind is Kind.EVENT else []
    kept = [one for one in shelf.found if one.kind in AROUND_ONE]
    shelf.found, shelf.problems = (*kept, *stations, found), []
    for kind in (*AROUND_ONE, Kind.STATION, Kind.EVENT):
        read_records(shelf, kind)
    check_rules(shelf)
    check_gate(shelf, (found,))
    about = in_order([one for one in shelf.problems if one.place.file == found.uri or one.severity == "error"])
    if has_errors(about):
        return None, about
    record = next(one.record for one in shelf.written[found.kind] if one.file == found.uri)
    places = {one.record.id: one.record for one in shelf.written[Kind.STATION]}
    known = [tuple(one.record for one in shelf.written[kind]) for kind in (Kind.DISTRICT, Kind.CALENDAR)]
    kinds = {kind.code: kind.name for one in shelf.written[Kind.VOCABULARY] for kind in one.record.service_kinds}
    return One(record, places.get(getattr(record, "station", None)), known[0], known[1], kinds), about


def found_at(shelf: Shelf, content: Path, file: Path) -> Found:
    """What `file` is: a file of `content`, or elsewhere a station's."""
    for one in shelf.found:
        if one.kind in (Kind.STATION, Kind.EVENT) and (content / one.uri).resolve() == file.resolve():
            return one
    return Found(Kind.STATION, file, file.as_posix(), file.stem)
