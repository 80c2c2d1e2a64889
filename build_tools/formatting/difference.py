"""What formatting changes in a file, line by line, for a person to look at."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from build_tools.reports import CONTROLS, masked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.formatting.formatted import Formatted
    from build_tools.wording import Wording

SHOWN = {code: sign for code, sign in CONTROLS.items() if code != ord("\t")}
"""A tab is what it looks like in a terminal, and often what is changed."""


def difference(one: Formatted, file: str, wording: Wording) -> str:
    """A unified diff of `one`, which is called `file` where the command runs; numbers of persons are masked."""
    hunks = list(unified_diff(lines_of(one.before), lines_of(one.after), lineterm=""))[2:]
    notes = [f"\\ {wording.say(key)}" for key in unseen(one)]
    lines = [f"--- {file}", f"+++ {file}", *notes, *hunks]
    return "".join(f"{masked(line).translate(SHOWN)}\n" for line in lines)


def lines_of(text: str) -> list[str]:
    """The lines of `text`."""
    return text.removesuffix("\n").split("\n")


def unseen(one: Formatted) -> Iterator[str]:
    """What is changed that no line shows, as keys of wording."""
    if one.has_mark:
        yield "fmt.mark"
    if one.has_other_ends:
        yield "fmt.line_ends"
    if not one.before.endswith("\n"):
        yield "fmt.last_line"
