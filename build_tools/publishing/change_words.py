"""Changes in residents' words: one line a change, in which no reason stands, no count and nobody's name."""

from __future__ import annotations

from datetime import date
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from build_tools.facts.change_kinds import (
    Added,
    ExceptionAdded,
    ExceptionDropped,
    HolidaysChanged,
    LifeChanged,
    MakeupsChanged,
    Removed,
    ServiceAdded,
    ServiceDropped,
    TelephoneChanged,
    TimesChanged,
    What,
)
from build_tools.publishing.exception_words import exception_words, opening_words
from build_tools.publishing.life_words import life_words
from build_tools.records.dates import PartialDate
from build_tools.records.days import DayGroup
from build_tools.records.key import Choice as Word
from build_tools.records.opening import Opening
from build_tools.records.service import Whenever
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_tools.facts.changes import Changes
    from build_tools.facts.former_times import Choice, Times
    from build_tools.publishing.shown import Shown
    from build_tools.records.hours import DayRule
    from build_tools.records.station import Station
    from build_tools.records.vocabulary import ServiceKind

RECENT = 90
"""Days within which a station was opened that is called a new one; others are only new on the list."""


class ChangeWords:
    """Changes in the words of one language."""

    def __init__(self, shown: Shown, kinds: Mapping[str, ServiceKind]) -> None:
        self.shown = shown
        self.say = shown.say
        self.kinds = kinds

    def lines(self, changes: Changes) -> list[str]:
        """Each of `changes` in one line; without those of a kind of service for which there is no word any more."""
        known = [one for one in changes.what if kind_of(one) in ("", *self.kinds)]
        return [self.line(one, changes.day) for one in known]

    @singledispatchmethod
    def line(self, what: What, day: date) -> str:
        """What was changed on `day`."""
        raise TypeError(f"{what} on {day}")

    @line.register
    def _(self, what: Added, day: date) -> str:
        station = what.after
        if station.life is not Life.OPEN:
            return self.say("comma").join((self.say("changes.listed"), life_words(station, self.shown)))
        if is_recent(station, day):
            return self.say("changes.new", date=self.shown.of(station.life_since))
        return self.say("changes.listed")

    @line.register
    def _(self, _what: Removed, _day: date) -> str:
        return self.say("changes.removed")

    @line.register
    def _(self, what: LifeChanged, _day: date) -> str:
        station = what.after
        if station.life is not Life.OPEN:
            return life_words(station, self.shown)
        words = {
            Life.PLANNED: self.say("changes.begun"),
            Life.PAUSED: self.say("changes.resumed"),
            Life.CLOSED: self.say("changes.reopened"),
        }[what.before]
        since = station.life_since
        if not (what.is_dated and isinstance(since, PartialDate)):
            return words
        return self.say("life.since", words=words, date=self.shown.of(since))

    @line.register
    def _(self, what: TimesChanged, _day: date) -> str:
        if what.after is None:
            words = self.unknown(what)
        else:
            words = self.turned(self.subject(what), self.times(what.after), is_new=what.before is None)
        return self.from_day(self.with_former(words, self.former(what.before)), what.begins)

    @line.register
    def _(self, what: HolidaysChanged, _day: date) -> str:
        return self.choice_line(self.say("changes.holidays"), what.before, what.after)

    @line.register
    def _(self, what: MakeupsChanged, _day: date) -> str:
        return self.choice_line(self.say("changes.makeups"), what.before, what.after)

    @line.register
    def _(self, what: ExceptionAdded, day: date) -> str:
        return self.of_service(exception_words(what.exception, day, self.shown), what.service)

    @line.register
    def _(self, what: ExceptionDropped, day: date) -> str:
        words = exception_words(what.exception, day, self.shown)
        return self.of_service(self.say("changes.dropped", words=words), what.service)

    @line.register
    def _(self, what: ServiceAdded, _day: date) -> str:
        words = self.say("changes.service_added", name=self.kinds[what.kind].name)
        if what.times is not None:
            words = self.say("changes.known", subject=words, now=self.times(what.times))
        return self.from_day(words, what.begins)

    @line.register
    def _(self, what: ServiceDropped, _day: date) -> str:
        return self.say("changes.service_dropped", name=self.kinds[what.kind].name)

    @line.register
    def _(self, what: TelephoneChanged, _day: date) -> str:
        if what.number is None:
            return self.say("changes.telephone_other")
        return self.say("changes.telephone", number=what.number)

    def subject(self, what: TimesChanged) -> str:
        """What has other times."""
        if what.service:
            return self.kinds[what.service].name
        return self.say("changes.channel", name=what.channel) if what.channel else self.say("changes.hours")

    def unknown(self, what: TimesChanged) -> str:
        """That nobody knows the times any more."""
        if what.service or what.channel:
            return self.say("changes.unknown", subject=self.subject(what))
        return self.say("hours.unknown")

    def turned(self, subject: str, now: str, *, is_new: bool) -> str:
        """That `subject` is `now` so: another way than before, or known at last."""
        if is_new:
            return self.say("changes.known", subject=subject, now=now)
        return self.say("changes.now", subject=subject, now=now)

    def with_former(self, words: str, before: str) -> str:
        """`words` with how it was `before`, as far as that was known."""
        return self.say("changes.before", words=words, before=before) if before else words

    def from_day(self, words: str, begins: date | None) -> str:
        """`words` with the day from which it is so."""
        return self.say("changes.from_day", day=self.shown.known_day(begins), words=words) if begins else words

    def of_service(self, words: str, kind: str) -> str:
        """`words` with the service they are about, if it is one."""
        return self.say("changes.known", subject=self.kinds[kind].name, now=words) if kind else words

    def times(self, times: Times) -> str:
        """The times as pages show them."""
        if isinstance(times, Whenever):
            return self.say("service.station_hours")
        return self.say("semicolon").join(self.shown.of(rule) for rule in times or ())

    def former(self, times: Times) -> str:
        """The times that were, as far as they were known; nothing where they were not."""
        if isinstance(times, tuple):
            return self.say("semicolon").join(map(self.shown.known_of_rule, times))
        return self.times(times)

    def choice_line(self, subject: str, before: Choice, after: Choice) -> str:
        """What `subject`, holidays or make-up workdays, are to be like."""
        if after is None:
            words = self.say("changes.choice_unknown", subject=subject)
        else:
            words = self.turned(subject, self.choice(after), is_new=before is None)
        return self.with_former(words, self.choice(before))

    def choice(self, choice: Choice) -> str:
        """A choice in words; nothing where nobody made one."""
        if isinstance(choice, tuple):
            return self.say("semicolon").join(map(self.holiday_rule, choice))
        if isinstance(choice, Opening):
            return opening_words(choice, self.shown)
        return self.shown.choice(choice) if isinstance(choice, Word) else ""

    def holiday_rule(self, rule: DayRule) -> str:
        """What happens on holidays; on which, if not on all."""
        whole = rule.days == (DayGroup.HOLIDAY,)
        return opening_words(rule.opening, self.shown) if whole else self.shown.hours_rule(rule)


def kind_of(what: What) -> str:
    """The kind of service that `what` is about, if any."""
    if isinstance(what, ServiceAdded | ServiceDropped):
        return what.kind
    return what.service if isinstance(what, TimesChanged | ExceptionAdded | ExceptionDropped) else ""


def is_recent(station: Station, day: date) -> bool:
    """Whether `station` was opened not long before `day`, as far as its day of opening is known."""
    since = station.life_since
    if not isinstance(since, PartialDate) or not since.month or not since.day:
        return False
    return 0 <= (day - date(since.year, since.month, since.day)).days <= RECENT
