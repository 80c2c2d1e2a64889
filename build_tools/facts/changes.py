"""Revisions of stations → what has changed for whoever goes there: meanings are compared, and not how they are spelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from build_tools.facts.change_kinds import (
    Added,
    ExceptionAdded,
    ExceptionDropped,
    HolidaysChanged,
    LifeChanged,
    MakeupsChanged,
    Removed,
    ServiceAdded,
    ServiceDropped,
    TelephoneChanged,
    TimesChanged,
    What,
)
from build_tools.facts.former_times import (
    beginning,
    choice_of,
    exceptions_ahead,
    in_force,
    mean_the_same,
    times_of,
    times_of_all,
)
from build_tools.records.language import original_of
from build_tools.records.station import Life, Station
from build_tools.records.values import Telephone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_tools.facts.former_times import Times
    from build_tools.records.bulletin import Bulletin
    from build_tools.records.district import District
    from build_tools.records.revision import Revision
    from build_tools.records.schedule import DatedException
    from build_tools.records.service import Service


@dataclass(frozen=True, slots=True)
class Changes:
    """What one day changed at one station."""

    day: date
    station: Station
    """As it is today, or as it last was."""
    is_there: bool
    """Whether it has a page today."""
    what: tuple[What, ...]


def changes_in(bulletin: Bulletin) -> tuple[Changes, ...]:
    """What has changed of late in `bulletin`, the latest first; nothing where nobody knows what was before."""
    if bulletin.history is None:
        return ()
    stations = {one.id: one for one in bulletin.stations}
    districts = {one.id: one for one in bulletin.districts}
    told = (changes_of(one, stations.get(one.station), districts) for one in bulletin.history.revisions)
    return tuple(sorted((one for one in told if one.what), key=lambda one: (-one.day.toordinal(), one.station.id)))


def changes_of(revision: Revision, today: Station | None, districts: Mapping[str, District]) -> Changes:
    """What `revision` changed at the station that is as `today` now."""
    latest = today or revision.after or revision.before
    if latest is None:
        raise ValueError("a revision is of a station that was there before it, or after")
    what = what_changed(revision, today, districts.get(latest.district))
    return Changes(revision.day, latest, today is not None, tuple(what))


def what_changed(revision: Revision, today: Station | None, district: District | None) -> Iterator[What]:
    """Each change of `revision`, the weightiest first."""
    before, after = revision.before, revision.after
    if before is None:
        if after and today:
            yield Added(after)
    elif after is None:
        if today is None:
            yield Removed()
    else:
        if before.life is not after.life:
            yield LifeChanged(before.life, after, is_dated=before.life_since != after.life_since)
        if after.life is not Life.CLOSED:  # what a closed station has no more needs no telling
            yield from hours_changed(before, after, revision.day, district)
            yield from services_changed(before.services, after.services, revision.day)
            yield from channels_changed(before, after, revision.day, today)
            yield from telephone_changed(before, after, today)


def hours_changed(before: Station, after: Station, day: date, district: District | None) -> Iterator[What]:
    """What is different about the hours of the station itself."""
    yield from times_changed(times_of(before.hours), times_of(after.hours), day)
    around = (district.holidays, district.makeup_days) if district else (None, None)
    holidays = [choice_of(one.holidays, around[0]) for one in (before, after)]
    if not mean_the_same(*holidays):
        yield HolidaysChanged(*holidays)
    makeups = [choice_of(one.makeup_days, around[1]) for one in (before, after)]
    if not mean_the_same(*makeups):
        yield MakeupsChanged(*makeups)
    yield from exceptions_changed(before.exceptions, after.exceptions, day)


def times_changed(before: Times, after: Times, day: date, service: str = "", channel: str = "") -> Iterator[What]:
    """That the times are others from `day` on, if they are."""
    old, new = in_force(before, day), in_force(after, day)
    if not mean_the_same(old, new):
        begins, told = beginning(old, new)
        yield TimesChanged(old, told, begins, service, channel)


def exceptions_changed(
    before: Sequence[DatedException], after: Sequence[DatedException], day: date, service: str = ""
) -> Iterator[What]:
    """What will be different on days from `day` on, and what will not after all."""
    old, new = exceptions_ahead(before, day), exceptions_ahead(after, day)
    yield from (ExceptionAdded(one, service) for one in new if one not in old)
    yield from (ExceptionDropped(one, service) for one in old if one not in new)


def services_changed(before: Sequence[Service], after: Sequence[Service], day: date) -> Iterator[What]:
    """Which kinds of service came, which have other times, and which went."""
    old, new = by_kind(before), by_kind(after)
    for kind, some in new.items():
        if kind not in old:
            begins, told = beginning(None, in_force(times_of_all(some), day))
            yield ServiceAdded(kind, told, begins)
    for kind in (one for one in new if one in old):
        yield from times_changed(times_of_all(old[kind]), times_of_all(new[kind]), day, service=kind)
        once, now = ([day for one in some for day in one.exceptions] for some in (old[kind], new[kind]))
        yield from exceptions_changed(once, now, day, kind)
    yield from (ServiceDropped(kind) for kind in old if kind not in new)


def by_kind(services: Sequence[Service]) -> dict[str, list[Service]]:
    """The services of each kind."""
    kinds: dict[str, list[Service]] = {}
    for one in services:
        kinds.setdefault(one.kind, []).append(one)
    return kinds


def channels_changed(before: Station, after: Station, day: date, today: Station | None) -> Iterator[What]:
    """Which channels have other times: those that are there today, for their names are free text that may have had to go."""
    old, new = ({original_of(one.name): times_of(one.times) for one in station.channels} for station in (before, after))
    for one in today.channels if today else ():
        name = original_of(one.name)
        if name in old and name in new:
            yield from times_changed(old[name], new[name], day, channel=one.name)


def telephone_changed(before: Station, after: Station, today: Station | None) -> Iterator[What]:
    """That the office has another number; which, only while it is today's."""
    if before.telephone != after.telephone:
        number = after.telephone
        is_todays = isinstance(number, Telephone) and today is not None and number == today.telephone
        yield TelephoneChanged(number if isinstance(number, Telephone) and is_todays else None)
