"""What exports are made from."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.facts.derive import Facts
from build_tools.publishing.site import Composing
from build_tools.wording import Wording


@dataclass(frozen=True, slots=True)
class Composed:
    """One edition with the pages that have been composed."""

    facts: Facts
    wording: Wording
    folder: str = ""
    """Where the edition stands: nothing for the first, `en/` for the English one."""
    folders: tuple[str, ...] = ("",)
    """Those of all editions."""
    pages: Composing = tuple
    """Gives those of all editions."""
    directory_urls: bool = True
    """Whether addresses of pages end with a slash; else with `index.html`."""
