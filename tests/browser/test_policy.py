"""The Content-Security-Policy of the pages: what somebody slips in does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.test_pages import PHONE, watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

OFFENCES = """() => {
  window.offences = [];
  document.addEventListener('securitypolicyviolation', event => offences.push(event.violatedDirective));
}"""
SLIPPED_IN = {
    "an inline script": "() => { const one = document.createElement('script'); one.text = 'window.ran = 1'; document.body.append(one); }",
    "an attribute": "() => { document.body.insertAdjacentHTML('beforeend', '<img src=\"nowhere.png\" onerror=\"window.ran = 1\">'); }",
    "another server's script": "() => { const one = document.createElement('script'); one.src = 'https://example.org/x.js'; document.body.append(one); }",
    "another server's picture": "() => { const one = new Image(); one.src = 'https://example.org/x.png'; document.body.append(one); }",
    "a style": "() => { document.body.insertAdjacentHTML('beforeend', '<p style=\"position:fixed\">x</p>'); }",
    "a frame": "() => { document.body.insertAdjacentHTML('beforeend', '<iframe src=\"https://example.org/\"></iframe>'); }",
}


@pytest.mark.parametrize("what", SLIPPED_IN)
def test_what_is_slipped_in_does_not_run_or_load(what: str, browser: Browser, site: tuple[str, Path]) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.goto(site[0])
    page.evaluate(OFFENCES)
    page.evaluate(SLIPPED_IN[what])
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran ?? null") is None
    assert page.evaluate("offences.length") > 0
    assert {urlsplit(address).hostname for address in seen.statuses} == {"127.0.0.1"}
