"""Two wheels, and an environment with the first: made once, because each takes seconds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.scaffolding.wheels import OTHER_VERSION, run_lines, wheel_of

if TYPE_CHECKING:
    from pathlib import Path

collect_ignore_glob = [] if sys.platform == "linux" else ["test_installed.py", "test_upgrade.py", "test_forges.py"]
"""They run what runs on forges, whose machines have Linux."""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this version."""
    return wheel_of(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def next_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as another version."""
    return wheel_of(tmp_path_factory.mktemp("next"), OTHER_VERSION)


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `.venv`, in which the wheel is installed and no working copy is in reach."""
    folder = tmp_path_factory.mktemp("installed")
    run_lines(["python -m venv .venv", f".venv/bin/python -m pip install --quiet --no-deps {wheel}"], folder)
    return folder
