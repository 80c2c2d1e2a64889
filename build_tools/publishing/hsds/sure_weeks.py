"""Which days of the week are always as the week says: not those that 每月第一个周一 休息 or 隔周 soon take."""

from __future__ import annotations

from dataclasses import replace
from math import gcd
from typing import TYPE_CHECKING

from build_tools.facts.usual_weeks import weekdays_of
from build_tools.records.clock import MINUTES_A_DAY
from build_tools.records.days import Beside, Cycle, DayGroup, DayTerm, NthWeekday, Stretch, Toward, Vacation, Weekdays
from build_tools.records.opening import Opening

if TYPE_CHECKING:
    from build_tools.facts.schedule import Schedule
    from build_tools.records.hours import HoursRule

SOON = 5
"""Weeks, at most, between two times of what comes back each month."""
A_WEEK = 7
ALL_TIME = Stretch(None, None)
CLOSED = Opening(closed=True)


def with_sure_weeks(schedule: Schedule) -> Schedule:
    """`schedule`, closed each week on the weekdays of rules that come back within five weeks, where these prevail."""
    often = {rule: days for rule in schedule.rules if (days := taken(rule, schedule))}
    if not often:
        return schedule
    rules: list[HoursRule] = []
    for rule in schedule.rules:
        by_week = tuple(filter(weekdays_of, rule.days)) if rule in often else rule.days
        rules += [replace(rule, days=by_week)] if by_week else []
        rules += [closing(rule, often[rule])] if rule in often and not takes_hours(rule) else []
    for rule in filter(takes_hours, often):
        rules.append(replace(closing(rule, often[rule]), period=rule.period or ALL_TIME))
    return replace(schedule, rules=tuple(rules))


def closing(rule: HoursRule, days: tuple[int, ...]) -> HoursRule:
    """That it is closed on `days` of the week, where `rule` stands and as long as it holds."""
    return replace(rule, days=(Weekdays(days),), opening=CLOSED)


def takes_hours(rule: HoursRule) -> bool:
    """Whether `rule` takes single hours from its days, wherever it stands: it prevails over weeks and seasons."""
    return rule.opening.closed and bool(rule.opening.spans)


def taken(rule: HoursRule, schedule: Schedule) -> tuple[int, ...]:
    """The days of the week some of which `rule` may soon take; hours off at night take from the days beside them too."""
    if rule.opening.usual or isinstance(rule.period, Vacation):
        return ()
    days = {day for term in rule.days for day in soon(term)}
    if takes_hours(rule) and has_nights(schedule):
        days |= {(day + step) % A_WEEK for day in days for step in (-1, 1)}
    return tuple(sorted(days))


def has_nights(schedule: Schedule) -> bool:
    """Whether any hours of `schedule` reach over midnight."""
    return any(span.end > MINUTES_A_DAY for rule in schedule.rules for span in rule.opening.spans)


def soon(term: DayTerm) -> tuple[int, ...]:
    """The days of the week that `term` names time and again, but not each week."""
    match term:
        case NthWeekday():
            return (term.weekday,)
        case Cycle() if term.weekdays:
            return term.weekdays if term.every <= SOON else ()
        case Cycle():
            return turning(term)
        case DayGroup.SCHOOL_DAY:
            return weekdays_of(DayGroup.WORKDAY)
        case Beside():
            return tuple((day + term.by) % A_WEEK for day in soon(term.of))
        case Toward():
            return (term.weekday,) if soon(term.of) else ()
    return ()


def turning(term: Cycle) -> tuple[int, ...]:
    """The days of the week to which a cycle of days soon comes back: its own, or all in turn."""
    weeks = term.every // gcd(term.every, A_WEEK)
    if weeks > SOON:
        return ()
    return (term.anchor.weekday(),) if term.every % A_WEEK == 0 else tuple(range(A_WEEK))
