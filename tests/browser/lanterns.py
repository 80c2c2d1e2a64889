"""Pages with lanterns and the open-now script, on a device of any time zone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.reading.locale import read_wording
from hooks.voices import hours_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "build_tools/theme/assets/hours.js"
ZONES = ["Asia/Shanghai", "America/Los_Angeles", "Europe/London", "Pacific/Kiritimati"]
SET = "ms => { window.NOW = ms; document.dispatchEvent(new Event('visibilitychange', {bubbles: true})); }"
SHOWN = """() => [...document.querySelectorAll('[data-hours]')].map(box => {
  const words = box.querySelector(box.querySelector('b a') ? 'span' : 'b'), lamp = box.className.split('--')[1];
  const icon = box.querySelector('use').getAttribute('href');
  return [icon === '#icon-' + lamp ? lamp : icon + ' and ' + lamp, words.textContent, box.querySelector('p').textContent];
})"""
TOLD = f"instants => instants.map(ms => {{ ({SET})(ms); return ({SHOWN})().map(one => one.slice(0, 2)); }})"


def box(hours: object, *, name: str = "", words: str = "看时间表", note: str = "") -> str:
    """A station's lantern as the pages have it; `name` makes it a link with the words behind."""
    text = f'<b><a href="#">{name}</a></b><span>{words}</span>' if name else f"<b>{words}</b>"
    said = hours if isinstance(hours, str) else json.dumps(hours, ensure_ascii=False)
    return (
        f'<div class="bulletin-state bulletin-state--lantern" data-hours="{escape(said)}">'
        '<svg class="bulletin-state__lamp" aria-hidden="true"><use href="#icon-lantern"/></svg>'
        f"<p>{text}{f'<span>{note}</span>' if note else ''}</p></div>"
    )


def opened(
    browser: Browser, body: str, at: str = "2026-11-16T10:00", zone: str = ZONES[0], language: str = "zh"
) -> Page:
    """A page with `body` and the script, at the moment `at` of China on a device in `zone`."""
    page = browser.new_context(timezone_id=zone).new_page()
    page.add_init_script(f"window.NOW = {moment(at)}; Date.now = () => window.NOW;")
    show(page, body, language)
    return page


def show(page: Page, body: str, language: str = "zh") -> None:
    """Let `page` load `body` and the script from a server of its own; an error in it is the test's."""
    script = f"self.bulletinWords={hours_words(read_wording(language).say)};{SCRIPT.read_text(encoding='utf-8')}"
    html = f'<!doctype html><meta charset="utf-8">{body}<script src="hours.js" defer></script>'
    page.route(
        "http://station.test/hours.js",
        lambda route: route.fulfill(body=script, content_type="text/javascript; charset=utf-8"),
    )
    page.route("http://station.test/", lambda route: route.fulfill(body=html, content_type="text/html"))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("http://station.test/")
    assert errors == []


def moment(text: str) -> int:
    """The milliseconds of `text`, a time in China."""
    return moment_of(datetime.fromisoformat(text))


def said(page: Page, at: str, line: int = 0) -> tuple[str, str]:
    """The lantern and the whole text of one box at the moment `at`."""
    page.evaluate(SET, moment(at))
    lamp, _, text = page.evaluate(SHOWN)[line]
    return lamp, text


def moment_of(time: datetime) -> int:
    """The milliseconds of `time` in China."""
    return int((time - timedelta(hours=8)).replace(tzinfo=UTC).timestamp() * 1000)
