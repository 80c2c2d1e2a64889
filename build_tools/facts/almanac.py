"""A window of days as sets: each set is a whole number whose bit `i` stands for the day `first + i`.

Rules about days become a few operations on such numbers, for all days at once: evaluating a schedule costs
microseconds, however long the window is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from build_tools.facts.china_calendar import ChinaCalendar, holidays_in, statutory_days, undecided_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MARGIN = 65
"""Days before and after the window: a rule may look as far for what its days depend on (`前60天`, 顺延)."""
Name = TypeVar("Name")


@dataclass(frozen=True, eq=False)
class Almanac:
    """The days from `first` on, `count` of them, and what kind of days they are."""

    first: date
    count: int
    calendar: ChinaCalendar

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days, in order."""
        return tuple(self.first + timedelta(days=step) for step in range(self.count))

    @cached_property
    def all(self) -> int:
        """The set of all days."""
        return (1 << self.count) - 1

    def where(self, holds: Callable[[date], bool]) -> int:
        """The days for which `holds`."""
        return sum(1 << step for step, day in enumerate(self.days) if holds(day))

    def set_of(self, days: Iterable[date]) -> int:
        """Those of `days` that lie in the window."""
        steps = {(day - self.first).days for day in days}
        return sum(1 << step for step in steps if 0 <= step < self.count)

    def between(self, first: date | None, last: date | None) -> int:
        """The days from `first` to `last`; None is the window's own end."""
        begin = 0 if first is None else min(max((first - self.first).days, 0), self.count)
        end = self.count if last is None else min(max((last - self.first).days + 1, 0), self.count)
        return (1 << end) - (1 << begin) if end > begin else 0

    @cached_property
    def weekdays(self) -> tuple[int, ...]:
        """The Mondays, the Tuesdays …"""
        return tuple(self.where(lambda day, weekday=weekday: day.weekday() == weekday) for weekday in range(7))  # type: ignore[misc]

    @cached_property
    def years(self) -> range:
        """The years that have a say in these days."""
        return range(self.first.year - 1, self.days[-1].year + 2)

    @cached_property
    def holiday_names(self) -> Mapping[date, str]:
        """Day → the name of the holiday that it certainly is."""
        return holidays_in(self.calendar, self.years)

    @cached_property
    def holidays(self) -> dict[str, int]:
        """Name → the days that are certainly this holiday."""
        return self.by_name(self.holiday_names)

    @cached_property
    def statutory(self) -> dict[str, int]:
        """Name → its statutory days."""
        return self.by_name({day: name for year in self.years for day, name in statutory_days(year).items()})

    @cached_property
    def undecided(self) -> dict[str, int]:
        """Name → the days near this holiday of which nobody can say yet what they will be."""
        near = undecided_days(self.calendar, self.years)
        names = dict.fromkeys(name for some in near.values() for name in some)
        return {name: self.set_of(day for day, some in near.items() if name in some) for name in names}

    @cached_property
    def makeups(self) -> tuple[int, ...]:
        """The make-up workdays that replace a Monday, those that replace a Tuesday …"""
        replacing = self.calendar.makeups.items()
        return tuple(self.set_of(day for day, weekday in replacing if weekday == one) for one in range(7))

    def by_name(self, days: Mapping[date, Name]) -> dict[Name, int]:
        """Name → its days."""
        return {
            name: self.set_of(day for day, one in days.items() if one == name) for name in dict.fromkeys(days.values())
        }


def almanac(first: date, count: int, calendar: ChinaCalendar) -> Almanac:
    """The almanac for `count` days from `first`, with a margin on both sides."""
    return Almanac(first - timedelta(days=MARGIN), count + 2 * MARGIN, calendar)


def union(sets: Iterable[int]) -> int:
    """The days in any of `sets`."""
    together = 0
    for one in sets:
        together |= one
    return together
