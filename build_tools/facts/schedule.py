"""Everything that decides when something is open, gathered from where it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from build_tools.records.dates import PartialDate
from build_tools.records.days import Beside, DayGroup, DayTerm, Holiday, MonthDays, Stretch, Toward, Vacation
from build_tools.records.hours import DayRule, HolidayRule, HoursRule, Makeup
from build_tools.records.key import UNKNOWN, Unknown
from build_tools.records.opening import Opening
from build_tools.records.schedule import DatedException, SchoolYear, for_others
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.district import District
    from build_tools.records.event import Event
    from build_tools.records.service import Channel, Service
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Shut:
    """A time in which nothing takes place, whatever the rules say."""

    days: Stretch
    reason: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rules of one station, service, channel or event with all that modifies them; equal ones mean the same."""

    rules: tuple[HoursRule, ...]
    holidays: tuple[HolidayRule, ...] | Unknown = ()
    """Nothing means that holidays make no difference."""
    makeup: Makeup | Opening | Unknown = Makeup.USUAL
    exceptions: tuple[DatedException, ...] = ()
    school: SchoolYear | None = None
    shut: Shut | None = None

    @property
    def asks_the_calendar(self) -> bool:
        """Whether it makes a difference to it what the State Council announces."""
        plain = self.holidays == () and self.makeup is Makeup.USUAL
        return not plain or any(depends(term) for term in self.terms()) or self.asks_the_school

    @property
    def asks_the_school(self) -> bool:
        """Whether it makes a difference to it when schools have their vacation."""
        periods = any(isinstance(rule.period, Vacation) for rule in self.rules)
        return periods or any(term in (DayGroup.SCHOOL_DAY, DayGroup.VACATION) for term in self.terms())

    @property
    def looking_around(self) -> tuple[DayTerm, ...]:
        """The days it names of which it depends on other days which they are."""
        named = self.terms() if isinstance(self.holidays, Unknown) else (*self.terms(), *terms_of(self.holidays))
        return tuple(dict.fromkeys(term for term in named if looks_around(term)))

    def terms(self) -> Iterator[DayTerm]:
        """All days that its rules name."""
        return terms_of(self.rules)


def terms_of(rules: tuple[DayRule, ...]) -> Iterator[DayTerm]:
    """All days that `rules` name."""
    return (term for rule in rules for term in rule.days)


def depends(term: DayTerm) -> bool:
    """Whether which days `term` names depends on the State Council's notice."""
    if isinstance(term, Beside | Toward):
        return depends(term.of)
    return is_shifted(term) or isinstance(term, Holiday) or term in (DayGroup.HOLIDAY, DayGroup.MAKEUP)


def looks_around(term: DayTerm) -> bool:
    """Whether which days `term` names depends on what the days around are."""
    return is_shifted(term) or (isinstance(term, Beside | Toward) and depends(term.of))


def is_shifted(term: DayTerm) -> bool:
    """Whether `term` gives way to days of rest."""
    return isinstance(term, MonthDays) and term.shift is not None


def but_for_holidays(schedule: Schedule) -> Schedule:
    """`schedule` as it would be without holidays and the days that make up for them: what staff move is taken from it."""
    return replace(schedule, holidays=(), makeup=Makeup.USUAL)


def schedule_of_station(station: Station, district: District) -> Schedule | None:
    """When `station` is open; None when nobody knows."""
    if isinstance(station.hours, Unknown):
        return None
    return Schedule(
        rules=station.hours,
        holidays=first_said(station.holidays, said_already(DayGroup.HOLIDAY, station.hours), district.holidays, ()),
        makeup=first_said(
            station.makeup_days, said_already(DayGroup.MAKEUP, station.hours), district.makeup_days, Makeup.USUAL
        ),
        exceptions=station.exceptions,
        school=station.school or district.school,
        shut=shut_by_life(station),
    )


def schedule_of_part(part: Service | Channel, station: Station, district: District) -> Schedule | None:
    """When a service or channel of `station` takes place; None when it has no times of its own, or nobody knows them."""
    if not isinstance(part.times, tuple):
        return None
    return Schedule(
        rules=part.times,
        holidays=inherited(
            part.holidays, said_already(DayGroup.HOLIDAY, part.times), station.holidays, district.holidays, ()
        ),
        makeup=inherited(
            part.makeup_days,
            said_already(DayGroup.MAKEUP, part.times),
            station.makeup_days,
            district.makeup_days,
            Makeup.USUAL,
        ),
        exceptions=part.exceptions,
        school=station.school or district.school,
        shut=shut_by_life(station),
    )


def schedule_of_event(event: Event, station: Station | None, district: District) -> Schedule:
    """When `event` recurs; its single changes are not in it."""
    closed = station is not None and station.life is Life.CLOSED
    return Schedule(
        rules=event.repeats,
        holidays=inherited(
            event.holidays,
            said_already(DayGroup.HOLIDAY, event.repeats),
            station and station.holidays,
            district.holidays,
            (),
        ),
        makeup=inherited(
            event.makeup_days,
            said_already(DayGroup.MAKEUP, event.repeats),
            station and station.makeup_days,
            district.makeup_days,
            Makeup.USUAL,
        ),
        school=(station.school if station else None) or district.school,
        shut=shut_by_life(station) if station and closed else None,
    )


def first_said(*choices: Any) -> Any:
    """The first of `choices` that somebody made."""
    for choice in choices:
        if choice is not None:
            return choice
    raise ValueError("nobody has made a choice")


def said_already(group: DayGroup, rules: tuple[HoursRule, ...]) -> Any:
    """The choice that changes nothing, where a line of `rules` itself says what happens on the days of `group`."""
    for rule in rules:
        if group in rule.days:
            return () if group is DayGroup.HOLIDAY else Makeup.USUAL
    return None


def inherited(own: Any, *choices: Any) -> Any:
    """Its `own` choice, or else the first of `choices`; unknown when that gives hours, which are not its own."""
    if own is not None:
        return own
    nearest = first_said(*choices)
    return UNKNOWN if for_others(nearest) is None else nearest


def shut_by_life(station: Station) -> Shut | None:
    """When `station` is not open because of where it is in its life."""
    since = exact(station.life_since)
    if station.life is Life.OPEN:
        return Shut(Stretch(None, since - timedelta(days=1)), "") if since else None
    begins = None if station.life is Life.PLANNED else since
    return Shut(Stretch(begins, None), station.life_reason)


def exact(day: PartialDate | Unknown | None) -> date | None:
    """The day, when it is known to the day."""
    if isinstance(day, PartialDate) and day.month and day.day:
        return date(day.year, day.month, day.day)
    return None
