"""The three bulletins that are measured, built as MkDocs builds them, and which of their pages stand for the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.generated import write_bulletin
from tests.sites import CONTENT, SAMPLE, mkdocs_build

MANY = 10_000
FEW = 1_000
"""Of up to so many pages every one is looked at; of more, one of each kind."""
LANGUAGES = ("en",)
"""First parts of addresses below which the same kinds of pages stand once more."""

BETWEEN = ("in",)
"""Later parts of addresses that make a kind of their own: long lists by district."""
CHANGING = ("stations/*/", "events/*/*/")
"""Kinds of pages that look different when a station closes or an event moves."""

MOVED = 'http-equiv="refresh"'


@dataclass(frozen=True)
class Bulletin:
    """One built site in a folder below `root`, as deep as its address says."""

    name: str
    root: Path
    below: str = ""
    """The path of its address, with a slash at its end or empty."""

    @property
    def folder(self) -> Path:
        """Where `index.html` of its home page is."""
        return self.root / self.below

    @cached_property
    def pages(self) -> dict[str, Path]:
        """Address below the site's → file, of every page."""
        return {
            path.relative_to(self.folder).as_posix().removesuffix("index.html"): path
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kind of page, such as `stations/*/` → the address of its largest page."""
        found: dict[str, str] = {}
        for address in sorted(self.pages, key=lambda one: self.pages[one].stat().st_size):
            found[kind_of(address)] = address
        return dict(sorted(found.items()))

    def of_kinds(self, kinds: tuple[str, ...]) -> list[str]:
        """The largest page of each of `kinds`, as far as there are such pages."""
        return [self.kinds[kind] for kind in kinds if kind in self.kinds]

    @property
    def is_small(self) -> bool:
        """Whether every page is looked at, and not only one of each kind."""
        return len(self.pages) <= FEW

    @property
    def judged(self) -> list[str]:
        """The pages whose text is judged."""
        return list(self.pages) if self.is_small else list(self.kinds.values())

    @property
    def looked_at(self) -> list[str]:
        """Those that a browser opens: a page that has moved leads on before one sees it."""
        return [one for one in self.judged if MOVED not in self.pages[one].read_text(encoding="utf-8")]

    @property
    def seen(self) -> list[str]:
        """One page of each kind that one gets to see."""
        kinds = self.kinds.values()
        return [one for one in self.looked_at if one in kinds]

    @property
    def states(self) -> list[str]:
        """One page of each kind, and of a small site all of the kinds that look different from day to day."""
        kinds = self.kinds.values()
        return [one for one in self.looked_at if one in kinds or (self.is_small and kind_of(one) in CHANGING)]


def kind_of(address: str) -> str:
    """What `address` has in common with others: `events/*/*/`."""
    *parts, rest = address.split("/")
    kept = 2 if parts[:1] and parts[0] in LANGUAGES else 1
    return "/".join([*parts[:kept], *(one if one in BETWEEN else "*" for one in parts[kept:]), rest])


def build(name: str, folder: Path) -> Bulletin:
    """The bulletin `name`, built below the empty `folder`."""
    bulletin = Bulletin(name, folder / "site", "bulletin/" if name == "sample" else "")
    content = {"own": CONTENT, "sample": SAMPLE}.get(name, folder / "content")
    if name == "generated":
        write_bulletin(content, MANY)
    done = mkdocs_build(content, bulletin.folder)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return bulletin
