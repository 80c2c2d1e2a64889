"""Whoever has our data twice finds the same records in both, by names that last."""

from __future__ import annotations

from dataclasses import replace

from build_tools.facts.derive import derive_facts
from build_tools.facts.directory import offers_of
from build_tools.publishing.feed_entries import Entries
from build_tools.publishing.hsds.ids import Ids
from build_tools.publishing.shown import Shown
from build_tools.reading.locale import read_wording
from build_tools.records.alias import Alias
from build_tools.records.values import UuidBase
from tests.publishing.tables.read_again import TODAY, bulletin_at, files_from, files_of, rows
from tests.sites import SAMPLE

UUIDS = ("stations", "services", "events", "notices", "organizations")
BASE = UuidBase("00000000-0000-4000-8000-000000000000")


def test_a_station_keeps_its_uuid_under_every_id_and_address() -> None:
    bulletin = bulletin_at(SAMPLE)
    jia = next(station for station in bulletin.stations if station.id == "jia")
    site = replace(bulletin.site, uuid_base=BASE)
    alone = replace(bulletin, site=site, stations=(jia,), events=(), notices=(), tallies=())
    before = files_of(replace(alone, stations=(replace(jia, id="jia-lao", aliases=()),)))
    after = files_of(replace(alone, site=replace(site, address=None)))
    (old,), (new,) = rows(before, "stations"), rows(after, "stations")
    assert old["uuid"] == new["uuid"] != ""
    without = files_of(replace(bulletin, site=replace(site, uuid_base=None)))
    assert {row["uuid"] for row in rows(without, "stations")} == {""}


def test_uuids_are_those_of_the_other_exports() -> None:
    bulletin = bulletin_at(SAMPLE)
    facts = derive_facts(replace(bulletin, site=replace(bulletin.site, uuid_base=BASE)), TODAY)
    files = files_from(facts)
    told = {name: {row["uuid"] for row in rows(files, name)} for name in UUIDS}
    assert {name: len(uuids) for name, uuids in told.items()} == {name: len(rows(files, name)) for name in UUIDS}
    ids = Ids(facts.bulletin.site)
    assert told["stations"] == {ids.location(station) for station in facts.bulletin.stations}
    assert told["services"] == {ids.service(o) for station in facts.bulletin.stations for o in offers_of(station)}
    assert told["organizations"] == {ids.organization(one) for one in facts.bulletin.organizations}
    entries = Entries(facts, Shown(read_wording("zh")), "")
    assert {f"urn:uuid:{one}" for one in told["events"]} == {entries.id("events", one) for one in facts.bulletin.events}
    assert {f"urn:uuid:{one}" for one in told["notices"]} == {
        entries.id("notices", one) for one in facts.agenda.published
    }


def test_an_event_keeps_its_uuid_under_another_id() -> None:
    bulletin = bulletin_at(SAMPLE)
    event = bulletin.events[0]
    site = replace(bulletin.site, uuid_base=BASE)
    old, new = (
        rows(files_of(replace(bulletin, site=site, events=(one,))), "events")[0]
        for one in (event, replace(event, id="another", aliases=(Alias(event.id),)))
    )
    assert (old["id"], new["id"]) == (event.id, "another")
    assert old["uuid"] == new["uuid"] != ""
