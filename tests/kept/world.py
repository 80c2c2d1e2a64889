"""A bulletin that is built again and again in one folder, and what a clean build of the same would have made."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort

from build_tools import digest as digests
from tests.sites import DAY, SAMPLE, build_here, digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A_DAY = 86_400
CLEAN: dict[bytes, dict[str, str]] = {}
"""What clean builds of this process have made, by all that it was made from: another one would make the same."""


class World:
    """Content, day and settings, all of which a test changes as it likes, and the site that is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.site = folder / "kept" / "site"
        self.clean = folder / "clean" / "site"
        self.day = int(DAY)
        self.config: dict[str, Any] = {}
        self.past: list[dict[str, bytes]] = []
        """What `content` has held before."""

    @property
    def state(self) -> Path:
        """What a build leaves for the next one."""
        return self.site.parent / ".site-kept" / "state"

    def texts(self) -> dict[str, bytes]:
        """Path → content of each file of the bulletin."""
        files = (path for path in sorted(self.content.rglob("*")) if path.is_file())
        return {path.relative_to(self.content).as_posix(): path.read_bytes() for path in files}

    def put(self, texts: dict[str, bytes]) -> None:
        """Make the bulletin consist of `texts`."""
        shutil.rmtree(self.content)
        for uri, text in texts.items():
            path = self.content / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)

    def build(self) -> bool:
        """Build what is kept; whether the content is without errors."""
        return self.built_in(self.site)

    def built_in(self, site: Path) -> bool:
        """Build in the folder `site`; whether the content is without errors."""
        with on_day(self.day):
            try:
                build_here(self.content, site, **self.config)
            except Abort:
                return False
        return True

    def differences(self) -> list[str]:
        """The files that are not the same in the site that is kept and in one that is built from nothing elsewhere."""
        made_from = digests.digest(repr((self.texts(), self.day, self.config)).encode())
        if made_from not in CLEAN:
            CLEAN[made_from] = self.built_clean()
        return sorted({path for path, _ in set(CLEAN[made_from].items()) ^ set(digest(self.site).items())})

    def built_clean(self) -> dict[str, str]:
        """Path → hash of every file that a build from nothing makes."""
        shutil.rmtree(self.clean.parent, ignore_errors=True)
        assert self.built_in(self.clean)
        return digest(self.clean)


@contextmanager
def on_day(seconds: int) -> Iterator[None]:
    """The day of the builds inside, in seconds since 1970."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def sample_world(folder: Path) -> World:
    """The demonstration bulletin in `folder`, not built yet."""
    world = World(folder)
    shutil.copytree(SAMPLE, world.content)
    return world
