"""The bulletin whose changes are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.history.changing import Repository
from tests.history.kept import LONG_AGO, at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(content: Path) -> Repository:
    """The smallest bulletin in a repository, long ago, open from eight to eight."""
    repository = Repository(content)
    repository.commit(LONG_AGO, jia=at("8:00-20:00"))
    return repository
