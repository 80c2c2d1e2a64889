"""The gate: nothing that identifies a resident leaves the building, and no report quotes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable, veiled
from build_tools.reading.gate.excused import unused
from build_tools.reading.gate.passing import Passing
from build_tools.reading.gate.pictures import read_metadata
from build_tools.reading.gate.rules import NAME_COLUMN, TOLD_BY_PICTURES
from build_tools.reading.gate.scan import scan, scan_name
from build_tools.reading.gate.veil import veil_of, without_name
from build_tools.reading.gate.whole import scan_whole
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from build_tools.reading.folder import Found
    from build_tools.reading.gate.scan import Scanned
    from build_tools.reading.shelf import Shelf

SAME_CAUSE = ("E022", "E045", "E048", "E051", "E052", "E057")
"""What else is said of a value or a key that should not be there at all."""
OF_ALL = ("E042", "E066")
"""What is said of a value because of the number behind it."""
KEYS, NUMBERS = ("E022", NAME_COLUMN), ("E120", "E121", "E122")
"""What is said of a key, and of a number that may be all its value: with the number goes the line."""
BETWEEN = re.compile(r"\s*[:：]\s*[\"'“]?\+?")
"""What stands between a key and its value."""
PICTURES = f"{Kind.PICTURE.path.partition('/')[0]}/"


def check_gate(shelf: Shelf, only: Sequence[Found] | None = None) -> None:
    """Note on `shelf` what gives a resident away in its files, or `only` in some, and veil it in every problem."""
    passing, files = Passing(shelf), shelf.found if only is None else only
    scanned = {one.uri: scanned_in(one.uri, passing) for one in files if passing.has_text(one.uri)}
    told = told_of(files, scanned, passing)
    others, told = without_same(shelf.problems, told), without_same(told, told)
    if only is None and passing.site:
        told += unused(passing.site, frozenset(passing.used), passing.unread)
    shelf.problems = [without_name(one) for one in behind_veils(others, told, scanned)]


def scanned_in(uri: str, passing: Passing) -> list[Scanned]:
    """What is found in the text of one file, without regard to any other; here lies all the work."""
    known = passing.shelf.scanned.get(uri)
    return scan_whole(uri, passing.text(uri)) if known is None else known


def told_of(files: Sequence[Found], scanned: Mapping[str, list[Scanned]], passing: Passing) -> list[Problem]:
    """What may not pass in the texts that were `scanned`, in the names of `files` and in the pictures."""
    told = text_problems([one for readings in scanned.values() for one in readings], passing)
    told += [problem for one in files for problem in name_problems(one.uri, passing)]
    told += [problem for one in passing.shelf.pictures for problem in picture_problems(one.name, one.content, passing)]
    return told


def behind_veils(
    others: Iterable[Problem], told: Iterable[Problem], scanned: Mapping[str, list[Scanned]]
) -> Iterator[Problem]:
    """All problems without what was found where files were `scanned`; what is `told` has it in no word."""
    veils = {file: veil_of(*readings) for file, readings in scanned.items() if readings}
    for one in others:
        yield veils[one.place.file].over(one) if one.place.file in veils else one
    for one in told:
        yield veils[one.place.file].over_line(one) if one.place.file in veils else one


def text_problems(found: Iterable[Scanned], passing: Passing) -> list[Problem]:
    """What the texts hold that may not pass."""
    return [one.problem(hit) for one in found for hit in one.hits if not passing.lets(one, hit)]


def name_problems(uri: str, passing: Passing) -> Iterator[Problem]:
    """What the name of a file tells of somebody."""
    scanned = scan_name(uri, uri.rpartition("/")[2])
    if scanned is None:
        return
    for hit in scanned.hits:
        if not passing.lets(scanned, hit):
            yield Problem(hit.code, Place(uri), words=(("text", veiled(scanned.text[hit.start : hit.end])),))


def picture_problems(name: str, content: bytes, passing: Passing) -> Iterator[Problem]:
    """What a picture tells of somebody besides what it shows."""
    place = Place(PICTURES + name)
    try:
        metadata = read_metadata(content)
    except Unreadable as refusal:
        yield Problem(refusal.code, place)
        return
    if metadata.has_position and not passing.lets_position(place.file):
        yield Problem("E127", place)
    scanned = scan(place.file, metadata.text, TOLD_BY_PICTURES)
    for hit in scanned.hits:
        if not passing.lets(scanned, hit):
            start, end = scanned.origin(hit.start, hit.end)
            yield Problem("E128", place, words=(("text", veiled(metadata.text[start:end])),))


def without_same(problems: Iterable[Problem], told: Iterable[Problem]) -> list[Problem]:
    """`problems` without those that only say in other words what is `told`."""
    lines: dict[tuple[str, int], list[Problem]] = {}
    for one in told:
        if one.severity == "error":
            lines.setdefault((one.place.file, one.place.line), []).append(one)
    return [
        one
        for one in problems
        if not any(is_same(one, other) for other in lines.get((one.place.file, one.place.line), ()))
    ]


def is_same(problem: Problem, told: Problem) -> bool:
    """Whether the signs that `problem` is about are `told` of, or those of the value behind its key.

    What is no telephone may hold more than the mobile.
    """
    first, last = problem.place.column, problem.place.column + problem.width
    start, end = told.place.column, told.place.column + told.width
    if problem.code in KEYS and told.code in NUMBERS and BETWEEN.fullmatch(problem.excerpt[last - 1 : start - 1]):
        return True
    if problem.code in OF_ALL:
        return first < end and start < last
    return problem.code in SAME_CAUSE and start <= first and last <= end
