"""Aliases: what a file was called before, so that its old address goes on leading to it."""

from __future__ import annotations

import re
from typing import Annotated, Protocol, Self

from build_tools.problems import Unreadable
from build_tools.records.key import Key

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
LONGEST_ID = 60


def is_identifier(text: str) -> bool:
    """Whether a file may be named `text`: it becomes part of an address."""
    return bool(IDENTIFIER.fullmatch(text)) and len(text) <= LONGEST_ID


class Named(Protocol):
    """A record that may once have had another id."""

    @property
    def id(self) -> str:
        """Its file's name."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What that was before, the oldest first."""


def oldest_id(record: Named) -> str:
    """The first id that `record` had: what programs outside know it by never changes."""
    return record.aliases[0] if record.aliases else record.id


class Alias(str):
    """An id that a file had and has no more."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """`text` itself when a file may be named so."""
        if not is_identifier(text):
            raise Unreadable("E220", text=text)
        return cls(text)


Aliases = Annotated[
    tuple[Alias, ...],
    Key("曾用编号", "这个文件以前的编号，最早的写在最前；旧网址会指到这一页", example="[hongse]"),
]
"""The oldest comes first."""
