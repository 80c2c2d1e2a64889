"""One station's or event's file, with as much of the content as it takes to know when it is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.problems import Problem, has_errors, in_order
from build_tools.reading.folder import Found, list_folder
from build_tools.reading.gate.checking import check_gate
from build_tools.reading.renaming import badly_named
from build_tools.reading.rules import RULES
from build_tools.reading.shelf import Shelf, check_rules, read_records
from build_tools.records.alias import is_identifier
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.files import Kind
from build_tools.records.station import Station

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.reading.rules import Rule

WITH_TIMES = (Kind.STATION, Kind.EVENT)
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


def read_one(content: Path, file: Path, further: tuple[Rule, ...] = ()) -> tuple[One | None, tuple[Problem, ...]]:
    """The station or event in `file`, which may lie outside `content`; None when errors stand in the way, or it is neither.

    `further` rules are asked besides those that reading knows itself.
    """
    listed, misplaced = list_folder(content)
    if refused := tuple(one for one in misplaced if is_yaml(file) and is_file(content, one.place.file, file)):
        return None, refused
    found = found_at(listed, content, file)
    if found and not is_identifier(found.id):
        return None, (badly_named(found.uri),)
    return read_found(Shelf(listed, misplaced), found, further) if found else (None, ())


def read_found(shelf: Shelf, found: Found, further: tuple[Rule, ...] = ()) -> tuple[One | None, tuple[Problem, ...]]:
    """The station or event in the file `found`, read with what else on `shelf` it takes; None when errors stand in the way."""
    stations = [one for one in shelf.of(Kind.STATION) if one != found] if found.kind is Kind.EVENT else []
    kept = [one for one in shelf.found if one.kind in AROUND_ONE]
    shelf.found, shelf.problems = (*kept, *stations, found), []
    for kind in (*AROUND_ONE, *WITH_TIMES):
        read_records(shelf, kind)
    check_rules(shelf, (*RULES, *further))
    check_gate(shelf, (found,))
    about = in_order([one for one in shelf.problems if one.place.file == found.uri or one.severity == "error"])
    return (None if has_errors(about) else one_of(shelf, found)), about


def one_of(shelf: Shelf, found: Found) -> One:
    """The record in the file `found`, with what it needs of `shelf`."""
    record = next(one.record for one in shelf.written[found.kind] if one.file == found.uri)
    places = {one.record.id: one.record for one in shelf.written[Kind.STATION]}
    known = [tuple(one.record for one in shelf.written[kind]) for kind in (Kind.DISTRICT, Kind.CALENDAR)]
    kinds = {kind.code: kind.name for one in shelf.written[Kind.VOCABULARY] for kind in one.record.service_kinds}
    return One(record, places.get(getattr(record, "station", None)), known[0], known[1], kinds)


def found_at(listed: tuple[Found, ...], content: Path, file: Path) -> Found | None:
    """What `file` is: a file of `content`, or elsewhere a station's; None where it is no station's and no event's."""
    for one in listed:
        if is_file(content, one.uri, file):
            return one if one.kind in WITH_TIMES else None
    return Found(Kind.STATION, str(file), file.absolute().as_posix(), file.stem) if is_yaml(file) else None


def is_file(content: Path, uri: str, file: Path) -> bool:
    """Whether `file` is that at `uri` inside `content`."""
    return (content / uri).resolve() == file.resolve()


def is_yaml(file: Path) -> bool:
    """Whether `file` may hold a record."""
    return file.suffix.lower() in (".yml", ".yaml")
