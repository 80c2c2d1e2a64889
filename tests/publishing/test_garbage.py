"""Printing leaves nothing to Python's garbage collector, which no build runs while it prints a few dozen pages."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from build_tools.build import build
from build_tools.settings import settings_from
from tests.sites import DAY, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_page_of_which_there_are_thousands_leaves_no_garbage() -> None:
    """A macro defined on the page itself would: it holds on to all that the page shows, and that to the macro."""
    site = build(settings_from(SAMPLE, {"SOURCE_DATE_EPOCH": DAY})).site
    assert site
    folders = ("stations/", "districts/", "services/", "needs/", "events/", "organizations/", "notices/")
    pages = [page for page in site.pages if page.uri.startswith(folders) and page.uri.count("/") > 1]
    assert {page.uri.split("/")[0] + "/" for page in pages} == set(folders)
    for page in pages:  # what is remembered of templates and words is made now
        page.printed()
    gc.collect()
    assert {page.uri: left for page in pages if (left := garbage_of(page.printed))} == {}


def garbage_of(printed: Callable[[], str]) -> int:
    """How many things `printed` leaves that only the collector finds."""
    printed()
    return gc.collect()
