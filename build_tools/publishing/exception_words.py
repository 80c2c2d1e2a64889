"""What is different on particular days, in words and without why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.week import day_words, days_words

if TYPE_CHECKING:
    from datetime import date

    from build_tools.publishing.shown import Shown
    from build_tools.records.opening import Opening
    from build_tools.records.schedule import DatedException, GivenDays


def exception_words(exception: DatedException, told: date, shown: Shown) -> str:
    """That it is closed, open at other hours or moved; in other years than that of the day it is `told`, with the year."""
    days = given_words(exception.days, told.year, shown)
    times = opening_words(exception.hours, shown) if exception.hours else ""
    if exception.moved_to is None:
        return (
            shown.say("changes.different", days=days, times=times) if times else shown.say("changes.closed", days=days)
        )
    to = day_words(exception.moved_to, told.year, shown)
    if times:
        return shown.say("changes.moved_times", days=days, day=to, times=times)
    return shown.say("changes.moved", days=days, day=to)


def opening_words(opening: Opening, shown: Shown) -> str:
    """From when until when; of a part of the day, which has no clock, that and no more."""
    if opening.has_clock or opening.part is None:
        return shown.opening(opening)
    return shown.of(opening.part) + shown.opening(opening) + shown.say("hours.no_clock")


def given_words(given: GivenDays, year: int, shown: Shown) -> str:
    """The days, and from and until when on the first and the last."""
    if given.stretch is None:
        return shown.say("list.pause").join(day_words(day, year, shown) for day in given.days)
    first, last = given.stretch.first, given.stretch.last
    if first and last and not given.is_by_the_clock:
        return days_words(first, last, year, shown)
    begin = moment_words(first, given.from_minute or None, year, shown) if first else ""
    end = moment_words(last, given.to_minute, first.year if first else year, shown) if last else ""
    if begin and end:
        return shown.say("ahead.days", first=begin, last=end)
    return shown.say("changes.onward", day=begin) if begin else shown.say("date.up_to", day=end)


def moment_words(day: date, minute: int | None, year: int, shown: Shown) -> str:
    """A day, and a time on it if there is one."""
    words = day_words(day, year, shown)
    return words if minute is None else shown.say("date.at", day=words, clock=shown.clock(minute))
