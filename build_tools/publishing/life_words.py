"""What has become of a station that is not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.records.key import Unknown

if TYPE_CHECKING:
    from build_tools.publishing.shown import Shown
    from build_tools.records.station import Station


def life_words(station: Station, shown: Shown) -> str:
    """What has become of a station that is not open, and since when as far as that is known."""
    words = shown.say(f"life.{station.life.code}")
    if station.life_since is None or isinstance(station.life_since, Unknown):
        return words
    return shown.say("life.since", words=words, date=shown.of(station.life_since))
