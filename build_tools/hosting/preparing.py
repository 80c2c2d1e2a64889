"""What the engine has built → a folder with all that belongs to a release: whole, verified, compressed and listed.

Most of a site is as it was. What is the same as in the release that is shown is a second name of its file there, and needs
neither verifying nor compressing again; and the folder may be an old release of which only what differs is touched.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.compressing import compress_new, link_known
from build_tools.hosting.copying import Tree, fill, is_same, tree_of
from build_tools.hosting.manifest import read_manifest, write_manifest
from build_tools.hosting.releases import label
from build_tools.hosting.survey import Survey
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
    survey: Survey
    """What lies there, and in the folder."""

    def __post_init__(self) -> None:
        self.live = Tree(os.path.realpath(self.shown), self.survey.live)
        self.before = Tree(os.path.realpath(self.folder), self.survey.spare)
        self.new = tree_of(self.built)
        self.wanted = self.new.inodes
        """The files of the release: those that were built, also where equal ones are shown, so that the next release has theirs."""
        self.same = {uri for uri in self.wanted if is_same(uri, self.new, self.live)}

    def run(self, made: Made, stations: Collection[str], phases: Phases) -> None:
        """Make the folder the release of what was `made`, in which each of `stations` has its page."""
        phases.begin("copy")
        fill(self.before, self.wanted, self.new.place)
        phases.begin("verify")
        verify(self.folder, self.wanted.keys(), self.to_be_read(), stations)
        phases.begin("compress")
        fresh = {uri for uri, inode in self.wanted.items() if self.before.inodes.get(uri) != inode}
        link_known(self.shown, self.folder, fresh & self.same)
        compress_new(self.folder, fresh - self.same)
        phases.begin("manifest")
        known = read_manifest(self.shown)
        write_manifest(self.folder, self.wanted.keys(), {uri: known[uri] for uri in self.same & known.keys()})
        label(self.folder, made)

    def to_be_read(self) -> set[str]:
        """What has not been verified with the release that is shown; all, when something that was there is gone."""
        gone = self.live.inodes.keys() - self.wanted.keys()
        return set(self.wanted) if gone else self.wanted.keys() - self.same
