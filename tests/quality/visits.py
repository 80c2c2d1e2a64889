"""Every page opened once, on the narrowest phone: what it said, whom it asked, and what does not fit."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tests.browser.test_pages import NARROW, SMALL_TARGETS, WIDTHS, watched
from tests.quality.bench import Bench, Measured, counted

TYPES = ("in normal type", "in large type")
OURS = {"127.0.0.1", ""}


class Visit(NamedTuple):
    """One page and everything that should not be there."""

    address: str
    messages: tuple[str, ...]
    strangers: tuple[str, ...]
    sideways: tuple[str, ...]
    small: tuple[str, ...]


@cache
def visits(bench: Bench) -> tuple[Visit, ...]:
    """All pages, or one of each kind where there are very many."""
    page, seen = watched(bench.browser, viewport=NARROW)
    found = []
    for address in bench.bulletin.looked_at:
        seen.messages.clear()
        seen.hosts.clear()
        page.goto(bench.home + address)
        small = tuple(page.evaluate(SMALL_TARGETS))
        widths = page.evaluate(WIDTHS, [False, True, False])  # the next page would remember large type
        sideways = [how for how, width in zip(TYPES, widths, strict=False) if width > NARROW["width"]]
        found.append(Visit(address, tuple(seen.messages), tuple(seen.hosts - OURS), tuple(sideways), small))
    page.context.close()
    return tuple(found)


def strangers(bench: Bench) -> Measured:
    """Hosts other than ours that a page asks for something."""
    return counted(f"{one.address} {host}" for one in visits(bench) for host in one.strangers)


def messages(bench: Bench) -> Measured:
    """What the console says: errors, warnings, and what the Content-Security-Policy has stopped."""
    return counted(f"{one.address} {message}" for one in visits(bench) for message in one.messages)


def small_targets(bench: Bench) -> Measured:
    """Things to tap, outside sentences, that are smaller than 44 px."""
    return counted(f"{one.address} {target}" for one in visits(bench) for target in one.small)


def sideways_scroll(bench: Bench) -> Measured:
    """Pages that are wider than 320 px, in normal or large type."""
    return counted(f"{one.address} {how}" for one in visits(bench) for how in one.sideways)
