"""What residents get: whole pages on a small screen, from nobody else's server, with nothing wrong in the console."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.sites import published_name

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROW: ViewportSize = {"width": 320, "height": 640}
FIRST_PAGES = {
    "": "您现在需要什么？",
    "stations/zhengyang/": "蒸阳社区红色驿站",
    "stations/zhoulukou/": "周路口街道暖心加油站",
    "events/2023/chongyang/": "我们的节日·重阳",
}
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, input, summary')].filter(one => {
  const box = one.getBoundingClientRect();
  const inSentence = getComputedStyle(one).display === 'inline';
  const label = one.closest('label');
  const {width, height} = label ? label.getBoundingClientRect() : box;
  return box.width > 1 && !inSentence && (width < 44 || height < 44);
}).map(one => one.outerHTML.slice(0, 120))"""

WIDTHS = """types => types.map(large => {
  const box = document.getElementById('large');
  if (box.checked !== large) box.click();
  return document.documentElement.scrollWidth;
})"""
"""Whether the type is large, in turn → how wide the page is then."""


@dataclass
class Seen:
    """What happened while pages were open."""

    messages: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    statuses: dict[str, int] = field(default_factory=dict)


def watched(browser: Browser, **options: Any) -> tuple[Page, Seen]:
    """A new page, and what it does."""
    page, seen = browser.new_context(**options).new_page(), Seen()
    page.on("console", lambda message: seen.messages.append(message.text))
    page.on("pageerror", lambda error: seen.messages.append(str(error)))
    page.on("dialog", lambda dialog: seen.messages.append(f"dialog {dialog.message}"))
    page.on("request", lambda request: seen.hosts.add(urlsplit(request.url).hostname or ""))
    page.on("response", lambda answer: seen.statuses.update({answer.url: answer.status}))
    return page, seen


def pages_of(site: tuple[str, Path]) -> list[str]:
    """The address of every page, but for those that only lead to another."""
    staying = [path for path in site[1].rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()]
    return sorted(site[0] + path.relative_to(site[1]).as_posix().removesuffix("index.html") for path in staying)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("uri", FIRST_PAGES)
def test_the_first_pages_open_on_a_phone(uri: str, scheme: str, browser: Browser, site: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=PHONE, color_scheme=scheme, is_mobile=True, has_touch=True)
    page.goto(site[0] + uri)
    assert page.inner_text("h1") == FIRST_PAGES[uri]
    assert seen.messages == []
    assert seen.hosts == {"127.0.0.1"}
    assert set(seen.statuses.values()) == {200}
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18


def test_needs_and_a_lantern_are_in_the_first_screen(browser: Browser, site: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(site[0])
    window = page.locator(".bulletin-needs").bounding_box()
    assert window
    assert window["y"] + window["height"] < PHONE["height"]
    assert page.locator(".bulletin-notice--urgent").first.bounding_box()["y"] < PHONE["height"]  # type: ignore[index]


def test_hostile_text_is_shown_as_text_and_nothing_runs(browser: Browser, hostile: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.goto(hostile[0] + "stations/gui/")
    assert "<script>" in page.inner_text("main")
    assert page.locator("main script:not([type*=json]), main [onerror], main [href^='javascript:']").count() == 0
    assert "49" not in page.inner_text("main").split("{{ 7*7 }}", 1)[0][-3:]
    assert seen.messages == []


def test_names_stay_where_the_script_lights_lanterns_in_english(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.clock.set_fixed_time("2026-11-21T10:00:00+08:00")
    page.goto(sample[0] + "en/")
    assert page.locator(".bulletin-state--open").count() > 0
    links = page.locator("main a")
    assert [link for link in links.all() if not (link.text_content() or "").strip()] == []
    assert page.locator(".bulletin-state b a").filter(has_text="乙站").count() == 1


def test_the_word_today_goes_when_the_day_is_over(browser: Browser, sample: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    for at, shown in (("2026-11-21T23:59:00+08:00", 2), ("2026-11-22T00:01:00+08:00", 0)):
        page.clock.set_fixed_time(at)
        page.goto(sample[0] + "events/")
        assert page.locator(".bulletin-today").count() == shown


def test_with_script_off_nothing_is_missing(browser: Browser, site: tuple[str, Path]) -> None:
    texts = []
    for enabled in (True, False):
        page, _ = watched(browser, viewport=PHONE, java_script_enabled=enabled)
        page.goto(site[0] + "stations/zhengyang/")
        texts.append((page.locator("body").text_content() or "").replace("今天", ""))
    assert texts[0] == texts[1]


def test_large_type_grows_the_text(browser: Browser, site: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.goto(site[0])
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = page.evaluate(size)
    page.get_by_label("大字").check()
    assert page.evaluate(size) == pytest.approx(before * 1.35, rel=0.01)


def test_large_type_is_remembered_until_it_is_switched_off(browser: Browser, site: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport=PHONE)
    for kept in (True, False):
        page.goto(site[0])
        page.get_by_label("大字").set_checked(kept)
        page.goto(site[0] + "stations/")
        assert page.get_by_label("大字").is_checked() == kept
    assert page.evaluate("localStorage.length") == 0


def test_a_missing_page_below_a_path_leads_on(browser: Browser, sample: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.goto(sample[0] + "stations/nowhere/else/")
    assert page.inner_text("h1") == "没有这一页"
    assert seen.statuses[sample[0] + published_name(sample[1], "assets/bulletin.css")] == 200
    page.get_by_role("link", name="看全部驿站").click()
    assert page.url == sample[0] + "stations/"


def test_the_keyboard_reaches_the_text_and_every_need(browser: Browser, site: tuple[str, Path]) -> None:
    page, _ = watched(browser, viewport={"width": 1280, "height": 800})
    page.goto(site[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"))
    assert {"needs/water/", "needs/rain/", "stations/zhengyang/"} <= reached
