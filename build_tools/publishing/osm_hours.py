"""A timetable as a value of OpenStreetMap's `opening_hours`: a usual week, then the days that differ from it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.timetable import steps
from build_tools.publishing.osm_days import WEEK, Comments, Days, calendar_days
from build_tools.publishing.osm_spelling import Day, Part, Week, always, dates, in_general, rule, same_days, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.intervals import Interval
    from build_tools.facts.timetable import Timetable

LONGEST = 255
"""Characters that OpenStreetMap keeps of a value: <https://wiki.openstreetmap.org/wiki/API_v0.6>."""
FEWEST_WEEKS = 5
"""What is known for fewer weeks than these is not worth copying."""
ENOUGH, LASTING = 21, 7
"""Days before anything is said of every week; and days that make something more than an exception."""
NO_WEEK: Week = ((),) * WEEK


class OsmValue(NamedTuple):
    """What a mapper may copy."""

    text: str
    until: date
    """The last day of which `text` tells; from the next on it may be otherwise."""


@lru_cache(maxsize=1_000)  # stations with the same schedule share a timetable
def osm_value(table: Timetable, *, appointment: str, unannounced: str, no_clock: str) -> OsmValue | None:
    """The same as `osm_hours`, of as many whole weeks as fit into a value; None if few do, or if nobody knows."""
    days = calendar_days(table, Comments(appointment, unannounced, no_clock))
    for weeks in range(days.count // WEEK, FEWEST_WEEKS - 1, -1):
        text = told(days.within(weeks * WEEK))
        if 0 < len(text) <= LONGEST:
            return OsmValue(text, days.first + timedelta(days=weeks * WEEK - 1))
    return None


def osm_hours(table: Timetable, *, appointment: str, unannounced: str, no_clock: str) -> str:
    """When it is open on the days of `table`, the first of which only runs into the next; nothing if nobody knows.

    The rest are comments: on hours by appointment, on days that are not announced, and on days without a clock
    time of which not even the part of the day is known.
    """
    return told(calendar_days(table, Comments(appointment, unannounced, no_clock)))


def told(days: Days) -> str:
    """When it is open on `days`; nothing if nobody knows."""
    return min(drafted(days, *weeks) for weeks in ways(days))[-1] if days.known else ""


def ways(days: Days) -> Iterator[tuple[Week, int, Week]]:
    """Weeks to begin with: that before a turn, the step of the turn, and that from then on; no turn is one at 0."""
    ruling = days.usual if days.usual.bit_count() >= LASTING else days.known
    if days.count < ENOUGH or ruling.bit_count() < LASTING:
        yield NO_WEEK, 0, NO_WEEK
        return
    for turn in dict.fromkeys((0, turning_point(days, ruling))):
        before, after = (1 << turn) - 1, ruling >> turn << turn
        late = filled(commonest(days, after, after), NO_WEEK)
        early = filled(commonest(days, ruling & before, before), late) if turn else late
        yield early, turn, late


def turning_point(days: Days, ruling: int) -> int:
    """The first step before and after which a week of its own leaves the fewest days that are unlike it; 0 if none are."""
    found = [on for on, every in enumerate(days.weekly) for some in days.alike.values() if some & every & ruling]
    if len(found) == len({*found}):
        return 0
    kinds = {step: kind for kind, some in enumerate(days.alike.values()) for step in steps(some & ruling)}
    ordered = steps(ruling)
    row = [(days.weekday(step), kinds[step]) for step in ordered]
    before = [0, *accumulate(surprises(row))]
    after = [0, *accumulate(surprises(row[::-1]))][::-1]
    return ordered[min(range(len(row) - LASTING + 1), key=lambda cut: before[cut] + after[cut])]


def surprises(row: Sequence[tuple[int, int]]) -> Iterator[bool]:
    """For each weekday and kind of day whether it leaves one more that is unlike most of its weekday so far."""
    found: Counter[tuple[int, int]] = Counter()
    most = [0] * WEEK
    for key in row:
        found[key] += 1
        on, count = key[0], found[key]
        yield count <= most[on]
        most[on] = max(most[on], count)


def commonest(days: Days, ruling: int, among: int) -> dict[int, Day]:
    """Weekday → what it is on most of those `among` these that are `ruling`, and on half of all `among` these."""
    found = {}
    for on, every in enumerate(days.weekly):
        here = ruling & every
        least = max(here.bit_count() + 1, (among & every).bit_count())
        for day, some in days.alike.items():
            if (some & here).bit_count() * 2 >= least:
                found[on] = day
    return found


def filled(some: dict[int, Day], otherwise: Week) -> Week:
    """`some` as a week; other days as those that are like them `otherwise`, if these agree, or else as `otherwise`."""
    if len(some) == WEEK:
        return tuple(some[on] for on in range(WEEK))
    alike = [{day for on, day in some.items() if otherwise[on] == other != ()} for other in otherwise]
    fillings = [found.pop() if len(found) == 1 else other for found, other in zip(alike, otherwise, strict=True)]
    return tuple(some.get(on, filling) for on, filling in enumerate(fillings))


def drafted(days: Days, early: Week, turn: int, late: Week) -> tuple[bool, bool, int, str]:
    """`days` told by the week `late`, by `early` before `turn`, and one by one where they differ; the least is best.

    It is worst to say nothing of the week, then to tell what has begun as if it ended with the last of `days`.
    """
    different = sorted(runs(days, early, turn, late))
    exceptions: dict[Day, list[Interval]] = {}
    for begin, end, day in different:
        exceptions.setdefault(day, []).append((begin, end))
    rules = [*for_a_time(days.first, early, turn, late)]
    rules += [rule(dates(days.first, some), day) for day, some in exceptions.items()]
    general = in_general(late) if rules else always(late) or in_general(late)
    text = "; ".join(one for one in (general, *rules) if one)
    begin, end, last = different[-1] if different else (0, 0, ())
    lasting = begin + LASTING <= end + 1 == days.count and hours(last) != ()
    return not text, lasting, len(text), text or all_closed(days)


def all_closed(days: Days) -> str:
    """That none of `days` is open: not `24/7 off`, for it may open later."""
    day, *others = days.alike
    return rule(dates(days.first, [(0, days.count - 1)]), () if others else day)


def for_a_time(first: date, early: Week, turn: int, late: Week) -> Iterator[str]:
    """The rules for those weekdays of `early` that differ from `late`, from `first` until the day before `turn`."""
    different = [on for on in range(WEEK) if turn and hours(early[on]) != hours(late[on])]
    for day, some in same_days((on, early[on]) for on in different).items():
        period = dates(first, [(0, turn - 1)])
        yield rule(period if len(some) == WEEK else f"{period} {weekdays(some)}", day)


def runs(days: Days, early: Week, turn: int, late: Week) -> Iterator[tuple[int, int, Day]]:
    """First and last steps of days that are alike, and not as usual; some between them may be as usual."""
    expected: dict[Day, int] = {}
    open_alike: dict[Day, int] = {}
    for week, period in ((early, (1 << turn) - 1), (late, -1 << turn)):
        for every, day in zip(days.weekly, week if period else (), strict=False):
            some = every & period
            expected[day] = expected.get(day, 0) | some
            open_alike[hours(day)] = open_alike.get(hours(day), 0) | some
    for day, some in days.alike.items():
        telling = some & ~open_alike.get(hours(day), 0)
        for run in unbroken(some) if telling else ():
            if run & telling:
                here = run & ~expected.get(day, 0)
                yield (here & -here).bit_length() - 1, here.bit_length() - 1, day


def unbroken(some: int) -> Iterator[int]:
    """The set of days `some` as sets of days without a gap."""
    while some:
        run = some & ~(some + (some & -some))
        yield run
        some &= ~run


def hours(day: Day) -> Day:
    """What of `day` makes a difference: not why it is closed, and not what else is said of open hours."""
    return tuple(part if part.modifier == "unknown" else Part(part.spans) for part in day if part.modifier != "off")
