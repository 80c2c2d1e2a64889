"""What search engines, other sites and old bookmarks find: addresses that last, and the site's own map."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from build_tools.publishing.exports.emblem import EMBLEM, FAVICON, PICTURES
from tests.emblem import emblem, favicon
from tests.sites import SAMPLE, site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.publishing.site import Site

ADDRESS = "https://example.org/bulletin/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def sample() -> Site:
    return site_of(SAMPLE, date(2026, 11, 21))


def file_of(site: Site, uri: str) -> bytes:
    """The file at `uri`."""
    return next(file.content for file in site.files if file.uri == uri)


def test_each_alias_has_a_page_that_leads_to_where_its_page_is_now(sample: Site) -> None:
    moved = {page.uri: page for page in sample.pages if page.moved_to and not page.folder}
    assert {uri: page.moved_to for uri, page in moved.items()} == {
        "stations/jia-lao/": "stations/jia/",
        "stations/first/": "stations/jia/",
        "events/2026/bazaar/": "events/2026/market/",
        "notices/2026/water-pipes/": "notices/2026/pipes/",
        "organizations/tea/": "organizations/tea-team/",
    }
    assert moved["stations/first/"].title == "已搬家：甲站"
    assert '<a class="bulletin-tap" href="../../stations/jia/">甲站</a>' in moved["stations/first/"].body


def test_the_map_for_machines_has_every_page_once_but_those_that_moved(sample: Site) -> None:
    entries = list(ET.fromstring(file_of(sample, "sitemap.xml")))  # noqa: S314 — our own output
    found = [entry.findtext(f"{NAMESPACE}loc") for entry in entries]
    assert sorted(filter(None, found)) == sorted(
        ADDRESS + page.uri for page in sample.pages if not page.moved_to and page.uri != "404.html"
    )
    days = {entry.findtext(f"{NAMESPACE}loc"): entry.findtext(f"{NAMESPACE}lastmod") for entry in entries}
    assert days[ADDRESS + "notices/2026/pipes/"] == "2026-11-18"
    assert days[ADDRESS] is None, "nobody has dated the home page"


def test_the_map_for_people_leads_to_every_kind_of_page(sample: Site) -> None:
    body = next(page.body for page in sample.pages if page.uri == "site-map/")
    uris = set(re.findall(r'href="\.\./([^"]*)"', body))
    tops = {page.uri for page in sample.pages if page.uri.count("/") == 1 and not page.folder} - {"site-map/"}
    assert tops - uris == set()
    assert {page.uri for page in sample.pages if re.fullmatch("(needs|services|stations)/[^/]+/", page.uri)} - uris <= {
        page.uri for page in sample.pages if page.moved_to
    }


def test_licences_stand_on_the_page_about_the_site(sample: Site) -> None:
    body = next(page.body for page in sample.pages if page.uri == "about/")
    assert 'href="https://creativecommons.org/licenses/by/4.0/deed.zh-hans">CC BY 4.0</a>' in body
    assert "数据许可：示例市公共数据开放许可" in body


def test_the_emblem_is_drawn_for_those_who_need_pixels(sample: Site) -> None:
    sizes = {uri: Image.open(io.BytesIO(file_of(sample, uri))).size for uri in ("assets/emblem.png", "favicon.ico")}
    assert sizes == {"assets/emblem.png": (512, 512), "favicon.ico": (32, 32)}


@pytest.mark.parametrize(("name", "draw"), [(EMBLEM, emblem), (FAVICON, favicon)])
def test_the_emblem_that_is_kept_is_the_one_that_is_drawn(name: str, draw: Callable[[], Image.Image]) -> None:
    kept = Image.open(PICTURES / name).convert("RGB")
    assert kept.tobytes() == draw().convert("RGB").tobytes(), "`python -m tests.emblem` renews it"


def test_robots_are_told_where_the_map_is(sample: Site) -> None:
    assert file_of(sample, "robots.txt").decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {ADDRESS}sitemap.xml",
    ]
