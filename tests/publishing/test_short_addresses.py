"""Short addresses on plates lead to the page of a station, whatever its file is called by now."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from build_tools.build import build
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.short_addresses import short_addresses
from build_tools.publishing.posted import posted_uri, short_uri
from build_tools.records.short import short_of
from build_tools.settings import Settings, settings_from
from tests.conftest import MINIMAL, STATION, put
from tests.hostile import BREAK, TEXT, markup_let_past, write_hostile
from tests.sites import DAY, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.site import Site, SitePage

MANY = 10_000
SHORT_OF_JIA = "s/58w9w4/index.html"
WHOLE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';base-uri 'none';form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=../../stations/jia/">
<link rel="canonical" href="https://example.org/stations/jia/">
<title>甲站</title>
</head>
<body>
<h1><a href="../../stations/jia/">甲站</a></h1>
</body>
</html>
"""


class Page(HTMLParser):
    """What a browser sees of one redirect."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.leads: list[str] = []
        """What is refreshed to, and what is linked to, as seen from the page."""
        self.canonical = ""
        self.text = ""
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if values.get("http-equiv") == "refresh":
            self.leads.append(values["content"].removeprefix("0; url="))
        elif tag == "a":
            self.leads.append(values["href"])
        elif values.get("rel") == "canonical":
            self.canonical = values["href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def settings_for(content: Path) -> Settings:
    """A build of `content` on the day of the tests."""
    return settings_from(content, {"SOURCE_DATE_EPOCH": DAY})


def built(settings: Settings) -> Site:
    """The site of `settings`."""
    site = build(settings).site
    assert site
    return site


def shorts_of(site: Site) -> dict[str, bytes]:
    """Path → content of every short address."""
    return {file.uri: file.content for file in site.files if file.uri.startswith("s/")}


def target(uri: str, text: bytes) -> str:
    """Where the short address `uri` leads, from the site's root."""
    return posixpath.normpath(posixpath.join(uri, "..", Page(text).leads[0])) + "/"


def is_station(page: SitePage) -> bool:
    """Whether `page` shows a station in the first edition."""
    return not page.folder and page.source.startswith("stations/")


def test_the_whole_of_a_short_address(content: Path) -> None:
    assert {uri: text.decode() for uri, text in shorts_of(built(settings_for(content))).items()} == {
        SHORT_OF_JIA: WHOLE
    }


def test_without_the_sites_own_address_it_leads_on_all_the_same(content: Path) -> None:
    put(content, "site.yml", MINIMAL["site.yml"].replace("网址: https://example.org/\n", ""))
    (text,) = shorts_of(built(settings_for(content))).values()
    page = Page(text)
    assert (page.canonical, page.leads) == ("", ["../../stations/jia/"] * 2)


def test_in_a_folder_of_files_it_leads_to_the_file(content: Path) -> None:
    (text,) = shorts_of(built(replace(settings_for(content), directory_urls=False))).values()
    page = Page(text)
    assert page.leads == ["../../stations/jia/index.html"] * 2
    assert page.canonical == "https://example.org/stations/jia/"


@pytest.mark.parametrize("aliases", ["jia", "[jia, jia-xin]"])
def test_a_renamed_station_keeps_its_short_address(aliases: str, content: Path) -> None:
    (content / "stations/jia.yml").unlink()
    put(content, "stations/hongse.yml", f"{STATION}曾用编号: {aliases}\n")
    assert Page(shorts_of(built(settings_for(content)))[SHORT_OF_JIA]).leads == ["../../stations/hongse/"] * 2


def test_a_renamed_station_that_keeps_no_alias_gets_another(content: Path) -> None:
    (content / "stations/jia.yml").rename(content / "stations/hongse.yml")
    assert SHORT_OF_JIA not in shorts_of(built(settings_for(content)))


def test_a_closed_station_keeps_its_own(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("状态: 开放", "状态: 关闭"))
    assert Page(shorts_of(built(settings_for(content)))[SHORT_OF_JIA]).leads == ["../../stations/jia/"] * 2


def test_a_name_that_means_harm_is_only_text(tmp_path: Path) -> None:
    with markup_let_past():
        site = built(settings_for(write_hostile(tmp_path / "content")))
    text = shorts_of(site)[f"s/{short_of('e-text')}/index.html"]
    page = Page(text)
    assert page.tags == Page(shorts_of(site)[f"s/{short_of('jia-lao')}/index.html"]).tags
    assert page.leads == ["../../stations/e-text/"] * 2
    assert page.text.count(TEXT) == 2
    assert BREAK.encode() not in text


def test_each_of_ten_thousand_stations_has_its_own(content: Path) -> None:
    edition = build(settings_for(content)).editions[0]
    (station,) = edition.facts.bulletin.stations
    stations = tuple(replace(station, id=f"station-{number}") for number in range(1, MANY + 1))
    facts = replace(edition.facts, bulletin=replace(edition.facts.bulletin, stations=stations))
    files = list(short_addresses(Composed(facts, edition.wording), facts.bulletin.stations))
    assert len({file.uri for file in files}) == MANY
    assert [target(file.uri, file.content) for file in files] == [f"stations/{one.id}/" for one in stations]


def test_each_leads_to_a_page_that_is_there() -> None:
    site = built(settings_for(SAMPLE))
    pages = {page.uri: page for page in site.pages}
    led = [target(uri, text) for uri, text in shorts_of(site).items()]
    assert sorted(led) == sorted(uri for uri, page in pages.items() if is_station(page))


def test_short_addresses_are_one_for_all_languages_and_not_in_the_site_map() -> None:
    site = built(settings_for(SAMPLE))
    assert not [file.uri for file in site.files if file.uri.startswith("en/s/")]
    (site_map,) = (file.content for file in site.files if file.uri == "sitemap.xml")
    assert b"/s/" not in site_map
    assert max(map(len, shorts_of(site).values())) < 800


def test_paper_gives_the_short_address_of_a_station_in_chinese_only(content: Path) -> None:
    bulletin = build(settings_for(content)).editions[0].facts.bulletin
    (station,) = bulletin.stations
    assert posted_uri("stations/jia/", "", station) == short_uri(station) == "s/58w9w4/"
    assert posted_uri("en/stations/jia/", "en/", station) == "en/stations/jia/"
    assert posted_uri("events/2026/xiaqi/", "", None) == "events/2026/xiaqi/"
