"""What a visitor downloads: bytes of bodies under brotli, and requests, icon included."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tests.browser.test_pages import PHONE
from tests.quality.bench import Bench, Measured
from tests.quality.wire import compressed

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIMITED = ("", "stations/*/", "en/", "en/stations/*/")
"""The kinds of pages at which most visits begin: a poster's QR code leads to a station."""
TOLD = ("stations/", "events/*/*/", "stats/")
"""Other kinds whose first view is told, without a limit."""
PHOTOS = (".webp", ".jpg", ".png")
"""Come after what is read, and do not count."""
FOR_STAFF = ("guide/", "en/guide/")
HEAVIEST = 5
ICON = "document.querySelector('link[rel~=icon]').href"


class View(NamedTuple):
    """What a page makes a browser download that has never been here."""

    address: str
    size: int
    requests: int


@cache
def first_views(bench: Bench, kinds: tuple[str, ...]) -> tuple[View, ...]:
    """The largest page of each of `kinds`, as far as there are such pages."""
    found = []
    for address in bench.bulletin.of_kinds(kinds):
        with bench.browser.new_context(viewport=PHONE) as context:
            sizes = downloaded(bench, context.new_page(), address)
        found.append(View(address or "home", sum(sizes), len(sizes)))
    return tuple(found)


def downloaded(bench: Bench, page: Page, address: str) -> list[int]:
    """The sizes of all that is sent while `page` opens `address`; its icon, which a browser without a window leaves out, too."""
    before = len(bench.wire.sent)
    page.goto(bench.home + address, wait_until="networkidle")
    sent = {one.path: one.size for one in bench.wire.sent[before:]}
    icon = urlsplit(page.evaluate(ICON)).path
    sent.setdefault(icon, len(compressed(bench.bulletin.root / icon.lstrip("/"))))
    return [size for path, size in sent.items() if not path.endswith(PHOTOS)]


def first_view_bytes(bench: Bench) -> Measured:
    """The heaviest of homes and stations."""
    ordered = sorted(first_views(bench, LIMITED), key=lambda one: -one.size)
    return Measured(ordered[0].size, ordered[0].address, tuple(f"{one.address} {one.size:,} B" for one in ordered))


def first_view_requests(bench: Bench) -> Measured:
    """The largest number of files that home or a station needs."""
    worst = max(first_views(bench, LIMITED), key=lambda one: one.requests)
    return Measured(worst.requests, worst.address)


@cache
def pages_by_weight(bench: Bench) -> tuple[tuple[int, str], ...]:
    """Bytes and address of every page for residents, the heaviest first."""
    told = [one for one in bench.bulletin.judged if not one.startswith(FOR_STAFF)]
    return tuple(sorted(((len(compressed(bench.bulletin.pages[one])), one or "home") for one in told), reverse=True))


def next_page_bytes(bench: Bench) -> Measured:
    """The heaviest page for residents without its styles and scripts, which a browser then has."""
    size, address = pages_by_weight(bench)[0]
    return Measured(
        size, address, tuple(f"{address} {size:,} B" for size, address in pages_by_weight(bench)[:HEAVIEST])
    )


def heaviest(bench: Bench) -> list[str]:
    """A line for each page that was seen first, and for each of the heaviest pages by themselves."""
    return [
        *(
            f"{one.size:>8,} B in {one.requests:>2} requests  {one.address}"
            for one in first_views(bench, LIMITED + TOLD)
        ),
        *(f"{size:>8,} B by itself      {address}" for size, address in pages_by_weight(bench)[:HEAVIEST]),
    ]
