"""The finder when things arrive late, twice, not at all, or after one has gone on to something else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.finding import COUNTED, RESULTS, TITLE, ask, found, names
from tests.browser.test_pages import PHONE, watched
from tests.browser.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

    Site = tuple[str, Path]

MANY = "?q=示例"
"""More than ten stations answer this."""
SILENT = """window.calls = [];
Geolocation.prototype.getCurrentPosition = (done, failed) => calls.push([done, failed]);"""
ANSWER = "calls[0][0]({ coords: { longitude: 122.487, latitude: 35.519, accuracy: 40 } })"
SETTLED = "() => new Promise(done => setTimeout(done, 300))"


class Held:
    """Requests for the records of stations, one station a file; while `holds`, they wait."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.holds = False
        self.waiting: list[Route] = []
        self.records = json.loads(next((site[1] / "search").glob("*/stations/0.json")).read_text(encoding="utf-8"))
        page.route("**/search/index.json", self.one_a_file)
        page.route("**/search/*/stations/*", self.hold)

    def one_a_file(self, route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "together": 1})

    def hold(self, route: Route) -> None:
        if self.holds:
            self.waiting.append(route)
        else:
            self.answer(route)

    def answer(self, route: Route) -> None:
        number = int(re.findall(r"stations/(\d+)", route.request.url)[0])
        route.fulfill(json=self.records[number : number + 1])

    def release(self) -> None:
        """Let all arrive that waits, and be shown."""
        self.holds = False
        for route in self.waiting:
            self.answer(route)
        self.waiting.clear()
        settle(self.page)


def settle(page: Page) -> None:
    """Whatever has arrived has been shown."""
    page.evaluate(SETTLED)


def held(browser: Browser, site: Site, asked: str = "") -> tuple[Page, Held]:
    """The finder with its answer to what `asked` says, and the records that come after it."""
    page, _ = watched(browser, viewport=PHONE)
    records = Held(page, site)
    page.goto(f"{site[0]}stations/{asked}")
    until(page, COUNTED)
    return page, records


def more(page: Page) -> Locator:
    """The button that shows ten more."""
    return page.get_by_role("button", name="再看10个")


def near(page: Page) -> Locator:
    """The button that sorts by distance."""
    return page.get_by_role("button", name="离我近的")


# Ten more.


def test_two_presses_on_ten_more_show_them_once(browser: Browser, sample: Site) -> None:
    page, records = held(browser, sample, MANY)
    before = names(page)
    records.holds = True
    more(page).dblclick()
    assert more(page).get_attribute("aria-disabled") == "true"
    assert page.evaluate("document.activeElement.textContent") == "再看10个"
    records.release()
    assert names(page)[:10] == before
    assert len(names(page)) == len(set(names(page))) > 10
    assert page.evaluate("document.activeElement.textContent") == names(page)[10]


def test_ten_more_of_an_earlier_question_leave_the_newer_one_alone(browser: Browser, sample: Site) -> None:
    page, records = held(browser, sample, MANY)
    records.holds = True
    more(page).click()
    records.holds = False
    page.get_by_label("站名、服务或街道").fill("理发")
    ask(page)
    records.release()
    assert (page.inner_text(TITLE), names(page)) == ("1 个驿站", ["甲站"])
    assert more(page).is_hidden()


def test_ten_more_that_do_not_arrive_may_be_asked_for_again(browser: Browser, sample: Site) -> None:
    page, records = held(browser, sample, MANY)
    records.holds = True
    more(page).click()
    settle(page)
    for route in records.waiting:
        route.abort()
    records.waiting.clear()
    settle(page)
    assert page.inner_text(TITLE).startswith("没能查到")
    records.release()
    more(page).click()
    page.wait_for_selector(f"{RESULTS}:nth-child(11)")
    assert len(names(page)) == len(set(names(page)))


def test_whoever_comes_back_from_a_station_finds_as_many_as_before(browser: Browser, sample: Site) -> None:
    page, _ = found(browser, sample, MANY)
    more(page).click()
    page.wait_for_selector(f"{RESULTS}:nth-child(11)")
    before = names(page)
    page.locator(f"{RESULTS} h3 a").last.click()
    page.wait_for_url("**/stations/*/")
    page.go_back()
    page.wait_for_selector(f"{RESULTS}:nth-child(11)")
    assert names(page) == before
    page.get_by_label("站名、服务或街道").fill("驿站")
    ask(page)
    assert len(names(page)) <= 10


# One question after another.


def test_a_late_answer_does_not_replace_the_list_of_all(browser: Browser, sample: Site) -> None:
    page, records = held(browser, sample)
    records.holds = True
    page.get_by_label("渴了").check()
    settle(page)
    assert records.waiting
    page.get_by_label("渴了").uncheck()
    records.release()
    assert page.locator("#all").is_visible()
    assert page.locator(".bulletin-found").is_hidden()
    assert page.inner_text(TITLE) == "8 个驿站"


def test_focus_stays_where_one_goes_on_typing(browser: Browser, sample: Site) -> None:
    page, records = held(browser, sample)
    records.holds = True
    field = page.get_by_label("站名、服务或街道")
    field.fill("理")
    field.press("Enter")
    settle(page)
    assert records.waiting
    page.keyboard.type("发")
    records.release()
    assert page.inner_text(TITLE) == "1 个驿站"
    assert page.evaluate("document.activeElement.id") == "q"


def test_focus_stays_in_the_field_one_has_gone_to(browser: Browser, sample: Site) -> None:
    page, records = held(browser, sample)
    records.holds = True
    page.get_by_label("站名、服务或街道").fill("理发")
    page.get_by_role("button", name="找", exact=True).click()
    settle(page)
    page.get_by_label("站名、服务或街道").focus()
    records.release()
    assert page.evaluate("document.activeElement.id") == "q"


# The position.


def silent(browser: Browser, site: Site, asked: str = "") -> Page:
    """The finder on a device that says nothing of its position until it is told to, at a time that can be moved."""
    page, _ = watched(browser, viewport=PHONE)
    page.add_init_script(SILENT)
    page.clock.install()
    page.goto(f"{site[0]}stations/{asked}")
    page.clock.run_for(500)
    until(page, COUNTED)
    return page


def test_the_position_is_asked_for_once_at_a_time_and_one_sees_that_it_is(browser: Browser, sample: Site) -> None:
    page = silent(browser, sample)
    for _ in range(3):
        near(page).click(force=True)
    assert page.evaluate("calls.length") == 1
    assert page.locator("#found [role=status] p").all_inner_texts() == ["正在看您的位置……"]
    page.evaluate(ANSWER)
    page.wait_for_selector(RESULTS)
    assert near(page).get_attribute("aria-pressed") == "true"
    assert "正在看您的位置" not in page.inner_text("#found")


def test_a_refusal_is_said_once_however_often_it_comes(browser: Browser, sample: Site) -> None:
    page = silent(browser, sample, "?need=water")
    for turn in range(3):
        near(page).click()
        page.evaluate(f"calls[{turn}][1]({{ code: 1 }})")
    lines = page.locator("#found [role=status] p").all_inner_texts()
    assert [line[:8] for line in lines] == ["没有得到您的位置"]
    assert (page.inner_text(TITLE), len(names(page))) == ("5 个驿站", 5)


def test_a_device_that_never_answers_is_given_up_and_not_heard_later(browser: Browser, sample: Site) -> None:
    page = silent(browser, sample)
    near(page).click()
    page.clock.fast_forward(19_000)
    assert "正在看您的位置" in page.inner_text("#found")
    page.clock.fast_forward(2_000)
    assert "没能确定您的位置" in page.inner_text("#found")
    page.evaluate(ANSWER)
    assert near(page).get_attribute("aria-pressed") == "false"
    assert page.locator("#all").is_visible()


def test_a_position_that_comes_late_leaves_the_focus_where_it_is(browser: Browser, sample: Site) -> None:
    page = silent(browser, sample)
    near(page).click()
    page.get_by_label("站名、服务或街道").focus()
    page.evaluate(ANSWER)
    page.wait_for_selector(RESULTS)
    assert page.evaluate("document.activeElement.id") == "q"


# What does not arrive.


@pytest.mark.parametrize("missing", ["page.zh", "coordinates", "search", "results", "nearby", "finder"])
def test_without_one_of_its_scripts_each_wish_has_its_page(missing: str, browser: Browser, sample: Site) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.route(re.compile(rf"/assets/{missing}\.[0-9a-f]{{8}}\.js"), lambda route: route.abort())
    page.goto(f"{sample[0]}stations/")
    assert page.locator("#finder").is_hidden()
    assert near(page).is_hidden()
    assert page.locator(".bulletin-unserved a").first.is_visible()


def test_a_new_publication_is_opened_when_files_of_the_old_one_are_gone(browser: Browser, sample: Site) -> None:
    page, seen = found(browser, sample)
    gone = {"index": 0, "tokens": 0}

    def index(route: Route) -> None:
        gone["index"] += 1
        told = route.fetch().json()
        route.fulfill(json={**told, "version": "earlier"} if gone["index"] == 1 else told)

    def tokens(route: Route) -> None:
        gone["tokens"] += 1
        route.fulfill(status=404) if "earlier" in route.request.url else route.continue_()

    page.route("**/search/index.json", index)
    page.route("**/search/*/tokens/**", tokens)
    page.get_by_label("渴了").check()
    page.wait_for_selector(RESULTS)
    assert page.inner_text(TITLE) == "5 个驿站"
    assert gone == {"index": 2, "tokens": 2}
    assert all("404" in message for message in seen.messages)
