"""Months as numbers that follow each other."""

from __future__ import annotations

import re
from typing import Self

from build_tools.problems import Unreadable

MONTH = re.compile(r"(\d{4})(?:-|/|年)(\d{1,2})月?", re.ASCII)


class Month(int):
    """A month, written `2026-10`: how many months lie before it since the year 0, so that the next one is one more."""

    __slots__ = ()

    @classmethod
    def of(cls, year: int, month: int) -> Self:
        """The month of `year` numbered from 1."""
        return cls(year * 12 + month - 1)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The month in `text`, or `Unreadable`."""
        found = MONTH.fullmatch(text)
        if not found or not 1 <= int(found[2]) <= 12:
            raise Unreadable("E140", text=text)
        return cls.of(int(found[1]), int(found[2]))

    @property
    def year(self) -> int:
        """The year it lies in."""
        return self // 12

    @property
    def number(self) -> int:
        """Its place in that year, from 1."""
        return self % 12 + 1

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"


def last_of(year: int) -> Month:
    """December of `year`."""
    return Month.of(year, 12)
