"""Whether a site may be shown: whole, and without a way into nothing. The engine's own word is not enough."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Set
    from pathlib import Path

ALWAYS = ("index.html", "404.html")
LINK = re.compile(r"""<(?:a|link|img|script|source)\s[^>]*?(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
FOR_ANY_ADDRESS = "404.html"
"""It is shown at every address that does not exist, so its links begin at the server's root."""


def verify(folder: Path, uris: Set[str], changed: Collection[str], stations: Collection[str]) -> None:
    """`HostError` unless the files `uris` in `folder` are a whole site with pages for all `stations`.

    Only what has `changed` is opened.
    """
    missing = [*(uri for uri in ALWAYS if uri not in uris), *(uri for uri in map(page_of, stations) if uri not in uris)]
    if missing:
        raise HostError("page_missing", page=missing[0])
    for uri in changed:
        if (folder / uri).stat().st_size == 0:
            raise HostError("page_empty", page=uri)
    for uri in changed:
        if uri.endswith(".html") and uri != FOR_ANY_ADDRESS:
            text = (folder / uri).read_text(encoding="utf-8", errors="replace")
            if lost := next((one for one in targets(uri, text) if not leads_somewhere(one, uris)), None):
                raise HostError("link_broken", page=uri, target=lost)


def page_of(station: str) -> str:
    """The page of the station in `station`.yml."""
    return f"stations/{station}/index.html"


def targets(uri: str, text: str) -> Iterator[str]:
    """The paths inside the site to which the page at `uri` leads or which it loads."""
    for found in LINK.finditer(text):
        link = unescape(found[1] or found[2] or found[3] or "")
        path = unquote(link.partition("#")[0].partition("?")[0])
        if path and not ELSEWHERE.match(link) and not path.startswith("/"):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) + ("/" if path.endswith("/") else "")


def leads_somewhere(path: str, uris: Set[str]) -> bool:
    """Whether something is at `path`; a folder is shown by its page."""
    folder = path.strip("/")
    page = "index.html" if folder in ("", ".") else f"{folder}/index.html"
    return path in uris or page in uris
