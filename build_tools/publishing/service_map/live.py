"""What the page tells the script that opens the interactive map."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_tools.publishing.service_map.library import library_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.publishing.service_map.frame import Frame

STATIONS = "map/stations.json"


@dataclass(frozen=True, slots=True)
class Live:
    """Files, words, and what is shown first."""

    view: str
    """West, south, east, north."""
    words: str
    stations: str = STATIONS
    leaflet: str = field(default_factory=library_address)
    """Without `.js` and `.css`."""


def live_map_of(frame: Frame, say: Callable[..., str]) -> Live:
    """The interactive map that first shows what `frame` shows."""
    southwest, northeast = frame.corners
    ends = (southwest.longitude, southwest.latitude, northeast.longitude, northeast.latitude)
    return Live(",".join(f"{end:.4f}" for end in ends), json.dumps(words(say), ensure_ascii=False))


def words(say: Callable[..., str]) -> dict[str, str]:
    """What `assets/map.js` says; it fills `{count}` and `{name}` itself."""
    return {
        "open": say("map.open"),
        "close": say("map.close"),
        "loading": say("map.loading"),
        "opened": say("map.opened"),
        "failed": say("map.failed"),
        "zoomIn": say("map.zoom_in"),
        "zoomOut": say("map.zoom_out"),
        "closer": say("map.closer", count="{count}"),
        "metres": say("map.metres", count="{count}"),
        "kilometres": say("map.kilometres", count="{count}"),
        "approximate": say("map.about_approximate", name="{name}"),
        "idle": say("map.about_idle", name="{name}"),
    }
