"""Where everything that staff write about a station, its services and its helpers is found in HSDS; or why it is not."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from build_tools.records.dates import Day, PartialDate
from build_tools.records.hours import HolidayRule, HoursRule
from build_tools.records.opening import Opening
from build_tools.records.organization import Organization
from build_tools.records.service import Service
from build_tools.records.station import Accessibility, Facility, Life, Partner, Station
from build_tools.records.values import (
    Have,
    PostalCode,
    Precision,
    Provision,
    Telephone,
    Verification,
)
from tests.facts.any_schedule import exception
from tests.publishing.hsds.changed import MARK, position, with_organization, with_service, with_station
from tests.publishing.hsds.published import Files, files_in
from tests.sites import SAMPLE

SEEN = Verification(date=Day(2026, 11, 3), role="", method="", due=Day(2027, 1, 1))
LINES = tuple(map(HoursRule.from_text, ("周三 5:35-6:45",)))


SPECIAL_DAYS: dict[str, tuple[Any, str]] = {
    "holidays": ((HolidayRule.from_text("5:35-6:45"),), "节假日：5:35–6:45"),
    "makeup_days": (Opening.from_text("5:35-6:45"), "调休上班日：5:35–6:45"),
    "exceptions": ((exception("2026-12-07", "5:35-6:45"),), "例外：12月7日（周一）改为5:35–6:45"),
}
STATION_FIELDS: dict[str, tuple[Any, str]] = {
    "name": (MARK, '"name": "记号"'),
    "life": (Life.PAUSED, '"status": "temporarily closed"'),
    "life_since": (PartialDate(2020, 2), '"value": "2020-02"'),
    "summary": (MARK, '"description": "记号'),
    "district": ("fanli", '"region": "范例区"'),
    "street": (MARK, '"address_2": "记号第一社区"'),
    "community": (MARK, '"address_2": "第一街道记号"'),
    "door": (MARK, '"address_1": "记号"'),
    "postal_code": (PostalCode("123456"), '"postal_code": "123456"'),
    "directions": (MARK, '"transportation": "记号"'),
    "telephone": (Telephone("0000-7654321"), '"number": "0000-7654321"'),
    "position": (position(Precision.DOOR), '"longitude": 122.987654'),
    "hours": (LINES, '"opens_at": "05:35+08:00"'),
    "hours_note": (MARK, '"notes": "记号'),
    **SPECIAL_DAYS,
    "area": (987, "面积：987 平方米"),
    "zones": ((MARK, "二"), "功能区：记号、二"),
    "facilities": ((Facility(kind="seats", note=MARK),), '"value": "记号"'),
    "needs": (("wifi",), '"code": "wifi"'),
    "services": ((Service(kind="haircut", cost=MARK),), '"fees_description": "记号"'),
    "services_said": (MARK, "服务总数：记号"),
    "partners": ((Partner(kind="women", role=MARK),), '"value": "记号"'),
    "accessibility": (Accessibility(ramp=Provision(Have.PARTLY, MARK)), '"details": "记号"'),
    "text": (MARK, "记号"),
    "verified": (SEEN, '"assured_date": "2026-11-03"'),
}
"""Field → a value, and where it is found in the station's files."""
STATION_ELSEWHERE: dict[str, tuple[dict[str, Any], str]] = {
    "address": ({"address": MARK, "postal_code": None}, "地址：记号"),
    "life_reason": ({"life": Life.PAUSED, "life_reason": MARK}, '"alert": "暂停开放（2021年3月15日起）；记号"'),
    "successor": ({"life": Life.CLOSED, "successor": "yi"}, "请去：乙站"),
}
"""Those that count only where another field has such a value."""
STATION_LEFT_OUT = {
    "id": "the address of the page; ids of HSDS are UUIDs made of the oldest id",
    "aliases": "the oldest makes the UUIDs",
    "school": "it decides which days are school days, which HSDS cannot tell",
    "zones_incomplete": "that a list may lack something has no field",
    "facilities_incomplete": "that a list may lack something has no field",
    "channels": "a way to ask for something is no service that one receives: see the table of channels",
    "practices": "how the staff work",
    "duty": "contacts of HSDS are persons, and here are only roles",
    "statements": "figures in a source's words: see the page",
    "history": "see the page",
    "photos": "HSDS has no pictures",
    "sources": "HSDS has no sources: see the page",
}
SERVICE_FIELDS: dict[str, tuple[Any, str]] = {
    "kind": ("class", '"name": "周末课堂"'),
    "times": (LINES, '"opens_at": "05:35+08:00"'),
    "times_note": (MARK, '"notes": "记号'),
    **SPECIAL_DAYS,
    "audiences": (("pupils",), '"eligibility_description": "学生和家长"'),
    "cost": (MARK, '"fees_description": "记号"'),
    "bring": (MARK, '"document": "记号"'),
    "at_home": (Provision(Have.PARTLY, MARK), '"value": "记号"'),
    "provider": ("clinic", '"name": "样板社区卫生服务站"'),
    "text": (MARK, '"description": "记号"'),
}
ORGANIZATION_FIELDS: dict[str, tuple[Any, str]] = {
    "name": (MARK, '"name": "记号"'),
    "kind": ("shops", '"code": "shops"'),
    "district": ("fanli", "范例区"),
    "parent": ("clinic", '"parent_organization_id"'),
    "founded": (PartialDate(1999, 5), '"year_incorporated": 1999'),
    "members": (MARK, "成员：记号"),
    "does": ((MARK, "二"), "记号；二"),
    "telephone": (Telephone("0000-7654321"), '"number": "0000-7654321"'),
    "text": (MARK, "记号"),
}
ORGANIZATION_LEFT_OUT = {
    "id": "the address of the page",
    "aliases": "the oldest makes the UUIDs",
    "statements": "figures in a source's words: see the page",
    "sources": "HSDS has no sources: see the page",
}


def written(files: Files) -> str:
    """All that stands in `files`."""
    return json.dumps(list(files.values()), ensure_ascii=False)


@pytest.mark.parametrize(
    ("record", "groups"),
    [
        (Station, (STATION_FIELDS, STATION_ELSEWHERE, STATION_LEFT_OUT)),
        (Service, (SERVICE_FIELDS,)),
        (Organization, (ORGANIZATION_FIELDS, ORGANIZATION_LEFT_OUT)),
    ],
)
def test_every_field_is_published_or_left_out_for_a_reason(record: Any, groups: tuple[dict[str, Any], ...]) -> None:
    known = [name for group in groups for name in group]
    assert sorted(known) == sorted(field.name for field in fields(record))


@pytest.mark.parametrize("name", STATION_FIELDS)
def test_a_field_of_a_station_is_published(name: str) -> None:
    value, found = STATION_FIELDS[name]
    assert written(with_station(**{name: value})).count(found) > written(files_in(SAMPLE)).count(found)


@pytest.mark.parametrize("name", STATION_ELSEWHERE)
def test_a_field_of_a_station_is_published_where_it_counts(name: str) -> None:
    changes, found = STATION_ELSEWHERE[name]
    assert found in written(with_station(**changes))


@pytest.mark.parametrize("name", SERVICE_FIELDS)
def test_a_field_of_a_service_is_published(name: str) -> None:
    value, found = SERVICE_FIELDS[name]
    assert written(with_service(**{name: value})).count(found) > written(with_service()).count(found)


@pytest.mark.parametrize("name", ORGANIZATION_FIELDS)
def test_a_field_of_an_organisation_is_published(name: str) -> None:
    value, found = ORGANIZATION_FIELDS[name]
    assert written(with_organization(**{name: value})).count(found) > written(files_in(SAMPLE)).count(found)
