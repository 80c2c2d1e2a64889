"""Everything that the entries of one site share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_tools.facts.derive import Facts
from build_tools.facts.schedule import Schedule
from build_tools.publishing.hsds.entries import Entry, numbered, told
from build_tools.publishing.hsds.ids import Ids
from build_tools.publishing.hsds.skeletons import skeletons
from build_tools.publishing.hsds.special_days import special_days
from build_tools.publishing.hsds.taxonomies import Terms, terms
from build_tools.publishing.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.wording import Wording

SAYING = ("freq", "byday", "bymonthday", "interval", "opens_at", "closes_at", "valid_from", "dtstart")
"""What tells a schedule from the others beside it; its end may be put off."""

Times = tuple[tuple[str, Entry], ...]
"""Schedules that belong to nobody yet, by what tells them apart."""


@dataclass(frozen=True, eq=False)
class Publication:
    """One bulletin, to be published as HSDS; a part of its stations can be published by itself."""

    facts: Facts
    shown: Shown
    ids: Ids
    terms: Terms
    known: dict[tuple[Schedule, tuple[str, ...]], tuple[Entry, ...]] = field(default_factory=dict)
    """Schedules that are equal may be written differently."""
    providers: dict[str, Entry] = field(default_factory=dict)
    """Organisation → what it says of itself; each stands in many services."""

    def schedules(self, owner: str, schedule: Schedule | None, *notes: str) -> list[Entry]:
        """The schedules of the entry whose id is `owner`."""
        return self.owned(owner, self.times(schedule, *notes))

    def owned(self, owner: str, times: Times) -> list[Entry]:
        """`times` as schedules of the entry whose id is `owner`."""
        return [{"id": self.ids.part(owner, "schedules", key), **one} for key, one in times]

    def times(self, schedule: Schedule | None, *notes: str) -> Times:
        """The entries of `schedule`, each with its special days; without one only what `notes` say."""
        special = tuple(special_days(schedule, self.facts.today, self.shown)) if schedule else ()
        said = [self.noted(one, notes, special) for one in self.skeletons(schedule)] if schedule else []
        if not said and any(notes) and not (schedule and schedule.shut):
            said = [{"description": self.joined(notes)}]
        keys = numbered("/".join(str(one.get(name, "")) for name in SAYING) for one in said)
        return tuple(zip(keys, said, strict=True))

    def skeletons(self, schedule: Schedule) -> tuple[Entry, ...]:
        """The entries of `schedule` without ids, from this week on."""
        key = (schedule, tuple(rule.text for rule in schedule.rules))
        if key not in self.known:
            self.known[key] = skeletons(schedule, self.facts.timetables.first, self.shown)
        return self.known[key]

    def noted(self, one: Entry, notes: tuple[str, ...], special: tuple[str, ...]) -> Entry:
        """`one` with `notes` of its owner, and below them what is said of `special` days."""
        words = self.joined((one.get("notes", ""), *notes))
        return {**one, **told(notes="\n".join(filter(None, (words, *special))))}

    def joined(self, parts: Iterable[str]) -> str:
        """Those of `parts` that say anything, one after the other."""
        return self.shown.say("semicolon").join(filter(None, parts))

    def line(self, label: str, words: str) -> str:
        """`words` under a label; nothing where there are none."""
        return f"{label}{self.shown.say('colon')}{words}" if words else ""

    def attribute(self, owner: str, entity: str, kind: str, term: Entry, key: str, value: str = "") -> Entry:
        """That the entry `owner` of the table `entity` is of `kind` what `term` says."""
        return told(
            id=self.ids.part(owner, "attributes", kind, key),
            link_type=kind,
            link_entity=entity,
            value=value,
            taxonomy_term=term,
        )


def publication_of(facts: Facts, wording: Wording) -> Publication:
    """The publication of `facts`, whose site has a base for UUIDs."""
    ids = Ids(facts.bulletin.site)
    return Publication(facts, Shown(wording), ids, terms(facts.bulletin.vocabulary, ids))
