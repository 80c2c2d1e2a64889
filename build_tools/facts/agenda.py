"""Events and notices as of a day: what is ahead or in force, and what has stepped back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.occurrences import Occurrence, occurrences
from build_tools.records.notice import Notice

if TYPE_CHECKING:
    from build_tools.facts.timetables import Timetables
    from build_tools.records.bulletin import Bulletin

IN_FORCE = timedelta(days=180)
"""How long a notice without 有效至 stays in front, unless it is urgent: then it stays until somebody ends it."""
CHANGES_SHOWN = timedelta(days=35)
"""How far ahead a list shows that one time of a recurring event is cancelled or moved."""


Times = Mapping[tuple[str, str], tuple[Occurrence, ...]]
"""Year and id of an event → its times, as far as the timetables reach."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Each tuple in the order residents read it."""

    ahead: tuple[Occurrence, ...]
    """Soonest first: what is on today, what lasts, and then later days. Of what recurs the next time, and changes."""
    past: tuple[Occurrence, ...]
    """Latest first; of events that recur the last time, once there is no next."""
    in_force: tuple[Notice, ...]
    """Urgent ones first, then the newest."""
    former: tuple[Notice, ...]
    """The newest first."""
    published: tuple[Notice, ...]
    """All that may be read: those dated ahead are nobody's business yet. The newest first."""
    times: Times


def derive_agenda(times: Times, notices: Iterable[Notice], today: date) -> Agenda:
    """The agenda of `today`, from the times of all events."""
    published = (notice for notice in notices if notice.published <= today)
    newest = sorted(published, key=lambda notice: (-notice.published.toordinal(), notice.id))
    return Agenda(
        ahead=tuple(sorted((one for some in times.values() for one in coming(some, today)), key=by_day_from(today))),
        past=tuple(sorted((one for some in times.values() for one in gone(some, today)), key=by_day, reverse=True)),
        in_force=tuple(sorted((n for n in newest if is_in_force(n, today)), key=lambda notice: not notice.urgent)),
        former=tuple(notice for notice in newest if has_ended(notice, today)),
        published=tuple(newest),
        times=times,
    )


def times_of_events(bulletin: Bulletin, timetables: Timetables) -> Times:
    """The times of every event of `bulletin`."""
    stations = {station.id: station for station in bulletin.stations}
    return {
        (event.year, event.id): occurrences(event, timetables, stations.get(event.station or ""))
        for event in bulletin.events
    }


def by_day(one: Occurrence) -> tuple[date, str, date]:
    """The order of an agenda."""
    return one.day, one.event.id, one.planned


def by_day_from(today: date) -> Callable[[Occurrence], tuple[date, date, str, date]]:
    """The order of what is ahead of `today`: what has begun stands with what is today, the shorter first."""
    return lambda one: (max(one.day, today), one.until, one.event.id, one.planned)


def coming(some: Iterable[Occurrence], today: date) -> Iterator[Occurrence]:
    """What a list shows of the times of one event that are ahead: the next, and which soon ones are changed."""
    next_found = False
    for one in some:
        if one.until < today:
            continue
        is_changed = one.is_off or one.instead_of is not None
        if not next_found or (is_changed and one.day <= today + CHANGES_SHOWN):
            yield one
        next_found = next_found or not one.is_off


def gone(some: tuple[Occurrence, ...], today: date) -> tuple[Occurrence, ...]:
    """The last time of an event, if none is ahead."""
    return some[-1:] if all(one.until < today for one in some) else ()


def is_in_force(notice: Notice, today: date) -> bool:
    """Whether `notice`, which has been published, speaks of the present."""
    return not has_ended(notice, today)


def has_ended(notice: Notice, today: date) -> bool:
    """Whether `notice` has stepped back."""
    if notice.until:
        return notice.until < today
    return not notice.urgent and today - notice.published > IN_FORCE
