"""The page of open data names everything there is, and pages name their formats: nothing that is not there."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from schema_org import SCHEMA_VERSION

from build_tools.publishing.formats import OF_SECTIONS
from build_tools.reading.locale import read_wording
from tests.conftest import MINIMAL, put
from tests.sites import CONTENT, SAMPLE, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.site import Site, SitePage

TODAY = date(2026, 11, 21)
LINK = re.compile(r'href="\.\./([^"#]+\.(?:csv|json|geojson|xml|ics))"')
OF_EACH_STATION = re.compile(r"data/hsds/v3/[a-z_]+/.+|stations/.+|data/hsds/v3/[a-z_]+-\d+\.json")
NOT_DATA = re.compile(r"(en/)?(search|map)/.+|sitemap\.xml")


def page(site: Site, uri: str) -> SitePage:
    """The page at `uri`."""
    return next(one for one in site.pages if one.uri == uri)


def programs_files(site: Site) -> set[str]:
    """The files for programs that are not of single records, nor further pages of a list."""
    kinds = (".csv", ".json", ".geojson", ".xml", ".ics")
    found = {file.uri for file in site.files if file.uri.endswith(kinds)}
    return {uri for uri in found if not (NOT_DATA.fullmatch(uri) or OF_EACH_STATION.fullmatch(uri))}


@pytest.mark.parametrize("content", [CONTENT, SAMPLE])
def test_the_page_names_every_file_there_is_and_no_other(content: Path) -> None:
    site = site_of(content, TODAY)
    named = set(LINK.findall(page(site, "data/").body))
    assert named == {uri for uri in programs_files(site) if not uri.startswith("en/")}


def test_the_english_page_names_the_english_files_and_those_that_all_share() -> None:
    site = site_of(SAMPLE, TODAY)
    named = {uri.removeprefix("../") for uri in LINK.findall(page(site, "en/data/").body)}
    shared = {uri for uri in programs_files(site) if uri.startswith(("data/hsds", "events/"))}
    assert named == shared | {uri for uri in programs_files(site) if uri.startswith("en/")}


@pytest.mark.parametrize("content", [CONTENT, SAMPLE])
def test_whatever_a_page_names_as_the_same_for_programs_is_there(content: Path) -> None:
    site = site_of(content, TODAY)
    there = {file.uri for file in site.files}
    assert {one.uri for each in site.pages for one in each.alternates} <= there


def test_pages_of_every_part_of_the_site_name_a_format() -> None:
    site = site_of(SAMPLE, TODAY)
    silent = {one.uri.removeprefix(one.folder).partition("/")[0] for one in site.pages if not one.alternates}
    essays = {"about", "plan"}
    assert silent <= {"404.html", "guide", "reviewed", "site-map", "stations", *essays}
    stations = [one for one in site.pages if one.source.startswith("stations/") and not one.moved_to]
    assert all(any("/locations/" in other.uri for other in one.alternates) for one in stations)
    assert OF_SECTIONS.keys() <= {one.uri.partition("/")[0] for one in site.pages} | {"changes"}


@pytest.mark.parametrize(
    ("without", "said", "gone"),
    [
        ("网址: https://example.org/\n", "网站还没有网址", "feed.xml"),
        ("数据编号: 00000000-0000-4000-8000-000000000000\n", "还没有写“数据编号”", "data/hsds/v3/index.json"),
    ],
)
def test_what_a_setting_is_missing_for_is_said(without: str, said: str, gone: str, content: Path) -> None:
    whole = MINIMAL["site.yml"] + "数据编号: 00000000-0000-4000-8000-000000000000\n"
    put(content, "site.yml", whole)
    assert said not in page(site_of.__wrapped__(content, TODAY), "data/").body
    put(content, "site.yml", whole.replace(without, ""))
    site = site_of.__wrapped__(content, TODAY)
    assert said in page(site, "data/").body
    assert gone not in {file.uri for file in site.files}


def test_nothing_of_a_notice_is_public_before_its_day() -> None:
    mark, day = "三个驿站改走侧门", date(2026, 11, 18)
    assert mark in everything(site_of(SAMPLE, day))
    assert mark not in everything(site_of(SAMPLE, day - timedelta(days=1)))


def everything(site: Site) -> str:
    """Every text that is published, and every address."""
    pages = (one.uri + one.title + one.summary + one.body for one in site.pages)
    return "".join((*pages, *(one.uri + one.content.decode(errors="replace") for one in site.files)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_names_the_release_of_the_vocabulary_that_judges_the_linked_data(language: str) -> None:
    assert f"schema.org {SCHEMA_VERSION.partition('.')[0]}" in read_wording(language).say("data.linked_standard")
