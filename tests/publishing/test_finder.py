"""The finder's pages: one wish has one page, and no page holds thousands of stations."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import build_tools
from build_tools.build import build
from build_tools.publishing.pages import share, station_list
from build_tools.settings import Settings
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.publishing.site import SitePage

ASSETS = Path(build_tools.__file__).parent / "theme/assets"
SETTINGS = Settings(content=SAMPLE, today=date(2026, 11, 21))


def pages_of(settings: Settings = SETTINGS) -> dict[str, SitePage]:
    """The pages of the demonstration bulletin by address."""
    site = build(settings).site
    assert site
    return {page.uri: page for page in site.pages}


@pytest.fixture(scope="module")
def pages() -> dict[str, SitePage]:
    """Its pages as they are."""
    return pages_of()


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> dict[str, SitePage]:
    """Its pages if two stations were many."""
    monkeypatch.setattr(share, "ONE_PAGE", 2)
    monkeypatch.setattr(station_list, "ONE_PAGE", 2)
    return pages_of(replace(SETTINGS, workers=1))


def cards(page: SitePage) -> list[str]:
    """The stations that `page` lists."""
    listed = page.body.partition("<template")[0] + page.body.partition("</template>")[2]
    return re.findall(r'<li class="bulletin-station">\n<h3><a href="[./]*stations/(\w+)/', listed)


def test_each_thing_to_ask_for_has_a_page(pages: dict[str, SitePage]) -> None:
    body = pages["stations/"].body
    asked = {"needs": re.findall(r'name="need" value="([^"]+)"', body)}
    asked["services"] = re.findall(r'value="([^"]+)"', body.partition('name="service"')[2].partition("</select>")[0])
    wishes = ["step-free/", *(f"{folder}/{value}/" for folder, values in asked.items() for value in values)]
    assert min(map(len, asked.values())) > 1
    assert [wish for wish in wishes if wish not in pages or f'href="../{wish}"' not in body] == []


def test_up_to_a_limit_all_stations_stand_below_the_finder(pages: dict[str, SitePage]) -> None:
    assert len(cards(pages["stations/"])) == 12


def test_beyond_it_there_are_only_the_finder_and_the_districts(many: dict[str, SitePage]) -> None:
    page = many["stations/"]
    assert cards(page) == []
    assert 'id="finder"' in page.body
    assert "12 个驿站" in page.body
    assert 'href="../districts/shili/"' in page.body


def test_long_lists_are_shared_out_and_ask_the_finder_for_their_part(many: dict[str, SitePage]) -> None:
    assert cards(many["step-free/"]) == []
    assert sorted(cards(many["step-free/shili/"]) + cards(many["step-free/yangban/"])) == ["jia", "no", "xin", "yi"]
    for uri, wishes in (("step-free/shili/", "access=step-free"), ("needs/water/shili/", "need=water")):
        assert f'stations/?{wishes}&amp;district=shili#near"' in many[uri].body


@pytest.mark.parametrize(("uri", "line"), [("organizations/", "<li><a"), ("events/", "<h3><a")])
def test_long_lists_of_others_are_shared_out_in_the_same_way(
    uri: str, line: str, pages: dict[str, SitePage], many: dict[str, SitePage]
) -> None:
    past = pages[uri].body.partition('id="past"')[2] or pages[uri].body
    parts = [page.body for at, page in many.items() if at.startswith(f"{uri}in/")]
    assert len(parts) == many[uri].body.count(f'href="../{uri}in/') > 0
    assert sum(body.count(line) for body in parts) == past.count(line)


def test_the_step_free_page_tells_whole_from_partly_and_unknown(pages: dict[str, SitePage]) -> None:
    whole, partly = pages["step-free/"].body.split("部分方便</h2>")
    listed = re.compile(r"<h3>.*?stations/(\w+)/")
    assert listed.findall(whole) == ["xin"]
    assert listed.findall(partly) == ["jia", "no", "yi"]
    assert "另有 4 个还没有核实过" in whole
    assert "轮椅能进 部分：门槛高3厘米" in partly


def test_a_card_says_how_one_gets_in_only_where_that_is_known(pages: dict[str, SitePage]) -> None:
    by_station = dict(re.findall(r"<h3>.*?stations/(\w+)/(.*?)(?=<h3>|$)", pages["districts/yangban/"].body, re.DOTALL))
    ways = re.findall(r"#icon-(\w+)\"/></svg><span>(.*?)</span>", by_station["xin"])
    assert ways == [("yes", "门口坡道 有：在东侧"), ("yes", "轮椅能进 有")]
    assert "门口坡道" not in by_station["geng"]


def test_the_scripts_find_all_their_words(pages: dict[str, SitePage]) -> None:
    found = re.search(r'data-words="([^"]+)"', pages["stations/"].body)
    assert found
    words = json.loads(unescape(found[1]))
    scripts = "".join((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in ("finder", "results", "nearby"))
    said = re.findall(r"'([a-z_]+)'", " ".join(re.findall(r"fill\(([^{)]*)", scripts)))
    assert set(said) == words.keys()
