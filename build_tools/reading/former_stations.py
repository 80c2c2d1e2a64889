"""What a station's file once said, in today's words, as far as today's reader and gate let it pass."""

from __future__ import annotations

from collections import ChainMap
from typing import TYPE_CHECKING, Final

from build_tools.digest import digest
from build_tools.problems import Unreadable
from build_tools.reading.convert import Converter
from build_tools.reading.diagnosis import tree_of
from build_tools.reading.gate.checking import name_problems, text_problems
from build_tools.reading.gate.passing import Passing
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.known import Known
from build_tools.reading.rules import RULES
from build_tools.reading.terms import spellings_of
from build_tools.reading.text import LARGEST, decoded
from build_tools.reading.tree import read_tree
from build_tools.reading.written import Written
from build_tools.records.files import Kind
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_tools.problems import Problem
    from build_tools.reading.shelf import Shelf


class Refused:
    """Stands for a station of which nobody may tell what its file said, or nobody can."""


REFUSED: Final = Refused()
Once = Station | Refused | None
"""What a file once said; None where there was no file."""


class Anything(frozenset[str]):
    """Every id there may have been: whoever took part in a station may be gone, and what else it said stands."""

    def __contains__(self, _: object) -> bool:
        return True


class FormerStations:
    """Reads what stations' files once said; `vocabularies` are the texts of earlier ones, the latest first."""

    def __init__(self, shelf: Shelf, vocabularies: Sequence[bytes]) -> None:
        self.passing = Passing(shelf)
        self.districts = {one.record.id: one for one in shelf.written[Kind.DISTRICT]}
        self.today = {one.file: one for one in shelf.written[Kind.STATION]}
        self.marks = shelf.fingerprints
        self.known = Known(words_ever(shelf.known.terms, vocabularies), dict.fromkeys(shelf.known.ids, Anything()))
        self.read: dict[tuple[str, bytes], Station | Refused] = {}

    def once(self, file: str, content: bytes | None) -> Once:
        """The station in `file` when that held `content`."""
        if content is None:
            return None
        if (file, content) not in self.read:
            self.read[file, content] = self.station_in(file, content) or REFUSED
        return self.read[file, content]

    def is_of_today(self, file: str, content: bytes, text: str) -> bool:
        """Whether `content`, which is this `text`, still lies in `file`; no text is opened where it is known what was read."""
        mark = self.marks.get(file)
        return file in self.today and (mark == digest(content) if mark else self.today[file].text == text)

    def station_in(self, file: str, content: bytes) -> Station | None:
        """The station in `content`, or None where anything is wrong with that today."""
        try:
            text = decoded(content[: LARGEST + 1])
            if self.is_of_today(file, content, text):
                station: Station = self.today[file].record
                return station
            tree = tree_of(text, (Station,))
        except Unreadable:
            return None
        converter = Converter(file, self.known)
        record = converter.record(Station, tree, id=id_of(file))
        if len(content) > LARGEST or not isinstance(record, Station) or any(map(is_error, converter.problems)):
            return None
        return record if not any(map(is_error, self.problems(Written(record, file, text)))) else None

    def problems(self, one: Written) -> Iterable[Problem]:
        """What is wrong with `one` by itself, and what it would give away."""
        beside = self.districts.get(one.record.district)
        written = [one, beside] if beside else [one]
        yield from (problem for rule in RULES for problem in rule(written) if problem.place.file == one.file)
        yield from text_problems(scan_whole(one.file, one.text), self.passing)
        yield from name_problems(one.file, self.passing)


def is_error(problem: Problem) -> bool:
    """Whether `problem` forbids publishing."""
    return problem.severity == "error"


def id_of(file: str) -> str:
    """The id of the station in `file`."""
    return file.rpartition("/")[2].removesuffix(".yml")


def words_ever(
    terms: Mapping[str, Mapping[str, str]], vocabularies: Iterable[bytes]
) -> Mapping[str, Mapping[str, str]]:
    """List → spelling → code with the spellings of earlier `vocabularies`, where later ones and `terms` say nothing else."""
    ever = [terms, *map(words_in, vocabularies)]
    return {name: dict(ChainMap(*(dict(some.get(name, {})) for some in ever))) for name in terms}


def words_in(content: bytes) -> Mapping[str, Mapping[str, str]]:
    """List → spelling → code in the vocabulary that is `content`; nothing where it cannot be read."""
    try:
        tree = read_tree(decoded(content))
    except Unreadable:
        return {}
    return spellings_of(tree) if tree else {}
