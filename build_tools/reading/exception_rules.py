"""What must hold of the days that are different, exceptions and changes; `rules.py` and `schedule_rules.py` list these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.written import Written, each
from build_tools.records.event import Event
from build_tools.records.key import NO_WORDS, YES_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem
    from build_tools.reading.schedule_rules import Scheduled
    from build_tools.records.schedule import DatedException

NO_REASONS = frozenset((*YES_WORDS, *NO_WORDS))


def an_exception_says_one_thing(scheduled: Scheduled) -> Iterator[Problem]:
    """An exception closes, or opens at other hours, or moves; by the clock it can only close."""
    for position, exception in enumerate(exceptions_of(scheduled)):
        said = [exception.closed is not None, exception.hours is not None, exception.moved_to is not None]
        moved_hours = exception.moved_to is not None and exception.closed is None
        if sum(said) != 1 and not (sum(said) == 2 and moved_hours):
            yield scheduled.problem("E099", "exceptions", position)
        elif exception.moved_to and len(exception.days.days) != 1:
            yield scheduled.problem("E104", "exceptions", position)
        elif exception.days.is_by_the_clock and exception.closed is None:
            yield scheduled.problem("E103", "exceptions", position)


def an_exception_holds_good(scheduled: Scheduled) -> Iterator[Problem]:
    """An exception that closes says why, and one that moves names another day."""
    for position, exception in enumerate(exceptions_of(scheduled)):
        where = (*scheduled.path, "exceptions", position)
        if exception.closed in NO_REASONS:
            yield scheduled.one.problem("E249", *where, "closed", key="休息", text=exception.closed, example="装修")
        if exception.moved_to and exception.moved_to in exception.days.days:
            yield scheduled.one.problem("W117", *where, "moved_to", date=exception.moved_to)


def no_exception_hides_another(scheduled: Scheduled) -> Iterator[Problem]:
    """Of two exceptions for the same days only one counts; a day within a stretch of days is meant to be different."""
    earlier: list[DatedException] = []
    for position, exception in enumerate(exceptions_of(scheduled)):
        first = next((at for at, other in enumerate(earlier) if share_days(other, exception)), None)
        earlier.append(exception)
        if first is not None:
            yield scheduled.problem("W116", "exceptions", position, first=first + 1)


def exceptions_of(scheduled: Scheduled) -> tuple[DatedException, ...]:
    """The exceptions of what is scheduled; an event that recurs has none, but changes."""
    return getattr(scheduled.record, "exceptions", ())


def share_days(one: DatedException, other: DatedException) -> bool:
    """Whether both speak of a day alike, and neither only takes hours from it."""
    if any(exception.days.is_by_the_clock or takes_hours(exception) for exception in (one, other)):
        return False
    same_stretch = one.days.stretch is not None and one.days.stretch == other.days.stretch
    return same_stretch or bool({*one.days.days} & {*other.days.days})


def takes_hours(exception: DatedException) -> bool:
    """Whether `exception` is open but for some hours, `休息 12:00-13:00`."""
    return bool(exception.hours and exception.hours.closed and exception.hours.spans)


def a_change_holds_good(written: Sequence[Written]) -> Iterator[Problem]:
    """A change that cancels says why, and one that moves names another day."""
    for one, event in each(written, Event):
        for position, change in enumerate(event.changes):
            where = ("changes", position)
            if change.cancelled in NO_REASONS:
                yield one.problem("E249", *where, "cancelled", key="取消", text=change.cancelled, example="下雨")
            if change.moved_to == change.date:
                yield one.problem("W117", *where, "moved_to", date=change.moved_to)
