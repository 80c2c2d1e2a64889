"""How single values read on a page."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import TYPE_CHECKING

from build_tools.records.dates import PartialDate
from build_tools.records.hours import HoursRule, TimeRange
from build_tools.records.key import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.wording import Wording


class Shown:
    """Values in the words of one language."""

    def __init__(self, wording: Wording) -> None:
        self.say = wording.say
        self.language = wording.language
        self.of = singledispatch(str)
        """Any value as residents read it."""
        self.of.register(date, self.date)
        self.of.register(PartialDate, self.partial_date)
        self.of.register(Choice, self.choice)
        self.of.register(TimeRange, self.time_range)
        self.of.register(HoursRule, self.hours_rule)

    def date(self, value: date) -> str:
        """A day with its weekday."""
        weekday = self.say(f"weekday.{value.weekday()}")
        return self.say("date.day", year=value.year, month=value.month, day=value.day, weekday=weekday)

    def partial_date(self, value: PartialDate) -> str:
        """As much of a date as is known."""
        if value.day and value.month:
            return self.say("date.known_day", year=value.year, month=value.month, day=value.day)
        if value.month:
            return self.say("date.month", year=value.year, month=value.month)
        return self.say("date.year", year=value.year)

    def choice(self, value: Choice) -> str:
        """The word of a choice."""
        return value.label if self.language == "zh" else value.code

    def time_range(self, value: TimeRange) -> str:
        """From when until when."""
        return f"{self.clock(value.start)}–{self.clock(value.end)}"

    def hours_rule(self, value: HoursRule) -> str:
        """Which days, and when on them."""
        return " ".join([self.days_and_part(value), self.say("list.pause").join(map(self.of, value.spans))]).strip()

    def days_and_part(self, rule: HoursRule) -> str:
        """Which days `rule` is for, and the part of the day if it names one."""
        return self.days(rule) + (self.of(rule.part) if rule.part else "")

    def days(self, rule: HoursRule) -> str:
        """Which days `rule` is for; a single weekday is said with “every”."""
        if isinstance(rule.days, Choice):
            return self.of(rule.days)
        if len(rule.days) == 1:
            return self.say("hours.every", day=self.say(f"weekday.{rule.days[0]}"))
        return self.say("list.pause").join(self.run(first, last) for first, last in runs(rule.days))

    def run(self, first: int, last: int) -> str:
        """Consecutive weekdays; two of them are simply named."""
        names = [self.say(f"weekday.{day}") for day in range(first, last + 1)]
        return (
            self.say("list.pause").join(names)
            if len(names) < 3
            else self.say("hours.run", first=names[0], last=names[-1])
        )

    def clock(self, minutes: int) -> str:
        """A time of day; past midnight it says so, and midnight at the end of a day is 24:00."""
        if minutes <= 24 * 60:
            return f"{minutes // 60}:{minutes % 60:02}"
        after = minutes - 24 * 60
        return self.say("hours.next_day", clock=f"{after // 60}:{after % 60:02}")


def runs(days: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """First and last day of each stretch of consecutive weekdays in `days`."""
    first = last = days[0]
    for day in days[1:]:
        if day != last + 1:
            yield first, last
            first = day
        last = day
    yield first, last
