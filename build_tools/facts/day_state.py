"""What one day is for one schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_tools.records.clock import DayPart, TimeRange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from build_tools.records.opening import Opening


class Session(NamedTuple):
    """Open from `start` until just before `end`, in minutes after the day's midnight; an end past 1440 is tomorrow."""

    start: int
    end: int
    appointment: bool = False
    last_entry: int | None = None


class DayState(NamedTuple):
    """When it is open on a day, and why it is not."""

    sessions: tuple[Session, ...] = ()
    """In order; those that run past midnight belong to the day on which they start."""
    known: bool = True
    """False where it is not announced, or not known, whether it is open."""
    clock: bool = True
    """False where it takes place, but nobody knows at what time."""
    part: DayPart | None = None
    """The part of the day, as far as that is known without a clock time."""
    reason: str = ""
    """Why it is closed, or different from other days, in staff's words."""
    holiday: bool = False
    """Whether it is so because of a holiday."""
    moved_to: date | None = None
    """The day to which it was moved."""
    unusual: bool = False
    """Whether something other than the week and the season decides."""

    @property
    def takes_place(self) -> bool:
        """Whether something takes place, at whatever time, or may: that is known once a notice has appeared."""
        return bool(self.sessions) or not self.clock or not self.known

    @property
    def opening(self) -> tuple[object, ...]:
        """When it is open, without the reasons."""
        return self[:4]


NOTHING = DayState()
UNDECIDED = DayState(known=False)
"""It depends on a notice that has not appeared."""
UNASKED = DayState(known=False, holiday=True, unusual=True)
"""Nobody has said what happens on holidays: 节假日: 未知."""


def state_of(opening: Opening) -> DayState:
    """What a day with `opening` is."""
    if opening.closed or opening.usual:
        return DayState(reason=opening.reason)
    if not opening.spans:
        return DayState(clock=False, part=opening.part)
    return DayState(sessions_of(opening))


def sessions_of(opening: Opening) -> tuple[Session, ...]:
    """The sessions of `opening`, in order, overlapping ones as one."""
    last = opening.last_entry
    return tuple(
        Session(span.start, span.end, opening.appointment, last if last and span.start < last < span.end else None)
        for span in joined(opening.spans)
    )


def joined(spans: tuple[TimeRange, ...]) -> list[TimeRange]:
    """`spans` in order, with touching and overlapping ones as one."""
    together: list[TimeRange] = []
    for span in sorted(spans) if len(spans) > 1 else spans:
        if together and span.start <= together[-1].end:
            together[-1] = TimeRange(together[-1].start, max(span.end, together[-1].end))
        else:
            together.append(span)
    return together


def without_hours(state: DayState, spans: list[TimeRange], why: DayState) -> DayState:
    """`state` without the hours of `spans`, for the reason that `why` gives."""
    sessions = state.sessions
    for span in spans:
        sessions = tuple(part for session in sessions for part in outside(session, span))
    if sessions == state.sessions:
        return state
    return state._replace(sessions=sessions, reason=why.reason or state.reason, unusual=why.unusual or state.unusual)


def outside(session: Session, span: TimeRange) -> Iterator[Session]:
    """What is left of `session` before and after `span`."""
    if session.end <= span.start or span.end <= session.start:
        yield session
        return
    for start, end in ((session.start, span.start), (span.end, session.end)):
        if start < end:
            last = session.last_entry
            yield session._replace(start=start, end=end, last_entry=last if last and start < last < end else None)
