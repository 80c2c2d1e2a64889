"""Times before a day and after it, compared by what they mean for whoever comes from that day on."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from build_tools.facts.usual_weeks import weekdays_of
from build_tools.records.days import Stretch
from build_tools.records.hours import DayRule, HolidayRule, HoursRule, Makeup
from build_tools.records.key import Unknown
from build_tools.records.opening import Opening
from build_tools.records.service import Service, Whenever

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from build_tools.records.schedule import DatedException

Times = tuple[HoursRule, ...] | Whenever | None
"""None where nobody knows them, or nobody said."""
Choice = tuple[HolidayRule, ...] | Makeup | Opening | None
"""What happens on holidays or make-up workdays; None where nobody knows."""
Rule = TypeVar("Rule", bound=DayRule)


def times_of(written: tuple[HoursRule, ...] | Whenever | Unknown | None) -> Times:
    """The times that are `written`, without reasons."""
    if isinstance(written, tuple):
        return tuple(map(without_reason, written))
    return None if isinstance(written, Unknown) else written


def times_of_all(services: Sequence[Service]) -> Times:
    """The times of several services of one kind, as of one."""
    times = [times_of(one.times) for one in services]
    rules = tuple(rule for some in times if isinstance(some, tuple) for rule in some)
    return rules or next((some for some in times if isinstance(some, Whenever)), None)


def without_reason(rule: Rule) -> Rule:
    """`rule` without why it says so, which is free text."""
    return replace(rule, opening=replace(rule.opening, reason=""))


def choice_of(own: Choice | Unknown, around: Choice | Unknown) -> Choice:
    """What holds, without reasons: a station's `own` choice, or else that of the district `around` it."""
    choice = around if own is None else own
    if isinstance(choice, tuple):
        return tuple(map(without_reason, choice))
    if isinstance(choice, Opening):
        return replace(choice, reason="")
    return None if isinstance(choice, Unknown) else choice


def in_force(times: Times, day: date) -> Times:
    """`times` as they are to be understood from `day` on: without what is over by then, or replaced by what has begun."""
    if not isinstance(times, tuple):
        return times
    left = [rule for rule in times if not is_over(rule, day)]
    begun = [replace(rule, period=None) for rule in left if has_begun(rule, day)]
    others = [rule for rule in left if not has_begun(rule, day)]
    named = {rule.days for rule in begun}
    return (*(rule for rule in others if rule.period or rule.days not in named), *begun)


def is_over(rule: HoursRule, day: date) -> bool:
    """Whether `rule` held only before `day`."""
    return isinstance(rule.period, Stretch) and rule.period.last is not None and rule.period.last < day


def has_begun(rule: HoursRule, day: date) -> bool:
    """Whether `rule` holds for good since `day` or earlier."""
    begins = begin_of(rule)
    return begins is not None and begins <= day


def begin_of(rule: HoursRule) -> date | None:
    """The day from which `rule` holds for good, if it is written so."""
    return rule.period.first if isinstance(rule.period, Stretch) and rule.period.last is None else None


def mean_the_same(before: Times | Choice, after: Times | Choice) -> bool:
    """Whether two are alike, also when lines stand in another order that have no day in common."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        return frozenset(before) == frozenset(after) and not any(turned_round(before, after))
    return before == after


def turned_round(before: tuple[DayRule, ...], after: tuple[DayRule, ...]) -> Iterator[bool]:
    """For each two lines `before` that stand the other way round `after` whether that may matter: the later one prevails."""
    places = {rule: place for place, rule in enumerate(after)}
    for earlier, later in combinations(before, 2):
        if places[earlier] > places[later]:
            yield not (
                weekdays_in(earlier) and weekdays_in(later) and weekdays_in(earlier).isdisjoint(weekdays_in(later))
            )


def weekdays_in(rule: DayRule) -> frozenset[int]:
    """The days of the week that `rule` names; none if it names days otherwise, so that it may meet any other."""
    named = [weekdays_of(term) for term in rule.days]
    return frozenset(day for days in named for day in days) if all(named) else frozenset()


def beginning(before: Times, after: Times) -> tuple[date | None, Times]:
    """The one day from which all holds that is new in `after`, if nothing else is different, and how it is from then on."""
    known = before if isinstance(before, tuple) else ()
    new = [rule for rule in after if rule not in known] if isinstance(after, tuple) else []
    begins = {begin_of(rule) for rule in new}
    day = begins.pop() if len(begins) == 1 else None
    if day is None or not isinstance(after, tuple) or any(rule not in after for rule in known):
        return None, after
    return day, in_force(after, day)


def exceptions_ahead(exceptions: Sequence[DatedException], day: date) -> list[DatedException]:
    """Those of `exceptions` that are not over on `day`, without why."""
    return [
        replace(one, closed=None if one.closed is None else "", hours=bare(one.hours), note="")
        for one in exceptions
        if not is_past(one, day)
    ]


def bare(hours: Opening | None) -> Opening | None:
    """`hours` without a reason."""
    return replace(hours, reason="") if hours else None


def is_past(exception: DatedException, day: date) -> bool:
    """Whether all days that `exception` concerns lie before `day`."""
    given = exception.days
    if given.stretch and given.stretch.last is None:
        return False
    last = given.stretch.last if given.stretch else None
    concerned = [*given.days, *(one for one in (last, exception.moved_to) if one)]
    return max(concerned) < day
