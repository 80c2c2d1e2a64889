"""Every link inside the site leads to a page or file of it, and every `#part` to a part of that page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Page(HTMLParser):
    """The links and ids of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value and tag != "use":
                self.links.append(value)
            if name == "id" and value:
                self.ids.append(value)


@pytest.mark.parametrize(("content", "root"), [(CONTENT, "/"), (SAMPLE, "/bulletin/")])
def test_every_internal_link_and_part_exists(content: Path, root: str, published: Callable[[Path], Path]) -> None:
    site = published(content)
    pages = {address(path, site, root): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    broken = [
        (at, link)
        for at, page in pages.items()
        for link in page.links
        if not urlsplit(link).scheme and not leads_somewhere(urljoin(at, link), pages, site, root)
    ]
    assert not broken
    assert len(pages) > 50


@pytest.mark.parametrize("content", [CONTENT, SAMPLE])
def test_an_id_stands_once_on_a_page(content: Path, published: Callable[[Path], Path]) -> None:
    for path in published(content).rglob("*.html"):
        ids = Page(path.read_text(encoding="utf-8")).ids
        assert len(ids) == len(set(ids)), path


def address(path: Path, site: Path, root: str) -> str:
    """Where a server shows the file at `path`."""
    return root + path.relative_to(site).as_posix().removesuffix("index.html")


def leads_somewhere(target: str, pages: dict[str, Page], site: Path, root: str) -> bool:
    """Whether `target`, an absolute path perhaps with a part, exists."""
    path, part = urlsplit(target).path, urlsplit(target).fragment
    if path not in pages:
        return path.startswith(root) and (site / unquote(path.removeprefix(root))).is_file()
    return not part or part in pages[path].ids
