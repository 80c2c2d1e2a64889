"""A file replaced at once or not at all, with the rights that it had."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def save(path: Path, content: bytes) -> None:
    """Make `content` what lies at `path`; nothing is left beside it where that fails."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
