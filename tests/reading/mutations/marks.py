"""What YAML has that staff need not know, what git leaves in a file, and signs that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.reading.mutations.page import Mutated, Page


def an_anchor(page: Page) -> Mutated | None:
    one = page.any(page.values)
    return one and page.with_value(one.node, f"&a {one.node.text}")


def an_alias(page: Page) -> Mutated | None:
    one = page.any(page.values)
    return one and page.with_value(one.node, "*a")


def a_tag(page: Page) -> Mutated | None:
    one = page.any(page.values)
    return one and page.with_value(
        one.node, page.random.choice(["!!str ", "!x ", "!!python/name:os.system "]) + one.node.text
    )


def two_documents(page: Page) -> Mutated | None:
    line = page.any([at for at, line in enumerate(page.lines, 1) if re.match(r"[^\s#-]", line) and at > 2])
    if line is None:
        return None
    lines = [*page.lines[: line - 1], "---", *page.lines[line - 1 :]]
    return page.rewritten("\n".join(lines), line)


def a_deep_nest(page: Page) -> Mutated | None:
    one = page.any(page.values)
    return one and page.with_value(one.node, "[" * 100 + one.node.text + "]" * 100)


def a_conflict(page: Page) -> Mutated | None:
    at = page.random.randrange(len(page.lines) - 1)
    ours = page.lines[at]
    middle = page.random.choice([[], ["||||||| base", ours]])
    lines = [*page.lines[:at], "<<<<<<< HEAD", ours, *middle, "=======", ours, ">>>>>>> 别人的", *page.lines[at + 1 :]]
    return page.rewritten("\n".join(lines), at + 1)


def a_conflict_half_solved(page: Page) -> Mutated | None:
    at = page.random.randrange(len(page.lines))
    mark = page.random.choice(["<<<<<<< HEAD", "=======", ">>>>>>> 别人的"])
    return page.rewritten("\n".join([*page.lines[:at], mark, *page.lines[at:]]), at + 1)


def a_control_sign(page: Page) -> Mutated | None:
    at = page.random.randrange(len(page.text))
    return (
        page.replaced(at, at, page.random.choice("\x00\x07\x1b\x7f\x85\u2028\u2029\ufffe"))
        if page.text[at] != "\n"
        else None
    )


MARKS = {
    an_anchor: "E012",
    an_alias: "E012",
    a_tag: "E013",
    two_documents: "E014",
    a_deep_nest: "E015",
    a_conflict: "E071",
    a_conflict_half_solved: "E071",
    a_control_sign: "E018",
}
