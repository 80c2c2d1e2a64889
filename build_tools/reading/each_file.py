"""One file of `content/` → the record in it, or why there is none; and what its own rules and the gate say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_tools.digest import digest
from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.convert import Converter, Enough
from build_tools.reading.diagnosis import tree_of
from build_tools.reading.gate.hints import anything, likely
from build_tools.reading.gate.scan import Scanned
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.invalid import INVALID
from build_tools.reading.known import ANYTHING, Asked, Known
from build_tools.reading.lost_text import lost_text
from build_tools.reading.mistyped import may_be_torn
from build_tools.reading.packing import packed
from build_tools.reading.rules import RULES_OF_ONE_FILE
from build_tools.reading.strays import misnamed, refuse_stray
from build_tools.reading.terms import spellings_of
from build_tools.reading.text import LARGEST, decoded, read_content
from build_tools.reading.texts import OneText, kept_small
from build_tools.reading.translations import languages_in
from build_tools.reading.tree import Misplaced
from build_tools.reading.written import AllWritten, Written
from build_tools.records.files import RECORD_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from build_tools.reading.folder import Found
    from build_tools.reading.gate.hints import Likely

MOST_TOLD = 200
"""Problems of one file: whoever has more has put the wrong file there, and reading on could take minutes."""
MANY = 30
"""Files for which it is worth it to find out first what the gate may find in them."""
RECORDS = tuple(kind.record for kind in RECORD_KINDS if kind.record)


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
    languages: tuple[str, ...] = ()
    """The codes of other languages in which something in it is written."""


def pack_of(known: Known, files: Sequence[Found]) -> tuple[bytes, list[bytes]]:
    """What each of `files` gives, as one process hands it to another, and the fingerprint of what was read."""
    contents = [content_of(found) for found in files]
    expected = likely if len(files) >= MANY else anything
    read = [
        looked_through(read_from(content, found, known), expected)
        for content, found in zip(contents, files, strict=True)
    ]
    return packed(with_texts_apart(read)), [
        b"" if isinstance(content, Unreadable) else digest(content) for content in contents
    ]


def with_texts_apart(read: Sequence[ReadFile]) -> list[ReadFile]:
    """What was `read`, with the texts of all files kept beside it."""
    texts = kept_small(one.written.text if one.written else "" for one in read)
    return [
        replace(one, written=replace(one.written, source=OneText(texts, at))) if one.written else one
        for at, one in enumerate(read)
    ]


def looked_through(one: ReadFile, expected: Callable[[str], Likely]) -> ReadFile:
    """`one` with what the gate finds in its text of what is `expected`, and what its own rules say of it."""
    if one.written is None:
        return one
    alone = AllWritten((one.written,))
    broken = tuple(problem for rule in RULES_OF_ONE_FILE for problem in rule(alone))
    return replace(one, scanned=scan_whole(one.written.file, one.written.text, expected), broken=broken)


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
    lines = tuple(text.split("\n"))
    converter = Converter(found.uri, words, most=MOST_TOLD, source=lines, may_be_torn=may_be_torn(text))
    given = {name: word for name, word in (("year", found.year), ("id", found.id)) if word}
    try:
        record = converter.record(found.kind.record, tree, **given)
    except Enough:
        record = INVALID
    problems = (*misnamed(found, known), *all_quoted(converter.problems, text), *lost_text(tree, found.uri, text))
    written = None if record is INVALID else Written(record, found.uri, text)
    return ReadFile(problems, written, spellings, asked=asked_by(converter, found), languages=languages_in(tree, text))


def refused(refusal: Unreadable, found: Found, text: str) -> Problem:
    """The problem that the file `found` with this `text` cannot be read."""
    line, column = (refusal.line, refusal.column) if isinstance(refusal, Misplaced) else (1, 1)
    return quoted(Problem(refusal.code, Place(found.uri, line, column), words=refusal.words), text)


def asked_by(converter: Converter, found: Found) -> tuple[Asked, ...]:
    """For which files `converter` has asked, each once; a tally asks for its station."""
    own = [converter.known.asked(Kind.STATION.folder, found.id)] if found.kind is Kind.TALLY else []
    return tuple(dict.fromkeys([*own, *converter.asked]))


def quoted(problem: Problem, text: str) -> Problem:
    """`problem` with the line of `text` that it is about."""
    return next(all_quoted((problem,), text))


def all_quoted(problems: Iterable[Problem], text: str) -> Iterator[Problem]:
    """`problems`, each with the line of `text` that it is about."""
    lines = text.split("\n")
    for problem in problems:
        line = problem.place.line - 1
        yield replace(problem, excerpt=lines[line]) if line < len(lines) else problem
