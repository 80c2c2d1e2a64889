"""How a record's field says what it is: its Chinese label and meaning stand in the annotation, once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, NewType


@dataclass(frozen=True, slots=True)
class Key:
    """The declaration of one YAML key; the field's own name is its English spelling, unless another is given."""

    label: str
    meaning: str
    """One Chinese sentence for the staff guide and for editors' completion."""
    example: str = ""
    minimum: int | None = None
    maximum: int | None = None
    english: str = ""
    """For a word that a field cannot be named by, such as `from`."""
    empty: bool = False
    """Whether an empty list may be written: `[]`."""
    fixed: bool = False
    """Whether it is the same in every language: a code, not words."""


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a text that must be a code or label of this list in `vocabulary.yml`; the record holds the code."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text that must be the id of a file in this folder of `content/`."""

    folder: str


@dataclass(frozen=True, slots=True)
class ContentPath:
    """Marks a text that must be the path of a file inside `content/`."""


@dataclass(frozen=True, slots=True)
class KeyedBy:
    """Marks a list of records written as keys and records: each key is what this field of its record holds."""

    field: str


@dataclass(frozen=True, slots=True)
class PublicPlace:
    """Marks a text that says where the public may come: its house and room are nobody's home."""


class Unknown(Enum):
    """`未知`: somebody has looked and it is not known. Shown as 待核实; never “no”, never 0."""

    UNKNOWN = "未知"


UNKNOWN: Final = Unknown.UNKNOWN
UNKNOWN_WORDS = ("未知", "unknown")
YES_WORDS = ("是", "yes", "true")
NO_WORDS = ("否", "no", "false")

FreeText = NewType("FreeText", str)
"""Several paragraphs in a small Markdown subset; anything else is one line of plain text."""


class Choice(Enum):
    """One of a few words. Each member is `(English code, Chinese label)`; either may be written."""

    def __init__(self, code: str, label: str) -> None:
        self.code = code
        self.label = label
        """Also what residents read."""
