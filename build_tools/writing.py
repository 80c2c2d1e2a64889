"""A site as Markdown files, for builders other than MkDocs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from build_tools.making import files_in, make_all, work_of_batch, work_of_page, write_if_changed
from build_tools.site_folder import remove_all_but
from build_tools.workers import ALONE, Crew

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.site import Site, SitePage

MANIFEST = ".bulletin-files"
"""Lists what we wrote, so that a later run may remove what is no longer there."""


class NotOursError(Exception):
    """The folder holds files that we did not write."""


def write_site(site: Site, folder: Path, crew: Crew = ALONE) -> int:
    """Make `folder` hold exactly the pages of `site`, as Markdown files with HTML inside, and its files; how many files."""
    former = former_files(folder)
    if not former:
        write_if_changed(folder / MANIFEST, b"")  # the folder is ours from here on, also if we do not come to an end
    batches = [work_of_batch(batch) for batch in site.batches]
    pages = [work_of_page(page, None, as_markdown_file) for page in site.pages]
    outputs = make_all(batches, pages, folder, crew, {})
    written = {uri for uri, _, _ in files_in(outputs)}
    remove_all_but(written, former, folder)
    write_if_changed(folder / MANIFEST, "".join(f"{uri}\n" for uri in sorted(written)).encode())
    return len(written) - len(site.pages)


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
