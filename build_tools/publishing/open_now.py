"""What a page's script needs to say whether it is open now: `assets/hours.js` reads it."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from string import ascii_letters
from typing import TYPE_CHECKING, Any

from build_tools.publishing.json_text import json_text
from build_tools.records.clock import MINUTES_A_DAY

if TYPE_CHECKING:
    from build_tools.facts.day_state import Session
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.shown import Shown

UNKNOWN = "?"


@lru_cache(maxsize=1000)  # stations share their hours, and one is shown on many pages
def open_now(table: Timetable, shown: Shown) -> str:
    """The distinct days of `table`, one letter for each day from its second on, and the reasons, as JSON.

    The first day of a timetable is the one before the week that it is made for; what runs over from it begins
    before midnight, at a negative minute.
    """
    patterns: dict[tuple[Session, ...], str] = {}
    letters: list[str] = []
    reasons: dict[str, str] = {}
    for step, (state, sessions) in enumerate(zip(table.days(), by_start(table), strict=True)):
        if step == 0:
            continue
        if sessions not in patterns and len(patterns) == len(ascii_letters):
            break
        unsure = not state.known or not state.clock
        letters.append(UNKNOWN if unsure else patterns.setdefault(sessions, ascii_letters[len(patterns)]))
        reason = shown.day_reason(table, step, state)
        if reason and (unsure or not sessions):
            reasons[str(step - 1)] = reason
    told = {
        "b": (table.first + timedelta(days=1)).isoformat(),
        "p": [[numbers(session) for session in sessions] for sessions in patterns],
        "d": "".join(letters),
        "r": reasons,
    }
    return json_text(told)


def by_start(table: Timetable) -> list[tuple[Session, ...]]:
    """The sessions of each day, where what hours off left of a night belongs to the day on which it begins."""
    days: list[list[Session]] = [[] for _ in range(table.count)]
    for step, state in enumerate(table.days()):
        for session in state.sessions:
            later = session.start // MINUTES_A_DAY
            if step + later < table.count:
                days[step + later].append(moved_by(session, -later))
    for session in days[0]:
        if session.end > MINUTES_A_DAY:
            days[1].insert(0, moved_by(session, -1))
    return [tuple(sorted(sessions, key=lambda one: one[:2])) for sessions in days]


def moved_by(session: Session, days: int) -> Session:
    """`session` as seen from so many days before."""
    last = session.last_entry
    by = days * MINUTES_A_DAY
    return session._replace(
        start=session.start + by, end=session.end + by, last_entry=None if last is None else last + by
    )


def numbers(session: Session) -> list[Any]:
    """`[start, end]`, then whether by appointment and the last entry where these say something."""
    if session.last_entry is not None:
        return [session.start, session.end, int(session.appointment), session.last_entry]
    return [session.start, session.end, 1] if session.appointment else [session.start, session.end]
