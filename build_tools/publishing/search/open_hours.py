"""Which stations are open at a moment of the days ahead: a small file for each half hour, shared by all that are alike."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from build_tools.facts.intervals import intervals
from build_tools.publishing.search.json_file import json_file
from build_tools.publishing.search.postings import written
from build_tools.records.clock import MINUTES_A_DAY
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from build_tools.facts.derive import Facts
    from build_tools.facts.intervals import Interval
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.search.postings import Bits
    from build_tools.publishing.site import SiteFile
    from build_tools.records.station import Station

DAYS = 8
"""A site that is built anew every week still answers."""
SLOT = 30
"""Minutes."""
SLOTS = DAYS * MINUTES_A_DAY // SLOT

Hours = tuple["Interval", ...]
"""When a station is open, from the first midnight on."""


def open_files(hours: Sequence[Hours], today: date) -> Iterator[SiteFile]:
    """Which stations are open through a half hour, and which from and until when, by the `hours` of each from `today` on.

    The last file says where to look for each half hour.
    """
    known: dict[str, int] = {}
    slots = []
    for slot in slots_of(together(hours), len(hours)):
        key = str(slot)
        if key not in known:
            known[key] = len(known)
            yield json_file(f"open/{known[key]}", slot)
        slots.append(known[key])
    yield json_file("open", {"from": today.isoformat(), "minutes": SLOT, "slots": slots})


def hours_of(stations: Sequence[Station], facts: Facts) -> Iterator[Hours]:
    """When each of `stations` is open in the days ahead: by appointment does not count."""
    for station in stations:
        table = facts.timetables.of_station(station) if station.life is Life.OPEN else None
        yield hours_by(table, facts.today) if table else ()


@lru_cache(maxsize=1000)  # many stations share a timetable
def hours_by(table: Timetable, today: date) -> Hours:
    """When one is open that keeps `table`, in the days from `today` on."""
    return tuple(intervals(table, today, today + timedelta(days=DAYS - 1)).open)


def together(hours: Sequence[Hours]) -> dict[Hours, Bits]:
    """Hours → the stations that keep them."""
    found: defaultdict[Hours, Bits] = defaultdict(int)
    for number, one in enumerate(hours):
        if one:
            found[one] |= 1 << number
    return found


def slots_of(kept: Mapping[Hours, Bits], count: int) -> Iterator[dict[str, Any]]:
    """What is open in each half hour from the first midnight on, by the hours `kept`."""
    turning: defaultdict[int, Bits] = defaultdict(int)
    partly: defaultdict[int, defaultdict[Interval, Bits]] = defaultdict(lambda: defaultdict(int))
    for hours, bits in kept.items():
        for start, end in hours:
            begin = -(-start // SLOT)
            turning[begin] ^= bits
            turning[max(end // SLOT, begin)] ^= bits
            for slot, inside in cut(start, end):
                partly[slot][inside] |= bits
    through = 0
    for slot in range(SLOTS):
        through ^= turning[slot]
        some = [[*inside, written(bits, count)] for inside, bits in sorted(partly[slot].items())]
        yield {"open": written(through, count), **({"part": some} if some else {})}


def cut(start: int, end: int) -> Iterator[tuple[int, Interval]]:
    """The half hours of which the time from `start` to `end` takes only a part, and that part of each."""
    for slot in sorted({start // SLOT, (end - 1) // SLOT}):
        inside = max(start - slot * SLOT, 0), min(end - slot * SLOT, SLOT)
        if inside != (0, SLOT):
            yield slot, inside
