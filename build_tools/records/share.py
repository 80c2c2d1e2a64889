"""Shares of a whole as far as they may be said: rounded, bounded or in classes, never as counts."""

from __future__ import annotations

import re
from typing import Self

from build_tools.problems import Unreadable

SUCCESS = re.compile(r"≥\d{1,2}%|100%|\d{1,2}\.\d%|—", re.ASCII)
SHARE_CLASS = re.compile(r"(\d{1,2})[–-](\d{1,3})%", re.ASCII)
NOT_SAID = "—"


class Success(str):
    """`100%`, `≥90%`, `87.5%`, or `—` where nothing may be said."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The rate in `text`, or `Unreadable`."""
        if not SUCCESS.fullmatch(text):
            raise Unreadable("E141", text=text)
        return cls(text)

    @classmethod
    def of(cls, succeeded: int, cases: int, k: int) -> Self:
        """What may be said of `succeeded` out of `cases` (at least 2k): never fewer than k failures or successes."""
        failed = cases - succeeded
        if failed == 0:
            return cls("100%")
        if failed < k:
            return cls(f"≥{at_least(cases, k)}%")
        return cls(in_tenths(succeeded, cases)) if succeeded >= k else cls(NOT_SAID)

    def is_of(self, cases: int, k: int) -> bool:
        """Whether some number of successes out of `cases` is said like this."""
        if self in (NOT_SAID, "100%"):
            return True
        if self.startswith("≥"):
            return self == f"≥{at_least(cases, k)}%"
        near = round(float(self.removesuffix("%")) * cases / 100)
        tried = range(max(k, near - 1 - cases // 1000), min(cases - k, near + 1 + cases // 1000) + 1)
        return any(in_tenths(one, cases) == self for one in tried)


def at_least(cases: int, k: int) -> int:
    """The percentage of successes that k−1 failures leave, rounded down."""
    return 100 * (cases - k + 1) // cases


def in_tenths(succeeded: int, cases: int) -> str:
    """The percentage with one decimal, half up; never `0.0%` or `100.0%`, as there are both successes and failures."""
    tenths = min(999, max(1, (2000 * succeeded + cases) // (2 * cases)))
    return f"{tenths // 10}.{tenths % 10}%"


class ShareClass(str):
    """`90–100%`: the class that a share lies in, its lower bound included."""

    __slots__ = ()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The class in `text`, or `Unreadable`."""
        found = SHARE_CLASS.fullmatch(text)
        if not found or not int(found[1]) < int(found[2]) <= 100:
            raise Unreadable("E142", text=text)
        return cls.of(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, low: int, high: int) -> Self:
        """The class from `low` to `high` percent."""
        return cls(f"{low}–{high}%")

    @classmethod
    def within(cls, part: int, whole: int, width: int) -> Self:
        """The class, `width` percent wide, of `part` out of `whole`; the highest takes in 100 %."""
        low = min(100 * part // whole // width * width, 100 - width)
        return cls.of(low, low + width)

    @property
    def bounds(self) -> tuple[int, int]:
        """Its lower and upper bound, in percent."""
        low, high = self.removesuffix("%").split("–")
        return int(low), int(high)


FEWEST_FOR_MEDIAN = 20
"""Cases a year; a median of fewer would follow single ones."""
WIDTHS = ((1000, 1), (200, 5), (100, 10))
"""From so many cases a year on, classes are so many percent wide."""


def width_for(cases: int) -> int | None:
    """How wide, in percent, the classes of a year with so many `cases` are; None when they are too few for any."""
    return next((width for least, width in WIDTHS if cases >= least), None)
