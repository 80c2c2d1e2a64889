"""Lines in braces in which a key was mended go on with more of them, `{种类: 磨刀, 说明: 好，时间：周三}`: as far as that is proved.

All lines are tried together and proved once; whatever the proof calls doubtful is left out, and where it cannot even be
read, each half of them is tried by itself. It comes to the same as trying one after another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.formatting.certainty import doubtful
from build_tools.formatting.colons import WORD, Mended, is_one_value, wrong_colons
from build_tools.formatting.edits import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from build_tools.formatting.certainty import Read

    Colons = list[re.Match[str]]

KEY_IN_BRACES = re.compile(rf"[{{,] ?({WORD}): ")


def gone_on(one: Mended, read: Read) -> Mended | None:
    """`one` with the next colon mended of each line in braces where one was; None where none of them is certain."""
    refused: set[int] = set()
    while tried := list(next_of_lines(one, refused)):
        readable = read_together(one, [], tried, read)
        following = one.with_keys(readable)
        doubt = doubtful(following, read) or set()
        if readable and not doubt:
            return following
        lines = Lines(one.text)
        wrong = {found.start() for found in tried if found not in readable or lines.line(found.start()) + 1 in doubt}
        if not wrong:  # a line is in doubt that none of them stands in
            return None
        refused |= wrong
    return None


def next_of_lines(one: Mended, refused: Set[int]) -> Iterator[re.Match[str]]:
    """The first wrong colon of each line of `one` that goes on after a mended one, without those that begin at `refused`."""
    lines, spelled, done = Lines(one.text), one.spelled, 0
    for found in wrong_colons(one.text):
        line = lines.line(found.start()) + 1
        if line != done and found.start() not in refused and goes_on(found, line, spelled):
            done = line
            yield found


def goes_on(found: re.Match[str], line: int, spelled: Set[tuple[int, str]]) -> bool:
    """Whether the last key before what was `found` on its `line` was mended, and only its value stands between."""
    before = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    keys = list(KEY_IN_BRACES.finditer(before))
    return bool(keys) and (line, keys[-1][1]) in spelled and is_one_value(before[keys[-1].end() :])


def read_together(one: Mended, kept: Colons, tried: Colons, read: Read) -> Colons:
    """`kept`, with as many of `tried` as can be mended together with them so that `one` can still be read."""
    if doubtful(one.with_keys([*kept, *tried]), read) is not None:
        return [*kept, *tried]
    if len(tried) < 2:
        return kept
    half = len(tried) // 2
    return read_together(one, read_together(one, kept, tried[:half], read), tried[half:], read)
