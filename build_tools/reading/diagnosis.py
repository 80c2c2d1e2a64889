"""Mistakes of single characters, told by their look: YAML itself would complain elsewhere, and in other words."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from build_tools.reading.causes import CAUSES, COLONS, QUOTED_WORDS, WHOLE_LINES, Cause
from build_tools.reading.glued_dashes import glued_dash, to_paste
from build_tools.reading.indents import misaligned, unindented
from build_tools.reading.nearby import LINES_BACK
from build_tools.reading.repairs import first_difference, reach
from build_tools.reading.tree import Misplaced, Scalar, misplaced, read_tree
from build_tools.records.shapes import form_of, is_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.reading.tree import Node
    from build_tools.records.shapes import Form

CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
WRONG_SPACE = re.compile("^[\u3000\xa0][\u3000\xa0 \t]*(?=\\S)", re.MULTILINE)
"""At the very start of a line: further in, it may be the first line of a paragraph."""
LOOKALIKES = (
    (("<" * 7, "=" * 7, ">" * 7, "|" * 7), CONFLICT, "E071"),
    (("\u3000", "\xa0"), WRONG_SPACE, "E072"),
)
"""Signs of which one is there where the pattern is found, and the problem that it is."""
WRONG_INDENT = re.compile("^[ \t]*[\u3000\xa0]")
TAB = re.compile(r"^ *\t", re.MULTILINE)
ENDED = re.compile(r"^\.\.\.(?: .*)?\n\s*$", re.MULTILINE)
"""The end of a YAML document, and nothing behind it yet."""
COLON_AT = re.compile("[：:]")
FIRST_KEY = re.compile(r"[^:]*?([^\s:{,]+):")
LAST_WORD = re.compile(r"[\s{,]")
AT_KEYS = ("E235", "E236")
"""Causes that stand right behind a key."""
LONGEST = 100_000
"""Characters of a file that is read again and again to find the cause; a station with everything has under 10,000."""


def tree_of(text: str, records: tuple[type, ...]) -> Node:
    """The tree in `text`, a file of one of `records`, or `Misplaced` with the best reason why there is none."""
    try:
        return plain_tree_of(text, records)
    except Misplaced as failure:
        raise diagnosed(text, failure, records) from None


def plain_tree_of(text: str, records: tuple[type, ...]) -> Node:
    """The same, or `Misplaced` where reading stops, which may be far behind the reason."""
    refuse_lookalikes(text)
    tree = read_tree(text)
    if tree is None:
        raise Misplaced("E003", 1, 1)
    if isinstance(tree, Scalar):
        refuse_sentence(text, tree, spellings_in(records))
    return tree


def refuse_lookalikes(text: str) -> None:
    """Raise `Misplaced` for what cannot be meant, wherever it stands in `text`."""
    for signs, pattern, code in LOOKALIKES:
        # whether signs are there is found out in a tenth of the time
        if any(map(text.__contains__, signs)) and (found := pattern.search(text)):
            raise misplaced(text, found.start(), code)


def refuse_sentence(text: str, tree: Scalar, keys: frozenset[str]) -> None:
    """Raise `Misplaced` for a `text` that is no keys and values because of the colon behind its first key."""
    line = text.split("\n")[tree.line - 1]
    repaired = COLONS.repair(line, keys)
    if repaired != line:
        raise blamed(tree.line, COLONS, line, repaired)


def diagnosed(text: str, failure: Misplaced, records: tuple[type, ...]) -> Misplaced:
    """A better reason why `text`, of one of `records`, could not be read, if a line before the `failure` shows it."""
    if failure.code not in ("E011", "E113"):
        return failure
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: failure.line - 1])
    if ended := ENDED.search(text, 0, before):
        return misplaced(text, ended.start(), "E014")
    for line in range(failure.line, max(0, failure.line - 2), -1):
        if found := WRONG_INDENT.match(lines[line - 1]):
            return Misplaced("E072", line, found.end())
    if len(text) <= LONGEST:
        for cause in CAUSES:
            if reason := cured(text, failure, spellings_in(records), cause):
                return reason
    end = before + len(lines[failure.line - 1])
    for found in reversed(list(TAB.finditer(text, 0, end))):
        return misplaced(text, found.end() - 1, "E073")
    return indented_otherwise(lines, failure, records) if len(text) <= LONGEST else failure


def indented_otherwise(lines: list[str], failure: Misplaced, records: tuple[type, ...]) -> Misplaced:
    """The line that should be further in or out, if the `failure` is because of one."""
    if failure.code != "E011":
        return failure
    keys, forms = spellings_in(records), forms_in(records)
    return (
        glued_dash(lines, failure)
        or unindented(lines, failure, keys)
        or misaligned(lines, failure, records, forms)
        or failure
    )


def cured(text: str, failure: Misplaced, keys: frozenset[str], cause: Cause) -> Misplaced | None:
    """Where the `cause` of the `failure` stands, if reading gets further without it: on one line, or on all since."""
    lines = text.split("\n")
    repaired = list(lines)
    for at in range(failure.line - 1, max(0, failure.line - LINES_BACK) - 1, -1):
        repaired[at] = cause.repair(lines[at], keys)
        alone = [*lines[:at], repaired[at], *lines[at + 1 :]]
        if repaired[at] != lines[at] and any(reach("\n".join(one)) > failure.line for one in (alone, repaired)):
            return blamed(at + 1, cause, lines[at], changed_from(at, lines, repaired))
    return None


def changed_from(at: int, lines: list[str], repaired: list[str]) -> str:
    """The `repaired` lines from `at` until one is as in `lines`."""
    pairs = zip(lines[at:], repaired[at:], strict=True)
    return "\n".join(after for _, after in takewhile(lambda pair: pair[0] != pair[1], pairs))


def blamed(line: int, cause: Cause, old: str, new: str) -> Misplaced:
    """The `cause` where the `old` line begins to differ from the `new` one, or lines."""
    at = first_difference(old, new)
    if cause is COLONS:
        colon = COLON_AT.search(old, max(0, at - 1))
        at = colon.start() if colon else at
        code = "E075" if old[at] == ":" else "E074"
        return Misplaced(code, line, at + 1, key=LAST_WORD.split(old[:at].rstrip())[-1])
    words = {"sign": old[at : at + 1], "right": new[at : at + 1]}
    if cause.code == "E114":
        words["right"] = new[at:].partition(":")[0] + ":"
    if cause.code in AT_KEYS and (found := FIRST_KEY.match(new, max(0, old.rfind(",", 0, at)))):
        words["key"] = found[1]
    if cause.code in WHOLE_LINES or cause is QUOTED_WORDS:
        words["rewritten"] = to_paste(new.split("\n"), old) if cause.code == "E119" else new.lstrip()
    return Misplaced(cause.code, line, at if cause.code == "E119" else at + 1, **words)


@cache
def spellings_in(records: tuple[type, ...]) -> frozenset[str]:
    """Every key that may stand anywhere in files of these `records`."""
    return frozenset(spelling for form in forms_in(records) for spelling in form.by_spelling)


@cache
def forms_in(records: tuple[type, ...]) -> tuple[Form, ...]:
    """The forms of these `records` and of the records inside them."""
    return tuple({id(form): form for record in records for form in forms(record)}.values())


def forms(record: type) -> Iterator[Form]:
    """The form of `record` and of the records inside it."""
    form = form_of(record)
    yield form
    for field in form.fields:
        base = field.shape.many.base if field.shape.many else field.shape.base
        if is_record(base):
            yield from forms(base)
