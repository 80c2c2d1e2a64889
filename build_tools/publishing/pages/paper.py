"""What a page says once it is printed and hangs on a wall: nothing that is true only today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.schedule import schedule_of_station
from build_tools.publishing.posted import posted_uri
from build_tools.publishing.qr import BESIDE
from build_tools.records.days import DayGroup
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Paper:
    """What the foot of a sheet says of it."""

    as_of: str
    """Up to which day its content holds."""
    code: str = ""
    """The drawing of its QR code, as seen from the page; empty while the site has no address."""
    address: str = ""
    """What leads to it, as one types it."""


def paper_of(uri: str, facts: Facts, press: Press, station: Station | None = None) -> Paper:
    """The foot of the page `uri`, which shows `station` if any."""
    day, address = facts.today, facts.bulletin.site.address
    as_of = press.say("paper.as_of", day=press.shown.known_day(day))
    if address is None:
        return Paper(as_of)
    posted = address + posted_uri(press.folder + uri, press.folder, station)
    return Paper(as_of, BESIDE, posted.removeprefix("https://"))


def posted_hours(station: Station, facts: Facts, press: Press) -> list[str]:
    """The hours of `station` week by week and on holidays, a line for each rule; nothing while there are none."""
    schedule = schedule_of_station(station, facts.directory.districts[station.district])
    if schedule is None or isinstance(station.hours, Unknown) or station.life is not Life.OPEN:
        return []
    rules = [press.shown.hours_rule(rule) for rule in station.hours]
    if isinstance(schedule.holidays, Unknown):
        return [*rules, f"{press.shown.of(DayGroup.HOLIDAY)} {press.say('unknown')}"]
    return [*rules, *map(press.shown.hours_rule, schedule.holidays)]
