"""Somebody else's program reads the package and finds every row as it is described."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from frictionless import Package, validate

from build_tools.records.licence import Licence
from tests.generated import write_bulletin
from tests.hostile import markup_let_past, write_hostile
from tests.publishing.tables.read_again import bulletin_at, files_of, lines, put_down, rows
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.site import Site

PLAIN = {"services": "cost", "notices": "title"}
"""Table → a column of which nothing needs to be known, where it is not `name`."""


def faults(files: dict[str, bytes], folder: Path) -> list[list[Any]]:
    """What frictionless finds wrong with `files`."""
    report = validate(put_down(files, folder))
    assert len(report.tasks) == len(files) - 1
    return [[task.name, error.message] for task in report.tasks for error in task.errors] + [*report.errors]


def package_of(site: Site) -> dict[str, Any]:
    """The description of the sample's tables, if this were its site."""
    package: dict[str, Any] = json.loads(files_of(replace(bulletin_at(SAMPLE), site=site))["datapackage.json"])
    return package


@pytest.mark.parametrize("content", [CONTENT, SAMPLE], ids=["content", "sample"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_program_finds_the_tables_as_described(content: Path, language: str, tmp_path: Path) -> None:
    assert faults(files_of(bulletin_at(content), language), tmp_path) == []


@pytest.mark.slow
def test_so_it_does_with_a_thousand_stations(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "content", 1000)
    files = files_of(bulletin_at(tmp_path / "content"))
    assert faults(files, tmp_path / "data") == []
    assert len(rows(files, "stations")) == 1000


def test_so_it_does_with_harm_in_every_text(tmp_path: Path) -> None:
    with markup_let_past():
        bulletin = bulletin_at(write_hostile(tmp_path / "content"))
    assert faults(files_of(bulletin), tmp_path / "data") == []


def test_the_program_would_see_a_station_that_does_not_exist(tmp_path: Path) -> None:
    files = files_of(bulletin_at(SAMPLE))
    files["services.csv"] = files["services.csv"].replace(b"\r\njia,", b"\r\nnobody,", 1)
    assert [fault[0] for fault in faults(files, tmp_path)] == ["services"]


def test_every_column_is_described_and_nothing_else(tmp_path: Path) -> None:
    files = files_of(bulletin_at(SAMPLE))
    for resource in Package(put_down(files, tmp_path)).resources:
        assert [field.name for field in resource.schema.fields] == lines(files[f"{resource.name}.csv"])[0]


def test_titles_and_meanings_are_those_of_the_records() -> None:
    resources = package_of(bulletin_at(SAMPLE).site)["resources"]
    described = {(one["name"], field["name"]): field for one in resources for field in one["schema"]["fields"]}
    assert described["stations", "telephone"]["title"] == "电话"
    assert described["stations", "telephone"]["description"] == "驿站或社区的办公电话"
    assert described["stations", "position_datum"]["title"] == "位置：坐标系"
    assert described["station_facilities", "kind_name"]["title"] == "种类（名称）"


@cache
def resources(language: str) -> list[dict[str, Any]]:
    """What the package says of each of the sample's tables."""
    found: list[dict[str, Any]] = json.loads(files_of(bulletin_at(SAMPLE), language)["datapackage.json"])["resources"]
    return found


def described(name: str, column: str, language: str = "zh") -> dict[str, Any]:
    """What the package says of a column."""
    (schema,) = (one["schema"] for one in resources(language) if one["name"] == name)
    found: dict[str, Any] = next(field for field in schema["fields"] if field["name"] == column)
    return found


@pytest.mark.parametrize(
    ("name", "column", "codes"),
    [
        ("stations", "life", ["planned", "open", "paused", "closed"]),
        ("services", "station_life", ["planned", "open", "paused", "closed"]),
        ("services", "at_home", ["yes", "no", "partly"]),
        ("stations", "accessibility_ramp", ["yes", "no", "partly"]),
        ("stations", "position_datum", ["wgs84", "gcj02", "bd09"]),
        ("districts", "centre_precision", ["door", "community", "street", "district"]),
        ("events", "course", ["as planned", "cancelled", "moved", "postponed"]),
        ("schedules", "part_of_day", ["morning", "noon", "afternoon", "evening"]),
        ("schedules", "status", ["open", "closed", "as usual", "moved", "station hours", "as a workday", "as the weekday it replaces"]),
    ],
)  # fmt: skip
def test_a_column_of_codes_says_which_there_are(name: str, column: str, codes: list[str]) -> None:
    assert described(name, column)["constraints"] == {"enum": codes}


def test_the_program_would_see_a_code_that_does_not_exist(tmp_path: Path) -> None:
    files = files_of(bulletin_at(SAMPLE))
    files["services.csv"] = files["services.csv"].replace(b",open,", b",ajar,", 1)
    assert [fault[0] for fault in faults(files, tmp_path)] == ["services"]


@pytest.mark.parametrize(
    ("name", "column", "words"),
    [
        ("stations", "zones", "“；”"),
        ("services", "audiences", "“；”"),
        ("services", "audiences_names", "“；”"),
        ("stations", "text", "**"),
        ("services", "text", "**"),
        ("notices", "text", "**"),
        ("notices", "urgent", "true"),
        ("vocabulary", "sensitive", "true"),
        ("stations", "position_longitude", "wgs84_"),
        ("districts", "centre_latitude", "_datum"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_column_says_how_its_cells_are_read(name: str, column: str, words: str, language: str) -> None:
    assert words in described(name, column, language)["description"]
    assert words not in described(name, PLAIN.get(name, "name"), language).get("description", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_says_what_it_holds(language: str) -> None:
    told = {resource["name"]: resource["description"] for resource in resources(language)}
    assert len(set(told.values())) == len(resources(language))
    assert all(told.values())
    assert {"district_schedules", "station_life", "MO", "FR", "24:00"} <= set(
        re.findall(r"[\w:]+", told["schedules"], re.ASCII)
    )


def test_coordinates_for_maps_stand_before_those_that_were_entered() -> None:
    for name in ("stations", "districts"):
        heads = lines(files_of(bulletin_at(SAMPLE))[f"{name}.csv"])[0]
        place = heads.index("wgs84_longitude")
        assert heads[place + 1] == "wgs84_latitude"
        assert heads[place + 2].endswith("_longitude")


def test_both_editions_have_the_same_headings() -> None:
    bulletin = bulletin_at(SAMPLE)
    chinese, english = files_of(bulletin), files_of(bulletin, "en")
    assert chinese.keys() == english.keys()
    heads = [name for name in chinese if name.endswith(".csv")]
    assert [lines(chinese[name])[0] for name in heads] == [lines(english[name])[0] for name in heads]


def test_english_tables_have_english_words_and_the_same_counts() -> None:
    bulletin = bulletin_at(SAMPLE)
    chinese, english = rows(files_of(bulletin), "tallies"), rows(files_of(bulletin, "en"), "tallies")
    words = ("station_name", "category_name")
    assert {row["station_name"] for row in english} > {"Station Jia"}
    pages = [rows(files_of(bulletin, language), "stations")[0]["url"] for language in ("zh", "en")]
    assert pages == [f"https://example.org/bulletin/{folder}stations/bing/" for folder in ("", "en/")]
    assert [{k: v for k, v in row.items() if k not in words} for row in chinese] == [
        {k: v for k, v in row.items() if k not in words} for row in english
    ]


def test_a_licence_is_named_only_where_one_is_declared() -> None:
    site = bulletin_at(SAMPLE).site
    assert "licenses" not in package_of(replace(site, data_licence=None))
    assert package_of(replace(site, data_licence=Licence.BY))["licenses"] == [
        {"name": "CC-BY-4.0", "path": Licence.BY.page, "title": "CC BY 4.0"}
    ]
    assert package_of(replace(site, data_licence="某市许可"))["licenses"] == [
        {"path": "index.html", "title": "某市许可"}
    ]


def test_a_site_without_address_has_no_addresses() -> None:
    bulletin = bulletin_at(SAMPLE)
    assert package_of(bulletin.site)["homepage"] == "https://example.org/bulletin/"
    assert "homepage" not in package_of(replace(bulletin.site, address=None))
    files = files_of(replace(bulletin, site=replace(bulletin.site, address=None)))
    assert {row["url"] for row in rows(files, "stations")} == {""}
