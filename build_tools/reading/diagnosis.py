"""Mistakes of single characters, told by their look: YAML itself would complain elsewhere, and in other words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_tools.reading.tree import Misplaced, misplaced, read_tree
from build_tools.records.shapes import form_of, is_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.reading.tree import Node

CONFLICT = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)
WRONG_SPACE = re.compile("^[\u3000\xa0]+(?=\\S)", re.MULTILINE)
"""At the very start of a line: further in, it may be the first line of a paragraph."""
TAB = re.compile(r"^ *\t", re.MULTILINE)
COLON = re.compile(r"^ *(?:- *)?([^\s:：#\"'\[{]{1,20})(：|:(?=\S))", re.MULTILINE)


def tree_of(text: str, records: tuple[type, ...]) -> Node:
    """The tree in `text`, a file of one of `records`, or `Misplaced` with the best reason why there is none."""
    try:
        refuse_lookalikes(text)
        tree = read_tree(text)
    except Misplaced as failure:
        raise diagnosed(text, failure, records) from None
    if tree is None:
        raise Misplaced("E003", 1, 1)
    return tree


def refuse_lookalikes(text: str) -> None:
    """Raise `Misplaced` for what cannot be meant, wherever it stands in `text`."""
    for pattern, code in ((CONFLICT, "E071"), (WRONG_SPACE, "E072")):
        if found := pattern.search(text):
            raise misplaced(text, found.start(), code)


def diagnosed(text: str, failure: Misplaced, records: tuple[type, ...]) -> Misplaced:
    """A better reason why `text` could not be read, if one of the lines before the `failure` shows it."""
    if failure.code != "E011":
        return failure
    end = sum(len(line) + 1 for line in text.split("\n")[: failure.line])
    for found in reversed(list(TAB.finditer(text, 0, end))):
        return misplaced(text, found.end() - 1, "E073")
    for found in reversed(list(COLON.finditer(text, 0, end))):
        if found[1] in spellings_in(records):
            return misplaced(text, found.start(2), "E074" if found[2] == "：" else "E075", key=found[1])
    return failure


@cache
def spellings_in(records: tuple[type, ...]) -> frozenset[str]:
    """Every key that may stand anywhere in files of these `records`."""
    return frozenset(spelling for record in records for spelling in spellings(record))


def spellings(record: type) -> Iterator[str]:
    """Every key of `record` and of the records inside it."""
    form = form_of(record)
    yield from form.by_spelling
    for field in form.fields:
        base = field.shape.many.base if field.shape.many else field.shape.base
        if is_record(base):
            yield from spellings(base)
