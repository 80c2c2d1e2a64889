"""Days as staff write them, whole or as far as they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from build_tools.problems import Unreadable

DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


class Day(date):
    """A calendar day, written `2026-10-17`."""

    @classmethod
    @lru_cache(maxsize=4_000)  # a bulletin's days lie within a few years
    def from_text(cls, text: str) -> Self:
        """The day in `text`, or `Unreadable`."""
        found = DAY.fullmatch(text)
        if not found:
            raise Unreadable("E031", text=text)
        try:
            return cls(*map(int, found.groups()))
        except ValueError:
            raise Unreadable("E032", text=text) from None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: `2015`, `2022-05`, `2022-05-13`; never more exact than its source."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=4_000)
    def from_text(cls, text: str) -> Self:
        """As much of a date as `text` gives, or `Unreadable`."""
        found = PARTIAL.fullmatch(text)
        if not found:
            raise Unreadable("E033", text=text)
        year, *rest = (int(part) for part in found.groups() if part)
        try:
            date(year, *[*rest, 1, 1][:2])
        except ValueError:
            raise Unreadable("E032", text=text) from None
        return cls(year, *rest)

    def __str__(self) -> str:
        """As it is written."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])
