"""Somebody else's program reads the package and finds every row as it is described."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from frictionless import Package, validate

from build_tools.records.licence import Licence
from build_tools.records.values import UuidBase
from tests.generated import write_bulletin
from tests.hostile import write_hostile
from tests.publishing.tables.read_again import bulletin_at, files_of, lines, put_down, rows
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.site import Site

BASE = UuidBase("00000000-0000-4000-8000-000000000000")


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
    assert faults(files_of(bulletin_at(write_hostile(tmp_path / "content"))), tmp_path / "data") == []


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
