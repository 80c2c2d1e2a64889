"""A station's lantern: what can be said of its being open without knowing the time of day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.open_now import open_now
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class State:
    """A lantern and its words."""

    lamp: str
    """The drawing: `lantern`, `closed` or `unknown`."""
    words: str
    note: str = ""
    open_now: str = ""
    """What the script reads to say more; empty where nothing more can be said."""


def state_of(station: Station, facts: Facts, press: Press) -> State:
    """The state of `station`, in neutral words: the page does not know when it is read."""
    if station.life is not Life.OPEN:
        return State("closed", life_words(station, press), station.life_reason)
    return hours_state(station, facts, press)


def hours_state(station: Station, facts: Facts, press: Press) -> State:
    """What is known of the hours of `station`, whether it is open now or not."""
    if isinstance(station.hours, Unknown):
        return State("unknown", press.say("hours.unknown"), station.hours_note)
    rules = press.say("semicolon").join(press.shown.of(rule) for rule in station.hours)
    table = facts.timetables.of_station(station) if station.life is Life.OPEN else None
    return State("lantern", rules, station.hours_note, open_now(table, press.shown) if table else "")


def life_words(station: Station, press: Press) -> str:
    """What has become of a station that is not open, and since when as far as that is known."""
    words = press.say(f"life.{station.life.code}")
    if station.life_since is None or isinstance(station.life_since, Unknown):
        return words
    return press.say("life.since", words=words, date=press.shown.of(station.life_since))
