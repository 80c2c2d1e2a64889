"""What must not be published: a resident's number, in a text or in a comment; and what web pages are written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.tree import Scalar
from tests.reading.gate_cases import IDENTITY, MOBILE
from tests.reading.mutations.signs import is_words
from tests.reading.mutations.words import lone_pair

if TYPE_CHECKING:
    from tests.reading.mutations.page import Mutated, Page


def number_of_a_resident(page: Page) -> str:
    return page.random.choice([MOBILE, "138 0000 0000", "138-0000-0000", IDENTITY, "110101 19000101 0014"])


def a_number_in_a_text(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if is_words(one)])
    return one and page.with_value(one.node, f"{one.node.text}，{number_of_a_resident(page)}")


def a_number_in_a_comment(page: Page) -> Mutated | None:
    at = page.random.choice([pair.key.line - 1 for pair in page.pairs if not page.in_flow(pair.mapping)])
    line = f"# 找值班的人 {number_of_a_resident(page)}"
    return page.rewritten("\n".join([*page.lines[:at], line, *page.lines[at:]]), at + 1)


def a_number_behind_a_value(page: Page) -> Mutated | None:
    pair = lone_pair(page)
    if pair is None or page.in_flow(pair.mapping):
        return None
    return page.with_line(pair.key.line, f"{page.lines[pair.key.line - 1]} # {number_of_a_resident(page)}")


SCRIPTS = ("<script>alert(1)</script>", "<script src=//example.org/x.js>", "<SCRIPT>", "<iframe src=x></iframe>")
PASTED = (
    ("<b>", "</b>"),
    ('<p style="color:red">', "</p>"),
    ("<br>", ""),
    ("", "<br/>"),
    ("", "</font>"),
    ("<!-- -->", ""),
)


def a_script_in_a_text(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if is_words(one)])
    return one and page.with_value(one.node, one.node.text + page.random.choice(SCRIPTS))


def tags_around_a_value(page: Page) -> Mutated | None:
    one = page.any(page.values)
    before, behind = page.random.choice(PASTED)
    return one and page.with_value(one.node, f"{before}{one.node.text}{behind}")


def a_tag_in_a_paragraph(page: Page) -> Mutated | None:
    values = [pair.value for pair in page.pairs]
    line = page.any([one.line + 1 for one in values if isinstance(one, Scalar) and one.style == "|"])
    return None if line is None else page.with_line(line, page.lines[line - 1] + page.random.choice(SCRIPTS))


HARMFUL = {
    a_number_in_a_text: "E120 E121",
    a_number_in_a_comment: "E120 E121",
    a_number_behind_a_value: "E120 E121",
    a_script_in_a_text: "E133",
    tags_around_a_value: "E133",
    a_tag_in_a_paragraph: "E133",
}
