"""From how many cases on a count may be published: five, or more where the site says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from build_tools.problems import Unreadable
from build_tools.records.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 5
LEAST_SENSITIVE = 10
LARGEST = 1000
THRESHOLD = re.compile(r"(?:(?P<chinese>\S+?)\s*起\s*)?(?P<k>\d{1,4})(?:\s+from\s+(?P<english>\S+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number of cases, from a month on: `8`, `2027-01起 8` or `8 from 2027-01`."""

    k: int
    since: Month | None = None

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The threshold in `text`, or `Unreadable`."""
        found = THRESHOLD.fullmatch(text)
        if not found:
            raise Unreadable("E143", text=text)
        k, since = int(found["k"]), found["chinese"] or found["english"]
        if not LEAST <= k <= LARGEST:
            raise Unreadable("E144", text=text, least=LEAST, most=LARGEST)
        return cls(k, Month.from_text(since) if since else None)


def k_in(month: int, thresholds: Sequence[Threshold], *, sensitive: bool = False) -> int:
    """The number of cases that a count must reach in `month` to be published."""
    in_force = [one.k for one in thresholds if one.since is None or one.since <= month]
    return max([LEAST_SENSITIVE if sensitive else LEAST, *in_force])
