"""The page for addresses that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.pages.home import panes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


def not_found_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`404.html`, shown in place of any missing page."""
    yield press.page(
        "404.html",
        "not_found.html",
        title=press.say("not_found.title"),
        summary=press.say("not_found.summary"),
        panes=panes(facts),
    )
