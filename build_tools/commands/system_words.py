"""Why the system did not read or write a file, in the reader's language."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.wording import Wording

REASONS = {
    errno.EACCES: "refused",
    errno.EPERM: "refused",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "folder",
    errno.EEXIST: "there",
    errno.ENOSPC: "full",
    errno.EROFS: "read_only",
}


def why_of(error: OSError, wording: Wording) -> str:
    """What `error` says, as `wording` has it; the system's own words where that is something rare."""
    reason = REASONS.get(error.errno or 0)
    return wording.say(f"system.{reason}") if reason else error.strerror or str(error)
