"""The folder `content/` → a `Bulletin`, with every problem of every file in one run."""

from __future__ import annotations

from dataclasses import replace
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, cast

from build_tools.digest import digest
from build_tools.problems import Place, Problem, has_errors, in_order
from build_tools.reading.by_name import with_ids_of_names
from build_tools.reading.day_rules import DAY_RULES, REMINDERS
from build_tools.reading.earlier import Earlier, fingerprints_of
from build_tools.reading.essays import read_essays
from build_tools.reading.folder import list_folder
from build_tools.reading.former import Remembered, changed_tallies, leaks
from build_tools.reading.gate.checking import check_gate
from build_tools.reading.gate.former_files import gate_of_former
from build_tools.reading.language_rules import translations_are_shown
from build_tools.reading.lost_addresses import lost_addresses
from build_tools.reading.past import history_of
from build_tools.reading.photos import check_photos
from build_tools.reading.rules import RULES
from build_tools.reading.shelf import Shelf, check_day, check_rules, read_pictures, read_records
from build_tools.reading.sketches import read_sketches
from build_tools.records.bulletin import Bulletin
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.workers import ALONE, Crew

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from build_tools.reading.known import Known
    from build_tools.reading.rules import Rule
    from build_tools.records.site import Site
    from build_tools.records.vocabulary import Vocabulary


NOTHING = Remembered()


def read_bulletin(
    content: Path,
    remembered: Remembered = NOTHING,
    crew: Crew = ALONE,
    earlier: Earlier | None = None,
    *,
    today: date | None = None,
    reminding: bool = False,
    further: tuple[Rule, ...] = (),
) -> tuple[Bulletin | None, tuple[Problem, ...]]:
    """The bulletin in the folder `content`, or None when a problem among those returned is an error.

    `crew` reads the files that have not been read `earlier`; without `earlier` they are read one after another.
    Without `today` nothing is asked that depends on the day. `reminding` also says what is due for verification.
    `further` rules are asked besides those that reading knows itself.
    """
    shelf = Shelf(*list_folder(content))
    if not content.is_dir():
        return None, in_order(shelf.problems)
    for kind in (Kind.SITE, Kind.VOCABULARY):
        if not shelf.of(kind):
            shelf.problems.append(Problem("E002", Place(kind.path)))
    take_records(shelf, crew, earlier)
    shelf.problems = with_ids_of_names(shelf)
    read_essays(shelf)
    read_pictures(shelf)
    read_sketches(shelf)
    check_rules(shelf, (*RULES, *further))
    if today:
        check_day(shelf, today, (*DAY_RULES, *(REMINDERS if reminding else ())))
    check_photos(shelf)
    shelf.problems += translations_are_shown(shelf)
    check_past(shelf, remembered)
    check_gate(shelf)
    if earlier:
        shelf.fingerprints |= saved_meanwhile(shelf)
    problems = in_order(shelf.problems)
    if has_errors(problems):
        return None, problems
    history = history_of(remembered.past, shelf) if remembered.past else None
    return replace(assembled(shelf), history=history), problems


def take_records(shelf: Shelf, crew: Crew, earlier: Earlier | None) -> None:
    """Put the records of all kinds on `shelf`; `crew` reads those that have not been read `earlier`."""
    if earlier:
        earlier.unpack()
        compared = [one for one in shelf.found if earlier.packs or not one.kind.record]
        shelf.fingerprints = fingerprints_of(compared, earlier.marks() if earlier.packs else {})
    words, *others = RECORD_KINDS
    read_records(shelf, words, crew=crew, earlier=earlier)
    read_records(shelf, *others, crew=crew, earlier=earlier)
    if earlier:
        earlier.let_go()


def check_past(shelf: Shelf, remembered: Remembered) -> None:
    """Note on `shelf` what has changed or gone of what was published and may not, and what git would keep and may not."""
    refused = shelf.known.refused
    there = {*(one.uri for one in shelf.found), *refused.paths}
    tallies, stations = shelf.written[Kind.TALLY], shelf.written[Kind.STATION]
    shelf.problems += changed_tallies(remembered.texts, there, tallies, stations, shelf.known)
    shelf.problems += leaks(remembered)
    shelf.problems += lost_addresses(filterfalse(refused.may_be, remembered.gone), shelf.written, remembered.stood)
    if remembered.pushed:
        shelf.problems += gate_of_former(shelf, remembered.pushed)


def saved_meanwhile(shelf: Shelf) -> dict[str, bytes]:
    """New fingerprints of files that are no records and were saved while they were read: nobody knows what was read."""
    others = fingerprints_of((found for found in shelf.found if not found.kind.record), {})
    return {uri: digest(shelf.fingerprints[uri], now) for uri, now in others.items() if now != shelf.fingerprints[uri]}


def read_known(content: Path) -> tuple[Known, tuple[Problem, ...]]:
    """The words and ids that files of `content` may name, and why they cannot be read if that is so."""
    shelf = Shelf(*list_folder(content))
    read_records(shelf, Kind.VOCABULARY)
    of_words = [one for one in shelf.problems if one.place.file in ("", Kind.VOCABULARY.path)]
    return shelf.known, in_order(of_words)


def assembled(shelf: Shelf) -> Bulletin:
    """The bulletin, once nothing in it is wrong."""

    def records(kind: Kind) -> tuple[Any, ...]:
        return tuple(written.record for written in shelf.written[kind])

    return Bulletin(
        site=cast("Site", records(Kind.SITE)[0]),
        vocabulary=cast("Vocabulary", records(Kind.VOCABULARY)[0]),
        districts=records(Kind.DISTRICT),
        organizations=records(Kind.ORGANIZATION),
        calendars=records(Kind.CALENDAR),
        stations=records(Kind.STATION),
        events=records(Kind.EVENT),
        notices=records(Kind.NOTICE),
        tallies=records(Kind.TALLY),
        essays=tuple(shelf.essays),
        pictures=tuple(shelf.pictures),
        sketches=tuple(shelf.sketches),
        fingerprints=shelf.fingerprints,
    )
