"""Room for a release before one is begun: a full disk is told in one sentence, and nothing is half written for long."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from build_tools.hosting.layout import Host

BYTES, FILES = 16 << 20, 2000
"""At least so much must be free, or building is not worth beginning."""
NEXT_TO_NOTHING = 1 << 20, 50
"""Bytes and files, fewer than which whatever failed has failed for want of them."""
FULL = os.strerror(errno.ENOSPC)
"""How the engine says so, in whose environment everybody speaks English."""
ENDED = ("build_failed", "check_failed")
"""What is told of an engine that has ended for whatever reason."""


def insist_on_room(host: Host) -> None:
    """`HostError` where there is too little; a filesystem without a number of inodes has no limit to them."""
    told = os.statvfs(host.folder)
    free = told.f_bavail * told.f_frsize
    if free < BYTES:
        raise HostError("no_space", free=free >> 20, wanted=BYTES >> 20)
    if told.f_files and told.f_favail < FILES:
        raise HostError("no_inodes", free=told.f_favail, wanted=FILES)


def is_full(host: Host, error: Exception) -> bool:
    """Whether `error` came of a full disk: it says so, or next to nothing is left."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    if isinstance(error, HostError) and error.reason not in ENDED:
        return False
    said = str(error.words["said"]) if isinstance(error, HostError) else str(error)
    return FULL in said or has_next_to_nothing(host)


def has_next_to_nothing(host: Host) -> bool:
    """Whether hardly anything can be written any more; of a folder that is not there nobody knows."""
    if not host.folder.is_dir():
        return False
    told = os.statvfs(host.folder)
    bytes_, files = NEXT_TO_NOTHING
    return told.f_bavail * told.f_frsize < bytes_ or (told.f_files > 0 and told.f_favail < files)
