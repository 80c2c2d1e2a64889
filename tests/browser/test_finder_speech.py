"""The finder for whoever cannot see, has no mouse, no script or a narrow screen: what is said, and what is within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.browser.finding import COUNTED, NOON, RESULTS, TITLE, ask, found, names, sample_bulletin
from tests.browser.test_pages import NARROW, PHONE, watched
from tests.browser.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LINES_OF_HOURS = "() => [...document.querySelectorAll('.bulletin-found [data-hours] b')].map(line => line.firstChild)"
READ_AS_ENGLISH = """() => {
  const walker = document.createTreeWalker(document.getElementById('found'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const {data, parentElement: around} = walker.currentNode;
    if (/[一-鿿]/.test(data) && around.closest('[lang]').lang !== 'zh-CN') found.push(data);
  }
  return found;
}"""


def test_the_count_is_announced_and_focus_goes_to_it(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample)
    page.get_by_label("渴了").check()
    until(page, COUNTED)
    assert page.evaluate("document.activeElement.name") == "need"
    assert page.get_by_role("status").filter(has_text="5 个驿站").count() == 1
    ask(page)
    assert page.evaluate("document.activeElement.textContent") == "5 个驿站"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"q": "热气球"}, ["没有找到“热气球”。", "换个说法试试："]),
        ({"q": "剪发xyz"}, ["没有找到“剪发xyz”。", "换个说法试试：免费理发"]),
        ({"need": "wifi"}, ["还没有驿站写明有：上网。"]),
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


def test_when_nobody_is_open_that_is_said_plainly(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.clock.set_fixed_time(NOON)
    page.route("**/search/*/open/*", lambda route: route.fulfill(json={"open": ""}))
    page.goto(f"{sample[0]}stations/?open=now")
    until(page, COUNTED)
    assert page.inner_text(TITLE) == "没有查到现在开着的驿站。"


def test_another_wording_is_one_press_away(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample, f"?{urlencode({'q': '热气球'})}")
    chip = page.locator("#found [role=status] a").first
    box = chip.bounding_box()
    assert box and box["height"] >= 48
    chip.click()
    until(page, COUNTED)
    assert names(page)


def test_when_the_network_fails_the_list_stays_and_one_may_try_again(
    browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.route("**/search/**", lambda route: route.abort())
    page.goto(f"{sample[0]}stations/?need=water")
    until(page, COUNTED)
    assert page.inner_text(TITLE).startswith("没能查到")
    assert page.locator("#all").is_visible()
    page.unroute("**/search/**")
    ask(page)
    assert page.inner_text(TITLE) == "5 个驿站"


def test_hours_that_stay_the_same_are_not_written_again_each_minute(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.clock.install(time=NOON)
    page.goto(f"{sample[0]}stations/?need=water")
    page.clock.run_for(500)
    page.wait_for_selector(RESULTS)
    before = page.evaluate_handle(LINES_OF_HOURS)
    page.clock.run_for(61_000)
    assert page.evaluate(f"before => ({LINES_OF_HOURS})().every((line, at) => line === before[at])", before)
    page.clock.run_for(10 * 3_600_000)
    assert not page.evaluate(f"before => ({LINES_OF_HOURS})().every((line, at) => line === before[at])", before)


def test_hostile_names_are_text_in_results(browser: Browser, hostile: tuple[str, Path]) -> None:
    page, seen = found(browser, hostile, "?district=shili")
    assert "癸站 & \"怪字\" <b>试</b> '验'" in names(page)
    assert page.locator(f"{RESULTS} :is(b b, script, img)").count() == 0
    assert seen.messages == []


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
    until(page, "document.activeElement.textContent === '1 个驿站'")
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
    assert set(seen.statuses.values()) <= {200, 304}  # a slow machine asks again whether a style is still the same


def test_in_a_folder_of_files_the_pages_take_the_place_of_the_form(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto((sample[1] / "stations/index.html").as_uri())
    assert "needs/water/" in ways_without_script(page)


@pytest.mark.parametrize("asked", ["?need=water", "?service=haircut", "?q=火锅"])
def test_chinese_in_the_english_finder_is_read_aloud_as_chinese(
    asked: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(f"{sample[0]}en/stations/{asked}")
    until(page, "!document.querySelector('#found h2').textContent.includes('…')")
    assert page.evaluate(READ_AS_ENGLISH) == []
    assert page.locator("#found [lang=zh-CN]:visible").count()


def test_a_button_that_is_pressed_differs_by_more_than_its_colour(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample, geolocation={"longitude": 122, "latitude": 35}, permissions=["geolocation"])
    near = page.get_by_role("button", name="离我近的")
    line = "one => getComputedStyle(one).textDecorationLine"
    assert near.evaluate(line) == "none"
    near.click()
    page.wait_for_selector(RESULTS)
    assert near.evaluate(line) == "underline"


@pytest.mark.parametrize(
    "asked", ["?district=yangban", "?q=热气球&need=water&need=meal&service=haircut&district=shili&open=now"]
)
def test_results_fit_the_narrowest_screen(asked: str, browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = found(browser, sample, asked, viewport=NARROW)
    for large in (False, True):
        page.locator("#large").set_checked(large)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
