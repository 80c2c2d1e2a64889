"""What a page may load and run: https://www.w3.org/TR/CSP3/. Also in a tag, because forges send no headers of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from build_tools.build import Built


def policy_of(config: MkDocsConfig, tiles: str = "", *, serving: bool = False) -> str:
    """The policy: ourselves, and what the operator has chosen: their stylesheets, scripts, and the server of map `tiles`.

    While `serving`, MkDocs puts a script into each page that loads it again after a change.
    """
    scripts = origins(str(getattr(one, "path", one)) for one in config.extra_javascript)
    sources = {
        "default-src": ("'none'",),
        "script-src": ("'self'", *scripts, *(("'unsafe-inline'",) if serving else ())),
        "style-src": ("'self'", *origins(config.extra_css)),
        "img-src": ("'self'", *((tiles, "data:") if tiles else ())),  # Leaflet empties a tile by an address of data
        "connect-src": ("'self'",),
        "form-action": ("'self'",),
        "base-uri": ("'none'",),
    }
    return ";".join(" ".join((name, *allowed)) for name, allowed in sources.items())


def origins(addresses: Iterable[str]) -> tuple[str, ...]:
    """The servers of those `addresses` that are not our own, each once."""
    split = map(urlsplit, addresses)
    found = {f"{one.scheme or 'https'}://{one.netloc}" for one in split if one.netloc}
    return tuple(sorted(found))


def tiles_of(built: Built | None) -> str:
    """The server of the map's tiles; nothing where the operator has chosen none."""
    base_map = built.editions[0].facts.bulletin.site.base_map if built and built.editions else None
    return base_map.origin if base_map else ""
