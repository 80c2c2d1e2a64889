"""Real builds for tests: MkDocs as a program, and MkDocs in this process to look inside."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_tools.build import build as compose
from build_tools.publishing.site import Site
from build_tools.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from build_tools.publishing.site import Batch, SiteFile
    from hooks.door import Door

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
SAMPLE = ROOT / "tests" / "sample_content"
DAY = "1795219200"
"""2026-11-21 00:00 UTC: the day for which the sample's dates are chosen."""


@cache
def site_of(content: Path, today: date) -> Site:
    """All that is published on `today` of a folder `content` that no test changes."""
    built = compose(Settings(content=content, today=today))
    assert built.site is not None, built.problems
    pages = tuple(page._replace(printed=cache(page.printed)) for page in built.site.pages)
    return Site(lambda: pages, tuple(replace(batch, made=made_once(batch), pieces=()) for batch in built.site.batches))


def made_once(batch: Batch) -> Callable[[], Iterator[SiteFile]]:
    """Gives the files of `batch`, which are made when they are first asked for."""
    files = cache(lambda: list(batch.files()))
    return lambda: iter(files())


def environment(content: Path, **more: str) -> dict[str, str]:
    """This process's environment with the folder `content` and a fixed day."""
    return {
        **os.environ,
        "BULLETIN_CONTENT": str(content),
        "SOURCE_DATE_EPOCH": DAY,
        "NO_MKDOCS_2_WARNING": "1",
        **more,
    }


def mkdocs_build(content: Path, site: Path, root: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` of `content` into `site`, with the engine in `root`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return subprocess.run(
        command, cwd=root, env=environment(content, **more), capture_output=True, text=True, check=False
    )


def built_once(content: Path, folder: Path) -> Path:
    """The site of a `content` that no test changes, somewhere in `folder`; only whoever asks first has to build it.

    It is built with the seed of hashes 2, so that one comparison with another seed speaks for it.
    """
    site, is_built = folder / content.name / "site", folder / content.name / "is_built"
    site.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{is_built}.lock"):
        if not is_built.exists():
            done = mkdocs_build(content, site, PYTHONHASHSEED="2")
            assert done.returncode == 0, done.stderr
            is_built.touch()
    return site


def build_here(content: Path, site: Path, **config: Any) -> Door:
    """The same in this process; returns the hook's door with all that the build knew."""
    loaded = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(content), site_dir=str(site), **config)
    gc.enable()  # the hook has turned it off for a short run; this process builds many sites
    build(loaded)
    door: Door = sys.modules["hooks/publish.py"].door  # MkDocs names the module after its path
    return door


def copy_engine(folder: Path) -> Path:
    """A copy of the engine that a test may change; returns its root."""
    folder.mkdir(exist_ok=True)
    for name in ("build_tools", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def published_name(site: Path, uri: str) -> str:
    """What the stylesheet or script `uri` of the theme is called in `site`; there is one."""
    stem, _, ending = uri.rpartition(".")
    (found,) = site.glob(f"{stem}.{'[0-9a-f]' * 8}.{ending}")
    return found.relative_to(site).as_posix()


def digest(folder: Path) -> dict[str, str]:
    """Path → hash of every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
