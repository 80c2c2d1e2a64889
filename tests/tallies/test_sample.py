"""The demonstration bulletin's tallies are what booking makes of the invented counts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.sites import SAMPLE
from tests.tallies.sample import renew

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sample_is_what_renewing_it_gives(tmp_path: Path) -> None:
    """Renew it with `python -m tests.tallies.sample`."""
    content = copied(tmp_path)
    assert renew(content) == 0
    assert texts(content) == texts(SAMPLE)


def copied(folder: Path) -> Path:
    """A copy of the demonstration bulletin in `folder`."""
    return shutil.copytree(SAMPLE, folder / "content")


def texts(content: Path) -> dict[str, str]:
    """File name → text of every tally."""
    return {path.name: path.read_text(encoding="utf-8") for path in (content / "tallies").glob("*.yml")}
