"""One scalar's text → the value its field wants, or the reason why not."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from build_tools.problems import Unreadable
from build_tools.reading.known import PHRASE
from build_tools.records.key import NO_WORDS, YES_WORDS, Choice, FreeText, Key

LONGEST = 10_000
"""Characters of one text."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no file in UTF-8 or no page may hold: https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream."""


def single_value(base: Any, text: str, key: Key) -> Any:
    """`text` as a value of `base`, or `Unreadable`."""
    if base is str or base is FreeText:
        return checked_text(text, one_line=base is str)
    if base is bool:
        return yes_or_no(text)
    if base is int:
        return whole_number(text, key)
    if issubclass(base, Choice):
        if member := member_of(base, text):
            return member
        raise Unreadable("E048", text=text, choices="、".join(member.label for member in base))
    return base.from_text(text)


def checked_text(text: str, *, one_line: bool) -> str:
    """`text` itself, unless it has more lines or characters than it may, or some that no page can show."""
    if text.isprintable() and len(text) <= LONGEST:
        return shared(text) if len(text) < PHRASE else text  # has no line ends and no controls
    without_control(text)
    if one_line and "\n" in text:
        raise Unreadable("E029")
    if len(text) > LONGEST:
        raise Unreadable("E030", length=len(text), longest=LONGEST)
    return text


@lru_cache(maxsize=4_000)
def shared(text: str) -> str:
    """`text` itself, so that what recurs is held, and packed, once."""
    return text


def without_control(text: str) -> str:
    """`text` itself, unless there are control characters in it, or halves of characters."""
    if found := CONTROL.search(text):
        raise Unreadable("E110", sign=f"U+{ord(found[0]):04X}")
    return text


def yes_or_no(text: str) -> bool:
    """是 or 否."""
    if text not in YES_WORDS + NO_WORDS:
        raise Unreadable("E047", text=text)
    return text in YES_WORDS


def whole_number(text: str, key: Key) -> int:
    """A whole number within the bounds of `key`."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Unreadable("E045", text=text)
    number = int(text)
    if (key.minimum is not None and number < key.minimum) or (key.maximum is not None and number > key.maximum):
        raise Unreadable("E046", text=text, minimum=key.minimum, maximum=key.maximum)
    return number


def member_of(words: type[Choice], text: str) -> Choice | None:
    """The member of `words` spelled `text` in either language."""
    return spellings_of(words).get(text)


@cache
def spellings_of(words: type[Choice]) -> dict[str, Choice]:
    """Every spelling of the members of `words`."""
    return {spelling: member for member in words for spelling in (member.code, member.label)}
