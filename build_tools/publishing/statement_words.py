"""What a page adds to a figure in its source's words, where there is something to add."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from build_tools.records.amount import Amount
from build_tools.records.language import original_of

if TYPE_CHECKING:
    from build_tools.publishing.shown import Shown
    from build_tools.records.values import Statement

amount_of = lru_cache(maxsize=4096)(Amount.from_text)
"""Thousands of stations report the same few figures: 10余起, 100%."""


def meant(statement: Statement, shown: Shown) -> str:
    """What 50余 means, or what is to be known of a percentage; empty where the words say it all.

    The source's own words tell the figure, whatever a translation makes of them.
    """
    said = amount_of(original_of(statement.said))
    if said.percentage:
        return base_words(statement, said, shown)
    if not said.is_between:
        return ""
    words = shown.say("statement.between", low=said.low, high=said.high)
    return words + said.unit if shown.language == "zh" else words


def base_words(statement: Statement, said: Amount, shown: Shown) -> str:
    """Of how many a percentage is, whether it can be, or that nobody said so; a note speaks for itself."""
    if not statement.base:
        return "" if statement.note else shown.say("statement.no_base")
    if said.can_be_share_of(amount_of(original_of(statement.base))):
        return shown.say("statement.base", base=statement.base)
    return shown.say("statement.impossible", base=statement.base)
