"""The menu as one page shows it: what the operator or we named for the first edition, our own pages for the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from build_tools.writing import markdown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Link, Navigation

    from build_tools.publishing.site import SitePage

HOME = frozenset(("", ".", "./", "index.html"))
"""How MkDocs writes the address of the home page."""


@dataclass(frozen=True, slots=True)
class MenuLine:
    """One word of the menu."""

    title: str
    url: str
    current: str
    """`page`, `true` for the folder one is in, or nothing: the values of `aria-current`."""


def menu_entries(nav: Navigation) -> list[Page | Link]:
    """The menu's pages and links; a section of the operator's is represented by what is in it."""
    return [entry for one in nav.items for entry in entries_of(one)]


def entries_of(one: Any) -> Iterator[Page | Link]:
    """`one` itself, or all that is in it when it is a section."""
    if one.is_section:
        for child in one.children:
            yield from entries_of(child)
    else:
        yield one


def menu_of(folder: str, pages: Iterable[SitePage], config: MkDocsConfig) -> list[Page]:
    """The menu of the edition in `folder`: its pages that have a word in it."""
    entries = []
    for page in pages:
        if page.menu and page.folder == folder:
            file = File.generated(config, markdown_path(page), content="", inclusion=InclusionLevel.NOT_IN_NAV)
            entries.append(Page(page.menu, file, config))
    return entries


def menu_line(entry: Page | Link, url: str, folder: str) -> MenuLine:
    """`entry` as seen from the page at `url` of the edition in `folder`."""
    target = entry.url or ""
    home = is_home(target, folder)
    if entry.is_page and (target == url or (home and is_home(url, folder))):
        return MenuLine(entry.title or "", target, "page")
    inside = entry.is_page and not home and url.startswith(target.removesuffix("index.html"))
    return MenuLine(entry.title or "", target, "true" if inside else "")


def is_home(url: str, folder: str) -> bool:
    """Whether `url` is the first page of the edition in `folder`."""
    return url.removeprefix(folder) in HOME


def with_known_paths(nav: Any, known: frozenset[str]) -> Any:
    """`nav` with hand-written pages, which the operator calls by their files, as MkDocs knows them: in folders of their own."""
    if isinstance(nav, str):
        inside = nav.removesuffix(".md") + "/index.md"
        return inside if inside in known else nav
    if isinstance(nav, dict):
        return {title: with_known_paths(entry, known) for title, entry in nav.items()}
    return [with_known_paths(entry, known) for entry in nav] if isinstance(nav, list) else nav


def menu_uris(nav: object) -> frozenset[str]:
    """Every path that the operator's or our own `nav` names, at any depth."""
    if isinstance(nav, str):
        return frozenset([nav])
    inner = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return frozenset().union(*map(menu_uris, inner))


def menu_file(page: SitePage, config: MkDocsConfig) -> File:
    """A file that MkDocs makes into `page`; its body comes with `on_page_content`."""
    return File.generated(config, markdown_path(page), content="", inclusion=InclusionLevel.INCLUDED)
