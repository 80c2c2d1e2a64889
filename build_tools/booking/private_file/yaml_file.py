"""A YAML file with a list of rows under 记录 → rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from build_tools.booking.private_file.gathered import MOST_PROBLEMS
from build_tools.booking.private_file.headings import impersonal, trimmed
from build_tools.booking.private_file.rows import ROWS, Row
from build_tools.problems import Place, Problem
from build_tools.reading.diagnosis import spellings_in, tree_of
from build_tools.reading.invalid import INVALID
from build_tools.reading.text import decoded, read_content
from build_tools.reading.tree import Mapping, Misplaced, Node, Scalar, Sequence, misplaced
from build_tools.reading.written import value_at
from build_tools.records.key import Key
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.booking.private_file.gathered import Gathered
    from build_tools.reading.where import Where

LARGEST = 20_000_000
"""Bytes; more rows than that fit better into a spreadsheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The whole file."""

    rows: Annotated[tuple[Row, ...], Key(ROWS[0], "每个驿站、每类办件、每个月一条", example="[]", english=ROWS[1])]


COLON = re.compile(rf"[{{,]\s*({'|'.join(sorted(spellings_in((Listed,))))})(：|:(?=\S))")
"""A key inside braces with a full-width colon, or without a blank; elsewhere such keys cannot be read at all."""


def read_yaml(path: Path, gathered: Gathered) -> None:
    """Put the rows of the file at `path` into `gathered`, or `Unreadable`."""
    text = decoded(read_content(path, LARGEST))
    try:
        tree = tree_of(text, (Listed,))
    except Misplaced as failure:
        place = Place(gathered.file, failure.line, failure.column)
        gathered.problems.append(Problem(failure.code, place, words=failure.words))
    else:
        read_list(tree, gathered)
        gathered.problems = better_told(text, gathered.problems)
    gathered.problems = quoted(gathered.problems, text.split("\n"))


def better_told(text: str, problems: list[Problem]) -> list[Problem]:
    """`problems` of `text`, or the colons that hide a key and lead to the others; a resident's line stays told."""
    missing = next((problem for problem in problems if problem.code == "E023"), None)
    hiding = swallowed(text, missing.place.file) if missing else []
    return [*(problem for problem in problems if problem.code == "E152"), *hiding] if hiding else problems


def swallowed(text: str, file: str) -> list[Problem]:
    """A problem for each key in `text` that YAML takes for part of a text, because of its colon."""
    found = ((one.start(2), "E074" if one[2] == "：" else "E075", one[1]) for one in COLON.finditer(text))
    failures = (misplaced(text, start, code, key=key) for start, code, key in islice(found, MOST_PROBLEMS))
    return [Problem(one.code, Place(file, one.line, one.column), words=one.words) for one in failures]


def quoted(problems: list[Problem], lines: list[str]) -> list[Problem]:
    """`problems` with the lines they are about, except where a line tells of a resident."""
    private = {problem.place.line for problem in problems if problem.code == "E152"}
    return [
        problem if problem.place.line in private else replace(problem, excerpt=lines[problem.place.line - 1])
        for problem in problems
    ]


def read_list(tree: Node, gathered: Gathered) -> None:
    """Put the rows that `tree` lists into `gathered`."""
    if not isinstance(tree, Mapping):
        gathered.note("E024", tree, "", keys=ROWS[0])
        return
    written = gathered.keys(form_of(Listed), tree, "")
    if not written:
        gathered.note("E023", tree, "", key=ROWS[0], example="[]")
    for _, node, path, _ in written.values():
        for position, entry in enumerate(entries(node, path, gathered), start=1):
            read_entry(entry, (path, position), gathered)
            if gathered.full:
                return


def entries(node: Node, path: Where, gathered: Gathered) -> list[Node]:
    """What `node` lists; none, and a problem, when it lists nothing."""
    if isinstance(node, Sequence) and node.entries:
        return node.entries
    empty = isinstance(node, Sequence) or (isinstance(node, Scalar) and not node.text.strip())
    gathered.note("E027" if empty else "E025", node, path, key=ROWS[0])
    return []


def read_entry(node: Node, path: Where, gathered: Gathered) -> None:
    """Put the row written as `node` into `gathered`."""
    if isinstance(node, Mapping):
        node = Mapping(impersonal(filled(node), path, gathered), node.line, node.column)
        if not node.pairs:
            return
    row = gathered.record(Row, node, path, line=node.line)
    if row is INVALID:
        return
    for fault in gathered.add(row):
        value, spelled = value_at(Row, node, (fault.name,))
        gathered.broken(fault, value, (path, spelled))


def filled(node: Mapping) -> list[tuple[Scalar, Node]]:
    """The keys of `node` under which something stands, trimmed as a spreadsheet's headings are."""
    return [
        (replace(key, text=trimmed(key.text)), value)
        for key, value in node.pairs
        if not isinstance(value, Scalar) or value.text.strip()
    ]
