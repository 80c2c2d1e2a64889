"""The site's drawings: 24 × 24, outlines in the text's colour, drawn for this project; one symbol a page and icon."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).parent / "icons"
LAMPS = ("open", "soon", "closed", "unknown")
LIVES = ("paused", "planned", "ended")
BY_SCRIPT = ' data-hours="'
"""Marks a lantern that the script may light."""
BY_RESULTS = '<template id="card"'
"""Marks the card that the script may fill with any station."""
USED = '<use href="#icon-'
"""Stands before the name of each icon that is shown."""


@cache
def drawings() -> dict[str, str]:
    """Name → what stands inside the `<svg>` of its file."""
    return {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(FOLDER.glob("*.svg"))}


@cache
def icon(name: str, kind: str = "bulletin-icon") -> Markup:
    """The drawing `name`, to stand before a word that says the same."""
    return Markup('<svg class="{}" aria-hidden="true"><use href="#icon-{}"/></svg>').format(kind, name)


def with_symbols(body: str) -> str:
    """`body` followed by the symbols that it uses, or that its script may use."""
    names = {part.partition('"')[0] for part in body.split(USED)[1:]}
    names.update(LAMPS if BY_SCRIPT in body else (), LIVES if BY_RESULTS in body else ())
    return body + symbols(frozenset(names)) if names else body


@lru_cache(maxsize=1_000)  # most pages of a kind show the same
def symbols(names: frozenset[str]) -> str:
    """The drawings `names`, for `<use>`."""
    drawn = "".join(symbol(name) for name in sorted(names))
    return f'\n<svg class="bulletin-symbols" aria-hidden="true">{drawn}</svg>'


@cache
def symbol(name: str) -> str:
    """The drawing `name` for `<use>`; an unknown name is our own fault and raises `KeyError`."""
    inside = re.sub(r"</?svg[^>]*>", "", drawings()[name])
    return f'<symbol id="icon-{name}" viewBox="0 0 24 24">{inside}</symbol>'
