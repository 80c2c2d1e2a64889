"""A bulletin to edit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sites import SAMPLE


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the demonstration bulletin."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))
