"""Colons after known keys, and commas before them, as YAML wants them: `面积：45`, `面积:45`, `{种类：磨刀，费用：免费}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from build_tools.formatting.edits import Edit, Lines, edited
from build_tools.reading.diagnosis import spellings_in
from build_tools.reading.each_file import RECORDS
from build_tools.reading.translations import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = r"[^\s:：#\"'\[\]{},，、；;]{1,20}"
BLANK = "[ \t\u3000\xa0]*"
COLON = re.compile(
    rf"(?P<head>^ *(?:- +)*|[{{,，、；;] *)(?P<key>{WORD})(?P<before>{BLANK})(?P<colon>[:：])(?P<after>{BLANK})(?=\S|$)",
    re.MULTILINE,
)
"""At the beginning of a line, or inside braces."""
PARTING = re.compile("[，、；;] *")
YAML_SIGNS = re.compile(r"[,\[\]{}]")


class MendedKey(NamedTuple):
    """A key whose colon was mended."""

    line: int
    """From 1."""
    text: str
    was_parted: bool
    """Whether a Chinese comma stood before it."""


class Mended(NamedTuple):
    """A text, and the keys whose colon was mended in it."""

    text: str
    keys: tuple[MendedKey, ...] = ()

    @property
    def spelled(self) -> set[tuple[int, str]]:
        """Line and spelling of each of its keys."""
        return {(key.line, key.text) for key in self.keys}

    def with_keys(self, found: Iterable[re.Match[str]]) -> Mended:
        """The same with each wrong colon that was `found`, and what is before its key, as YAML wants it."""
        some, lines = list(found), Lines(self.text)
        keys = (MendedKey(lines.line(one.start("key")) + 1, one["key"], was_parted(one)) for one in some)
        return Mended(edited(self.text, map(as_wanted, some)), (*self.keys, *keys))


def wrong_colons(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Each known key that YAML would not take for one, where a key may stand, in the lines of `text` between both places."""
    for found in COLON.finditer(text, start, len(text) if end is None else end):
        if found["key"].partition(MARK)[0] in known_keys() and may_be_key(found) and is_wrong(found):
            yield found


def as_wanted(found: re.Match[str]) -> Edit:
    """What YAML wants where the wrong colon was `found`."""
    is_last = found.string[found.end() : found.end() + 1] in ("", "\n")
    head = ", " if was_parted(found) else found["head"]
    return Edit(found.start(), found.end(), f"{head}{found['key']}:{'' if is_last else ' '}")


def was_parted(found: re.Match[str]) -> bool:
    """Whether a Chinese comma stands before the key that was `found`."""
    return bool(PARTING.fullmatch(found["head"]))


def known_keys() -> frozenset[str]:
    """Every key that may stand in any file."""
    return spellings_in(RECORDS)


def may_be_key(found: re.Match[str]) -> bool:
    """Whether a line begins with what was `found`, or a brace stands open before it on its line."""
    before = found.string[found.string.rfind("\n", 0, found.start("key")) + 1 : found.start("key")]
    return before.strip(" -") == "" or before.count("{") > before.count("}")


def is_wrong(found: re.Match[str]) -> bool:
    """Whether the colon that was `found`, or what stands before its key, is not YAML's."""
    is_last = found.string[found.end() : found.end() + 1] in ("", "\n")
    is_separated = found["after"].strip("\u3000\xa0") == found["after"] and (is_last or found["after"] != "")
    is_yaml = found["colon"] == ":" and is_separated and not found["before"].strip(" ")
    return not is_yaml or was_parted(found)


def is_one_value(text: str) -> bool:
    """Whether `text` goes on within one value in brackets."""
    return not YAML_SIGNS.search(text)
