"""A schedule as HSDS schedules without ids: what many stations share is worked out once.

HSDS knows weeks and months, and times of the day. Weeks come from the usual weeks; each part of a day is an entry of its
own, so a lunch break makes two. Rules by the month and by turns of weeks stand beside them: HSDS cannot say that one
prevails over another, so every entry also carries all lines as staff wrote them, and a day of the week that another rule
may take within five weeks (每月第一个周一 休息) is told by these lines alone: a door must not be closed that a program
calls open. What is no rule for HSDS stands there alone too, as an entry that has nothing but a description: lunar days,
school days, holidays, closures. Those that take a day of the week seldom (每月1日 休息) leave the weeks as they are.

`closes_at` that is not later than `opens_at` is on the next day: a whole day opens and closes at midnight.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.day_state import DayState, Session, state_of
from build_tools.facts.usual_weeks import UsualWeek, covers, irregular_rules, usual_weeks, weekdays_of
from build_tools.publishing.hsds.recurrences import ONE_DAY, recurrence, span, valid, weekly
from build_tools.publishing.hsds.sure_weeks import with_sure_weeks
from build_tools.records.clock import MINUTES_A_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.schedule import Schedule
    from build_tools.publishing.hsds.entries import Entry
    from build_tools.publishing.shown import Shown
    from build_tools.records.hours import HoursRule

A_YEAR = timedelta(days=365)
CHINA_TIME = 8
"""Hours; HSDS wants a number."""


class Times(NamedTuple):
    """One opening, begun `late` days after the day that it belongs to; `session` is None where no time is known."""

    late: int
    session: Session | None


def skeletons(schedule: Schedule, first: date, shown: Shown) -> tuple[Entry, ...]:
    """What `schedule` is from `first` on; nothing when it is shut and nobody knows for how long."""
    shut = schedule.shut.days if schedule.shut else None
    if shut and shut.last is None and covers(shut, first):
        return ()
    lines = "；".join(rule.text for rule in schedule.rules)
    weeks, are_all = sure_weeks(schedule, first, shown)
    found = [*weeks, *(one for rule in irregular_rules(schedule) for one in of_rule(rule, schedule, first, shown))]
    untold = [rule.text for rule in irregular_rules(schedule) if not is_told(rule)] if are_all else [lines]
    words = [{"description": text} for text in untold]
    if not (found or words):
        return ({"description": lines},) if lines else ()
    return (*({**one, "description": lines} for one in found), *words)


def sure_weeks(schedule: Schedule, first: date, shown: Shown) -> tuple[list[Entry], bool]:
    """The entries of the days of the week that no other rule soon takes; and whether these are all there are."""
    sure = with_sure_weeks(schedule)
    weeks = of_weeks(sure, first, shown)
    return weeks, sure is schedule or weeks == of_weeks(schedule, first, shown)


def of_weeks(schedule: Schedule, first: date, shown: Shown) -> list[Entry]:
    """The entries of all usual weeks."""
    return [one for week in usual_weeks(schedule, first, first + A_YEAR) for one in of_week(week, shown)]


def of_week(week: UsualWeek, shown: Shown) -> Iterator[Entry]:
    """The entries of `week`: one for each opening, with all days that have it."""
    days: dict[Times, list[int]] = {}
    for weekday, state in enumerate(week.days):
        for times in times_of(state):
            days.setdefault(times, []).append((weekday + times.late) % 7)
    for times, weekdays in days.items():
        later = times.late * ONE_DAY
        ends = valid(week.first and week.first + later, week.last and week.last + later)
        yield {**ends, "timezone": CHINA_TIME, **weekly(weekdays), **clock(times.session, shown)}


def of_rule(rule: HoursRule, schedule: Schedule, first: date, shown: Shown) -> Iterator[Entry]:
    """The entries of those days of `rule` that are no days of the week."""
    ends = span(rule.period, schedule.shut.days if schedule.shut else None, first)
    found = [recurrence(term) for term in rule.days if not weekdays_of(term)]
    if ends is None or not has_plain_times(rule):
        return
    for days in filter(None, found):
        for times in times_of(state_of(rule.opening)):
            yield {**ends, "timezone": CHINA_TIME, **days, **clock(times.session, shown)}


def is_told(rule: HoursRule) -> bool:
    """Whether weeks, months and times of the day say all that `rule` says."""
    by_rule = [term for term in rule.days if not weekdays_of(term)]
    return has_plain_times(rule) and span(rule.period, None, date.min) is not None and all(map(recurrence, by_rule))


def has_plain_times(rule: HoursRule) -> bool:
    """Whether `rule` opens on its days, and on no other: months cannot say 次日."""
    opening = rule.opening
    return not (opening.closed or opening.usual or any(times.late for times in times_of(state_of(opening))))


def times_of(state: DayState) -> Iterator[Times]:
    """The openings of a day, none of which is longer than a day."""
    if not state.clock:
        yield Times(0, None)
    for session in state.sessions:
        late, start = divmod(session.start, MINUTES_A_DAY)
        end = session.end - late * MINUTES_A_DAY
        if end - start > MINUTES_A_DAY:
            yield Times(late, session._replace(start=start, end=start + MINUTES_A_DAY))
            late, end = late + 1, end - MINUTES_A_DAY
        yield Times(late, session._replace(start=start, end=end))


def clock(session: Session | None, shown: Shown) -> Entry:
    """From when until when, and on what condition."""
    if session is None:
        return {}
    said = {"opens_at": offset(session.start), "closes_at": offset(session.end)}
    if session.appointment:
        said["attending_type"] = shown.say("hours.appointment")
    if session.last_entry is not None:
        said["notes"] = shown.say("hours.last_entry", clock=shown.clock(session.last_entry))
    return said


def offset(minute: int) -> str:
    """A time of the day in China."""
    hour, rest = divmod(minute % MINUTES_A_DAY, 60)
    return f"{hour:02}:{rest:02}+08:00"
