"""Mending as slowly as one can: a single mistake, then reading the whole file again. What is faster must come to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.formatting.certainty import is_certain
from build_tools.formatting.colons import Mended, is_one_value, wrong_colons
from build_tools.formatting.edits import Lines, end_of_line
from build_tools.formatting.going_on import goes_on
from build_tools.formatting.mending import before_failure
from build_tools.reading.tree import Misplaced

if TYPE_CHECKING:
    from build_tools.formatting.certainty import Read


def repaired_one_by_one(one: Mended, read: Read) -> Mended:
    """`one` with a mistake mended again and again, until nothing more is known to help."""
    following: Mended | None = one
    while following is not None:
        one, following = following, next_mending(following, read)
    return one


def next_mending(one: Mended, read: Read) -> Mended | None:
    """`one` with one more mistake mended; None where there is none that is known."""
    try:
        problems = read(one.text).problems
    except Misplaced as failure:
        return before_failure(one, failure)
    for problem in problems:
        at = Lines(one.text).index(problem.place.line, problem.place.column)
        for found in wrong_colons(one.text, 0, end_of_line(one.text, at)):
            is_told = at in (found.start("colon"), found.start("before"))
            if is_told or (found.start("key") >= at and is_one_value(one.text[at : found.start()])):
                return one.with_keys([found])
    return next_in_braces(one, read)


def next_in_braces(one: Mended, read: Read) -> Mended | None:
    """`one` with the next colon mended of a line in braces where one was, if that is certain."""
    for found in wrong_colons(one.text):
        following = one.with_keys([found])
        line = following.keys[-1].line
        if goes_on(found, line, one.spelled) and is_certain(following, read):
            return following
    return None
