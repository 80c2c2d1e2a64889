"""Everything that pages say is in schema.org's released vocabulary, and its judge can say no."""

from __future__ import annotations

from typing import Any

import pytest
from schema_org import SCHEMA_VERSION

from build_tools.publishing.json_ld.dataset import dataset
from build_tools.publishing.json_ld.thing import thing
from build_tools.records.licence import Licence
from tests.publishing.bulletins import NAMES, facts_named, with_site
from tests.publishing.json_ld.printed import ENGLISH, linked
from tests.publishing.json_ld.vocabulary import faults

PLACE: dict[str, Any] = {"@type": "CivicStructure", "name": "甲站"}
HOURS = {"@type": "OpeningHoursSpecification", "opens": "08:30", "closes": "12:00", "dayOfWeek": ["Monday"]}
REFUSED = {
    "a type that does not exist": {"@type": "ServiceStation", "name": "甲站"},
    "no type": {"name": "甲站"},
    "a property that does not exist": {**PLACE, "openingTimes": "Mo 08:30-12:00"},
    "a property of other types": {**PLACE, "floorSize": {"@type": "QuantitativeValue", "value": 45}},
    "a property that has another name now": {"@type": "Event", "performers": {"@type": "Organization", "name": "队"}},
    "a thing of another type": {**PLACE, "geo": {"@type": "PostalAddress"}},
    "a text where there has to be a thing": {**PLACE, "openingHoursSpecification": "Mo 08:30-12:00"},
    "a fault inside": {**PLACE, "openingHoursSpecification": [{**HOURS, "streetAddress": "样本路"}]},
    "a fault in a graph": {"@graph": [PLACE, {**PLACE, "floorSize": 1}]},
    "a day that does not exist": {**HOURS, "dayOfWeek": ["Monday", "Mondays"]},
    "a time that is no time": {**HOURS, "opens": "8:30"},
    "an hour that does not exist": {**HOURS, "closes": "24:00"},
    "a date that is no date": {**HOURS, "validFrom": "2026年"},
    "a time without its zone": {"@type": "Event", "startDate": "2026-11-21T09:00"},
    "part of an address": {**PLACE, "url": "stations/jia/"},
    "a status of other things": {"@type": "Event", "eventStatus": "https://schema.org/InStock"},
    "unknown": {**PLACE, "telephone": None},
    "nothing": {**PLACE, "telephone": ""},
    "an empty list": {**PLACE, "openingHoursSpecification": []},
    "yes as a number": {"@type": "GeoCoordinates", "latitude": True},
}


@pytest.mark.parametrize("name", [*NAMES, ENGLISH])
def test_every_page_says_only_what_the_vocabulary_knows(name: str) -> None:
    said = linked(name)
    assert {f"{uri} {fault}" for uri, one in said.items() for fault in faults(one)} == set()
    assert {one.get("@type", "Event") for one in said.values()} == {
        "WebSite",
        "CivicStructure",
        "GovernmentService",
        "Event",
        "Organization",
    }


@pytest.mark.slow
def test_a_long_list_leaves_its_stations_to_the_pages_that_share_it() -> None:
    said = linked("thousand")
    assert {uri for uri, one in said.items() if uri.startswith("services/") and "availableChannel" not in one} == {
        uri for uri in said if any(other.startswith(uri) and other != uri for other in said if uri.count("/") == 2)
    }


@pytest.mark.parametrize("what", REFUSED)
def test_the_judge_refuses(what: str) -> None:
    assert list(faults(REFUSED[what])) != []


def test_the_judge_accepts_what_differs_from_that_in_one_word() -> None:
    assert list(faults({**PLACE, "openingHoursSpecification": [HOURS]})) == []
    assert SCHEMA_VERSION.partition(".")[0] >= "30"


@pytest.mark.parametrize("licence", [None, *Licence, "示例市公共数据开放许可"])
def test_the_description_of_the_open_data_is_in_the_vocabulary(licence: Licence | str | None) -> None:
    files = [("驿站", "text/csv", "data/stations.csv"), ("日历", "text/calendar", "events/calendar.ics")]
    site = with_site(facts_named("sample"), data_licence=licence).bulletin.site
    said = dataset(site, files, "data/")
    assert list(faults(said)) == []
    assert ("license" in said) == (licence is not None)
    assert said["url"] == "https://example.org/bulletin/data/"
    assert dataset(site, files, "en/data/")["url"] == "https://example.org/bulletin/en/data/"
    assert [one["contentUrl"] for one in said["distribution"]] == [
        "https://example.org/bulletin/data/stations.csv",
        "https://example.org/bulletin/events/calendar.ics",
    ]


def test_without_an_address_nothing_has_half_of_one() -> None:
    site = with_site(facts_named("sample"), address=None).bulletin.site
    assert dataset(site, [("驿站", "text/csv", "data/stations.csv")], "data/").keys() == {
        "@type",
        "name",
        "description",
        "license",
        "creator",
    }


def test_a_thing_has_no_property_that_nobody_knows() -> None:
    assert thing("Place", name="", url=None, address=()) == {"@type": "Place"}
    assert thing("Place", isAccessibleForFree=False, latitude=0) == {
        "@type": "Place",
        "isAccessibleForFree": False,
        "latitude": 0,
    }
