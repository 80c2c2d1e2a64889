"""An example of every problem, for the staff guide: what was written wrong, and what is right."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.wording import Wording

FOLDER = Path(__file__).parent / "guide" / "messages"
WORDS = FOLDER / "words.json"
"""What the sentences say of the examples that are wrong in their lines: found by reading them, and renewed by a test."""
GROUPS = (
    "lines",
    "keys",
    "values",
    "hours",
    "holidays",
    "names",
    "events",
    "pages",
    "privacy",
    "files",
    "calendar",
    "places",
    "languages",
    "figures",
    "tallies",
    "counts",
)
"""Files of `guide/messages/`, what staff meet most often first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One problem and how it comes about."""

    code: str
    when: str = ""
    """When it comes, in Chinese, where lines do not tell."""
    file: str = ""
    """Where `wrong` stands: in `content/`, or in `private/`."""
    wrong: str = ""
    """The fewest lines, which stand in place of the same keys of a file without fault."""
    right: str = ""
    """What to write instead; nothing where they are to be deleted."""
    instead: str = ""
    """The right name of the file, where that is the fault."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Lines of other files, without which nothing would be wrong."""
    pictures: tuple[str, ...] = ()
    """Pictures that are there."""
    words: Mapping[str, str]
    """Fill its sentences."""

    def sentences(self, wording: Wording) -> tuple[str, str]:
        """Its message and its cure; a word that it does not know stays a name in braces, and a test says so."""
        texts, words = wording.texts, Filling(self.words)
        near = texts.get(f"{self.code}.cure_near") if self.words.get("near") else None
        cure = near or texts.get(f"{self.code}.cure", "")
        return texts.get(f"{self.code}.message", "").format_map(words), cure.format_map(words)


class Filling(dict[str, str]):
    """Words for the placeholders of a sentence; one that is missing shows its name."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class Group:
    """Examples of one subject."""

    name: str
    title: str
    examples: tuple[Example, ...]


def all_groups() -> tuple[Group, ...]:
    """Every example, by subject."""
    found = json.loads(WORDS.read_text(encoding="utf-8"))
    return tuple(group_of(name, found) for name in GROUPS)


def group_of(name: str, found: Mapping[str, Mapping[str, str]]) -> Group:
    """The examples of the file `name`, with the words that were `found` for them."""
    told = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    title = told.pop("title")
    return Group(name, title, tuple(example_of(code, keys, found) for code, keys in told.items()))


def example_of(code: str, keys: dict[str, object], found: Mapping[str, Mapping[str, str]]) -> Example:
    """The example of `code` as its file's `keys` tell it."""
    return Example(**{"code": code, "words": found.get(code, {}), **keys})  # type: ignore[arg-type]
