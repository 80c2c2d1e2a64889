"""Habits that do no harm: they are accepted without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading.mutations.signs import is_words
from tests.reading.mutations.words import CLOCK, hours

if TYPE_CHECKING:
    from tests.reading.mutations.page import Mutated, Page

WIDE = str.maketrans("0123456789:", "０１２３４５６７８９：")


def a_mark_of_byte_order(page: Page) -> Mutated | None:
    return page.rewritten(b"\xef\xbb\xbf" + page.text.encode(), 1)


def line_ends_of_windows(page: Page) -> Mutated | None:
    return page.rewritten(page.text.replace("\n", "\r\n").encode(), 1)


def no_last_line_end(page: Page) -> Mutated | None:
    return page.rewritten(page.text.rstrip("\n"), 1)


def wide_digits_in_a_time(page: Page) -> Mutated | None:
    one = page.any(hours(page))
    if one is None:
        return None
    found = page.any(list(CLOCK.finditer(one.node.text)))
    return found and page.with_value(
        one.node, one.node.text[: found.start()] + found[0].translate(WIDE) + one.node.text[found.end() :]
    )


def chinese_quotes_in_a_text(page: Page) -> Mutated | None:
    if page.uri == "site.yml":
        return None  # an exception quotes what was reviewed, sign for sign
    one = page.any(
        [one for one in page.values if is_words(one) and one.pair.field.name not in ("street", "streets", "code")]
    )
    return one and page.with_value(one.node, f"“{one.node.text}”")


HARMLESS = (
    a_mark_of_byte_order,
    line_ends_of_windows,
    no_last_line_end,
    wide_digits_in_a_time,
    chinese_quotes_in_a_text,
)
