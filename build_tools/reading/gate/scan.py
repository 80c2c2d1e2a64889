"""A text → what may not leave the building, with its place: nothing here knows a file, a record or an exception."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, veiled
from build_tools.reading.gate.fold import Folded, folded
from build_tools.reading.gate.narratives import ISSUE
from build_tools.reading.gate.numbers import RUN
from build_tools.reading.gate.rules import ABOUT_PERSONS, NAME_COLUMN, NARRATIVE, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.reading.gate.rules import Rule

VALUE = re.compile(r"[\"']?[ \t]*[:：][ \t]*([^\n,}|]+)")


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule found; positions count signs of the plain text from 0."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """One text that has been looked through."""

    file: str
    text: str
    plain: Folded
    hits: tuple[Hit, ...]

    def problem(self, hit: Hit) -> Problem:
        """The problem that `hit` is; whoever shows its line must veil it."""
        start, end = self.origin(hit.start, hit.end)
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", first) % (len(self.text) + 1)
        found = self.text[start:end]
        return Problem(
            hit.code,
            Place(self.file, self.line_of(hit), start - first + 1),
            words=(("text", quoted_word(hit.code, found)),),
            excerpt=self.text[first:last],
            width=min(end, last) - start,
        )

    def line_of(self, hit: Hit) -> int:
        """The line of the text on which `hit` begins, from 1."""
        return self.text.count("\n", 0, self.plain.origin(hit.start)) + 1

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the stretch of plain text stands in the text itself."""
        return self.plain.origin(start), self.plain.end(end)

    def secrets(self) -> list[tuple[int, int]]:
        """The stretches of the text that nobody may read in a report, in order."""
        spans = (secret_of(hit, self.plain.text) for hit in self.hits)
        return sorted(self.origin(start, end) for start, end in spans if start < end)

    def spoken(self) -> list[str]:
        """The same stretches in plain signs."""
        spans = (secret_of(hit, self.plain.text) for hit in self.hits)
        return [self.plain.text[start:end] for start, end in spans if start < end]


def scan(file: str, text: str, rules: Sequence[Rule] = RULES) -> Scanned:
    """`text` of `file` with what `rules` find in it."""
    return scan_plain(file, text, folded(text), rules)


def scan_plain(file: str, text: str, plain: Folded, rules: Sequence[Rule] = RULES) -> Scanned:
    """`text` of `file` with what `rules` find in its `plain` signs."""
    hits = [Hit(rule.code, *span) for rule in rules for span in rule.find(plain.text)]
    return Scanned(file, text, plain, tuple(apart(hits, len(plain.text))) if len(hits) > 1 else tuple(hits))


def scan_name(file: str, name: str) -> Scanned | None:
    """The `name` of `file` with what it tells of somebody; None of a few letters, as most are."""
    return None if name.isascii() and not RUN.search(name) else scan(file, name, ABOUT_PERSONS)


def apart(hits: Iterable[Hit], length: int) -> Iterator[Hit]:
    """`hits` in a text of this `length` without those that share signs with an earlier one; stories may hold others."""
    taken = bytearray(length)
    for hit in hits:
        if hit.code == NARRATIVE:
            yield hit
        elif not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            yield hit


def quoted_word(code: str, found: str) -> str:
    """What a message may quote of what was `found`."""
    if code == NAME_COLUMN:
        return found
    if code == NARRATIVE:
        issue = ISSUE.search(found)
        return issue[0] if issue else ""
    return veiled(found)


def secret_of(hit: Hit, plain: str) -> tuple[int, int]:
    """Where the personal part of `hit` stands: of a key for names, the value."""
    if hit.code != NAME_COLUMN:
        return hit.start, hit.end
    value = VALUE.match(plain, hit.end)
    return value.span(1) if value else (hit.end, hit.end)
