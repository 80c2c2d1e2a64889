"""What should be looked at again, by whom and by when; and at what nobody has looked yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.records.files import Kind
from build_tools.records.key import Unknown
from build_tools.records.values import Verification
from build_tools.records.verifications import is_looked_after, verifications_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.bulletin import Bulletin
    from build_tools.records.district import District
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Look:
    """Something to be looked at."""

    name: str
    """Of the station, or of the district."""
    district: str
    """Its name."""
    file: str
    """Inside `content/`."""
    what: str
    """`station`, `position` or `centre`."""
    verified: Verification | None
    """None where nobody has looked yet."""

    @property
    def due(self) -> date:
        """By when; long ago where nobody has looked yet."""
        return self.verified.due if self.verified else date.min


@dataclass(frozen=True, slots=True)
class Due:
    """What is due on a day, the earliest first."""

    today: date
    until: date
    again: tuple[Look, ...]
    """What is overdue, and what will be due before the end of the day `until`."""
    never: tuple[Look, ...]
    """At what nobody has looked yet."""

    @property
    def overdue(self) -> int:
        """How many had to be looked at before `today`."""
        return sum(is_overdue(look.verified, self.today) for look in self.again)


def due_of(bulletin: Bulletin, today: date, within: timedelta = timedelta()) -> Due:
    """What of `bulletin` is overdue `today` or will be due `within` some time."""
    looks = sorted(all_looks(bulletin), key=lambda look: (look.due, look.file, look.what))
    until = today + within
    again = tuple(look for look in looks if look.verified and look.due <= until)
    return Due(today, until, again, tuple(look for look in looks if look.verified is None))


def overdue_in(bulletin: Bulletin, today: date) -> int:
    """How much of `bulletin` had to be looked at before `today`."""
    records = filter(is_looked_after, (*bulletin.districts, *bulletin.stations))
    return sum(is_overdue(verified, today) for record in records for _, verified in verifications_of(record))


def is_overdue(verified: Verification | Unknown | None, today: date) -> bool:
    """Whether something has been looked at, and had to be once more before `today`."""
    return isinstance(verified, Verification) and verified.due < today


def all_looks(bulletin: Bulletin) -> Iterator[Look]:
    """Everything in `bulletin` that is looked at from time to time."""
    names = {district.id: district.name for district in bulletin.districts}
    for district in bulletin.districts:
        yield from looks_at(district, district.name, Kind.DISTRICT)
    for station in bulletin.stations:
        yield from looks_at(station, names[station.district], Kind.STATION)


def looks_at(record: District | Station, district: str, kind: Kind) -> Iterator[Look]:
    """What is looked at of `record`, which is written in a file of `kind`."""
    for where, verified in verifications_of(record) if is_looked_after(record) else ():
        what = "station" if len(where) == 1 else where[0]
        done = None if isinstance(verified, Unknown) else verified
        yield Look(record.name, district, kind.file(record.id), what, done)
