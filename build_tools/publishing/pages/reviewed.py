"""Reviewed exceptions, for everybody to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


def reviewed_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/reviewed/`: which texts look personal and are published all the same, why, and who says so."""
    yield press.page(
        "reviewed/",
        "reviewed.html",
        title=press.say("reviewed.title"),
        summary=press.say("reviewed.summary"),
        source="site.yml",
        exceptions=facts.bulletin.site.reviewed,
    )
