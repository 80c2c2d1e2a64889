"""Events and notices as of a day: what is ahead or in force, and what has stepped back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from build_tools.records.event import Event
from build_tools.records.notice import Notice

IN_FORCE = timedelta(days=180)
"""How long a notice without 有效至 stays in front, unless it is urgent: then it stays until somebody ends it."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Each tuple in the order residents read it."""

    ahead: tuple[Event, ...]
    """Soonest first; an event that lasts is ahead until its last day."""
    past: tuple[Event, ...]
    """Latest first."""
    in_force: tuple[Notice, ...]
    """Urgent ones first, then the newest."""
    former: tuple[Notice, ...]
    """The newest first."""


def derive_agenda(events: tuple[Event, ...], notices: tuple[Notice, ...], today: date) -> Agenda:
    """The agenda of `today`."""
    newest = sorted(notices, key=lambda notice: (-notice.published.toordinal(), notice.id))
    by_day = sorted(events, key=lambda event: (first_day(event), event.id))
    return Agenda(
        ahead=tuple(event for event in by_day if last_day(event) >= today),
        past=tuple(event for event in reversed(by_day) if last_day(event) < today),
        in_force=tuple(sorted((n for n in newest if is_in_force(n, today)), key=lambda notice: not notice.urgent)),
        former=tuple(notice for notice in newest if has_ended(notice, today)),
    )


def first_day(event: Event) -> date:
    """The day on which `event` begins, once moved the new one."""
    return event.moved_to or event.date


def last_day(event: Event) -> date:
    """The day on which `event` ends, once moved the new one."""
    return event.moved_to or event.until or event.date


def is_in_force(notice: Notice, today: date) -> bool:
    """Whether `notice` speaks of the present: it has been published, and has not ended."""
    return notice.published <= today and not has_ended(notice, today)


def has_ended(notice: Notice, today: date) -> bool:
    """Whether `notice` has stepped back."""
    if notice.until:
        return notice.until < today
    return not notice.urgent and today - notice.published > IN_FORCE
