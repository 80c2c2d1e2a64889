"""What is published → files on disk, made and written a few at a time by all cores; nothing is kept that has been written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from build_tools.publishing.compose import insist_on_one_of_each
from build_tools.publishing.site import SiteFile, SitePage
from build_tools.workers import ALONE, Crew, in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from build_tools.publishing.site import Site

Export = Callable[[], Iterator[SiteFile]]
LaidOut = Callable[[SitePage], tuple[str, bytes]]
"""Puts a page into its place: the path and the content of its file."""
PAGES_AT_ONCE = 50
"""Small enough that all cores finish together."""

MANIFEST = ".bulletin-files"
"""Lists what we wrote, so that a later run may remove what is no longer there."""


class NotOursError(Exception):
    """The folder holds files that we did not write."""


def write_site(site: Site, folder: Path, crew: Crew = ALONE) -> int:
    """Make `folder` hold exactly the pages of `site`, as Markdown files with HTML inside, and its files; how many files."""
    former = former_files(folder)
    written = write_all(site.pages, site.exports, folder, as_markdown_file, crew)
    for uri in former - set(written):
        remove(folder / uri, folder)
    write_if_changed(folder / MANIFEST, "".join(f"{uri}\n" for uri in sorted(written)).encode())
    return len(written) - len(site.pages)


def write_all(
    pages: Sequence[SitePage], exports: Sequence[Export], folder: Path, laid_out: LaidOut, crew: Crew
) -> list[str]:
    """The paths of all files that `pages` and `exports` have become below `folder`, none of them twice."""
    files: list[Callable[[], Iterator[tuple[str, bytes]]]]
    files = [partial(exported, export) for export in exports]
    files += [partial(map, laid_out, part) for part in in_parts(pages, PAGES_AT_ONCE)]
    written = [
        uri for some in crew.worth(len(pages)).spread(partial(write_files, folder), files, "writing") for uri in some
    ]
    insist_on_one_of_each(written)
    return written


def exported(export: Export) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file that `export` makes."""
    return ((file.uri, file.content) for file in export())


def write_files(folder: Path, files: Callable[[], Iterable[tuple[str, bytes]]]) -> list[str]:
    """The paths of all `files`, which are made and written below `folder` one after another."""
    written = []
    for uri, content in files():
        write_if_changed(folder / uri, content)
        written.append(uri)
    return written


def former_files(folder: Path) -> frozenset[str]:
    """What an earlier run wrote to `folder`; `NotOursError` when anything else lies in it."""
    if (folder / MANIFEST).is_file():
        listed = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
        return frozenset(uri for uri in listed if is_inside(folder / uri, folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotOursError(folder)
    return frozenset()


def is_inside(path: Path, folder: Path) -> bool:
    """Whether `path` really lies below `folder`, whatever a manifest says."""
    return path.resolve().is_relative_to(folder.resolve())


def remove(path: Path, folder: Path) -> None:
    """Remove the file at `path`, and the folders above it that are then empty, up to `folder`."""
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def markdown_path(page: SitePage) -> str:
    """Where a builder of Markdown sites expects `page`."""
    return page.uri.removesuffix(".html") + ".md" if page.uri.endswith(".html") else f"{page.uri}index.md"


def as_markdown_file(page: SitePage) -> tuple[str, bytes]:
    """Path and content of `page` for a builder of Markdown sites."""
    return markdown_path(page), as_markdown(page).encode()


def as_markdown(page: SitePage) -> str:
    """`page` with its title and summary as front matter, which YAML reads as quoted texts."""
    title, summary = (json.dumps(text, ensure_ascii=False) for text in (page.title, page.summary))
    return f"---\ntitle: {title}\ndescription: {summary}\n---\n{html_block(page.body)}\n"


def html_block(body: str) -> str:
    """`body` as one block that Markdown leaves alone: a single element, without blank lines inside."""
    lines = [line for line in body.split("\n") if line.strip()]
    return "\n".join(['<div class="bulletin-body">', *lines, "</div>"])


def write_if_changed(path: Path, content: bytes) -> None:
    """Write `content` unless the file at `path` holds it already."""
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
