"""The folder `content/` → a `Bulletin`, with every problem of every file in one run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, TypeVar, cast

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
from build_tools.reading.rules import RULES, Rule
from build_tools.reading.shelf import Shelf, check_day, check_rules, read_pictures, read_records
from build_tools.reading.sketches import read_sketches
from build_tools.records.bulletin import Bulletin
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.workers import ALONE, Crew

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build_tools.reading.known import Known
    from build_tools.records.site import Site
    from build_tools.records.vocabulary import Vocabulary


Made = TypeVar("Made")
NOTHING = Remembered()


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked about content, besides the rules that reading knows itself."""

    remembered: Remembered = NOTHING
    today: date | None = None
    """Without it nothing is asked that depends on the day."""
    reminding: bool = False
    """Whether it is also said what is due for verification."""
    further: tuple[Rule, ...] = ()


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
    """
    questions = Questions(remembered, today, reminding, further)
    return made_of(content, lambda bulletin: bulletin, questions, crew, earlier)


def made_of(
    content: Path,
    make: Callable[[Bulletin], Made],
    questions: Questions,
    crew: Crew = ALONE,
    earlier: Earlier | None = None,
) -> tuple[Made | None, tuple[Problem, ...]]:
    """What `make` gives for the bulletin in the folder `content`, or None when a problem among those returned is an error.

    Where it is worth it, `make` is already at work while one of `crew` asks the rules.
    """
    shelf = Shelf(*list_folder(content))
    if not content.is_dir():
        return None, in_order(shelf.problems)
    take(shelf, crew, earlier)
    asked, crew = partial(problems_of, shelf, questions), crew.worth(len(shelf.found))
    if crew.size > 1 and not has_errors(shelf.problems):
        return made_meanwhile(partial(bulletin_of, shelf, questions.remembered), make, crew.beside(asked)[0])
    problems = asked()
    return None if has_errors(problems) else make(bulletin_of(shelf, questions.remembered)), problems


def made_meanwhile(
    bulletin: Callable[[], Bulletin], make: Callable[[Bulletin], Made], asked: Callable[[], tuple[Problem, ...]]
) -> tuple[Made | None, tuple[Problem, ...]]:
    """What `make` gives for `bulletin`, with the problems that another process is `asked` for, if none is an error.

    To ask once more costs nothing: the answer is remembered.
    """
    made = None
    try:
        made = make(bulletin())
    except Exception:
        # what fails on content that is wrong is no fault of ours
        if not has_errors(asked()):
            raise
    problems = asked()
    return None if has_errors(problems) else made, problems


def take(shelf: Shelf, crew: Crew, earlier: Earlier | None) -> None:
    """Put on `shelf` what is in its files, and what is wrong with one of them by itself."""
    for kind in (Kind.SITE, Kind.VOCABULARY):
        if not shelf.of(kind):
            shelf.problems.append(Problem("E002", Place(kind.path)))
    take_records(shelf, crew, earlier)
    shelf.problems = with_ids_of_names(shelf)
    read_essays(shelf)
    read_pictures(shelf)
    read_sketches(shelf)
    if earlier:
        shelf.fingerprints |= saved_meanwhile(shelf)


def problems_of(shelf: Shelf, questions: Questions) -> tuple[Problem, ...]:
    """All problems of what is on `shelf`, once the `questions` and all rules are asked."""
    check_rules(shelf, (*RULES, *questions.further))
    if questions.today:
        check_day(shelf, questions.today, (*DAY_RULES, *(REMINDERS if questions.reminding else ())))
    check_photos(shelf)
    shelf.problems += translations_are_shown(shelf)
    check_past(shelf, questions.remembered)
    check_gate(shelf)
    return in_order(shelf.problems)


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


def bulletin_of(shelf: Shelf, remembered: Remembered) -> Bulletin:
    """The bulletin on `shelf`, in which nothing is wrong."""

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
        history=history_of(remembered.past, shelf) if remembered.past else None,
    )
