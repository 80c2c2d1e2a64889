"""An id is for ever: it outlives names, addresses and files' names, and nothing else has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publishing import identity
from build_tools.records.alias import Alias
from build_tools.records.hours import HoursRule
from build_tools.records.key import FreeText
from build_tools.records.values import SiteAddress, UuidBase
from tests.publishing.hsds.published import BASE, Files, bulletin_in, entries, files_in, files_of, named
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.records.bulletin import Bulletin


def ids_in(files: Files) -> set[str]:
    """Every id of anything."""
    return {one["id"] for content in files.values() for one in entries(content) if "id" in one}


def with_station(bulletin: Bulletin, which: str, **changes: Any) -> Bulletin:
    """`bulletin` with `changes` to one station."""
    made = (replace(one, **changes) if one.id == which else one for one in bulletin.stations)
    return replace(bulletin, stations=tuple(made))


def renamed(bulletin: Bulletin) -> Bulletin:
    """A station and an organisation under new ids, with the old ones as aliases."""
    stations = with_station(bulletin, "geng", id="new-geng", aliases=(Alias("geng"),))
    idle = (
        one if one.id != "idle" else replace(one, id="new-idle", aliases=(Alias("idle"),))
        for one in bulletin.organizations
    )
    return replace(stations, organizations=tuple(idle))


def moved(bulletin: Bulletin) -> Bulletin:
    """The site at another address."""
    return replace(bulletin, site=replace(bulletin.site, address=SiteAddress("https://example.net/")))


def called_otherwise(bulletin: Bulletin) -> Bulletin:
    """Everything by another name."""
    named_anew = tuple(replace(one, name=f"新{one.name}", summary="新") for one in bulletin.stations)
    organizations = tuple(replace(one, name=f"新{one.name}") for one in bulletin.organizations)
    return replace(bulletin, stations=named_anew, organizations=organizations)


@pytest.mark.parametrize("change", [renamed, moved, called_otherwise])
def test_ids_stay_when_a_station_is_renamed_or_the_site_moves(change: Callable[[Bulletin], Bulletin]) -> None:
    before = files_in(SAMPLE)
    after = files_of(change(bulletin_in(SAMPLE)))
    assert ids_in(after) == ids_in(before)
    assert after.keys() == before.keys()
    assert after != before


def test_ids_are_those_of_the_site_and_of_version_5() -> None:
    bulletin = bulletin_in(SAMPLE)
    other = UuidBase("00000000-0000-4000-8000-000000000002")
    ours, theirs = (
        ids_in(files_in(SAMPLE)),
        ids_in(files_of(replace(bulletin, site=replace(bulletin.site, uuid_base=other)))),
    )
    assert ours & theirs == set()
    assert {UUID(one).version for one in ours} == {5}


@given(st.uuids(), st.text())
def test_ids_are_made_as_python_makes_them(base: UUID, name: str) -> None:
    assert identity.uuid5(base.bytes, name) == str(uuid5(base, name))


def test_an_id_is_made_of_the_oldest_one_and_is_known_for_ever() -> None:
    assert named(files_in(SAMPLE), "locations", "甲站")["id"] == "fcdaa2ee-92d5-5c40-bf24-1792fa647d60"
    assert str(uuid5(UUID(BASE), "stations/jia-lao")) == "fcdaa2ee-92d5-5c40-bf24-1792fa647d60"


def test_a_line_that_changes_leaves_the_ids_of_the_others() -> None:
    bulletin = bulletin_in(SAMPLE)
    lines = ("周一至周五 8:30-12:00、14:00-17:30", "周六 10:00-12:00")
    changed = with_station(bulletin, "jia", hours=tuple(map(HoursRule.from_text, lines)))
    before, after = (
        {one["id"] for one in named(files, "locations", "甲站")["schedules"]}
        for files in (files_in(SAMPLE), files_of(changed))
    )
    assert len(before & after) == 2
    assert len(before - after) == len(after - before) == 1


def test_when_the_first_of_a_kind_goes_the_second_takes_its_id() -> None:
    bulletin = bulletin_in(SAMPLE)
    station = next(one for one in bulletin.stations if one.id == "yi")
    first, second = (one for one in station.services if one.kind == "clinic")
    told = (replace(first, text=FreeText("甲")), replace(second, text=FreeText("乙")))
    (old, new), (left,) = (ids_of(with_station(bulletin, "yi", services=services)) for services in (told, told[1:]))
    assert (old[0], new[0], left[0]) == ("甲", "乙", "乙")
    assert left[1] == old[1] != new[1]


def ids_of(bulletin: Bulletin) -> list[tuple[str, str]]:
    """What is told of each clinic at that station, and its id."""
    services = files_of(bulletin)["services"]["contents"]
    return [(one["description"], one["id"]) for one in services if "/yi/#service-clinic" in one["url"]]


def test_two_services_of_one_kind_have_ids_of_their_own() -> None:
    services = files_in(SAMPLE)["services"]["contents"]
    clinics = [one["id"] for one in services if one["name"] == "义诊" and "/yi/" in one["url"]]
    assert len(clinics) == len(set(clinics)) == 2
