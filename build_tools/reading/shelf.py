"""The files of `content/` that one command needs, read one after another, with every problem they have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from build_tools.digest import digest
from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.convert import Converter, Enough
from build_tools.reading.diagnosis import tree_of
from build_tools.reading.gate.scan import Scanned
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.invalid import INVALID
from build_tools.reading.known import ANYTHING, Asked, Known
from build_tools.reading.lost_text import lost_text
from build_tools.reading.packing import packed
from build_tools.reading.refused import refused_for
from build_tools.reading.rules import RULES, RULES_OF_ONE_FILE, Rule
from build_tools.reading.strays import misnamed, refuse_stray
from build_tools.reading.terms import spellings_of
from build_tools.reading.text import LARGEST, LARGEST_PICTURE, decoded, read_content
from build_tools.reading.tree import Misplaced
from build_tools.reading.written import AllWritten, Written
from build_tools.records.bulletin import Essay, Picture
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.workers import ALONE, Crew, in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from build_tools.reading.day_rules import DayRule
    from build_tools.reading.earlier import Earlier
    from build_tools.reading.folder import Found
    from build_tools.records.sketch import Sketch

MOST_TOLD = 200
"""Problems of one file: whoever has more has put the wrong file there, and reading on could take minutes."""
RECORDS = tuple(kind.record for kind in RECORD_KINDS if kind.record)


class Shelf:
    """What has been read so far, and what was wrong with it."""

    def __init__(self, found: tuple[Found, ...], problems: tuple[Problem, ...]) -> None:
        self.found = found
        self.problems = list(problems)
        self.written: dict[Kind, list[Written]] = {kind: [] for kind in RECORD_KINDS}
        self.essays: list[Essay] = []
        self.pictures: list[Picture] = []
        self.sketches: list[Sketch] = []
        ids = {kind.folder: {one.id for one in found if one.kind is kind} for kind in RECORD_KINDS if kind.folder}
        self.known = Known({}, ids, refused_for(problems))
        self.fingerprints: dict[str, bytes] = {}
        self.scanned: dict[str, list[Scanned]] = {}
        """What the gate has found in files that were looked through when they were read; their own rules were asked, too."""

    def of(self, *kinds: Kind) -> list[Found]:
        """The files of these `kinds`."""
        return [one for one in self.found if one.kind in kinds]

    @property
    def unread(self) -> set[str]:
        """The files of records that could not be read, misnamed ones as they were meant."""
        read = {one.file for some in self.written.values() for one in some}
        meant = {path for path in self.known.refused.paths if path.endswith(".yml")}
        return ({found.uri for found in self.found if found.kind.record} | meant) - read


def read_records(shelf: Shelf, *kinds: Kind, crew: Crew = ALONE, earlier: Earlier | None = None) -> None:
    """Put all records of these `kinds` on `shelf`, read by `crew` unless they have been read `earlier`."""
    files = shelf.of(*kinds)
    for found, one in zip(
        files, read_by(crew, earlier, shelf, files) if earlier else read_now(shelf, files), strict=True
    ):
        shelf.problems += one.problems
        if one.spellings:
            shelf.known = replace(shelf.known, terms=one.spellings)
        if one.written:
            shelf.written[found.kind].append(one.written)
            shelf.problems += one.broken
            if one.scanned is not None:
                shelf.scanned[one.written.file] = one.scanned


def read_now(shelf: Shelf, files: Iterable[Found]) -> Iterator[ReadFile]:
    """What each of `files` gives, in this process."""
    return (read_file(found, shelf.known) for found in files)


def read_by(crew: Crew, earlier: Earlier, shelf: Shelf, files: Sequence[Found]) -> list[ReadFile]:
    """What each of `files` gave `earlier`, or gives now that `crew` reads it."""
    words = earlier.words(shelf.known)
    read = read_earlier(earlier, words, shelf, files)
    missing = in_parts([one for one in files if one.uri not in read], FILES_AT_ONCE)
    packs = crew.worth(sum(map(len, missing))).spread(partial(pack_of, shelf.known), missing, "reading")
    for some, (pack, fingerprints) in zip(missing, packs, strict=True):
        of_files = {one.uri: mark for one, mark in zip(some, fingerprints, strict=True)}
        results = earlier.keep([key_of(words, *pair) for pair in of_files.items()], pack)
        read |= zip(of_files, results, strict=True)
        shelf.fingerprints |= of_files
    return [read[one.uri] for one in files]


def read_earlier(earlier: Earlier, words: bytes, shelf: Shelf, files: Sequence[Found]) -> dict[str, ReadFile]:
    """What those of `files` give, by path, that have been read `earlier` and would give the same today."""
    uris = [one.uri for one in files if one.uri in shelf.fingerprints]
    keys = {uri: key_of(words, uri, shelf.fingerprints[uri]) for uri in uris}
    results = earlier.find(keys.values())
    read = {uri: results[key] for uri, key in keys.items() if key in results}
    return {uri: one for uri, one in read.items() if shelf.known.has_all(one.asked)}


def key_of(words: bytes, uri: str, fingerprint: bytes) -> bytes:
    """Stands for the file at `uri` with the content of this `fingerprint`, read with these `words`."""
    return digest(words, uri.encode(), fingerprint)


FILES_AT_ONCE = 50
"""Small enough that all cores finish together."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file gave."""

    problems: tuple[Problem, ...]
    written: Written | None = None
    spellings: dict[str, dict[str, str]] | None = None
    """Of the vocabulary: its words."""
    scanned: list[Scanned] | None = None
    """What the gate has found in it, if it has looked."""
    broken: tuple[Problem, ...] = ()
    """What its own rules say of it, if they were asked; they are when the gate looks."""
    asked: tuple[Asked, ...] = ()
    """The files without which it would have given something else."""


def pack_of(known: Known, files: Sequence[Found]) -> tuple[bytes, list[bytes]]:
    """What each of `files` gives, as one process hands it to another, and the fingerprint of what was read."""
    contents = [content_of(found) for found in files]
    read = [looked_through(read_from(content, found, known)) for content, found in zip(contents, files, strict=True)]
    return packed(read), [b"" if isinstance(content, Unreadable) else digest(content) for content in contents]


def looked_through(one: ReadFile) -> ReadFile:
    """`one` with what the gate finds in its text and what its own rules say of it."""
    if one.written is None:
        return one
    alone = AllWritten((one.written,))
    broken = tuple(problem for rule in RULES_OF_ONE_FILE for problem in rule(alone))
    return replace(one, scanned=scan_whole(one.written.file, one.written.text), broken=broken)


def read_file(found: Found, known: Known) -> ReadFile:
    """The record in the file `found`."""
    return read_from(content_of(found), found, known)


def content_of(found: Found) -> bytes | Unreadable:
    """The bytes of the file `found`, or why there are none."""
    try:
        return read_content(found.path, LARGEST)
    except Unreadable as refusal:
        return refusal


def read_from(content: bytes | Unreadable, found: Found, known: Known) -> ReadFile:
    """The record in `content`, which is what lies in the file `found`."""
    text = ""
    try:
        if isinstance(content, Unreadable):
            raise content
        text = decoded(content)
        refuse_stray(found, text)
        tree = tree_of(text, RECORDS)
    except Unreadable as refusal:
        return ReadFile((refused(refusal, found, text),), asked=(ANYTHING,))
    spellings = spellings_of(tree) if found.kind is Kind.VOCABULARY else None
    words = replace(known, terms=spellings) if spellings else known
    converter = Converter(found.uri, words, most=MOST_TOLD, source=tuple(text.split("\n")))
    given = {name: word for name, word in (("year", found.year), ("id", found.id)) if word}
    try:
        record = converter.record(found.kind.record, tree, **given)
    except Enough:
        record = INVALID
    problems = (*misnamed(found, known), *all_quoted(converter.problems, text), *lost_text(tree, found.uri, text))
    written = None if record is INVALID else Written(record, found.uri, text)
    return ReadFile(problems, written, spellings, asked=asked_by(converter, found))


def refused(refusal: Unreadable, found: Found, text: str) -> Problem:
    """The problem that the file `found` with this `text` cannot be read."""
    line, column = (refusal.line, refusal.column) if isinstance(refusal, Misplaced) else (1, 1)
    return quoted(Problem(refusal.code, Place(found.uri, line, column), words=refusal.words), text)


def asked_by(converter: Converter, found: Found) -> tuple[Asked, ...]:
    """For which files `converter` has asked, each once; a tally asks for its station."""
    own = [converter.known.asked(Kind.STATION.folder, found.id)] if found.kind is Kind.TALLY else []
    return tuple(dict.fromkeys([*own, *converter.asked]))


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
    return next(all_quoted((problem,), text))


def all_quoted(problems: Iterable[Problem], text: str) -> Iterator[Problem]:
    """`problems`, each with the line of `text` that it is about."""
    lines = text.split("\n")
    for problem in problems:
        line = problem.place.line - 1
        yield replace(problem, excerpt=lines[line]) if line < len(lines) else problem


def check_rules(shelf: Shelf, rules: tuple[Rule, ...] = RULES) -> None:
    """Note which of `rules` do not hold for the records on `shelf`, unless that was noted when these were read."""
    written = all_written(shelf)
    unasked = AllWritten(one for one in written if one.file not in shelf.scanned)
    for rule in rules:
        shelf.problems += rule(unasked if rule in RULES_OF_ONE_FILE else written)


def check_day(shelf: Shelf, today: date, rules: tuple[DayRule, ...]) -> None:
    """Note which of `rules` do not hold `today` for the records on `shelf`, whenever these were read."""
    written = all_written(shelf)
    for rule in rules:
        shelf.problems += rule(written, today)


def all_written(shelf: Shelf) -> AllWritten:
    """The records on `shelf`, of all kinds."""
    return AllWritten(one for some in shelf.written.values() for one in some)
