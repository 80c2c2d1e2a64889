"""The counts on a station's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.case_table import case_table
from build_tools.publishing.case_words import CaseTeller
from build_tools.records.station import Life

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.case_words import TableWords
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station
    from build_tools.records.tally import Retired


def cases_at(station: Station, facts: Facts, press: Press) -> TableWords | None:
    """What `station` publishes of its counts, if it does."""
    tally = facts.tallies.get(station.id)
    if tally is None:
        return None
    thresholds = facts.bulletin.site.k
    table = case_table(tally, facts.directory.lexicon.tally_categories, thresholds, ended=station.life is Life.CLOSED)
    return CaseTeller(press.shown, thresholds).table(table)


def retirements_at(station: Station, facts: Facts, press: Press) -> list[str]:
    """Which categories `station` no longer counts, and what became of them."""
    tally = facts.tallies.get(station.id)
    return [retirement(one, facts, press) for one in tally.retired] if tally else []


def retirement(one: Retired, facts: Facts, press: Press) -> str:
    """What became of one category."""
    names = facts.directory.lexicon.tally_categories
    name, month = names[one.category].name, press.shown.month(one.since)
    if one.into:
        said = press.say("cases.retired_into", name=name, month=month, into=names[one.into].name)
    else:
        said = press.say("cases.retired_since", name=name, month=month)
    return said + one.reason
