"""What must hold on the day on which somebody asks; no answer may be kept for another day.

So these rules stand apart from those of one file, whose answers an earlier build leaves for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from build_tools.problems import Problem
from build_tools.reading.written import Written
from build_tools.records.calendar import HolidayCalendar
from build_tools.records.dates import PartialDate
from build_tools.records.key import Unknown
from build_tools.records.notice import Notice
from build_tools.records.verifications import Where, is_looked_after, verifications_of

if TYPE_CHECKING:
    from build_tools.records.values import Source, Verification

DayRule = Callable[[Sequence[Written], date], Iterator[Problem]]


def nobody_has_looked_in_the_future(written: Sequence[Written], today: date) -> Iterator[Problem]:
    """A verification is not of a later day than `today`, unless the days are wrong anyway."""
    for one, where, verified in verified_in(written):
        if today < verified.date <= verified.due:
            yield one.problem("E250", *where, "date", date=verified.date, today=today)


def nothing_was_published_in_the_future(written: Sequence[Written], today: date) -> Iterator[Problem]:
    """A source is not of a later day than `today`; of one that is known to the year or the month, the first day counts.

    A notice that waits for its day may quote what is to be said on that day.
    """
    for one in written:
        latest = max(today, one.record.published) if isinstance(one.record, Notice) else today
        for where, source in sources_of(one.record):
            said = source.date
            if isinstance(said, PartialDate) and date(said.year, said.month or 1, said.day or 1) > latest:
                yield one.problem("E137", *where, "date", date=said, today=today)


def sources_of(record: Any) -> Iterator[tuple[tuple[str | int, ...], Source]]:
    """Each source that `record` names, with where it stands."""
    if isinstance(record, HolidayCalendar):
        yield ("source",), record.source
    yield from ((("sources", position), one) for position, one in enumerate(getattr(record, "sources", ())))


def somebody_looks_again_in_time(written: Sequence[Written], today: date) -> Iterator[Problem]:
    """A verification has not been due before `today`, unless the station has closed or the days are wrong anyway."""
    for one, where, verified in verified_in(written):
        if verified.date <= verified.due < today and is_looked_after(one.record):
            yield one.problem("W114", *where, "due", due=verified.due, role=verified.role)


def verified_in(written: Sequence[Written]) -> Iterator[tuple[Written, Where, Verification]]:
    """Each verification there has been, with where it is written."""
    for one in written:
        for where, verified in verifications_of(one.record):
            if not isinstance(verified, Unknown):
                yield one, where, verified


DAY_RULES: tuple[DayRule, ...] = (nobody_has_looked_in_the_future, nothing_was_published_in_the_future)
REMINDERS: tuple[DayRule, ...] = (somebody_looks_again_in_time,)
"""For who asks for them: there may be thousands, each must be found in its file, and no page is the worse for it."""
