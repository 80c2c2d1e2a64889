"""Mistakes of brackets and of the commas between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.tree import Mapping, Scalar, Sequence
from tests.reading.mutations.signs import is_words

if TYPE_CHECKING:
    from tests.reading.mutations.page import Mutated, Page

WIDE = {"[": "【", "]": "】", "{": "｛", "}": "｝"}


def wide_comma_between(page: Page) -> Mutated | None:
    """Between values where no words may stand, or between pairs."""
    ones = [one for one in page.values if one.flow is not None]
    ones = [one for one in ones if isinstance(one.flow, Mapping) or not is_words(one)]
    one = page.any(ones)
    if one is None:
        return None
    end = page.offset(one.node) + len(one.node.text)
    found = re.compile(r", *").match(page.text, end)
    return found and page.replaced(end, found.end(), page.random.choice(["，", "， ", "、", "；"]))


def wide_brackets(page: Page) -> Mutated | None:
    node = flow_value(page)
    if node is None:
        return None
    start, end = bracket_span(page, node)
    inner = page.text[start + 1 : end - 1]
    if "," not in inner and page.text[start] == "[":
        return None  # one entry in such brackets may be a title
    return page.replaced(start, end, WIDE[page.text[start]] + inner + WIDE[page.text[end - 1]])


def wide_opening_bracket(page: Page) -> Mutated | None:
    node = flow_value(page)
    if node is None:
        return None
    start, _ = bracket_span(page, node)
    return page.replaced(start, start + 1, WIDE[page.text[start]])


def wide_closing_bracket(page: Page) -> Mutated | None:
    node = flow_value(page)
    if node is None:
        return None
    _, end = bracket_span(page, node)
    return page.replaced(end - 1, end, WIDE[page.text[end - 1]])


def bracket_that_is_never_closed(page: Page) -> Mutated | None:
    node = flow_value(page)
    if node is None:
        return None
    _, end = bracket_span(page, node)
    return page.replaced(end - 1, end, "")


def flow_value(page: Page) -> Mapping | Sequence | None:
    """A list or mapping in brackets, right behind a key or a dash, on one line."""
    nodes = [one.value for one in page.pairs if not isinstance(one.value, Scalar)]
    nodes += [one.mapping for one in page.pairs]
    found = page.any([node for node in nodes if page.in_flow(node)])
    assert not isinstance(found, Scalar)
    return found


def bracket_span(page: Page, node: Mapping | Sequence) -> tuple[int, int]:
    """From the opening to behind the closing bracket of `node`."""
    start = at = page.offset(node)
    depth = 0
    while True:
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(page.text[at], 0)
        at += 1
        if depth == 0:
            return start, at


BRACKETS = {
    wide_comma_between: "E114",
    wide_brackets: "E115",
    wide_opening_bracket: "E115",
    wide_closing_bracket: "E115",
    bracket_that_is_never_closed: "E116",
}
