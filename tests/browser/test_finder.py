"""The finder: what one asks for is found exactly, and stands in the address."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from build_tools.records.station import Life
from build_tools.records.values import Have, Provision
from tests.browser.finding import COUNTED, RESULTS, TITLE, ask, found, names, sample_bulletin
from tests.browser.test_pages import PHONE, watched
from tests.browser.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from build_tools.records.station import Station

CHOOSE = """([needs, service, district, access]) => {
  const form = document.getElementById('finder');
  for (const box of form.elements.need) box.checked = needs.includes(box.value);
  form.elements.access.checked = access;
  Object.assign(form.elements.service, { value: service });
  Object.assign(form.elements.district, { value: district });
  form.requestSubmit();
}"""
LANTERNS = """cards => [...cards].map(card => {
  const [state, link] = [card.querySelector('.bulletin-state'), card.querySelector('h3 a')];
  return [link.pathname, state.className, state.innerText || state.textContent];
})"""


def meets(station: Station, need: str) -> bool:
    """Whether `station` says so itself, or has something that does."""
    vocabulary = sample_bulletin().vocabulary
    facilities = {kind.code for kind in vocabulary.facility_kinds if need in kind.needs}
    services = {kind.code for kind in vocabulary.service_kinds if need in kind.needs}
    return (
        need in station.needs
        or any(one.kind in facilities for one in station.facilities)
        or any(one.kind in services for one in station.services)
    )


def is_step_free(station: Station) -> bool:
    """Whether a ramp or a way for wheelchairs is there, at least partly."""
    ways = (station.accessibility.ramp, station.accessibility.wheelchair)
    return any(isinstance(way, Provision) and way.have is not Have.NO for way in ways)


def expected(needs: tuple[str, ...], service: str, district: str, step_free: str) -> set[str]:
    """The names of the stations for which all of it is so."""
    asks_an_open_one = bool(needs or service or step_free)
    return {
        station.name
        for station in sample_bulletin().stations
        if (station.life is Life.OPEN or not asks_an_open_one)
        and all(meets(station, need) for need in needs)
        and (not service or service in {one.kind for one in station.services})
        and (not district or station.district == district)
        and (not step_free or is_step_free(station))
    }


ASKED = [
    one
    for one in product(
        [(), ("water",), ("wifi",), ("rest", "toilet")],
        ["", "haircut", "sharpening"],
        ["", "shili", "yangban"],
        ["", "step-free"],
    )
    if any(one)
]


def test_filters_combine_exactly(browser: Browser, sample: tuple[str, Path]) -> None:
    page, seen = found(browser, sample)
    told = {}
    for one in ASKED:
        page.evaluate(CHOOSE, one)
        until(page, COUNTED)
        told[one] = set(page.eval_on_selector_all(f"{RESULTS} h3", "all => all.map(one => one.textContent)"))
    assert told == {one: expected(*one) for one in ASKED}
    assert seen.messages == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_one_chooses_among_the_districts_that_stand_on_the_page(
    folder: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(f"{sample[0]}{folder}stations/")
    choices = page.eval_on_selector_all("#district option", "all => all.map(one => [one.value, one.textContent])")
    links = page.eval_on_selector_all("#districts a", "all => all.map(one => [one.pathname, one.textContent])")
    assert len(choices) == len(links) + 1 > 2
    assert choices[0][0] == ""
    for (code, name), (path, told) in zip(choices[1:], links, strict=True):
        assert path.endswith(f"/districts/{code}/")
        assert told.startswith(f"{name} ")


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-21T10:00:00+08:00",
        "2026-11-23T12:30:00+08:00",
        "2026-11-24T23:00:00+08:00",
        "2026-11-25T03:00:00+08:00",
        "2026-11-27T18:00:00+08:00",
    ],
)
def test_open_now_lists_the_stations_whose_lanterns_are_lit(
    at: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = found(browser, sample, "?open=now", at)
    lanterns = page.eval_on_selector_all("#all .bulletin-station", LANTERNS)
    lit = {path for path, look, _ in lanterns if look.endswith(("--open", "--soon"))}
    assert {path for path, *_ in page.eval_on_selector_all(RESULTS, LANTERNS)} == lit
    assert "待核实的没有列出来" in page.inner_text("#found [role=status]")


@pytest.mark.parametrize("at", ["2026-11-23T12:30:00+08:00", "2026-11-28T20:00:00+08:00", "2026-12-20T20:00:00+08:00"])
def test_a_result_says_of_its_hours_what_the_station_itself_says(
    at: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    told: dict[str, list[str]] = {}
    for district in ("shili", "yangban"):
        page, _ = found(browser, sample, f"?district={district}", at)
        told |= {path: rest for path, *rest in page.eval_on_selector_all(RESULTS, LANTERNS)}
    page.evaluate("document.getElementById('all').hidden = false")
    own = {path: rest for path, *rest in page.eval_on_selector_all("#all .bulletin-station", LANTERNS)}
    assert told == own


# The address.


def test_the_address_keeps_what_was_asked_and_one_can_go_back(browser: Browser, sample: tuple[str, Path]) -> None:
    page, seen = found(browser, sample)
    page.get_by_label("饿了").check()
    page.get_by_label("要哪项服务").select_option("haircut")
    page.get_by_label("站名、服务或街道").fill("甲")
    ask(page)
    assert page.url.endswith("stations/?need=meal&service=haircut&q=%E7%94%B2")
    assert (page.inner_text(TITLE), names(page)) == ("1 个驿站", ["甲站"])
    page.reload()
    page.wait_for_selector(RESULTS)
    assert names(page) == ["甲站"]
    assert page.get_by_label("饿了").is_checked()
    assert page.get_by_label("站名、服务或街道").input_value() == "甲"
    page.go_back()
    page.go_back()
    until(page, COUNTED)
    assert page.url.endswith("stations/?need=meal")
    assert page.get_by_label("要哪项服务").input_value() == ""
    assert set(names(page)) == expected(("meal",), "", "", "")
    page.go_back()
    assert page.locator("#all").is_visible()
    assert page.inner_text(TITLE) == "8 个驿站"
    assert seen.messages == []


def test_the_home_page_and_a_missing_one_ask_the_finder(browser: Browser, sample: tuple[str, Path]) -> None:
    for start in ("", "nowhere/at/all/"):
        page, _ = watched(browser, viewport=PHONE)
        page.goto(sample[0] + start)
        page.get_by_role("searchbox").fill("理发")
        page.keyboard.press("Enter")
        page.wait_for_selector(RESULTS)
        assert page.url == f"{sample[0]}stations/?{urlencode({'q': '理发'})}"
        assert names(page) == ["甲站"]


@pytest.mark.parametrize(
    ("page_of", "asked"),
    [
        ("needs/water/", "need=water"),
        ("services/haircut/", "service=haircut"),
        ("districts/shili/", "district=shili"),
        ("step-free/", "access=step-free"),
    ],
)
def test_a_list_leads_to_the_same_stations_by_distance(
    page_of: str, asked: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(sample[0] + page_of)
    page.get_by_role("link", name="离我近的").click()
    page.wait_for_selector(RESULTS)
    assert page.url == f"{sample[0]}stations/?{asked}#near"
    assert page.evaluate("document.activeElement.id") == "near"


# What stands first.


@pytest.mark.parametrize("asked", ["?q=理发", "?need=water", "?service=haircut&district=shili", "?q=剪发xyz"])
def test_what_is_found_stands_on_the_first_screen_of_a_phone(
    asked: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = found(browser, sample, asked)
    box = page.locator(TITLE).first.bounding_box()
    assert box and box["y"] <= 300
    assert page.get_by_role("searchbox", name="站名、服务或街道").is_visible()


def test_choices_are_open_until_one_has_asked_and_open_again_by_keyboard(
    browser: Browser, sample: tuple[str, Path]
) -> None:
    page, seen = found(browser, sample)
    choices, summary = page.locator("#finder details"), page.locator("#finder summary")
    assert choices.get_attribute("open") is not None
    page.get_by_label("饿了").check()
    until(page, COUNTED)
    assert choices.get_attribute("open") is not None  # one may want to tick more
    ask(page)
    assert choices.get_attribute("open") is None
    assert summary.text_content() == "再选一选饿了"
    summary.press("Enter")
    assert page.get_by_label("饿了").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.get_by_label("饿了").uncheck()
    ask(page)
    assert choices.get_attribute("open") is not None
    page.go_back()
    until(page, COUNTED)
    assert choices.get_attribute("open") is None
    assert seen.messages == []


@pytest.mark.parametrize("asked", ["?q=理发", "?q=lifa", "?q=示例区剪头", "?service=haircut", "?service=haircut&q=甲"])
def test_a_result_says_first_when_there_is_the_service_that_was_asked_for(
    asked: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = found(browser, sample, asked)
    line = page.locator(f"{RESULTS} h3 + p a")
    assert line.inner_text() == "免费理发：每周五下午（具体时间待核实），风雨无阻"
    line.click()
    page.wait_for_url("**/stations/jia/#service-haircut")
    assert page.locator("#service-haircut").is_visible()


def test_the_map_says_that_it_shows_all_stations_whatever_was_asked(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample)
    note, lists = page.get_by_text("地图上是全部驿站"), page.locator(".bulletin-map__list")
    assert (note.is_visible(), lists.first.is_visible()) == (False, True)
    page.get_by_label("饿了").check()
    until(page, COUNTED)
    assert (note.is_visible(), lists.first.is_visible()) == (True, False)
    page.locator(".bulletin-map a[href='#map-1']").press("Enter")
    assert lists.first.is_visible()


def test_on_a_wide_screen_the_map_stays_in_sight(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample, viewport={"width": 1280, "height": 800})
    page.locator("#all .bulletin-station").nth(6).scroll_into_view_if_needed()
    box = page.locator(".bulletin-map__paper").bounding_box()
    assert box and 0 <= box["y"] <= 200


def test_the_english_finder_finds_english_words_and_leads_to_english_pages(
    browser: Browser, sample: tuple[str, Path]
) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.goto(f"{sample[0]}en/stations/?q=haircut")
    page.wait_for_selector(RESULTS)
    assert page.locator(f"{RESULTS} h3 + p").inner_text().startswith("Free haircut: every Fri afternoon")
    page.locator(f"{RESULTS} h3 a").first.click()
    page.wait_for_url("**/en/stations/jia/")
    page.goto(f"{sample[0]}en/districts/shili/")
    page.locator("button[data-map]").click()
    page.wait_for_selector(".bulletin-map__place")
    addresses = page.eval_on_selector_all(".bulletin-map__place", "all => all.map(one => one.href)")
    assert addresses
    assert all(one.startswith(f"{sample[0]}en/stations/") for one in addresses)
    assert "km" in page.inner_text(".leaflet-control-scale-line")
    assert seen.messages == []
