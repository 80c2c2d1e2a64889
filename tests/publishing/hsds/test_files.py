"""Lists in pages, records in files, and nothing without a base."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from build_tools.publishing.formats import (
    HSDS_FOLDER,
    alternates_of_organization,
    alternates_of_station,
    has_record_files,
)
from build_tools.publishing.hsds.catalogue import listed, records_of_stations
from build_tools.publishing.hsds.files import list_files
from build_tools.publishing.hsds.publication import publication_of
from build_tools.reading.locale import read_wording
from build_tools.workers import in_parts
from tests.publishing.hsds.published import bulletin_in, bytes_of, entries, facts_of, files_in
from tests.sites import SAMPLE

EXAMPLES = SAMPLE.parent.parent.parent / "shared" / "hsds" / "3.0" / "examples"


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, [0]),
        (1, [1]),
        (999, [999]),
        (1000, [1000]),
        (1001, [1000, 1]),
        (2000, [1000, 1000]),
        (2500, [1000, 1000, 500]),
    ],
)
def test_a_list_is_cut_into_pages_of_a_thousand(count: int, sizes: list[int]) -> None:
    files = list(list_files("services", [b"%d" % number for number in range(count)]))
    pages = [json.loads(file.content) for file in files]
    assert [file.uri for file in files] == [
        f"data/hsds/v3/services{f'-{number}' if number > 1 else ''}.json" for number in range(1, len(sizes) + 1)
    ]
    assert [page["size"] for page in pages] == [len(page["contents"]) for page in pages] == sizes
    assert [page["page_number"] for page in pages] == list(range(1, len(sizes) + 1))
    assert {(page["total_items"], page["total_pages"], page["empty"]) for page in pages} == {
        (count, len(sizes), count == 0)
    }
    assert [page["first_page"] for page in pages] == [True, *[False] * (len(sizes) - 1)]
    assert [page["last_page"] for page in pages] == [*[False] * (len(sizes) - 1), True]
    assert [one for page in pages for one in page["contents"]] == list(range(count))


def test_a_page_says_what_the_example_says() -> None:
    if not EXAMPLES.is_dir():
        pytest.skip("the examples of HSDS 3.0 are not here")
    files = files_in(SAMPLE)
    for collection in ("service", "organization", "taxonomy_term"):
        example = json.loads((EXAMPLES / f"{collection}_list.json").read_text("utf-8"))
        ours = files[f"{collection}s"]
        assert list(ours) == list(example)
        told = {name for one in ours["contents"] for name in one}
        assert told <= {*example["contents"][0], "organization_id", "taxonomy_id"}
    assert files["index"].keys() == json.loads((EXAMPLES / "base.json").read_text("utf-8")).keys()


def test_there_is_nothing_without_a_base() -> None:
    bulletin = bulletin_in(SAMPLE)
    assert bytes_of(replace(bulletin, site=replace(bulletin.site, uuid_base=None))) == {}


def test_a_site_may_leave_the_files_of_records_out() -> None:
    bulletin = bulletin_in(SAMPLE)
    few = bytes_of(replace(bulletin, site=replace(bulletin.site, record_files=False)))
    assert {uri for uri in bytes_of(bulletin) if uri.count("/") == 3} == few.keys()


@pytest.mark.parametrize(
    ("wanted", "count", "expected"),
    [
        (None, 1_000, True),
        (None, 1_001, False),
        (True, 1_001, True),
        (False, 1, False),
    ],
)
def test_unless_the_site_says_so_only_many_stations_have_no_files_of_records(
    wanted: bool | None, count: int, expected: bool
) -> None:
    facts = facts_of(bulletin_in(SAMPLE))
    site = replace(facts.bulletin.site, record_files=wanted)
    bulletin = replace(facts.bulletin, site=site, stations=facts.bulletin.stations[:1] * count)
    assert has_record_files(replace(facts, bulletin=bulletin)) == expected


def test_pages_name_the_files_of_records_that_are_there() -> None:
    bulletin = bulletin_in(SAMPLE)
    without = replace(bulletin, site=replace(bulletin.site, record_files=False))
    files = bytes_of(bulletin)
    for facts, are_there in ((facts_of(bulletin), True), (facts_of(without), False)):
        for station in bulletin.stations:
            found = [one.uri for one in alternates_of_station(station, facts) if one.uri.startswith(HSDS_FOLDER)]
            assert bool(found) == are_there
            assert set(found) <= files.keys()
        for organization in bulletin.organizations:
            table, *found = [one.uri for one in alternates_of_organization(organization, facts, "en/")]
            assert table == "en/data/organizations.csv"
            assert bool(found) == are_there
            assert set(found) <= files.keys()


def test_lists_have_no_times_telephones_and_addresses() -> None:
    files = files_in(SAMPLE)
    lists = {name: content for name, content in files.items() if "/" not in name}
    hidden = {"schedules", "phones", "addresses"}
    assert not hidden & {key for one in entries(list(lists.values())) for key in one}
    assert hidden <= {key for one in entries(list(files.values())) for key in one}


def test_without_an_address_there_are_no_links() -> None:
    bulletin = bulletin_in(SAMPLE)
    files = bytes_of(replace(bulletin, site=replace(bulletin.site, address=None)))
    services = json.loads(files["data/hsds/v3/services.json"])["contents"]
    assert not [one for one in services if "url" in one]


def test_stations_can_be_published_a_part_at_a_time() -> None:
    facts = facts_of(bulletin_in(SAMPLE))
    stations, wording = facts.bulletin.stations, read_wording("zh")
    whole = publication_of(facts, wording)
    parts = [(part, publication_of(facts, wording)) for part in in_parts(stations, 3)]
    told = [listed(station, publication) for part, publication in parts for station in part]
    assert told == [listed(station, whole) for station in stations]
    assert [file for one in parts for file in records_of_stations(*one)] == list(records_of_stations(stations, whole))
