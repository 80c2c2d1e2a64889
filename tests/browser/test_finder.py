"""The finder: what one asks for is found exactly, stands in the address, and the visitor's position goes nowhere."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.records.station import Life
from build_tools.records.values import Have, Provision
from tests.browser.test_pages import NARROW, PHONE, watched
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from build_tools.records.bulletin import Bulletin
    from build_tools.records.station import Station
    from tests.browser.test_pages import Seen

NOON = "2026-11-23T12:30:00+08:00"
TITLE = "#found h2"
RESULTS = ".bulletin-found .bulletin-station"
COUNTED = "() => !document.querySelector('#found h2').textContent.includes('正在找')"
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


def found(
    browser: Browser, site: tuple[str, Path], asked: str = "", at: str = NOON, **options: Any
) -> tuple[Page, Seen]:
    """The finder with its answer to what `asked` says, at the moment `at`."""
    page, seen = watched(browser, **{"viewport": PHONE, **options})
    page.clock.set_fixed_time(at)
    page.goto(f"{site[0]}stations/{asked}")
    page.wait_for_function(COUNTED)
    return page, seen


def names(page: Page) -> list[str]:
    """The stations that are shown."""
    return page.locator(f"{RESULTS} h3").all_inner_texts()


def ask(page: Page) -> None:
    """Press the button and wait for the answer."""
    page.get_by_role("button", name="找", exact=True).click()
    page.wait_for_function(COUNTED)


# What is found.


@cache
def sample_bulletin() -> Bulletin:
    """The demonstration bulletin, as written."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin
    return bulletin


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
        page.wait_for_function(COUNTED)
        told[one] = set(page.eval_on_selector_all(f"{RESULTS} h3", "all => all.map(one => one.textContent)"))
    assert told == {one: expected(*one) for one in ASKED}
    assert seen.messages == []


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
    page.wait_for_function(COUNTED)
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
    page.wait_for_function(COUNTED)
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
    page.wait_for_function(COUNTED)
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
    page.wait_for_function(COUNTED)
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


# What is said.


def test_the_count_is_announced_and_focus_goes_to_it(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample)
    page.get_by_label("渴了").check()
    page.wait_for_function(COUNTED)
    assert page.evaluate("document.activeElement.name") == "need"
    assert page.get_by_role("status").filter(has_text="5 个驿站").count() == 1
    ask(page)
    assert page.evaluate("document.activeElement.textContent") == "5 个驿站"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"q": "热气球"}, ["没有找到“热气球”。", "换个说法试试："]),
        ({"q": "剪发xyz"}, ["没有找到“剪发xyz”。", "换个说法试试：免费理发"]),
        ({"need": "wifi"}, ["没有驿站同时符合：上网。"]),
        (
            {"need": "wifi", "district": "shili"},
            ["没有驿站同时符合：上网、示例市示例区。", "只看其中一样：上网示例市示例区"],
        ),
        ({"q": "甲站", "service": "sharpening"}, ["没有驿站同时符合：磨刀、甲站。", "只看其中一样：磨刀甲站"]),
        ({"q": "<img src=x onerror=alert(1)>"}, ["没有找到“"]),
    ],
)
def test_where_nothing_is_found_there_are_ways_on(
    asked: dict[str, str], said: list[str], browser: Browser, sample: tuple[str, Path]
) -> None:
    page, seen = found(browser, sample, f"?{urlencode(asked)}")
    text = page.inner_text("#found")
    assert [part for part in said if part not in text.replace("\n", "")] == []
    assert page.get_by_role("link", name="12345", exact=True).is_visible()
    assert page.get_by_role("link", name="看全部驿站").is_visible()
    assert page.locator("#found img").count() == 0
    assert seen.messages == []


def test_another_wording_is_one_press_away(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample, f"?{urlencode({'q': '热气球'})}")
    chip = page.locator("#found [role=status] a").first
    box = chip.bounding_box()
    assert box and box["height"] >= 48
    chip.click()
    page.wait_for_function(COUNTED)
    assert names(page)


def test_when_the_network_fails_the_list_stays_and_one_may_try_again(
    browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.route("**/search/**", lambda route: route.abort())
    page.goto(f"{sample[0]}stations/?need=water")
    page.wait_for_function(COUNTED)
    assert page.inner_text(TITLE).startswith("没能查到")
    assert page.locator("#all").is_visible()
    page.unroute("**/search/**")
    ask(page)
    assert page.inner_text(TITLE) == "5 个驿站"


def test_hostile_names_are_text_in_results(browser: Browser, sample: tuple[str, Path]) -> None:
    page, seen = found(browser, sample, "?district=shili")
    assert "癸站 & \"怪字\" <b>试</b> '验'" in names(page)
    assert page.locator(f"{RESULTS} :is(b b, script, img)").count() == 0
    assert seen.messages == []


# By keyboard, without script, on the narrowest screen.


def test_the_keyboard_goes_through_the_form_to_a_result(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "meal":
            break
    page.keyboard.press("Space")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type("甲")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.textContent === '1 个驿站'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "near"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stations/jia/")


def ways_without_script(page: Page) -> list[str]:
    """The pages to which the stations' page leads when it cannot ask."""
    assert page.locator("#finder").is_hidden()
    links = page.locator("main a:visible").all()
    return [str(link.get_attribute("href")).removeprefix("../").removesuffix("index.html") for link in links]


def test_without_script_each_wish_has_a_page(browser: Browser, sample: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=PHONE, java_script_enabled=False)
    page.goto(f"{sample[0]}stations/")
    wishes = {f"needs/{need.code}/" for need in sample_bulletin().vocabulary.needs}
    wishes |= {"services/haircut/", "services/sharpening/", "districts/shili/", "districts/yangban/", "step-free/"}
    assert wishes - set(ways_without_script(page)) == set()
    for wish in wishes:
        page.goto(sample[0] + wish)
    assert set(seen.statuses.values()) == {200}


def test_in_a_folder_of_files_the_pages_take_the_place_of_the_form(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto((sample[1] / "stations/index.html").as_uri())
    assert "needs/water/" in ways_without_script(page)


@pytest.mark.parametrize(
    "asked", ["?district=yangban", "?q=热气球&need=water&need=meal&service=haircut&district=shili&open=now"]
)
def test_results_fit_the_narrowest_screen(asked: str, browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample, asked, viewport=NARROW)
    for large in (False, True):
        page.locator("#large").set_checked(large)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
