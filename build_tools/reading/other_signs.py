"""Lines on which another sign stands where YAML wants its own, or none: written as they may have been meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.repairs import is_key

if TYPE_CHECKING:
    from collections.abc import Set

WIDE_BLANK = re.compile(
    "(^ *(?:- +)*|[{,] *)([^\\s:：,，{}\\[\\]#\"']{1,20}):[ \t]*[\u3000\xa0][ \t\u3000\xa0]*(?=\\S)"
)
NO_COLON = re.compile(
    "(^ *(?:- +)*)([^\\s:：=＝；;,，{}\\[\\]#\"']{1,20})(?:[ \u3000\xa0]*[=＝；;]|[ \u3000\xa0])[ \u3000\xa0]*(?=\\S)(?!.*:(?: |$))"
)
"""What follows may hold hours, but no further key."""


def with_plain_blank(line: str, keys: Set[str]) -> str:
    """`line` with an ordinary blank behind the colon of each of `keys`."""
    return WIDE_BLANK.sub(lambda found: f"{found[1]}{found[2]}: " if is_key(found[2], keys) else found[0], line)


def with_colon_at_all(line: str, keys: Set[str]) -> str:
    """`line` with a colon behind the one of `keys` that begins it."""
    return NO_COLON.sub(lambda found: f"{found[1]}{found[2]}: " if is_key(found[2], keys) else found[0], line)
