"""How OpenStreetMap's `opening_hours` spells a week, and days that differ from it; what is said is chosen elsewhere.

Sections named below are those of <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from build_tools.records.clock import MINUTES_A_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.facts.intervals import Interval

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ALL_DAY: tuple[Interval, ...] = ((0, MINUTES_A_DAY),)


class Part(NamedTuple):
    """Some hours of a day, or the whole of it, and what they are (section *rule_modifier*)."""

    spans: tuple[Interval, ...] = ()
    """None is the whole day. An end past 24:00 is tomorrow (section *extended_time*)."""
    modifier: str = ""
    comment: str = ""
    """Never without a modifier: alone it means “unknown” to opening_hours.js, “open” to opening-hours-rs."""

    def __str__(self) -> str:
        times = ",".join(f"{clock(start)}-{clock(end)}" for start, end in self.spans)
        return " ".join(word for word in (times, self.modifier, self.comment and f'"{self.comment}"') if word)


Day = tuple[Part, ...]
"""From midnight to midnight, what is said of all of it first; nothing is closed."""
Week = tuple[Day, ...]
"""From Monday on."""
OFF = Part(modifier="off")


def always(week: Week) -> str:
    """`24/7` and what it then is, if nothing else is the case; validators want that to stand alone."""
    day = week[0]
    alike = set(week) == {day} and len(day) == 1 and day[0].spans in ((), ALL_DAY)
    return f"24/7 {day[0]._replace(spans=())}".strip() if alike else ""


def in_general(week: Week) -> str:
    """The rules of `week`; its closed days are left out unless there is a reason.

    A rule after `; ` replaces the whole day (*normal_rule_separator*), even what runs into it; then several rules
    past midnight are additional ones, after `, `, days as a whole before hours (*additional_rule_separator*).
    """
    nights = by_night(week)
    rules = [(weekdays(some), day) for day, some in same_days(enumerate(nights)).items() if day]
    if nights == week:
        return "; ".join(rule(*one) for one in rules)
    every = sorted(((which, part) for which, day in rules for part in day), key=lambda one: one[1].spans != ())
    return ", ".join(f"{which} {part}" for which, part in every)


def by_night(week: Week) -> Week:
    """`week` with the hours before and after a midnight as one, where it is a night that they make up."""
    before, after = (*week[-1:], *week[:-1]), (*week[1:], *week[:1])
    days = zip(week, before, after, strict=True)
    return tuple(tuple(part for one in day for part in nightly(one, *around)) for day, *around in days)


def nightly(part: Part, before: Day, after: Day) -> Iterator[Part]:
    """`part` with its last hours until their end on the day `after`, and without first ones that end a night."""
    spans = part.spans[any(ends_a_night(part, one) for one in before) :]
    for morning in (one for one in after if ends_a_night(one, part)):
        spans = (*spans[:-1], (spans[-1][0], MINUTES_A_DAY + morning.spans[0][1]))
    if spans or not part.spans:
        yield part._replace(spans=spans)


def ends_a_night(morning: Part, evening: Part) -> bool:
    """Whether the first hours of `morning` go on with the last ones of `evening`, and are less than a day with them."""
    if not morning.spans or not evening.spans or (morning.modifier == "unknown") != (evening.modifier == "unknown"):
        return False
    (start, until), (since, end) = morning.spans[0], evening.spans[-1]
    return start == 0 and end == MINUTES_A_DAY and until < since


def same_days(some: Iterable[tuple[int, Day]]) -> dict[Day, list[int]]:
    """Day → all weekdays that are so."""
    found: dict[Day, list[int]] = {}
    for on, day in some:
        found.setdefault(day, []).append(on)
    return found


def rule(selector: str, day: Day) -> str:
    """What `day` is, for the days that `selector` names (sections *rule_sequence* and *additional_rule_separator*)."""
    return ", ".join(f"{selector} {part}" for part in day or (OFF,))


def dates(first: date, some: list[Interval]) -> str:
    """Days and runs of days, each by its first and last step (section *monthday_selector*)."""
    named = (dict.fromkeys(first + timedelta(days=step) for step in run) for run in some)
    return ",".join("-".join(f"{day.year} {MONTHS[day.month - 1]} {day.day:02}" for day in run) for run in named)


def weekdays(some: list[int]) -> str:
    """`Mo-Fr` or `Tu,Th` (section *weekday_selector*)."""
    begun = [WEEKDAYS[on] for on in some if on - 1 not in some]
    ended = [WEEKDAYS[on] for on in some if on + 1 not in some]
    return ",".join("-".join(dict.fromkeys(run)) for run in zip(begun, ended, strict=True))


def clock(minute: int) -> str:
    """A clock time; what is past 24:00 is tomorrow's."""
    later = minute - MINUTES_A_DAY if minute > MINUTES_A_DAY else minute
    return f"{later // 60:02}:{later % 60:02}"


def quotable(words: str) -> str:
    """`words` without the quotation mark, for which a comment has no other spelling (section *comment*)."""
    return " ".join(words.replace('"', "'").split())
