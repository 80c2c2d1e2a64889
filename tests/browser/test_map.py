"""The service map in a real browser: links without script, and on demand a map that can be moved."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.coordinates import Point, gcj02_to_bd09, wgs84_to_gcj02
from build_tools.publishing.service_map.library import library_address
from tests.browser.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    Site = tuple[str, Path]

OPEN = "button[data-map]"
LIVE = ".bulletin-map__live"
PAGES = ("stations/", "districts/shili/", "districts/yangban/")


class Watched:
    """A page, what it has asked for, and what it has complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def open_map(self) -> None:
        """Press the button and wait for the map."""
        self.page.click(OPEN)
        self.page.wait_for_selector(f"{LIVE}.leaflet-container .bulletin-map__mark", state="attached")


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(15_000)
    yield Watched(context.new_page())
    context.close()


def metres(one: list[float], other: Point) -> float:
    east = (one[0] - other.longitude) * math.cos(math.radians(other.latitude))
    return math.hypot(east, one[1] - other.latitude) * 111_320


def test_the_script_computes_positions_as_the_program_does(watched: Watched, sample: Site) -> None:
    watched.page.goto(sample[0] + "stations/")
    grid = [(lon, lat) for lon in range(71, 139, 3) for lat in range(0, 57, 3)]
    script = "grid => grid.map(([lon, lat]) => ['gcj02', 'bd09', 'wgs84'].map(datum => bulletinCoordinates.from(lon, lat, datum)))"
    computed = watched.page.evaluate(script, grid)
    for (lon, lat), (gcj02, bd09, wgs84) in zip(grid, computed, strict=True):
        shown = wgs84_to_gcj02(Point(lon, lat))
        assert metres(gcj02, shown) < 0.01
        assert metres(bd09, gcj02_to_bd09(shown)) < 0.01
        assert wgs84 == [lon, lat]
    apart = watched.page.evaluate("bulletinCoordinates.metres([116, 39], [116, 40])")
    assert apart == pytest.approx(111_195, abs=1)


@pytest.mark.parametrize("uri", PAGES)
def test_without_script_the_map_is_links(browser: Browser, sample: Site, uri: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(sample[0] + uri)
    links = page.locator(".bulletin-map a")
    assert 0 < links.count() <= 200
    for link in links.all():
        assert link.get_attribute("aria-label")
        box = link.bounding_box()
        assert box and min(box["width"], box["height"]) >= 44
        target = link.get_attribute("href") or ""
        assert page.locator(target).count() == 1 if target.startswith("#") else target.startswith("../")
    assert not page.is_visible(OPEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_keyboard_reaches_the_stations_in_the_order_of_the_list(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.goto(sample[0] + "districts/yangban/")
    listed = page.eval_on_selector_all(".bulletin-list h3 a, .bulletin-station h3 a", "all => all.map(one => one.href)")
    on_map = page.eval_on_selector_all(".bulletin-map a", "all => all.map(one => one.href.baseVal)")
    ordered = [uri for address in listed for uri in on_map if address.endswith(uri.removeprefix("../.."))]
    assert ordered == on_map
    page.focus(".bulletin-map a")
    for uri in on_map:
        assert page.evaluate("document.activeElement.href.baseVal") == uri
        page.keyboard.press("Tab")


def test_a_shared_mark_leads_to_its_list(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.goto(sample[0] + "stations/")
    page.locator(".bulletin-map a[href='#map-1']").press("Enter")
    assert page.url.endswith("#map-1")
    assert page.locator("#map-1 a").count() > 1
    assert page.locator("#map-1 a").first.is_visible()


def test_approximate_positions_are_called_so(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.goto(sample[0] + "districts/shili/")
    about = page.locator(".bulletin-map a:has(.bulletin-map__about)")
    assert [link.get_attribute("aria-label") for link in about.all()] == ["乙站（大致位置）"]
    assert about.locator(".bulletin-map__about").evaluate("one => getComputedStyle(one).strokeDasharray") != "none"
    assert "虚线圈" in page.inner_text(".bulletin-map figcaption")
    watched.open_map()
    assert page.locator(f"{LIVE} .bulletin-map__place--about").get_attribute("aria-label") == "乙站（大致位置）"


def test_nothing_of_the_interactive_map_is_fetched_before_it_is_asked_for(watched: Watched, sample: Site) -> None:
    watched.page.goto(sample[0] + "stations/", wait_until="networkidle")
    assert not [url for url in watched.asked if "leaflet" in url or "map/" in url]
    before = len(watched.asked)
    watched.open_map()
    fetched = sorted(url.removeprefix(sample[0]) for url in watched.asked[before:])
    folder = library_address()
    assert fetched == [f"{folder}.css", f"{folder}.js", "map/stations.json"]
    assert all(url.startswith(sample[0]) for url in watched.asked)
    assert watched.complaints == []


def test_the_interactive_map_obeys_a_strict_policy(watched: Watched, sample: Site) -> None:
    page = watched.page
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"

    def strict(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})  # type: ignore[attr-defined]

    page.route("**/stations/", strict)
    page.goto(sample[0] + "stations/")
    watched.open_map()
    page.locator(f"{LIVE} .bulletin-map__several").first.click()
    page.keyboard.press("+")
    assert watched.complaints == []


def test_a_shared_mark_of_the_interactive_map_opens_into_its_stations(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.goto(sample[0] + "stations/")
    watched.open_map()
    assert page.evaluate("document.activeElement.className").startswith("bulletin-map__live")
    several = page.locator(f"{LIVE} .bulletin-map__several")
    assert several.count() == 2
    several.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{LIVE} .bulletin-map__place")
    addresses = page.eval_on_selector_all(f"{LIVE} .bulletin-map__place", "all => all.map(one => one.href)")
    assert addresses
    assert all(address.startswith(sample[0] + "stations/") for address in addresses)
    with page.expect_navigation():
        page.locator(f"{LIVE} .bulletin-map__place").first.click()
    assert page.url in addresses


@pytest.mark.parametrize("press", ["click", "tap", "Enter"])
def test_stations_at_one_spot_are_a_list_that_stays_until_one_closes_it(
    press: str, browser: Browser, sample: Site
) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    page.route("**/map/stations.json", at_one_spot)
    page.goto(sample[0] + "stations/")
    Watched(page).open_map()
    for _ in range(5):  # nearer, until nearer is not possible
        several = page.locator(f"{LIVE} .bulletin-map__several")
        several.press("Enter") if press == "Enter" else getattr(several, press)()
        page.wait_for_timeout(300)
        if page.locator(".leaflet-popup").count():
            break
    assert page.locator(".leaflet-popup a").all_inner_texts() == [f"站{number}（大致位置）" for number in range(3)]
    assert page.evaluate("document.activeElement.textContent") == "站0（大致位置）"
    page.keyboard.press("Escape")
    assert page.locator(".leaflet-popup").count() == 0
    assert page.evaluate("document.activeElement.className").startswith("bulletin-map__live")


def at_one_spot(route: Route) -> None:
    """Three stations where the first one is."""
    told = route.fetch().json()
    first, _, *rest = told["stations"][0]
    route.fulfill(json={**told, "stations": [[first, f"站{number}", *rest] for number in range(3)]})


def test_a_circle_that_leads_to_something_else_than_a_list_changes_nothing_there(
    watched: Watched, sample: Site
) -> None:
    page = watched.page
    page.goto(sample[0] + "stations/")
    circle = page.locator(".bulletin-map a[href^='#']").first
    circle.evaluate("one => one.setAttribute('href', '#districts')")
    circle.press("Enter")
    assert page.evaluate("document.getElementById('districts').open") is None
    assert watched.complaints == []


def test_two_presses_while_the_map_is_on_its_way_open_it_once(watched: Watched, sample: Site) -> None:
    page = watched.page
    waiting: list[Route] = []
    page.route("**/leaflet.js", lambda route: waiting.append(route))
    page.goto(sample[0] + "stations/")
    page.dblclick(OPEN)
    page.wait_for_timeout(300)
    for route in waiting:
        route.continue_()
    page.wait_for_selector(f"{LIVE}.leaflet-container .bulletin-map__mark", state="attached")
    page.wait_for_timeout(300)
    assert len(waiting) == 1
    assert page.get_attribute(OPEN, "aria-expanded") == "true"
    assert page.locator("#map [role=status]").inner_text() == "地图已打开，可以拖动和放大"
    assert watched.complaints == []


@pytest.mark.parametrize("part", ["leaflet.css", "leaflet.js"])
def test_only_the_part_that_did_not_arrive_is_fetched_again(part: str, watched: Watched, sample: Site) -> None:
    page = watched.page
    page.route(f"**/{part}", lambda route: route.abort(), times=1)
    page.goto(sample[0] + "stations/")
    page.click(OPEN)
    until(page, "document.querySelector('#map [role=status]').textContent.includes('没打开')")
    watched.open_map()
    assert page.locator(f"{LIVE} .leaflet-marker-pane").evaluate("one => getComputedStyle(one).position") == "absolute"
    fetched = [url.rsplit("/", 1)[1] for url in watched.asked if "leaflet" in url]
    assert sorted(fetched) == sorted(["leaflet.css", "leaflet.js", part])


def test_the_map_closes_and_gives_the_focus_back(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.goto(sample[0] + "districts/shili/")
    watched.open_map()
    assert page.get_attribute(OPEN, "aria-expanded") == "true"
    page.focus(OPEN)
    page.keyboard.press("Enter")
    assert page.is_hidden(LIVE)
    assert page.is_visible(".bulletin-map__paper")
    assert page.evaluate(f"document.activeElement === document.querySelector('{OPEN}')")
    watched.open_map()
    assert watched.complaints == []


def test_a_map_that_cannot_be_fetched_says_so_and_leaves_the_picture(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.route("**/map/stations.json", lambda route: route.abort())
    page.goto(sample[0] + "stations/")
    page.click(OPEN)
    until(page, "document.querySelector('#map [role=status]').textContent.includes('没打开')")
    assert page.is_visible(".bulletin-map__paper")


def test_the_fingers_of_the_interactive_map_find_what_they_press(watched: Watched, sample: Site) -> None:
    page = watched.page
    for uri in PAGES:
        page.goto(sample[0] + uri)
        watched.open_map()
        for target in page.locator(f"{LIVE} a, {LIVE} button").all():
            box = target.bounding_box()
            assert box and min(box["width"], box["height"]) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_movable_map_speaks_chinese(watched: Watched, sample: Site) -> None:
    page = watched.page
    page.goto(sample[0] + "districts/shili/")
    watched.open_map()
    bar = page.locator(f"{LIVE} .leaflet-control-scale-line")
    assert bar.inner_text().endswith("公里")
    page.keyboard.press("+")
    page.keyboard.press("+")
    until(page, "document.querySelector('.leaflet-control-scale-line').textContent.endsWith('米')")
    assert page.locator("#map [role=status]").inner_text() == "地图已打开，可以拖动和放大"


def test_both_of_our_own_stations_are_on_the_map_with_their_names(watched: Watched, site: Site) -> None:
    watched.page.goto(site[0] + "stations/")
    labels = watched.page.eval_on_selector_all(
        ".bulletin-map a", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert len(labels) == 2
    assert all("大致位置" in label for label in labels)
    watched.open_map()
    assert watched.page.locator(f"{LIVE} .bulletin-map__place").count() == 2
    assert watched.complaints == []
