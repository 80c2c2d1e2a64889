"""What staff wrote of times → the rows of a table of schedules: a row for each time that a line names."""

from __future__ import annotations

from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, Any, NamedTuple

from build_tools.facts.usual_weeks import goes_by_the_week, weekdays_of
from build_tools.publishing.tables.cells import YES, clock, codes_of, is_said
from build_tools.records.clock import DayPart
from build_tools.records.days import Season, Stretch
from build_tools.records.hours import DayRule, HoursRule, Makeup
from build_tools.records.key import Choice
from build_tools.records.opening import Opening
from build_tools.records.schedule import DatedException, GivenDays, SchoolYear
from build_tools.records.service import Whenever
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.days import Period

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OPEN, CLOSED, USUAL, MOVED = "open", "closed", "as usual", "moved"


class Told(NamedTuple):
    """One row, after what it is about: what it says of which days."""

    text: str | None = None
    status: str | None = None
    weekdays: str | None = None
    opens_at: str | None = None
    closes_at: str | None = None
    part_of_day: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    appointment: str | None = None
    last_entry: str | None = None
    reason: str | None = None
    moved_to: str | None = None
    note: str | None = None


HEADS = ("aspect", "line", *Told._fields)
BOOLEANS, INTEGERS, DATES = ("appointment",), ("line",), ("moved_to",)
CODES = {
    "status": tuple(dict.fromkeys((OPEN, CLOSED, USUAL, MOVED, *codes_of(Whenever, Makeup)))),
    "part_of_day": codes_of(DayPart),
}
"""Column → all that may stand in it."""
Row = tuple[str | int | None, ...]


def rows_of(aspect: str, value: Any) -> Iterator[Row]:
    """The rows for `value`, which stands under the key `aspect`; none where nobody wrote or knows it."""
    if isinstance(value, SchoolYear):
        for field in form_of(SchoolYear).fields:
            yield from rows_of(f"{aspect}_{field.english}", getattr(value, field.name))
    elif is_said(value):
        for number, line in enumerate(value if isinstance(value, tuple) else (value,), start=1):
            for told in told_by(line):
                yield (aspect, number, *told)


@singledispatch
def told_by(line: Any) -> tuple[Told, ...]:
    """What one `line` says."""
    raise TypeError(f"no row can tell {line!r}")


@told_by.register
def told_by_choice(line: Choice) -> tuple[Told, ...]:
    """What a word says that stands instead of times."""
    return (Told(text=line.label, status=line.code),)


@told_by.register
def told_by_opening(line: Opening) -> tuple[Told, ...]:
    """What hours say that need no days."""
    return tuple(hours(line, Told()))


@told_by.register
def told_by_rule(line: DayRule) -> tuple[Told, ...]:
    """What a rule says; thousands of stations share a few dozen."""
    return told_by_rule_in_words(line, line.text)


@lru_cache(maxsize=10_000)
def told_by_rule_in_words(rule: DayRule, text: str) -> tuple[Told, ...]:
    """The same of a `rule` that is written as `text`: rules are equal that mean the same."""
    first, last = bounds(rule.period)
    weekdays = named_weekdays(rule) if isinstance(rule, HoursRule) else None
    return tuple(hours(rule.opening, Told(text=text, weekdays=weekdays, valid_from=first, valid_to=last)))


@told_by.register
def told_by_days(line: GivenDays) -> tuple[Told, ...]:
    """Which days they are, a row for each that stands alone."""
    if line.stretch is None:
        return tuple(Told(valid_from=str(day), valid_to=str(day)) for day in line.days)
    first, last = bounds(line.stretch)
    if first and line.from_minute:
        first += f"T{clock(line.from_minute)}"
    if last and line.to_minute is not None:
        last += f"T{clock(line.to_minute)}"
    return (Told(valid_from=first, valid_to=last),)


@told_by.register
def told_by_exception(line: DatedException) -> tuple[Told, ...]:
    """What is different on which days."""
    said = list(hours(line.hours, Told())) if line.hours else [Told()]
    changes: dict[str, str] = {"note": line.note}
    if line.closed is not None:
        changes |= {"status": CLOSED, "reason": line.closed}
    if line.moved_to:
        changes |= {"status": MOVED, "moved_to": str(line.moved_to)}
    return tuple(
        told._replace(valid_from=days.valid_from, valid_to=days.valid_to, **changes)
        for days in told_by_days(line.days)
        for told in said
    )


def hours(opening: Opening, about: Told) -> Iterator[Told]:
    """What `opening` says `about` its days, a row for each of its times."""
    about = about._replace(
        status=CLOSED if opening.closed else USUAL if opening.usual else OPEN,
        part_of_day=opening.part.code if opening.part else None,
        appointment=YES if opening.appointment else None,
        reason=opening.reason,
    )
    if not opening.spans:
        yield about
    for span in opening.spans:
        is_last = opening.last_entry is not None and span.start < opening.last_entry < span.end
        last_entry = clock(opening.last_entry) if opening.last_entry is not None and is_last else None
        yield about._replace(opens_at=clock(span.start), closes_at=clock(span.end), last_entry=last_entry)


def named_weekdays(rule: HoursRule) -> str | None:
    """The days of the week that `rule` is for, if it is for nothing else."""
    if not goes_by_the_week(rule):
        return None
    return ",".join(WEEK[day] for day in sorted({day for term in rule.days for day in weekdays_of(term)}))


def bounds(period: Period | None) -> tuple[str | None, str | None]:
    """The first and the last day of `period`, without the year where it returns each year; the words tell the rest."""
    if isinstance(period, Season):
        first, last = ("XXXX-{:02}-{:02}".format(*day) for day in (period.first, period.last))
        return first, last
    if isinstance(period, Stretch):
        return (str(period.first) if period.first else None, str(period.last) if period.last else None)
    return None, None
