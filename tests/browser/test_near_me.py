"""Nearest first: only when asked, no finer than is known, and the visitor's position never leaves the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.finding import RESULTS, TITLE, ask, found, names
from tests.browser.test_pages import PHONE, watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

HERE = {"longitude": 122.48731, "latitude": 35.51927, "accuracy": 40}
"""A little west of the first stations."""


def located(browser: Browser, sample: tuple[str, Path], asked: str = "", **where: float) -> tuple[Page, list[str]]:
    """The finder after a press on the button, and all it has asked any server since."""
    page, seen = found(browser, sample, asked, geolocation={**HERE, **where}, permissions=["geolocation"])
    requests: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data or ''} {request.headers}"))
    page.get_by_role("button", name="离我近的").click()
    page.wait_for_selector(f"{RESULTS}:has-text('离您')")
    assert seen.messages == []
    return page, requests


def test_the_nearest_come_first_and_say_how_far(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = located(browser, sample, "?need=rest")
    assert names(page)[:3] == ["甲站", "乙站", "no"]
    texts = page.locator(RESULTS).all_inner_texts()
    assert "离您约2." in texts[0]
    assert "公里（驿站的位置是大致的）" in texts[1]
    assert "驿站的位置待核实，不知道远近" in texts[-1]
    assert "最近的排在前面" in page.inner_text("#found [role=status]")
    assert page.get_by_role("button", name="离我近的").get_attribute("aria-pressed") == "true"


def test_the_position_stays_in_the_page(browser: Browser, sample: tuple[str, Path]) -> None:
    page, requests = located(browser, sample)
    ask(page)
    page.get_by_role("button", name="再看10个").click()
    kept = page.evaluate("[location.href, document.cookie, ...Object.values({...localStorage, ...sessionStorage})]")
    told = " ".join([*requests, *kept, page.content()])
    assert [digits for digits in ("122.48", "35.51", "122%2E48") if digits in told] == []
    page.reload()
    assert page.get_by_role("button", name="离我近的").get_attribute("aria-pressed") == "false"


def test_a_second_press_forgets_it(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = located(browser, sample)
    page.get_by_role("button", name="离我近的").click()
    page.wait_for_selector("#all", state="visible")
    assert page.inner_text(TITLE) == "8 个驿站"


def test_ten_at_a_time_and_focus_goes_on_from_there(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = located(browser, sample)
    assert len(names(page)) == 10
    page.get_by_role("button", name="再看10个").click()
    page.wait_for_selector(f"{RESULTS}:nth-child(12)")
    assert len(set(names(page))) == 12
    assert page.evaluate("document.activeElement.textContent") == names(page)[10]
    assert page.get_by_role("button", name="再看10个").is_hidden()


@pytest.mark.parametrize(
    ("accuracy", "said", "near"),
    [
        (40, "最近的排在前面", "离您约2."),
        (800, "最近的排在前面", "离您约2公里"),
        (3000, "您的位置只准到3公里左右", "离您约2公里"),
    ],
)
def test_distances_are_no_finer_than_the_position(
    accuracy: float, said: str, near: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, _ = located(browser, sample, "?need=meal", accuracy=accuracy)
    assert said in page.inner_text("#found [role=status]")
    assert near in page.locator(RESULTS).first.inner_text()


@pytest.mark.parametrize(("code", "said"), [(1, "没有得到您的位置"), (2, "没能确定您的位置"), (3, "没能确定您的位置")])
def test_without_a_position_the_list_stays_and_one_is_told(
    code: int, said: str, browser: Browser, sample: tuple[str, Path]
) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.add_init_script(
        f"Geolocation.prototype.getCurrentPosition = (_, failed) => {{ window.ASKED = true; failed({{ code: {code} }}) }}"
    )
    page.goto(f"{sample[0]}stations/?need=water")
    page.wait_for_selector(RESULTS)
    assert page.evaluate("window.ASKED") is None
    page.get_by_role("button", name="离我近的").click()
    assert said in page.inner_text("#found [role=status]")
    assert len(names(page)) == 5
    assert page.get_by_role("button", name="离我近的").get_attribute("aria-pressed") == "false"
    assert seen.messages == []
