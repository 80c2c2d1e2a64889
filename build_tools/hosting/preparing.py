"""What the engine has built → a folder with all that belongs to a release: whole, verified, compressed and listed.

Most of a site is as it was. What is the same as in the release that is shown is a second name of its file there, and needs
neither verifying nor compressing again; and the folder may be an old release of which only what differs is touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.compressing import compress_new, link_known
from build_tools.hosting.copying import ENDINGS, Files, files_in, fill, is_same
from build_tools.hosting.manifest import read_manifest, write_manifest
from build_tools.hosting.releases import label
from build_tools.hosting.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Collection

    from build_tools.hosting.phases import Phases
    from build_tools.hosting.releases import Made


@dataclass
class Preparation:
    """One release in the making."""

    folder: Path
    """What is to become the release."""
    built: Path
    """The engine's own folder."""
    shown: Path
    """What the public sees; it need not be there."""

    def __post_init__(self) -> None:
        self.live = files_in(self.shown)
        self.before = files_in(self.folder)
        wanted = files_in(self.built)
        self.same = {uri for uri, file in wanted.items() if is_same(file, self.live.get(uri))}
        self.wanted: Files = {uri: self.live[uri] if uri in self.same else file for uri, file in wanted.items()}
        """The files of the release; of two that hold the same, the one that is shown."""

    def run(self, made: Made, stations: Collection[str], phases: Phases) -> None:
        """Make the folder the release of what was `made`, in which each of `stations` has its page."""
        phases.begin("copy")
        fill(self.folder, self.wanted, self.before)
        phases.begin("verify")
        verify(self.folder, self.wanted.keys(), self.to_be_read(), stations)
        phases.begin("compress")
        fresh = {uri for uri, file in self.wanted.items() if self.before.get(uri, file).inode != file.inode}
        fresh |= self.wanted.keys() - self.before.keys()
        link_known(self.shown, self.folder, fresh & self.same)
        compress_new(self.folder, fresh - self.same)
        phases.begin("manifest")
        known = read_manifest(self.shown)
        write_manifest(self.folder, self.wanted.keys(), {uri: known[uri] for uri in self.same & known.keys()})
        label(self.folder, made)

    def to_be_read(self) -> set[str]:
        """What has not been verified with the release that is shown; all, when something that was there is gone."""
        gone = any(uri not in self.wanted for uri in self.live if not uri.endswith(ENDINGS))
        return set(self.wanted) if gone else self.wanted.keys() - self.same
