"""Files replaced one by one, each at once or not at all, so that being killed leaves nothing half written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from build_tools.records.files import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def replace_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Put `texts`, by file name, into `folder`; what an earlier run left unfinished is removed."""
    folder.mkdir(exist_ok=True)
    for left in folder.glob(f"*{UNFINISHED}"):
        left.unlink()
    for name, text in texts.items():
        replace_file(folder / name, text.encode())


def replace_file(path: Path, content: bytes) -> None:
    """Make `content` what lies at `path`: whoever reads it sees the old or the new, also after a power cut."""
    beside = path.with_name(path.name + UNFINISHED)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
