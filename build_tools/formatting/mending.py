"""A file that cannot be read → what was certainly meant, if that is certain: one mistake after another, from where reading stopped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from build_tools.formatting.colons import WORD, MendedKey, is_one_value, with_colon, wrong_colons
from build_tools.formatting.edits import Lines
from build_tools.formatting.layout import layout_of
from build_tools.formatting.quotes import with_needed_quotes
from build_tools.formatting.same import same_tree
from build_tools.problems import Unreadable
from build_tools.reading.closely import is_words
from build_tools.reading.round_trip import Sign, UnknownPiecesError
from build_tools.reading.tree import Mapping, Misplaced, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.reading.closely import FileRead

    Read = Callable[[str], FileRead]

INDENT = re.compile("^(?:[\u3000\xa0\t][ \u3000\xa0\t]*| +\t[ \t]*)(?=\\S)", re.MULTILINE)
EMPTY = re.compile("^ *[\t\u3000\xa0][ \t\u3000\xa0]*$", re.MULTILINE)
WIDE_WIDTHS, TAB_WIDTHS = (2, 1), (2, 4, 8)
"""How many blanks a full-width space or a tab may stand for."""
KEY_IN_BRACES = re.compile(rf"[{{,] ?({WORD}): ")
MOST = 200
"""Mistakes to mend in one file; each is found by reading it once more."""
ABOUT_KEYS = ("E021", "E022")
"""A key twice, and a key that nobody knows."""


class Mended(NamedTuple):
    """A text, and the keys whose colon was mended in it."""

    text: str
    keys: tuple[MendedKey, ...] = ()

    @property
    def spelled(self) -> set[tuple[int, str]]:
        """Line and spelling of each of its keys."""
        return {(key.line, key.text) for key in self.keys}


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
    """`one` with a mistake mended again and again, until nothing more is known to help; as it is after too many."""
    last = one
    for _ in range(MOST + 1):
        following = next_mending(last, read)
        if following is None:
            return last
        last = following
    return one


def next_mending(one: Mended, read: Read) -> Mended | None:
    """`one` with one more mistake mended; None where there is none that is known."""
    try:
        problems = read(one.text).problems
    except Misplaced as failure:
        return before_failure(one, failure)
    for problem in problems:
        at = Lines(one.text).index(problem.place.line, problem.place.column)
        for found in wrong_colons(one.text[: end_of_line(one.text, at)]):
            is_told = at in (found.start("colon"), found.start("before"))
            if is_told or (found.start("key") >= at and is_one_value(one.text[at : found.start()])):
                return with_key(one, found)
    return going_on(one, read)


def going_on(one: Mended, read: Read) -> Mended | None:
    """`one` with the next colon mended of a line in braces where one was: `{种类: 磨刀, 费用: 免费，时间：周三}`."""
    for found in wrong_colons(one.text):
        line, written = line_before(one.text, found.start())
        keys = list(KEY_IN_BRACES.finditer(written))
        if keys and (line, keys[-1][1]) in one.spelled and is_one_value(written[keys[-1].end() :]):
            following = with_key(one, found)
            if is_certain(following, read):
                return following
    return None


def line_before(text: str, at: int) -> tuple[int, str]:
    """The number of the line, from 1, that the character `at` stands in, and what stands there before it."""
    return text.count("\n", 0, at) + 1, text[text.rfind("\n", 0, at) + 1 : at]


def before_failure(one: Mended, failure: Misplaced) -> Mended | None:
    """`one` with the last wrong colon before the `failure` mended, or else with quotes that its line needs."""
    at = Lines(one.text + "\n").index(failure.line, failure.column)
    colons = [found for found in wrong_colons(one.text) if found.start("key") <= at]
    if colons:
        return with_key(one, colons[-1])
    start, end = Lines(one.text + "\n").index(failure.line, 1), end_of_line(one.text, at)
    line = with_needed_quotes(one.text[start:end])
    return one._replace(text=one.text[:start] + line + one.text[end:]) if line else None


def with_key(one: Mended, found: re.Match[str]) -> Mended:
    """`one` with the wrong colon that was `found` mended."""
    text, key = with_colon(one.text, found)
    return Mended(text, (*one.keys, key))


def end_of_line(text: str, at: int) -> int:
    """Where the line ends that the character at `at` stands in."""
    return (text + "\n").index("\n", at)


def is_certain(one: Mended, read: Read) -> bool:
    """Whether `one` can be read, each mended key is a field there, none is one too many, and none was words before."""
    try:
        result = read(one.text)
        may_be_more = bool(one.keys) and any(lines_that_go_on(one.text))
    except (Unreadable, UnknownPiecesError):
        return False
    wrong = {
        (problem.place.line, dict(problem.words).get("key"))
        for problem in result.problems
        if problem.code in ABOUT_KEYS
    }
    words = {id(value.node) for value in result.values if is_words(value.shape)}
    was_parted = {(key.line, key.text): key.was_parted for key in one.keys}
    certain = set()
    for before, (key, _) in pairs_of(result.tree):
        spelled = (key.line, key.text)
        if not (was_parted.get(spelled) and may_go_on(before, words, one)):
            certain.add(spelled)
    return not may_be_more and one.spelled <= (certain & result.keys) - wrong


def lines_that_go_on(text: str) -> Iterator[bool]:
    """For each line of `text` with a key and a wrong colon whether it goes on with the text of the line before."""
    texts = [piece for piece in layout_of(text).seen if piece.sign is Sign.TEXT and not piece.style]
    for found in wrong_colons(text):
        yield any(
            piece.start < found.start() and found.end() <= piece.end
            for piece in texts
            if "\n" in text[piece.start : piece.end]
        )


def may_go_on(before: tuple[Scalar, Node] | None, words: set[int], one: Mended) -> bool:
    """Whether what follows the pair `before` may have been more of its words; not where its own colon was mended, too."""
    return before is None or (id(before[1]) in words and (before[0].line, before[0].text) not in one.spelled)


def pairs_of(tree: Node) -> Iterator[tuple[tuple[Scalar, Node] | None, tuple[Scalar, Node]]]:
    """Every key in `tree` with its value, and those before it in the same mapping."""
    if isinstance(tree, Mapping):
        for before, pair in zip([None, *tree.pairs], tree.pairs, strict=False):
            yield before, pair
            yield from pairs_of(pair[1])
    elif isinstance(tree, Sequence):
        for entry in tree.entries:
            yield from pairs_of(entry)
