"""What takes long to make of files that rarely change, kept where Python keeps what modules are compiled to.

It is as much to be trusted as what lies there, and as dispensable.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from build_tools.digest import SIZE, digest

BESIDE = Path(cache_from_source(__file__))
"""A file in the folder; its suffixes name the version of Python."""


def lasting(name: str) -> Path:
    """Where something is kept that no module is called after."""
    return BESIDE.with_name(name + "".join(BESIDE.suffixes))


def left(path: Path, about: bytes) -> Any:
    """What `leave` has left at `path` about the same; None if there is none, or the file is not whole."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    seal, value = content[:SIZE], content[SIZE:]
    return marshal.loads(value) if seal == digest(about, value) else None  # noqa: S302 — as safe as a `.pyc`


def leave(path: Path, about: bytes, value: Any) -> None:
    """Keep `value`, a code or plain values, whole or not at all; not where Python keeps nothing either."""
    if not sys.dont_write_bytecode:
        content = marshal.dumps(value)
        draft = path.with_suffix(f".{os.getpid()}{path.suffix}")
        with suppress(OSError):
            try:
                draft.write_bytes(digest(about, content) + content)
                draft.replace(path)
            finally:
                draft.unlink(missing_ok=True)
