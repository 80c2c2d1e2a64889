"""The folder `content/` → a `Bulletin`, with every problem of every file in one run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from build_tools.problems import Place, Problem, Unreadable, has_errors, in_order
from build_tools.reading.convert import INVALID, Converter, Known
from build_tools.reading.diagnosis import diagnosed, refuse_lookalikes
from build_tools.reading.essay import link_problems, read_essay
from build_tools.reading.folder import Found, list_folder
from build_tools.reading.rules import RULES
from build_tools.reading.terms import spellings_of
from build_tools.reading.text import LARGEST_PICTURE, read_content, read_text
from build_tools.reading.tree import Misplaced, read_tree
from build_tools.reading.written import Written
from build_tools.records.bulletin import Bulletin, Essay, Picture
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.records.station import Station

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.reading.tree import Node
    from build_tools.records.site import Site
    from build_tools.records.vocabulary import Vocabulary

RECORDS = tuple(kind.record for kind in RECORD_KINDS if kind.record)


class Shelf:
    """What has been read so far, and what was wrong with it."""

    def __init__(self, found: tuple[Found, ...], problems: tuple[Problem, ...]) -> None:
        self.found = found
        self.problems = list(problems)
        self.written: dict[Kind, list[Written]] = {kind: [] for kind in RECORD_KINDS}
        self.essays: list[Essay] = []
        self.pictures: list[Picture] = []
        ids = {kind.folder: {one.id for one in found if one.kind is kind} for kind in RECORD_KINDS if kind.folder}
        self.known = Known({}, ids)

    def of(self, kind: Kind) -> list[Found]:
        """The files of `kind`."""
        return [one for one in self.found if one.kind is kind]


def read_bulletin(content: Path) -> tuple[Bulletin | None, tuple[Problem, ...]]:
    """The bulletin in the folder `content`, or None when a problem among those returned is an error."""
    shelf = Shelf(*list_folder(content))
    if not content.is_dir():
        return None, in_order(shelf.problems)
    for kind in (Kind.SITE, Kind.VOCABULARY):
        if not shelf.of(kind):
            shelf.problems.append(Problem("E002", Place(kind.path)))
    for kind in RECORD_KINDS:
        read_records(shelf, kind)
    read_essays(shelf)
    read_pictures(shelf)
    written = [one for kind in shelf.written.values() for one in kind]
    shelf.problems += [problem for rule in RULES for problem in rule(written)]
    problems = in_order(shelf.problems)
    return (None if has_errors(problems) else assembled(shelf)), problems


AROUND_ONE = (Kind.VOCABULARY, Kind.ORGANIZATION, Kind.CALENDAR, Kind.DISTRICT)
"""What must be read to know what one station's or event's file means."""


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
    written = [one for some in shelf.written.values() for one in some]
    shelf.problems += [problem for rule in RULES for problem in rule(written)]
    about = in_order([one for one in shelf.problems if one.place.file == found.uri or one.severity == "error"])
    if has_errors(about):
        return None, about
    record = next(one.record for one in written if one.file == found.uri)
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


def read_known(content: Path) -> tuple[Known, tuple[Problem, ...]]:
    """The words and ids that files of `content` may name, and why they cannot be read if that is so."""
    shelf = Shelf(*list_folder(content))
    read_records(shelf, Kind.VOCABULARY)
    of_words = [one for one in shelf.problems if one.place.file in ("", Kind.VOCABULARY.path)]
    return shelf.known, in_order(of_words)


def read_records(shelf: Shelf, kind: Kind) -> None:
    """Put all records of `kind` on `shelf`."""
    for found in shelf.of(kind):
        one = read_file(found, shelf.known)
        shelf.problems += one.problems
        if one.spellings:
            shelf.known = replace(shelf.known, terms=one.spellings)
        if one.written:
            shelf.written[kind].append(one.written)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file gave."""

    problems: tuple[Problem, ...]
    written: Written | None = None
    spellings: dict[str, dict[str, str]] | None = None
    """Of the vocabulary: its words."""


def read_file(found: Found, known: Known) -> ReadFile:
    """The record in the file `found`."""
    text = ""
    try:
        text = read_text(found.path)
        tree = tree_of(text)
    except Unreadable as refusal:
        line, column = (refusal.line, refusal.column) if isinstance(refusal, Misplaced) else (1, 1)
        problem = Problem(refusal.code, Place(found.uri, line, column), words=refusal.words)
        return ReadFile((quoted(problem, text),))
    spellings = spellings_of(tree) if found.kind is Kind.VOCABULARY else None
    converter = Converter(found.uri, replace(known, terms=spellings) if spellings else known)
    given = {name: word for name, word in (("year", found.year), ("id", found.id)) if word}
    record = converter.record(found.kind.record, tree, **given)
    problems = tuple(quoted(problem, text) for problem in converter.problems)
    return ReadFile(problems, None if record is INVALID else Written(record, found.uri, text), spellings)


def tree_of(text: str) -> Node:
    """The tree in `text`, or `Misplaced` with the best reason why there is none."""
    try:
        refuse_lookalikes(text)
        tree = read_tree(text)
    except Misplaced as failure:
        raise diagnosed(text, failure, RECORDS) from None
    if tree is None:
        raise Misplaced("E003", 1, 1)
    return tree


def read_essays(shelf: Shelf) -> None:
    """Put the hand-written pages on `shelf`."""
    targets = frozenset(one.uri for one in shelf.found)
    for found in shelf.of(Kind.ESSAY):
        text = ""
        try:
            text = read_text(found.path)
            shelf.essays.append(read_essay(found.id, text))
        except Unreadable as refusal:
            shelf.problems.append(Problem(refusal.code, Place(found.uri), words=refusal.words))
        shelf.problems += [quoted(problem, text) for problem in link_problems(found.uri, text, targets)]


def read_pictures(shelf: Shelf) -> None:
    """Put the pictures on `shelf`."""
    for found in shelf.of(Kind.PICTURE):
        try:
            content = read_content(found.path, LARGEST_PICTURE)
            shelf.pictures.append(Picture(name=found.path.name, content=content))
        except Unreadable as refusal:
            shelf.problems.append(Problem(refusal.code, Place(found.uri), words=refusal.words))


def quoted(problem: Problem, text: str) -> Problem:
    """`problem` with the line of `text` that it is about."""
    lines = text.split("\n")
    line = problem.place.line - 1
    return replace(problem, excerpt=lines[line]) if line < len(lines) else problem


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
        essays=tuple(shelf.essays),
        pictures=tuple(shelf.pictures),
    )
