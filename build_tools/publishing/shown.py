"""How single values read on a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from build_tools.records.clock import MINUTES_A_DAY, WHOLE_DAY, TimeRange
from build_tools.records.dates import PartialDate
from build_tools.records.days import DayGroup, Stretch, Weekdays
from build_tools.records.hours import DayRule, HoursRule
from build_tools.records.key import Choice
from build_tools.records.month import Month
from build_tools.records.values import Provision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.facts.day_state import DayState, Session
    from build_tools.facts.timetable import Timetable
    from build_tools.records.opening import Opening
    from build_tools.wording import Wording


class Shown:
    """Values in the words of one language."""

    def __init__(self, wording: Wording) -> None:
        self.say = wording.say
        self.language = wording.language
        self.ways: dict[type, Callable[[Any], str]] = {
            object: str,
            date: self.whole_date,
            PartialDate: self.partial_date,
            Choice: self.choice,
            Provision: self.provision,
            Month: self.month,
            TimeRange: self.time_range,
            HoursRule: self.hours_rule,
        }
        """A class → how its values read; classes below these join them as they come."""
        self.months = cache(self.row_of_months)
        """Months in a row; the same few stand on every page."""
        self.day_of_week = cache(self.weekday_and_day)
        """A day of the weeks that pages show."""

    def of(self, value: Any) -> str:
        """Any value as residents read it."""
        kind = type(value)
        if kind not in self.ways:
            self.ways[kind] = next(self.ways[base] for base in kind.__mro__ if base in self.ways)
        return self.ways[kind](value)

    def whole_date(self, value: date) -> str:
        """A day with its weekday."""
        weekday = self.say(f"weekday.{value.weekday()}")
        return self.say("date.day", year=value.year, month=self.month_name(value), day=value.day, weekday=weekday)

    def near_date(self, value: date) -> str:
        """A day of these months, with its weekday and without the year."""
        weekday = self.say(f"weekday.{value.weekday()}")
        return self.say("date.near_day", month=self.month_name(value), day=value.day, weekday=weekday)

    def known_day(self, value: date) -> str:
        """A day without its weekday."""
        return self.say("date.known_day", year=value.year, month=self.month_name(value), day=value.day)

    def month_name(self, value: date) -> str:
        """The month of a day."""
        return self.say(f"month.{value.month}")

    def partial_date(self, value: PartialDate) -> str:
        """As much of a date as is known."""
        if value.day and value.month:
            return self.known_day(date(value.year, value.month, value.day))
        if value.month:
            return self.month(Month.of(value.year, value.month))
        return self.say("date.year", year=value.year)

    def month(self, value: Month) -> str:
        """A month with its year."""
        return self.say("month.of_year", year=value.year, month=self.say(f"month.{value.number}"))

    def row_of_months(self, first: Month, last: Month) -> str:
        """Months in a row: without the year they all lie in."""
        if first == last:
            return self.say(f"month.{first.number}")
        if first.year == last.year:
            start, end = self.say(f"month.from.{first.number}"), self.say(f"month.{last.number}")
        else:
            start, end = self.month(first), self.month(last)
        return self.say("month.run", first=start, last=end)

    def choice(self, value: Choice) -> str:
        """The word of a choice."""
        return value.label if self.language == "zh" else value.code

    def provision(self, value: Provision) -> str:
        """有, 没有 or 部分, with its remark."""
        return self.choice(value.have) + (self.say("colon") + value.note if value.note else "")

    def time_range(self, value: TimeRange) -> str:
        """From when until when."""
        return f"{self.clock(value.start)}–{self.clock(value.end)}"

    def hours_rule(self, value: DayRule) -> str:
        """Which days, and when on them, or that nobody knows at what time."""
        return self.known_of_rule(value) + ("" if value.opening.has_clock else self.say("hours.no_clock"))

    def known_of_rule(self, value: DayRule) -> str:
        """Which days, and when on them as far as that is known."""
        if isinstance(value.period, Stretch) and value.period.first and value.period.last is None:
            words = self.known_of_rule(replace(value, period=None))
            return self.say("hours.from_day", words=words, day=self.known_day(value.period.first))
        days, opening = self.days(value), self.opening(value.opening)
        if value.opening.part and not value.opening.spans:
            days = self.say("hours.days_part", days=days, part=self.of(value.opening.part))
        return f"{days} {opening}".strip()

    def weekday_and_day(self, value: date) -> str:
        """A day with its weekday, in a week that says its month."""
        return self.say("week.day", weekday=self.say(f"weekday.{value.weekday()}"), day=value.day)

    def month_day(self, value: date) -> str:
        """A day without its year and weekday."""
        return self.say("date.month_day", month=self.month_name(value), day=value.day)

    def session(self, value: Session) -> str:
        """From when until when it is open on a day, on what condition."""
        times, *conditions = self.session_lines(value)
        return times + self.say("hours.if", conditions=self.say("comma").join(conditions)) if conditions else times

    def session_lines(self, value: Session) -> list[str]:
        """The same in short lines: the times, and each condition."""
        whole = (value.start, value.end) == (0, MINUTES_A_DAY)
        times = self.say("hours.all_day") if whole else f"{self.clock(value.start)}–{self.clock(value.end)}"
        return [times, *self.conditions(value.appointment, value.last_entry)]

    def conditions(self, appointment: bool, last_entry: int | None) -> list[str]:
        """On what conditions one is let in."""
        entry = [] if last_entry is None else [self.say("hours.last_entry", clock=self.clock(last_entry))]
        return [self.say("hours.appointment"), *entry] if appointment else entry

    def day_reason(self, table: Timetable, step: int, state: DayState) -> str:
        """Why the day is as it is: staff's words, the holiday's name, whither it was moved, or what is not known of it."""
        if not state.clock:
            part = self.of(state.part) if state.part else ""
            return self.say("week.no_clock", part=part) if part else self.say("week.no_clock_at_all")
        if not state.known:
            return self.say("week.unasked") if state.holiday else ""
        reason = table.reason(step, state)
        if state.moved_to is None:
            return reason
        moved = self.say("week.moved_to", day=self.month_day(state.moved_to))
        return f"{reason}{self.say('comma')}{moved}" if reason else moved

    def opening(self, value: Opening) -> str:
        """From when until when, on what condition; or closed and why."""
        if value.usual:
            return self.say("hours.usual")
        times = self.spans(value)
        if value.closed:
            times = f"{times} {self.say('hours.closed')}".strip()
            return self.say("hours.because", words=times, reason=value.reason) if value.reason else times
        conditions = self.conditions(value.appointment, value.last_entry)
        return times + self.say("hours.if", conditions=self.say("comma").join(conditions)) if conditions else times

    def spans(self, value: Opening) -> str:
        """From when until when; nothing where that is all day and for those with an appointment only."""
        if value.spans == (WHOLE_DAY,):
            return "" if value.appointment else self.say("hours.all_day")
        return self.say("list.pause").join(map(self.time_range, value.spans))

    def days(self, rule: DayRule) -> str:
        """Which days `rule` is for: the week's days in the site's language, everything else as staff wrote it."""
        term = rule.days[0]
        if len(rule.days) > 1 or rule.period or (self.language == "zh" and rule.named):
            return rule.named or self.of(term)
        if isinstance(term, DayGroup):
            return self.of(term)
        if not isinstance(term, Weekdays):
            return rule.named
        if len(term.days) == 1:
            return self.say("hours.every", day=self.say(f"weekday.{term.days[0]}"))
        return self.say("list.pause").join(self.run(first, last) for first, last in runs(term.days))

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
