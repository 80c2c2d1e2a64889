"""Where everything lies in the one folder of a host, which is on one filesystem: what is ready moves by being renamed."""

from __future__ import annotations

import os
import pwd
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.hosting.refusal import HostError

BRANCH = "refs/heads/main"
"""The only branch there is."""
BOOT = Path("/proc/sys/kernel/random/boot_id")
"""Another line after each start of the machine."""


@dataclass(frozen=True, slots=True)
class Host:
    """The folder that `host init` has laid out."""

    folder: Path
    environment: Mapping[str, str]
    """What the door was told: git tells its hooks by variables where it keeps what is not accepted yet."""

    @property
    def repository(self) -> Path:
        """The bare repository that staff push to."""
        return self.folder / "repo.git"

    @property
    def engines(self) -> Path:
        """A folder for each version of the engine."""
        return self.folder / "engine"

    @property
    def releases(self) -> Path:
        """A folder for each whole site; nothing in it changes any more."""
        return self.folder / "releases"

    @property
    def current(self) -> Path:
        """A link to the release that the public sees: nginx's root."""
        return self.folder / "current"

    @property
    def previous(self) -> Path:
        """A link to the release before it."""
        return self.folder / "previous"

    @property
    def tmp(self) -> Path:
        """What is being made; emptied whenever somebody begins."""
        return self.folder / "tmp"

    @property
    def state(self) -> Path:
        """What is remembered: of it only `refused` could not be found out again. It also holds what is not public yet."""
        return self.folder / "state"

    @property
    def log(self) -> Path:
        """What has happened, in words."""
        return self.state / "log"

    @property
    def workshop(self) -> Path:
        """The folder in which the engine builds, each time from what the last build has left.

        After a start of the machine it is another one: what was written before may never have reached the disk.
        """
        return self.workshops / BOOT.read_text(encoding="ascii").strip()

    @property
    def workshops(self) -> Path:
        """Workshops, of which those of former starts of the machine are of no use."""
        return self.state / "workshop"

    @property
    def contents(self) -> Path:
        """A folder with the files of a commit, by its name: what the next one needs differs in few of them."""
        return self.workshop / "contents"

    @property
    def incoming(self) -> Path:
        """A folder for each push that is being looked at."""
        return self.state / "incoming"

    @property
    def spare(self) -> Path:
        """A release that nobody needs any more: the next one begins with its files."""
        return self.state / "spare"


def host_at(folder: Path, environment: Mapping[str, str]) -> Host:
    """The host in `folder`, with folders made again that somebody has removed; `HostError` where `host init` has made none."""
    host = Host(folder.absolute(), environment)
    if not (host.repository / "HEAD").is_file() or not host.engines.is_dir():
        raise HostError("no_host", folder=folder)
    make_folders(host)
    return host


def insist_on_owner(folder: Path) -> None:
    """`HostError` for anybody but the owner of `folder`, who could not change afterwards what somebody else has made."""
    owner = folder.stat().st_uid if folder.is_dir() else os.geteuid()
    if owner != os.geteuid():
        raise HostError("other_user", user=name_of(owner), folder=folder)


def name_of(user: int) -> str:
    """What the machine calls the user with this number; the number where it knows no name."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def make_folders(host: Host) -> None:
    """Make what is not there of the folders of `host`, all but its repository; nobody else may read what is remembered."""
    for folder, mode in ((host.engines, 0o755), (host.releases, 0o755), (host.tmp, 0o755), (host.state, 0o700)):
        if not folder.is_dir():
            folder.mkdir(mode, parents=True, exist_ok=True)
