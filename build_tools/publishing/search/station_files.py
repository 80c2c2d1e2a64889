"""What a list of results shows of each station, a few neighbours a file."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from build_tools.publishing.addresses import station_uri
from build_tools.publishing.json_text import json_text
from build_tools.publishing.pages.card import access_lines, place_of
from build_tools.publishing.pages.state import state_of
from build_tools.publishing.search.json_file import file_of
from build_tools.publishing.search.order import TOGETHER
from build_tools.records.key import Choice, Unknown
from build_tools.records.station import Life
from build_tools.workers import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.shown import Shown
    from build_tools.publishing.site import SiteFile
    from build_tools.records.service import Service
    from build_tools.records.station import Station
    from build_tools.records.values import Position

LONGEST = 120
"""Characters of one text; whoever wants more opens the page."""


def station_files(shown: Sequence[bytes]) -> Iterator[SiteFile]:
    """The files of what is `shown` of each station, in the order of the search."""
    for number, some in enumerate(in_parts(shown, TOGETHER)):
        yield file_of(f"stations/{number}", b"[" + b",".join(some) + b"]")


def shown_of(station: Station, facts: Facts, shown: Shown) -> bytes:
    """What a list says of `station`, as JSON; what is empty is left out."""
    state = state_of(station, facts, shown)
    found = {
        "uri": station_uri(station.id),
        "name": shortened(station.name),
        "place": shortened(place_of(station, facts)),
        "life": station.life.code,
        "lamp": state.lamp,
        "words": shortened(state.words),
        "note": shortened(state.note),
        "hours": parsed(state.open_now) if state.open_now else None,
        "needs": facts.directory.needs_met[station.id] if station.life is Life.OPEN else (),
        "services": services_of(station, shown) if station.life is Life.OPEN else {},
        "access": access_lines(station, shown),
        "at": numbers_of(station.position) if station.position else None,
    }
    return json_text({key: value for key, value in found.items() if value}).encode()


def services_of(station: Station, shown: Shown) -> dict[str, list[str]]:
    """Kind → when `station` has it, once for each service of that kind, in the order of their anchors."""
    found: dict[str, list[str]] = {}
    for service in station.services:
        found.setdefault(service.kind, []).append(shortened(times_of(service, shown)))
    return found


def times_of(service: Service, shown: Shown) -> str:
    """When there is `service`, in one line; nothing where its page says nothing of that."""
    times = service.times
    if isinstance(times, Unknown):
        said = shown.say("service.times_unknown")
    elif isinstance(times, Choice):
        said = shown.say("service.station_hours")
    else:
        said = shown.say("semicolon").join(map(shown.hours_rule, times or ()))
    return shown.say("comma").join(filter(None, (said, service.times_note)))


@lru_cache(maxsize=1000)  # most stations share their hours with others
def parsed(text: str) -> Any:
    """The value that the JSON `text` means."""
    return json.loads(text)


def shortened(text: str) -> str:
    """`text`, or its beginning."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def numbers_of(position: Position) -> list[float | str]:
    """`position` as it was entered."""
    return [position.longitude, position.latitude, position.datum.code, position.precision.code]
