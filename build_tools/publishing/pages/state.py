"""A station's lantern: what can be said of its being open without knowing the time of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from build_tools.publishing.life_words import life_words
from build_tools.publishing.open_now import open_now
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from markupsafe import Markup

    from build_tools.facts.derive import Facts
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.press import Press
    from build_tools.publishing.shown import Shown
    from build_tools.records.station import Station

LAMPS = {Life.PAUSED: "paused", Life.PLANNED: "planned", Life.CLOSED: "ended"}
"""Shut for so long that another drawing says so than for the night."""
HYPHEN = re.compile(r"(?<=:\d\d)-(?=\d)")
"""Between two times, as staff type it."""


class State(NamedTuple):
    """A lantern and its words."""

    lamp: str
    """The drawing: `lantern` or `unknown`, or one that says that it is shut for longer."""
    words: str
    note: str = ""
    open_now: str = ""
    """What the script reads to say more; empty where nothing more can be said."""


def lantern_of(station: Station, facts: Facts, press: Press) -> Markup:
    """The lantern of `station` with its words, as lists show it."""
    return press.piece("parts.html", "lantern", (station.id,), lambda: {"state": state_of(station, facts, press.shown)})


def state_of(station: Station, facts: Facts, shown: Shown) -> State:
    """The state of `station`, in neutral words: the page does not know when it is read."""
    if station.life is not Life.OPEN:
        return State(LAMPS[station.life], life_words(station, shown), station.life_reason)
    return hours_state(station, facts.timetables.of_station(station), shown)


def hours_state(station: Station, table: Timetable | None, shown: Shown) -> State:
    """What is known of the hours of `station`, whether it is open now or not; `table` says when it is."""
    if isinstance(station.hours, Unknown):
        return State("unknown", shown.say("hours.unknown"), station.hours_note)
    note = shown.say("hours.note", note=HYPHEN.sub("–", station.hours_note)) if station.hours_note else ""
    rules = shown.say("semicolon").join(shown.hours_rule(rule) for rule in station.hours)
    return State("lantern", rules, note, open_now(table, shown) if table and station.life is Life.OPEN else "")
