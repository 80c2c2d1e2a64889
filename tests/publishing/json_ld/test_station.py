"""A station in the words of schema.org."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_tools.publishing.json_ld.place import address_of, geo_of
from build_tools.publishing.json_ld.station import civic_structure
from build_tools.records.district import District
from build_tools.records.key import UNKNOWN
from build_tools.records.station import Life, Station
from build_tools.records.values import Datum, Degrees, PostalCode, Precision
from tests.publishing.bulletins import facts_named, with_site
from tests.publishing.json_ld.test_hours import spoken

FACTS = facts_named("sample")
JIA = FACTS.directory.stations["jia"]
DISTRICT = District(id="a", name="石鼓区", province="湖南省", city="衡阳市")
MUNICIPALITY = District(id="b", name="长宁区", province="上海市", city="上海市")
ADDRESSES = {
    "whole": ("湖南省衡阳市石鼓区人民街道蒸阳社区", None, DISTRICT, "人民街道蒸阳社区"),
    "without the province": ("衡阳市石鼓区人民街道1号", None, DISTRICT, "人民街道1号"),
    "only the street": ("人民街道1号", None, DISTRICT, "人民街道1号"),
    "with a door": ("湖南省衡阳市石鼓区人民街道", "人民路2号", DISTRICT, "人民街道人民路2号"),
    "whose door is in it": ("衡阳市石鼓区人民路2号", "人民路2号", DISTRICT, "人民路2号"),
    "whose door nobody knows": ("石鼓区人民街道", UNKNOWN, DISTRICT, "人民街道"),
    "in a municipality": ("上海市长宁区安化路1号", None, MUNICIPALITY, "安化路1号"),
    "nothing but the district": ("湖南省衡阳市石鼓区", None, DISTRICT, None),
    "in English": ("1 Renmin Road, Shigu", None, DISTRICT, "1 Renmin Road, Shigu"),
}


def said_of(station: Station) -> dict[str, Any]:
    """What is said of `station`."""
    return civic_structure(station, FACTS, f"stations/{station.id}/")


def test_a_station_is_a_public_place() -> None:
    said = said_of(JIA)
    assert {key: said[key] for key in ("@type", "name", "url", "telephone")} == {
        "@type": "CivicStructure",
        "name": "甲站",
        "url": "https://example.org/bulletin/stations/jia/",
        "telephone": "0000-1234567",
    }
    assert said["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "第一街道第一社区样本路1号",
        "addressLocality": "示例市示例区",
        "addressRegion": "示例省",
        "postalCode": "000000",
        "addressCountry": "CN",
    }
    assert [spoken(one) for one in said["openingHoursSpecification"]] == [
        "Mo Tu We Th Fr 08:30-12:00 to 2026-12-25",
        "Mo Tu We Th Fr 14:00-17:30 to 2026-12-25",
        "Sa Su 09:00-12:00 to 2026-12-25",
    ]
    assert [spoken(one) for one in said["specialOpeningHoursSpecification"]] == [
        "14:00-17:30 from 2026-11-25 to 2026-11-25",
        "00:00-00:00 from 2026-12-12 to 2026-12-13",
    ]


def test_what_nobody_knows_is_left_out() -> None:
    bare = replace(JIA, telephone=UNKNOWN, hours=UNKNOWN, postal_code=UNKNOWN, position=None, door=UNKNOWN)
    said = said_of(bare)
    assert said.keys() == {"@type", "name", "url", "address"}
    assert "postalCode" not in said["address"]


def test_without_an_address_of_the_site_nothing_has_one() -> None:
    facts = with_site(FACTS, address=None)
    assert "url" not in civic_structure(JIA, facts, "stations/jia/")


def test_a_closed_station_has_no_hours() -> None:
    said = said_of(replace(JIA, life=Life.CLOSED))
    assert not {key for key in said if "Hours" in key}


@pytest.mark.parametrize("what", ADDRESSES)
def test_an_address(what: str) -> None:
    written, door, district, street = ADDRESSES[what]
    station = replace(JIA, address=written, door=door, postal_code=PostalCode("421001"))
    said = address_of(station, district)
    assert said.get("streetAddress") == street
    assert said["addressLocality"] == district.full_name
    assert said["postalCode"] == "421001"
    assert said.get("addressRegion") == (None if district is MUNICIPALITY else "湖南省")


@pytest.mark.parametrize("precision", Precision)
def test_only_a_point_exact_to_the_door_is_told(precision: Precision) -> None:
    assert JIA.position
    position = replace(JIA.position, datum=Datum.WGS84, precision=precision)
    assert (geo_of(position, convert=False) is not None) == (precision is Precision.DOOR)


def test_a_point_of_another_system_is_told_only_where_the_site_converts() -> None:
    assert JIA.position
    assert JIA.position.datum is Datum.GCJ02
    assert "geo" not in said_of(JIA)
    geo = geo_of(JIA.position, convert=True)
    assert geo == civic_structure(JIA, with_site(FACTS, convert_positions=True), "stations/jia/")["geo"]
    assert geo
    assert (geo["latitude"], geo["longitude"]) != (JIA.position.latitude, JIA.position.longitude)
    assert geo_of(replace(JIA.position, datum=Datum.WGS84, longitude=Degrees(122.512)), convert=False) == {
        "@type": "GeoCoordinates",
        "latitude": 35.508,
        "longitude": 122.512,
    }
