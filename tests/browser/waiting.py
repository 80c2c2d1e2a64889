"""Waiting for something to become true on a page; the policy of all our pages forbids evaluating strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def until(page: Page, condition: str) -> None:
    """Wait until the JavaScript expression `condition` is true on `page`.

    Playwright evaluates a function once, but an expression at every look: from the second on, the policy forbids it.
    """
    page.wait_for_function(f"() => {condition}")
