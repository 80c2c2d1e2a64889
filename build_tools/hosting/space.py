"""Room for a release before one is begun: a full disk is told in one sentence, and nothing is half written for long."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from build_tools.hosting.layout import Host

BYTES, FILES = 16 << 20, 2000
"""At least so much must be free, or building is not worth beginning."""


def insist_on_room(host: Host) -> None:
    """`HostError` where there is too little; a filesystem without a number of inodes has no limit to them."""
    told = os.statvfs(host.folder)
    free = told.f_bavail * told.f_frsize
    if free < BYTES:
        raise HostError("no_space", free=free >> 20, wanted=BYTES >> 20)
    if told.f_files and told.f_favail < FILES:
        raise HostError("no_inodes", free=told.f_favail, wanted=FILES)
