"""Each mistake of a line that YAML cannot read, with the way to write the line without it, in the order they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_tools.reading.other_signs import with_colon_at_all, with_plain_blank
from build_tools.reading.repairs import (
    with_brackets,
    with_closing_brackets,
    with_closing_quotes,
    with_colons,
    with_commas,
    with_dashes,
    with_last_quote,
    with_one_colon,
    with_one_value,
    with_wide_quotes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Set


class Cause(NamedTuple):
    """A mistake and how a line is written without it."""

    code: str
    repair: Callable[[str, Set[str]], str]


COLONS = Cause("E074", with_colons)
QUOTED_WORDS = Cause("E112", with_wide_quotes)
CAUSES = (
    COLONS,
    Cause("E235", with_plain_blank),
    Cause("E114", with_commas),
    Cause("E115", with_brackets),
    Cause("E112", with_closing_quotes),
    Cause("E112", with_last_quote),
    Cause("E116", with_closing_brackets),
    Cause("E119", with_dashes),
    Cause("E118", with_one_colon),
    QUOTED_WORDS,
    Cause("E112", with_one_value),
    Cause("E236", with_colon_at_all),
)
WHOLE_LINES = ("E114", "E118", "E119", "E235", "E236")
"""Causes without which the line is as it was meant."""
