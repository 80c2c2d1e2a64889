"""The timetables of a bulletin: each worked out when first asked for, and once for all schedules that are equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.almanac import Almanac, almanac
from build_tools.facts.china_calendar import china_calendar
from build_tools.facts.schedule import Schedule, schedule_of_part, schedule_of_station
from build_tools.facts.timetable import Timetable, timetable
from build_tools.records.district import District

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.records.calendar import HolidayCalendar
    from build_tools.records.service import Channel, Service
    from build_tools.records.station import Station

AHEAD = 120
"""Days from the first for which pages know what is open."""
YEAR = 366
"""Days that are worked out together when one of them is asked for that is not ahead."""


@dataclass(frozen=True, eq=False)
class Timetables:
    """Who is open when, for some days from `first` on."""

    first: date
    """The Monday of the week in which the bulletin is read: what shows dates changes once a week."""
    count: int
    """How many days from `first` on."""
    districts: Mapping[str, District]
    almanacs: Mapping[str, Almanac]
    """District → its days; districts of one province share them."""
    known: dict[tuple[Almanac, Schedule], Timetable] = field(default_factory=dict)
    years: dict[int, Timetables] = field(default_factory=dict)
    """Year → the same for its days, of those years that were asked for."""

    def tell_of(self, day: date) -> bool:
        """Whether `day` is one of theirs: each begins with the day before `first`, whose night may last until then."""
        return -1 <= (day - self.first).days < self.count

    def around(self, day: date) -> Timetables:
        """These, if `day` is one of theirs, or else the same for the year of `day`."""
        if self.tell_of(day):
            return self
        if day.year not in self.years:
            self.years[day.year] = self.elsewhere(date(day.year, 1, 1), YEAR)
        return self.years[day.year]

    def near(self, day: date, distance: int) -> Timetables:
        """The same for `day` and as many days as `distance` before and after it."""
        return self.elsewhere(day - timedelta(days=distance), 2 * distance + 1)

    def elsewhere(self, first: date, count: int) -> Timetables:
        """The same for `count` days from `first`: nothing of a district is worked out before its first timetable is."""
        theirs = {one: almanac(first, count, one.calendar) for one in dict.fromkeys(self.almanacs.values())}
        return Timetables(first, count, self.districts, {name: theirs[one] for name, one in self.almanacs.items()})

    def of_station(self, station: Station) -> Timetable | None:
        """The timetable of `station`; None when nobody knows its hours."""
        return self.of(schedule_of_station(station, self.districts[station.district]), station.district)

    def of_part(self, part: Service | Channel, station: Station) -> Timetable | None:
        """The timetable of a service or channel; None when it has no times of its own, or nobody knows them."""
        return self.of(schedule_of_part(part, station, self.districts[station.district]), station.district)

    def of(self, schedule: Schedule | None, district: str) -> Timetable | None:
        """The timetable of `schedule` in `district`; None when nobody knows the schedule."""
        return None if schedule is None else self.by(schedule, district)

    def by(self, schedule: Schedule, district: str) -> Timetable:
        """The timetable by `schedule` in `district`."""
        key = (self.almanacs[district], schedule)
        found = self.known.get(key)  # looked up once: schedules are long to hash
        if found is None:
            found = self.known[key] = timetable(schedule, key[0])
        return found


def derive_timetables(
    districts: Iterable[District], calendars: Iterable[HolidayCalendar], first: date, count: int
) -> Timetables:
    """The timetables of everything in `districts` for `count` days from `first`."""
    by_id = {district.id: district for district in districts}
    notices, provinces = tuple(calendars), dict.fromkeys(district.province for district in by_id.values())
    by_province = {name: almanac(first, count, china_calendar(notices, name)) for name in provinces}
    return Timetables(first, count, by_id, {key: by_province[one.province] for key, one in by_id.items()})
