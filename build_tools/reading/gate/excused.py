"""Texts that somebody has reviewed: the gate lets them pass in the file that is named, and where the exception stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.problems import Problem, veiled
from build_tools.reading.convert import Converter
from build_tools.reading.gate.fold import folded
from build_tools.reading.known import Known
from build_tools.reading.tree import Misplaced, Scalar, Sequence, read_tree
from build_tools.reading.written import value_at
from build_tools.records.files import Kind
from build_tools.records.reviewed import Reviewed
from build_tools.records.site import Site

if TYPE_CHECKING:
    from collections.abc import Collection

    from build_tools.reading.gate.scan import Hit, Scanned
    from build_tools.reading.tree import Node
    from build_tools.reading.written import Written

REVIEWED = re.compile(r"^(?:复核例外|reviewed) *:", re.MULTILINE)
POSITION = "GPS"
"""What an exception quotes when a picture may tell where it was taken."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """One reviewed exception, ready to be compared."""

    file: str
    text: str
    """In plain signs."""
    lines: tuple[int, int]
    """Where it stands in `site.yml`."""

    def covers(self, scanned: Scanned, hit: Hit) -> bool:
        """Whether it is for `hit`."""
        return self.file == scanned.file and lies_inside(scanned.plain.text, hit, self.text)

    def quotes(self, scanned: Scanned, hit: Hit) -> bool:
        """Whether `hit` is in the exception itself."""
        first, last = self.lines
        return (
            scanned.file == Kind.SITE.path
            and first <= scanned.line_of(hit) <= last
            and lies_inside(scanned.plain.text, hit, self.text)
        )


def lies_inside(plain: str, hit: Hit, text: str) -> bool:
    """Whether `hit` lies inside an occurrence of `text` in `plain`."""
    if not text:
        return False
    start = plain.find(text, max(0, hit.end - len(text)), hit.start + len(text))
    return -1 < start <= hit.start


def excuses_of(text: str) -> tuple[Excuse, ...]:
    """The exceptions in the `text` of `site.yml`, in their order; one with a mistake does not undo the others."""
    nodes = reviewed_nodes(text) if REVIEWED.search(text) else []
    converter = Converter(Kind.SITE.path, Known({}, {}))
    reviewed = [(converter.record(Reviewed, node), lines_of(node)) for node in nodes]
    return tuple(Excuse(one.file, folded(one.text).text, lines) for one, lines in reviewed if isinstance(one, Reviewed))


def reviewed_nodes(text: str) -> list[Node]:
    """The entries under the key for exceptions; none where the file is no YAML, which stops the build anyway."""
    try:
        tree = read_tree(text)
    except Misplaced:
        return []
    node, _ = value_at(Site, tree, ("reviewed",))
    return node.entries if isinstance(node, Sequence) else [node]


def lines_of(node: Node) -> tuple[int, int]:
    """The first and the last line on which something of `node` begins."""
    if isinstance(node, Scalar):
        return node.line, node.line
    children = node.entries if isinstance(node, Sequence) else [one for pair in node.pairs for one in pair]
    return node.line, max([node.line, *(lines_of(child)[1] for child in children)])


def unread_excuses(text: str) -> str:
    """What stands under the key for exceptions in a `site.yml` that cannot be read; it stops the build anyway."""
    found = REVIEWED.search(text)
    return folded(text[found.end() :]).text if found else ""


def unused(site: Written, used: frozenset[int], unread: Collection[str]) -> list[Problem]:
    """A warning for each exception of `site` whose position is not among those `used`; it may be in a file `unread`."""
    return [
        site.problem("W121", "reviewed", position, "text", text=veiled(one.text), file=one.veiled_file)
        for position, one in enumerate(site.record.reviewed)
        if position not in used and one.file not in unread
    ]
