"""What must hold within a schedule; `rules.py` lists these functions among the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from build_tools.reading.exception_rules import (
    an_exception_holds_good,
    an_exception_says_one_thing,
    no_exception_hides_another,
)
from build_tools.reading.written import Written, each
from build_tools.records.days import Beside, Cycle, Dates, DayGroup, DayTerm, NthWeekday, Season, Toward, Weekdays
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.hours import DayRule, HoursRule, Makeup, is_holiday
from build_tools.records.schedule import for_others
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_tools.problems import Problem
    from build_tools.records.service import Channel, Service

MONDAY_TO_FRIDAY = {0, 1, 2, 3, 4}
BY_WEEKDAY = (DayGroup.WORKDAY, DayGroup.REST_DAY, DayGroup.SCHOOL_DAY)
BY_OTHER_DAYS = (Beside, Toward)
NAMING_WEEKDAYS = (Weekdays, NthWeekday)
FOR_ALL_WORKDAYS = (DayGroup.EVERY_DAY, DayGroup.WORKDAY, DayGroup.SCHOOL_DAY)
LEAP_YEAR = [date(2024, 1, 1) + timedelta(days=step) for step in range(366)]


@dataclass(slots=True)
class Scheduled:
    """Something with times, and where these are written."""

    one: Written
    path: tuple[str | int, ...]
    """Of the record that it is, inside the file."""
    times: str
    """The key of its rules."""
    record: Any
    rules: tuple[HoursRule, ...]
    inherited: tuple[Any, ...]
    """Records whose choices hold where it makes none, the nearest first."""

    def chosen(self, key: str) -> Any:
        """The choice `key` that holds for it, or None."""
        own = getattr(self.record, key)
        around = next((choice for record in self.inherited if (choice := getattr(record, key)) is not None), None)
        if own is not None or isinstance(self.record, Station):
            return around if own is None else own
        return for_others(around)

    def problem(self, code: str, key: str, position: int | None = None, **words: object) -> Problem:
        """A problem at its `key`, or at one entry there."""
        return self.one.problem(code, *self.path, key, *(() if position is None else (position,)), **words)


def all_scheduled(written: Sequence[Written], but: Callable[..., bool] = lambda *_: False) -> Iterator[Scheduled]:
    """Everything that has rules of its own, or exceptions; what is in stations, `but` for which that holds."""
    districts = {district.id: district for _, district in each(written, District)}
    for one, station in each(written, Station):
        around = tuple(filter(None, [districts.get(station.district)]))
        if not but(station, *around):
            yield from scheduled_in(one, station, around)
    stations = {station.id: station for _, station in each(written, Station)}
    for one, event in each(written, Event):
        if event.repeats:
            near = (stations.get(event.station or ""), districts.get(event.district))
            yield Scheduled(one, (), "repeats", event, event.repeats, tuple(filter(None, near)))


def scheduled_in(one: Written, station: Station, around: tuple[District, ...]) -> Iterator[Scheduled]:
    """The same in one `station`."""
    if has_times(station, station.hours):
        yield Scheduled(one, (), "hours", station, rules_in(station.hours), around)
    for key in ("services", "channels"):
        for position, part in enumerate(getattr(station, key)):
            if has_times(part, part.times):
                yield Scheduled(one, (key, position), "times", part, rules_in(part.times), (station, *around))


def has_times(record: Station | Service | Channel, times: Any) -> bool:
    """Whether `times` are rules of `record`, and neither unknown nor the station's, or it has exceptions."""
    return isinstance(times, tuple) or bool(record.exceptions)


def rules_in(times: Any) -> tuple[HoursRule, ...]:
    """The rules that are written, if any are."""
    return times if isinstance(times, tuple) else ()


def a_schedule_says_what_holidays_do(written: Sequence[Written]) -> Iterator[Problem]:
    """Hours that go by the weekday need a choice for holidays and one for make-up workdays, if only by the district."""
    for scheduled in all_scheduled(written, but=says_it_for_all):
        position = next((at for at, rule in enumerate(scheduled.rules) if goes_by_the_weekday(rule)), None)
        if position is not None:
            for code, key, says in (("E095", "holidays", names_holidays), ("E096", "makeup_days", names_makeups)):
                if scheduled.chosen(key) is None and not any(map(says, scheduled.rules)):
                    yield scheduled.problem(code, scheduled.times, position)


def says_it_for_all(station: Station, *around: District) -> bool:
    """Whether `station`, or what is `around` it, makes both choices for itself and for all that is in it."""
    for key in ("holidays", "makeup_days"):
        choices = (choice for one in (station, *around) if (choice := getattr(one, key)) is not None)
        if for_others(next(choices, None)) is None:
            return False
    return True


def goes_by_the_weekday(rule: HoursRule) -> bool:
    """Whether it makes a difference to `rule` which day of the week it is."""
    return rule.opening.has_clock and any(map(is_by_weekday, rule.days))


def is_by_weekday(term: DayTerm) -> bool:
    """Whether `term` names days of the week, or days by them."""
    if isinstance(term, BY_OTHER_DAYS):
        return is_by_weekday(term.of)
    if isinstance(term, DayGroup):
        return term in BY_WEEKDAY
    return isinstance(term, NAMING_WEEKDAYS) or (isinstance(term, Cycle) and bool(term.weekdays))


def holidays_are_said_once(scheduled: Scheduled) -> Iterator[Problem]:
    """What holidays or make-up days do stands in a line of the hours or under a key of its own, not in both."""
    for key, says in (("holidays", names_holidays), ("makeup_days", names_makeups)):
        own = getattr(scheduled.record, key)
        if own is not None and decides(own) and any(map(says, scheduled.rules)):
            yield scheduled.problem("E107", key, label={"holidays": "节假日", "makeup_days": "调休上班日"}[key])


def decides(choice: Any) -> bool:
    """Whether `choice` is about all holidays or make-up days, and not only about one holiday by its name."""
    return not isinstance(choice, tuple) or any(names_holidays(rule) for rule in choice)


def names_holidays(rule: DayRule) -> bool:
    """Whether `rule` says what all holidays do."""
    return DayGroup.HOLIDAY in rule.days


def names_makeups(rule: HoursRule) -> bool:
    """Whether `rule` says what make-up workdays do."""
    return DayGroup.MAKEUP in rule.days


def a_makeup_day_has_a_workday_to_follow(scheduled: Scheduled) -> Iterator[Problem]:
    """按工作日 needs a rule that holds from Monday to Friday alike."""
    follows = scheduled.rules and scheduled.record.makeup_days is Makeup.AS_WORKDAY
    if follows and not any(map(holds_all_workdays, scheduled.rules)):
        yield scheduled.problem("E097", "makeup_days")


def holds_all_workdays(rule: HoursRule) -> bool:
    """Whether `rule` is the same from Monday to Friday."""
    return any(
        term in FOR_ALL_WORKDAYS or (isinstance(term, Weekdays) and set(term.days) >= MONDAY_TO_FRIDAY)
        for term in rule.days
    )


def seasons_fill_the_year(scheduled: Scheduled) -> Iterator[Problem]:
    """Where two seasons are written and no line for all the year, every day belongs to a season."""
    seasonal = [at for at, rule in enumerate(scheduled.rules) if isinstance(rule.period, Season)]
    if len(seasonal) < 2 or any(map(holds_all_year, scheduled.rules)):
        return
    gap = first_gap([rule.period for rule in scheduled.rules if isinstance(rule.period, Season)])
    if gap:
        days = "至".join(dict.fromkeys(f"{day.month}月{day.day}日" for day in gap))
        yield scheduled.problem("E098", scheduled.times, seasonal[-1], days=days)


def holds_all_year(rule: HoursRule) -> bool:
    """Whether `rule` is more than a few days, or a few hours that are taken from others."""
    takes_hours = rule.opening.closed and bool(rule.opening.spans)
    few_days = all(is_holiday(term) or isinstance(term, Dates) for term in rule.days)
    return rule.period is None and not takes_hours and not few_days


def first_gap(seasons: list[Season]) -> tuple[date, date] | None:
    """The first and the last day of the first stretch that no season covers; the year goes round."""
    missing = [not any(covers(season, (day.month, day.day)) for season in seasons) for day in LEAP_YEAR]
    begins = next((at for at, gone in enumerate(missing) if gone and not missing[at - 1]), None)
    if begins is None:
        return None
    ends = next(at for at in range(begins, begins + len(missing)) if not missing[(at + 1) % len(missing)])
    return LEAP_YEAR[begins], LEAP_YEAR[ends % len(missing)]


def covers(season: Season, day: tuple[int, int]) -> bool:
    """Whether `day`, a month and a day of it, lies in `season`."""
    if season.first <= season.last:
        return season.first <= day <= season.last
    return day >= season.first or day <= season.last


def no_line_hides_another(scheduled: Scheduled) -> Iterator[Problem]:
    """Two lines for the same days are a slip: only the later one counts."""
    seen: dict[object, int] = {}
    for position, rule in enumerate(scheduled.rules):
        if rule.opening.closed and rule.opening.spans:
            continue
        earlier = seen.setdefault((rule.days, rule.period), position)
        if earlier != position:
            hidden = scheduled.rules[earlier].text
            yield scheduled.problem("W102", scheduled.times, position, hidden=hidden, earlier=earlier + 1)


def an_event_is_once_or_recurs(written: Sequence[Written]) -> Iterator[Problem]:
    """An event has a day or a rule, not both; only one that recurs has changes, each of which says one thing."""
    for one, event in each(written, Event):
        if (event.date is None) == (not event.repeats):
            yield one.problem("E102", "date")
        elif event.changes and not event.repeats:
            yield one.problem("E105", "changes")
        for position, change in enumerate(event.changes):
            if (change.cancelled is None) == (change.moved_to is None and change.time is None):
                yield one.problem("E106", "changes", position)


RULES_OF_LINES = (seasons_fill_the_year, no_line_hides_another)
"""Of several lines."""
SCHEDULE_RULES = (
    a_makeup_day_has_a_workday_to_follow,
    holidays_are_said_once,
    an_exception_says_one_thing,
    an_exception_holds_good,
    no_exception_hides_another,
    *RULES_OF_LINES,
)
RULES_OF_ONE_LINE = tuple(rule for rule in SCHEDULE_RULES if rule not in RULES_OF_LINES)


def every_schedule_holds(written: Sequence[Written]) -> Iterator[Problem]:
    """Each of `SCHEDULE_RULES` holds for everything that has times, whatever others choose for it."""
    for scheduled in all_scheduled(written):
        for rule in SCHEDULE_RULES if len(scheduled.rules) > 1 else RULES_OF_ONE_LINE:
            yield from rule(scheduled)
