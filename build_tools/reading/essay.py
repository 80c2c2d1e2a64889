"""A hand-written page: its first line is the title, `# 关于本站`; the rest is Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.directions import left_open
from build_tools.reading.single import without_control
from build_tools.records.bulletin import Essay

if TYPE_CHECKING:
    import collections.abc
    from collections.abc import Iterator

LINK = re.compile(r"(!?)\[[^\]\n]*\]\(\s*<?([^)>\s]+)")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def read_essay(id: str, text: str) -> Essay:
    """The page in `text`, or `Unreadable` when it has no title or cannot be shown."""
    title, _, rest = without_control(text).lstrip().partition("\n")
    if not title.startswith("# ") or not title[2:].strip():
        raise Unreadable("E020")
    title = title[2:].strip()
    return Essay(id=id, title=title + left_open(title), text=rest.strip())


def link_problems(file: str, text: str, targets: collections.abc.Set[str]) -> Iterator[Problem]:
    """Pictures that are not ours, and links to files of `content/` that are not among its `targets`."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in LINK.finditer(line):
            picture, target = found.groups()
            path = target.partition("#")[0].removeprefix("./")
            place = Place(file, number, found.start(2) + 1)
            if picture and not (path.startswith("images/") and path in targets):
                yield Problem("E056", place, words=(("text", target),), width=len(target))
            elif not picture and path and not SCHEME.match(target) and path not in targets:
                yield Problem("E057", place, words=(("text", target),), width=len(target))
