"""A hand-written page: its first line is the title, `# 关于本站`; the rest is Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.directions import left_open
from build_tools.reading.markup import active_in, markup_in
from build_tools.reading.pasted import shown, tag_at
from build_tools.reading.single import without_control
from build_tools.records.bulletin import Essay

if TYPE_CHECKING:
    import collections.abc
    from collections.abc import Iterator

LINKS = (
    re.compile(r"(?P<picture>!?)\[[^\]\n]{0,300}\]\(\s*<?(?P<address>[^)>\s]+)"),
    re.compile(r"^ {0,3}(?P<picture>)\[(?!\^)[^\]\n]+\]:\s*<?(?P<address>[^>\s]+)", re.MULTILINE),
    re.compile(r"""<a\s(?P<picture>)[^>]*?\bhref\s*=\s*["']?(?P<address>[^"'\s>]+)""", re.IGNORECASE),
    re.compile(r"""<img\s(?:[^>]*?\s)?(?P<picture>src)\s*=\s*["']?(?P<address>[^"'\s>]+)""", re.IGNORECASE),
)
"""A link or, with its `!`, a picture; where a link named elsewhere leads; both as HTML. Without an end to what a link is
called, a line of opening brackets would be looked through once for each of them."""
CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$|(`+)[^`].*?\2", re.MULTILINE | re.DOTALL)
ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
"""A sign that is to be shown and marks nothing."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def read_essay(id: str, text: str) -> Essay:
    """The page in `text`, or `Unreadable` when it has no title or cannot be shown."""
    title, _, rest = without_control(text).lstrip().partition("\n")
    if not title.startswith("# ") or not title[2:].strip():
        raise Unreadable("E020")
    title = title[2:].strip()
    return Essay(id=id, title=title + left_open(title), text=rest.strip())


def markup_problems(file: str, text: str) -> Iterator[Problem]:
    """The first tag that a page leaves out with all it was to do, or any in the title, which is no Markdown."""
    title_end = text.find("\n", len(text) - len(text.lstrip())) % (len(text) + 1)
    if found := markup_in(text[:title_end]) or active_in(ESCAPED.sub("  ", without_code(text))):
        tag = tag_at(found)
        width = len(tag) if text.startswith(tag, found.start()) else len(tag.split()[0])
        yield Problem("E133", place_of(file, text, found.start()), words=(("text", shown(tag)),), width=width)


def link_problems(file: str, text: str, targets: collections.abc.Set[str]) -> Iterator[Problem]:
    """Pictures that are not ours, and links to files of `content/` that are not among its `targets`."""
    for is_picture, target, start in sorted(addresses_in(text), key=lambda found: found[2]):
        path = target.partition("#")[0].removeprefix("./")
        place = place_of(file, text, start)
        if is_picture and not (path.startswith("images/") and path in targets):
            yield Problem("E056", place, words=(("text", target),), width=len(target))
        elif not is_picture and path and not SCHEME.match(target) and path not in targets:
            yield Problem("E057", place, words=(("text", target),), width=len(target))


def addresses_in(text: str) -> Iterator[tuple[bool, str, int]]:
    """Of every link and picture outside of code whether it is one, its address, and where that begins in `text`."""
    plain = without_code(text)
    for pattern in LINKS:
        for found in pattern.finditer(plain):
            yield bool(found["picture"]), found["address"], found.start("address")


def without_code(text: str) -> str:
    """`text` with blanks instead of what is shown as code."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def place_of(file: str, text: str, at: int) -> Place:
    """The place of the character `at` in `text`, which stands in `file`."""
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
