"""What is proved of a mended text: that it can be read, that each mended key is one there, and that none was words before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.formatting.colons import wrong_colons
from build_tools.formatting.edits import end_of_line
from build_tools.formatting.layout import layout_of
from build_tools.problems import Unreadable
from build_tools.reading.closely import is_words
from build_tools.reading.round_trip import Sign, UnknownPiecesError
from build_tools.reading.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Set

    from build_tools.formatting.colons import Mended
    from build_tools.reading.closely import FileRead

    Read = Callable[[str], FileRead]

ABOUT_KEYS = ("E021", "E022")
"""A key twice, and a key that nobody knows."""


def is_certain(one: Mended, read: Read) -> bool:
    """Whether `one` can be read, each mended key is a field there, none is one too many, and none was words before."""
    return doubtful(one, read) == set()


def doubtful(one: Mended, read: Read) -> Set[int] | None:
    """The lines of `one`, from 1, on which that is not certain; None where it cannot be read at all."""
    try:
        result = read(one.text)
        may_be_more = set(lines_that_go_on(one.text)) if one.keys else set()
    except (Unreadable, UnknownPiecesError):
        return None
    wrong = {
        (problem.place.line, dict(problem.words).get("key"))
        for problem in result.problems
        if problem.code in ABOUT_KEYS
    }
    certain = (apart_from_words(one, result) & result.keys) - wrong
    return may_be_more | {line for line, _ in one.spelled - certain}


def apart_from_words(one: Mended, result: FileRead) -> set[tuple[int, str]]:
    """Line and spelling of each key in what was read of `one` that cannot have been more of the words before it."""
    words = {id(value.node) for value in result.values if is_words(value.shape)}
    spelled, was_parted = one.spelled, {(key.line, key.text): key.was_parted for key in one.keys}
    certain = set()
    for before, (key, _) in pairs_of(result.tree):
        may_go_on = before is None or (id(before[1]) in words and (before[0].line, before[0].text) not in spelled)
        if not (may_go_on and was_parted.get((key.line, key.text))):
            certain.add((key.line, key.text))
    return certain


def lines_that_go_on(text: str) -> Iterator[int]:
    """Each line of `text`, from 1, with a key and a wrong colon that goes on with the text of the line before."""
    layout = layout_of(text)
    texts = [piece for piece in layout.seen if piece.sign is Sign.TEXT and not piece.style]
    longer = [piece for piece in texts if "\n" in text[piece.start : piece.end]]
    for piece in longer:
        for found in wrong_colons(text, text.rfind("\n", 0, piece.start) + 1, end_of_line(text, piece.end)):
            if piece.start < found.start() and found.end() <= piece.end:
                yield layout.lines.line(found.start("key")) + 1


def pairs_of(tree: Node) -> Iterator[tuple[tuple[Scalar, Node] | None, tuple[Scalar, Node]]]:
    """Every key in `tree` with its value, and those before it in the same mapping."""
    if isinstance(tree, Mapping):
        for before, pair in zip([None, *tree.pairs], tree.pairs, strict=False):
            yield before, pair
            yield from pairs_of(pair[1])
    elif isinstance(tree, Sequence):
        for entry in tree.entries:
            yield from pairs_of(entry)
