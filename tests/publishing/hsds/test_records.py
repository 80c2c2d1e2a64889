"""What the files of records say, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_tools.publishing.hsds.publication import publication_of
from build_tools.reading.locale import read_wording
from build_tools.records.hours import HolidayRule, Makeup
from build_tools.records.key import UNKNOWN
from build_tools.records.service import Whenever
from build_tools.records.station import Accessibility, Life
from build_tools.records.values import Datum, Precision
from tests.facts.any_schedule import exception, written
from tests.publishing.hsds.changed import BULLETIN, MARK, STATION, position, with_service, with_station
from tests.publishing.hsds.published import BASE, Files, entries, facts_of, files_in, files_of, named, records
from tests.sites import SAMPLE


@pytest.mark.parametrize(
    ("life", "status"),
    [
        (Life.PLANNED, "inactive"),
        (Life.OPEN, "active"),
        (Life.PAUSED, "temporarily closed"),
        (Life.CLOSED, "defunct"),
    ],
)
def test_the_life_of_a_station_is_the_status_of_its_services(life: Life, status: str) -> None:
    files = with_station(life=life)
    own = [one for one in records(files, "services") if one["url"].partition("#")[0].endswith("/jia/")]
    assert {one["status"] for one in own} == {status}
    assert len(own) == len(STATION.services)
    assert all("alert" in one for one in own) == (life is not Life.OPEN)


def test_a_closed_station_tells_nothing_of_what_one_gets_there() -> None:
    kinds = {
        life: {one["link_type"] for one in named(with_station(life=life), "locations", "甲站")["attributes"]}
        for life in (Life.OPEN, Life.CLOSED)
    }
    assert kinds[Life.OPEN] - kinds[Life.CLOSED] == {"facility", "need"}


SPECIAL: dict[str, tuple[dict[str, Any], list[str]]] = {
    "nothing is said": ({}, []),
    "closed on holidays": ({"holidays": ("休息",)}, ["节假日：休息"]),
    "one holiday otherwise": ({"holidays": ("休息", "元旦 9:00-12:00")}, ["节假日：休息；元旦 9:00–12:00"]),
    "as usual on holidays": ({"holidays": ("照常",)}, ["节假日：照常"]),
    "make-up workdays": ({"makeup": Makeup.AS_WORKDAY}, ["调休上班日：按工作日"]),
    "a day ahead": ({"exceptions": (exception("2026-11-21", closed="学习"),)}, ["例外：11月21日（周六）休息"]),
    "a day that is over": ({"exceptions": (exception("2026-11-20", closed="学习"),)}, []),
    "two days": (
        {"exceptions": (exception("2026-12-05", closed=""), exception("2026-12-06", "9:00-10:00"))},
        ["例外：12月5日（周六）休息；12月6日（周日）改为9:00–10:00"],
    ),
    "all together": (
        {"holidays": ("休息",), "makeup": Makeup.CLOSED}, ["节假日：休息", "调休上班日：休息"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), SPECIAL.values(), ids=SPECIAL)
def test_special_days_stand_in_the_notes_of_schedules(said: dict[str, Any], expected: list[str]) -> None:
    schedules = publication_of(facts_of(BULLETIN), read_wording("zh")).schedules(
        BASE, written("周一 9:00-10:00", "农历初一 9:00-10:00", **said), MARK
    )
    assert [one["notes"].split("\n") for one in schedules] == [[MARK, *expected]] * 2


def test_that_nobody_knows_of_holidays_is_told() -> None:
    place = named(with_station(holidays=UNKNOWN), "locations", "甲站")
    assert all("节假日：待核实" in one["notes"].split("\n") for one in place["schedules"])


def test_what_a_district_says_of_holidays_holds_for_its_stations() -> None:
    rules = (HolidayRule.from_text("5:35-6:45"),)
    districts = tuple(replace(one, holidays=rules) for one in BULLETIN.districts)
    stations = tuple(
        replace(one, holidays=None, hours=written("周一 9:00-10:00").rules) if one is STATION else one
        for one in BULLETIN.stations
    )
    place = named(files_of(replace(BULLETIN, districts=districts, stations=stations)), "locations", "甲站")
    assert "节假日：5:35–6:45" in place["schedules"][0]["notes"].split("\n")


def test_what_is_unknown_is_left_out() -> None:
    unknown: dict[str, Any] = dict.fromkeys(("door", "directions", "telephone", "hours", "area", "verified"), UNKNOWN)
    files = with_station(**unknown, position=None, hours_note="", accessibility=Accessibility(), services=())
    assert named(files, "locations", "甲站").keys() == {
        "id", "location_type", "name", "alternate_name", "description", "attributes",
    }  # fmt: skip


def test_what_is_unknown_of_a_service_is_left_out() -> None:
    nothing: dict[str, Any] = dict.fromkeys(("audiences", "cost", "bring", "at_home", "provider", "times"), UNKNOWN)
    files = with_service(**nothing, times_note="", text="")
    (service,) = [one for one in records(files, "services") if one["url"].endswith("/jia/#service-haircut")]
    assert service.keys() == {
        "id", "name", "alternate_name", "url", "status", "assured_date", "service_at_locations", "attributes",
    }  # fmt: skip


@pytest.mark.parametrize("missing", ["door", "postal_code"])
@pytest.mark.parametrize("value", [None, UNKNOWN])
def test_an_address_without_street_or_postal_code_is_told_in_words(missing: str, value: object) -> None:
    place = named(with_station(**{missing: value}), "locations", "甲站")
    assert "addresses" not in place
    assert "地址：示例市示例区第一街道第一社区样本路1号" in place["description"]
    assert "街道：示例市示例区第一街道第一社区" in place["description"]


def test_an_address_has_all_that_hsds_wants() -> None:
    (address,) = named(files_in(SAMPLE), "locations", "甲站")["addresses"]
    assert without_ids([address])[0] == {
        "address_1": "样本路1号",
        "address_2": "第一街道第一社区",
        "city": "示例市",
        "region": "示例区",
        "state_province": "示例省",
        "postal_code": "000000",
        "country": "CN",
        "address_type": "physical",
    }


@pytest.mark.parametrize("precision", Precision)
def test_a_position_says_how_exact_it_is(precision: Precision) -> None:
    place = named(with_station(position=position(precision)), "locations", "甲站")
    terms = [one["taxonomy_term"]["code"] for one in place["attributes"] if one["link_type"] == "position_precision"]
    assert terms == [precision.code]
    assert (f"位置：{precision.label}" in place["description"]) == (precision is not Precision.DOOR)


def test_a_position_from_another_map_is_published_only_where_the_site_converts() -> None:
    stations = (replace(STATION, position=position(Precision.STREET, Datum.GCJ02)),)
    for convert in (True, False):
        site = replace(BULLETIN.site, convert_positions=convert)
        rest = tuple(one for one in BULLETIN.stations if one is not STATION)
        place = named(files_of(replace(BULLETIN, site=site, stations=(*stations, *rest))), "locations", "甲站")
        assert ("longitude" in place) == ("latitude" in place) == convert
        assert any(one["link_type"] == "position_precision" for one in place["attributes"]) == convert
        assert place.get("longitude") != 122.987654


def test_a_service_at_the_stations_hours_has_the_stations_schedules_at_its_location() -> None:
    files = with_service(times=Whenever.STATION_HOURS, times_note="")
    (service,) = [one for one in records(files, "services") if one["url"].endswith("/jia/#service-haircut")]
    (link,) = service["service_at_locations"]
    assert "schedules" not in service
    assert without_ids(link["schedules"]) == without_ids(link["location"]["schedules"])
    assert not {one["id"] for one in link["schedules"]} & {one["id"] for one in link["location"]["schedules"]}


def without_ids(schedules: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`schedules` as far as they say when."""
    return [{name: value for name, value in one.items() if name != "id"} for one in schedules]


def test_a_service_without_times_says_what_is_known_of_them() -> None:
    files = with_service(times=UNKNOWN, times_note=MARK)
    (service,) = [one for one in records(files, "services") if one["url"].endswith("/jia/#service-haircut")]
    (schedule,) = service["schedules"]
    assert schedule == {"id": schedule["id"], "description": MARK}


def test_what_is_free_costs_nothing_and_other_costs_are_words() -> None:
    options = [one for cost in ("免费", "材料费5元") for one in costs_of(with_service(cost=cost))]
    assert options == [
        {"currency": "CNY", "amount": 0, "amount_description": "免费"},
        {"amount_description": "材料费5元"},
    ]


def costs_of(files: Files) -> list[dict[str, Any]]:
    """The costs of that service."""
    (service,) = [one for one in records(files, "services") if one["url"].endswith("/jia/#service-haircut")]
    return without_ids(service["cost_options"])


def test_an_organisation_is_described_by_what_is_known_of_it() -> None:
    found = named(files_in(SAMPLE), "organizations", "范例读书会")
    assert found["description"] == "范例区，社会工作" or found["description"].endswith("，社会工作")
    assert "phones" not in found


def test_an_organisation_has_the_places_where_it_takes_part() -> None:
    found = named(files_in(SAMPLE), "organizations", "“一壶茶”服务队")
    assert [place["name"] for place in found["locations"]][:1] == ["甲站"]
    assert found["phones"][0]["number"] == "0000-1234502-801"


def test_english_stands_beside_the_chinese() -> None:
    files = files_in(SAMPLE)
    assert named(files, "locations", "甲站")["alternate_name"] == "Station Jia"
    assert named(files, "services", "周末课堂")["alternate_name"] == "Weekend class"
    assert "alternate_name" not in named(files, "locations", "乙站")


def test_the_vocabulary_is_published_as_taxonomies() -> None:
    files = files_in(SAMPLE)
    vocabulary = BULLETIN.vocabulary
    lists = ("needs", "facility_kinds", "service_kinds", "audiences", "partner_kinds")
    told = {one["code"] for one in files["taxonomy_terms"]["contents"]}
    assert told >= {entry.code for name in lists for entry in getattr(vocabulary, name)}
    haircut = named(files, "taxonomy_terms", "免费理发")
    assert haircut["taxonomy_detail"] == named(files, "taxonomies", "服务")
    assert haircut["description"].startswith("又叫：")


def test_no_attribute_points_to_a_term_that_is_not_published() -> None:
    files = files_in(SAMPLE)
    published = {one["id"] for one in files["taxonomy_terms"]["contents"]}
    used = {
        one["taxonomy_term"]["id"] for content in files.values() for one in entries(content) if "taxonomy_term" in one
    }
    assert used
    assert used <= published


def test_every_service_and_place_that_is_named_is_published() -> None:
    files = files_in(SAMPLE)
    for table in ("service", "location", "organization", "parent_organization"):
        collection = f"{table.removeprefix('parent_')}s"
        named_ids = {
            one[f"{table}_id"] for content in files.values() for one in entries(content) if f"{table}_id" in one
        }
        assert named_ids
        assert named_ids <= {one["id"] for one in files[collection]["contents"]}
