"""The files of `content/` that one command needs, read one after another, with every problem they have."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from build_tools.digest import digest
from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.each_file import ReadFile, pack_of, read_file
from build_tools.reading.known import Known
from build_tools.reading.refused import refused_for
from build_tools.reading.rules import RULES, RULES_OF_ONE_FILE, Rule
from build_tools.reading.text import LARGEST_PICTURE, read_content
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
    from build_tools.reading.gate.scan import Scanned
    from build_tools.records.sketch import Sketch


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
        self.languages: dict[str, tuple[str, ...]] = {}
        """The other languages in which something is written, by the files in which it is."""

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
    read = read_by(crew, earlier, shelf, files) if earlier else read_now(shelf, files)
    for found, one in zip(files, read, strict=True):
        shelf.problems += one.problems
        if one.spellings:
            shelf.known = replace(shelf.known, terms=one.spellings)
        if one.written:
            shelf.written[found.kind].append(one.written)
            shelf.problems += one.broken
            if one.languages:
                shelf.languages[one.written.file] = one.languages
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


def read_pictures(shelf: Shelf) -> None:
    """Put the pictures on `shelf`."""
    for found in shelf.of(Kind.PICTURE):
        try:
            content = read_content(found.path, LARGEST_PICTURE)
            shelf.pictures.append(Picture(name=found.path.name, content=content))
        except Unreadable as refusal:
            shelf.problems.append(Problem(refusal.code, Place(found.uri), words=refusal.words))


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
