"""A file that cannot be read → what was certainly meant, if that is certain: one mistake after another, from where reading stopped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.formatting.certainty import is_certain
from build_tools.formatting.colons import Mended, is_one_value, wrong_colons
from build_tools.formatting.edits import Lines, end_of_line
from build_tools.formatting.foreseen import mended_together
from build_tools.formatting.going_on import gone_on
from build_tools.formatting.quotes import with_needed_quotes
from build_tools.formatting.same import same_tree
from build_tools.problems import Unreadable
from build_tools.reading.tree import Misplaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.formatting.certainty import Read
    from build_tools.problems import Problem

INDENT = re.compile("^(?:[\u3000\xa0\t][ \u3000\xa0\t]*| +\t[ \t]*)(?=\\S)", re.MULTILINE)
EMPTY = re.compile("^ *[\t\u3000\xa0][ \t\u3000\xa0]*$", re.MULTILINE)
WIDE_WIDTHS, TAB_WIDTHS = (2, 1), (2, 4, 8)
"""How many blanks a full-width space or a tab may stand for."""
MOST = 200
"""Times that a file is read to mend it; once is enough for what stands on lines of their own."""


def mended(text: str, read: Read) -> str:
    """`text` where it can be read, with what could be read otherwise; what was meant where only that can; or `Unreadable`."""
    try:
        is_readable = bool(read(text))
    except Unreadable:
        is_readable = False
    found = [repaired(Mended(one), read) for one in ([text] if is_readable else dict.fromkeys(variants(text)))]
    certain = [one.text for one in found if is_certain(one, read)]
    if certain and all(same_tree(read(certain[0]).tree, read(one).tree) for one in certain[1:]):
        return certain[0]
    read(text)
    return text


def variants(text: str) -> Iterator[str]:
    """`text` with blanks for whatever else it is indented with."""
    for wide in WIDE_WIDTHS:
        for tab in TAB_WIDTHS:
            blanks = str.maketrans({"\t": " " * tab, "\u3000": " " * wide, "\xa0": " "})
            yield INDENT.sub(lambda found, blanks=blanks: found[0].translate(blanks), EMPTY.sub("", text))  # type: ignore[misc]


def repaired(one: Mended, read: Read) -> Mended:
    """`one` mended again and again, until nothing more is known to help; as it is where that takes too long."""
    last, behind = one, 0
    for _ in range(MOST + 1):
        try:
            following = with_told(last, read(last.text).problems) or gone_on(last, read)
        except Misplaced as failure:
            together = mended_together(last, read) if failure.line > behind else None
            following, behind = together or before_failure(last, failure), failure.line
        if following is None:
            return last
        last = following
    return one


def with_told(one: Mended, problems: Iterable[Problem]) -> Mended | None:
    """`one` with the first colon mended of each line that `problems` tell of; None where they tell of none."""
    lines, told = Lines(one.text), dict[int, re.Match[str]]()
    for problem in problems:
        if problem.place.line not in told:
            at = lines.index(problem.place.line, problem.place.column)
            for found in wrong_colons(one.text, lines.starts[problem.place.line - 1], end_of_line(one.text, at)):
                is_told = at in (found.start("colon"), found.start("before"))
                if is_told or (found.start("key") >= at and is_one_value(one.text[at : found.start()])):
                    told.setdefault(problem.place.line, found)
    return one.with_keys(told.values()) if told else None


def before_failure(one: Mended, failure: Misplaced) -> Mended | None:
    """`one` with the last wrong colon before the `failure` mended, or else with quotes that its line needs."""
    at = Lines(one.text + "\n").index(failure.line, failure.column)
    colons = [found for found in wrong_colons(one.text) if found.start("key") <= at]
    if colons:
        return one.with_keys(colons[-1:])
    start, end = Lines(one.text + "\n").index(failure.line, 1), end_of_line(one.text, at)
    line = with_needed_quotes(one.text[start:end])
    return one._replace(text=one.text[:start] + line + one.text[end:]) if line else None
