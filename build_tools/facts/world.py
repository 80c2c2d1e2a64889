"""What undecided days may turn out to be: a schedule is certain where it comes out alike in every world."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.almanac import Almanac, union
from build_tools.records.days import DayTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEKDAYS = range(5)
WEEKEND = (5, 6)
AT_ONCE = 2
"""So many terms that look around are tried together: one decides a day, or one is 照常 and lets another decide it."""


class Turn(NamedTuple):
    """What undecided days turn out to be: by nothing of this, ordinary."""

    holiday: bool = False
    only: str = ""
    """The holiday of which the days near it become a part, and of no other; of every one they are near without it."""
    replaces: int | None = None
    """The weekday that a make-up workday replaces."""


ORDINARY = Turn()


@dataclass(frozen=True, slots=True)
class Needs:
    """What a schedule must know of undecided days, beyond what each is itself."""

    surroundings: tuple[DayTerm, ...] = ()
    """The terms of the schedule for which it matters what other days are: 遇休息日顺延, 节前一天."""
    replaced: bool = False
    """Which weekday a make-up workday replaces."""
    named: bool = False
    """Of which holiday a day is a part that is near two."""
    vacations: bool = False
    """When schools have their vacation."""
    spills: bool = False
    """What happens on other days: hours off cut the night before, and what is moved comes from another day."""


@dataclass(frozen=True, eq=False)
class World:
    """One way in which everything may be decided, for the day one asks about and for the days around it."""

    almanac: Almanac
    needs: Needs = Needs()
    own: Turn = ORDINARY
    """What the day is that one asks about, if it is undecided."""
    many: frozenset[DayTerm] = frozenset()
    """The terms that look around and name as many days as they can, the others as few, whatever other days are."""
    vacation: bool = False
    """Whether schools have their vacation on days on which most have, where nobody wrote it down."""

    @cached_property
    def undecided(self) -> int:
        """The undecided days."""
        return union(self.almanac.undecided.values())

    @cached_property
    def open_days(self) -> int:
        """The days that may come out differently in another world."""
        needs = self.needs
        return self.almanac.all if needs.surroundings or needs.vacations or needs.spills else self.undecided

    @cached_property
    def holidays_by_name(self) -> dict[str, int]:
        """Name → its days."""
        sure, near = self.almanac.holidays, near_by_name(self.almanac)
        if not self.own.holiday:
            return sure
        elsewhere = ~near.get(self.own.only, 0)
        perhaps = {name: days if name == self.own.only else days & elsewhere for name, days in near.items()}
        return {name: sure.get(name, 0) | perhaps.get(name, 0) for name in {**sure, **perhaps}}

    @cached_property
    def holidays(self) -> int:
        """All holidays."""
        return union(self.holidays_by_name.values())

    @cached_property
    def makeups_by_weekday(self) -> tuple[int, ...]:
        """The make-up workdays that replace a Monday, those that replace a Tuesday …"""
        sure = list(self.almanac.makeups)
        if self.own.replaces is not None:
            sure[self.own.replaces] |= self.undecided & self.weekend
        return tuple(sure)

    @cached_property
    def makeups(self) -> int:
        """All make-up workdays."""
        return union(self.makeups_by_weekday)

    @cached_property
    def weekend(self) -> int:
        """All Saturdays and Sundays."""
        return union(self.almanac.weekdays[day] for day in WEEKEND)

    @cached_property
    def working(self) -> int:
        """The days on which most people work."""
        return self.almanac.all & ~self.weekend & ~self.holidays | self.makeups

    def resting(self, *, perhaps: bool) -> int:
        """The days on which most people rest: certainly, or perhaps."""
        makeups, holidays = union(self.almanac.makeups), union(self.almanac.holidays.values())
        if perhaps:
            return (self.weekend | holidays | self.undecided) & ~makeups
        return (self.weekend & ~self.undecided | holidays) & ~makeups

    def naming(self, term: DayTerm, *, perhaps: bool) -> World:
        """The same world but that `term`, if it looks around, names as many days as it can, or as few."""
        many = self.many | {term} if perhaps else self.many - {term}
        return world(self.almanac, self.needs, self.own, many, self.vacation)

    def turned(self) -> Iterator[World]:
        """The same world for each turn that the day one asks about may take."""
        return (
            world(self.almanac, self.needs, own, self.many, self.vacation) for own in turns(self.almanac, self.needs)
        )


def turns(almanac: Almanac, needs: Needs) -> Iterator[Turn]:
    """Every turn of the undecided days of `almanac` that makes a difference to a schedule with `needs`."""
    yield ORDINARY
    yield Turn(holiday=True)
    for name in near_others(almanac) if needs.named else ():
        yield Turn(holiday=True, only=name)
    for weekday in WEEKDAYS if needs.replaced else (0,):
        yield Turn(replaces=weekday)


@lru_cache(maxsize=256)
def near_by_name(almanac: Almanac) -> dict[str, int]:
    """The name of each single holiday → the undecided days near it."""
    near: dict[str, int] = {}
    for names, days in almanac.undecided.items():
        for name in names.split("、"):
            near[name] = near.get(name, 0) | days
    return near


@lru_cache(maxsize=256)
def near_others(almanac: Almanac) -> list[str]:
    """The holidays near which lie days that are near another one too."""
    near = near_by_name(almanac).items()
    return [name for name, days in near if any(days & others for other, others in near if other != name)]


@lru_cache(maxsize=1024)
def world(almanac: Almanac, needs: Needs, own: Turn, many: frozenset[DayTerm], vacation: bool) -> World:
    """The one world that is so."""
    return World(almanac, needs, own, many, vacation)


@lru_cache(maxsize=256)
def worlds(almanac: Almanac, needs: Needs) -> tuple[World, ...]:
    """Every world in which a schedule with `needs` may come out differently, the plainest first."""
    return tuple(
        world(almanac, needs, own, many, vacation)
        for vacation in ((False, True) if needs.vacations else (False,))
        for many in some_of(needs.surroundings)
        for own in turns(almanac, needs)
    )


def some_of(terms: tuple[DayTerm, ...]) -> Iterator[frozenset[DayTerm]]:
    """Every choice of a few of `terms`; if no such choice makes a difference to a day, more do not."""
    return map(frozenset, chain.from_iterable(combinations(terms, size) for size in range(AT_ONCE + 1)))
