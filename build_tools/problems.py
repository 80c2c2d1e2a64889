"""What is wrong with the content, as values: where it is, which kind it is, and the words that fill its message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG_NUMBER = re.compile(r"\+?\d(?:[ -]?\d){9,}[ -]?[\dXxＸｘ]")
"""A mobile's, a bank card's or an identity number, grouped or not."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of `content/`; lines and columns count characters from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of an editor. Its sentences live in `locale/` under `<code>.message` and `<code>.cure`."""

    code: str
    """Stable: `E…` stops a build, `W…` does not."""
    place: Place
    path: str = ""
    """The keys as written, with list positions from 1: `服务[2].时间`."""
    words: tuple[tuple[str, str], ...] = ()
    """Fill the placeholders of message and cure."""
    excerpt: str = ""
    """The line of the file at `place`, or nothing where no line can be shown."""
    width: int = 1
    """How many characters of the excerpt are meant."""

    @property
    def severity(self) -> str:
        """`error` or `warning`."""
        return "error" if self.code.startswith("E") else "warning"


class Unreadable(ValueError):
    """A value that cannot be what it should be; the reader turns it into a `Problem` by adding the place."""

    def __init__(self, code: str, at: int | None = None, /, **words: object) -> None:
        super().__init__(f"{code} {words}")
        self.code = code
        self.at = at
        """Where in the value the word `text` stands, from 0, when that is known."""
        self.words = tuple((name, str(word)) for name, word in words.items())


def veiled(text: str) -> str:
    """`text` with stars, as long as before: its first sign stays, of a long number three signs and the last four."""
    first, last = (3, 4) if LONG_NUMBER.fullmatch(text) else (1, 0)
    stars = "*" * (len(text) - first - last)
    return text[:first] + stars + text[len(text) - last :]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything in `problems` forbids publishing."""
    return any(problem.severity == "error" for problem in problems)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """`problems` sorted by place, then by all that is said of them, each once."""
    return tuple(sorted(set(problems), key=lambda one: (one.place, one.code, one.path, one.words)))
