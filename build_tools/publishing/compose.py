"""Facts → everything that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.exports import EXPORTS
from build_tools.publishing.pages import PAGES
from build_tools.publishing.press import Press
from build_tools.publishing.site import Site

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.settings import Settings
    from build_tools.wording import Wording


def compose_site(facts: Facts, wording: Wording, settings: Settings) -> Site:
    """All pages and files, in the order of `PAGES` and `EXPORTS`."""
    press = Press(facts, wording, settings)
    pages = tuple(page for kind in PAGES for page in kind(facts, press))
    files = tuple(file for export in EXPORTS for file in export(facts, pages))
    return Site(pages, files)
