"""Days that HSDS can tell as a rule of RFC 5545 although no usual week has them: 每月第二个周六, 隔周周三."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.places_of_days import monday_of
from build_tools.records.days import Cycle, DayTerm, MonthDays, NthWeekday, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.publishing.hsds.entries import Entry
    from build_tools.records.days import Period

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE_DAY = timedelta(days=1)
A_WEEK = 7


def weekly(weekdays: Iterable[int]) -> Entry:
    """Every week on `weekdays`."""
    return {"freq": "WEEKLY", "byday": ",".join(WEEKDAYS[day] for day in sorted(weekdays))}


def recurrence(term: DayTerm) -> Entry | None:
    """The days of `term` by the month, or by turns of weeks; None for all others."""
    match term:
        case NthWeekday():
            return {"freq": "MONTHLY", "byday": ",".join(f"{place}{WEEKDAYS[term.weekday]}" for place in term.places)}
        case MonthDays(shift=None):
            return {"freq": "MONTHLY", "bymonthday": ",".join(map(str, term.days))}
        case Cycle() if term.weekdays:
            return by_turns(term, term.every, term.weekdays)
        case Cycle() if term.every % A_WEEK == 0:
            return by_turns(term, term.every // A_WEEK, (term.anchor.weekday(),))
    return None


def by_turns(term: Cycle, weeks: int, weekdays: tuple[int, ...]) -> Entry:
    """Every so many `weeks` on `weekdays`, counted from the first day there is."""
    return {
        "dtstart": first_of(term.anchor, weeks, weekdays).isoformat(),
        "wkst": WEEKDAYS[0],
        "interval": weeks,
        **weekly(weekdays),
    }


def first_of(anchor: date, weeks: int, weekdays: tuple[int, ...]) -> date:
    """The first of `weekdays` from `anchor` on; when its week has none left, that is `weeks` later."""
    later = [day for day in weekdays if day >= anchor.weekday()]
    monday = monday_of(anchor) + (0 if later else weeks) * A_WEEK * ONE_DAY
    return monday + min(later or weekdays) * ONE_DAY


def span(period: Period | None, shut: Stretch | None, first: date) -> Entry | None:
    """From when until when a rule for `period` is valid, as seen on `first`; None when that is never or told otherwise."""
    if not isinstance(period, Stretch | None):
        return None
    begins = [period.first] if period and period.first else []
    ends = [period.last] if period and period.last else []
    if shut and shut.first:
        ends.append(shut.first - ONE_DAY)
    elif shut and shut.last:
        begins.append(shut.last + ONE_DAY)
    begin, end = max([first, *begins]), min(ends, default=date.max)
    return valid(begin if begin > first else None, end if ends else None) if begin <= end else None


def valid(begin: date | None, end: date | None) -> Entry:
    """The two ends, as far as there are any."""
    ends = {"valid_from": begin, "valid_to": end}
    return {name: day.isoformat() for name, day in ends.items() if day}
