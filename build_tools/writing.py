"""Values → files on disk: the one place of the command line's door that writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_tools.publishing.site import Site, SitePage

MANIFEST = ".bulletin-files"
"""Lists what we wrote, so that a later run may remove what is no longer there."""


class NotOursError(Exception):
    """The folder holds files that we did not write."""


def write_site(site: Site, folder: Path) -> None:
    """Make `folder` hold exactly the pages of `site`, as Markdown files with HTML inside, and its files."""
    former = former_files(folder)
    wanted = dict(files_of(site))
    for uri, content in wanted.items():
        write_if_changed(folder / uri, content)
    for uri in former - wanted.keys():
        remove(folder / uri, folder)
    write_if_changed(folder / MANIFEST, "".join(f"{uri}\n" for uri in sorted(wanted)).encode())


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


def files_of(site: Site) -> Iterator[tuple[str, bytes]]:
    """Path → content of every file of `site`."""
    for page in site.pages:
        yield markdown_path(page), as_markdown(page).encode()
    for file in site.files:
        yield file.uri, file.content


def markdown_path(page: SitePage) -> str:
    """Where a builder of Markdown sites expects `page`."""
    return page.uri.removesuffix(".html") + ".md" if page.uri.endswith(".html") else f"{page.uri}index.md"


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
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
