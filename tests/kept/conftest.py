"""Bulletins that have been built once already."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.generated import write_bulletin
from tests.kept.world import World

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    BuiltWorld = Callable[[int], World]


@pytest.fixture(scope="session")
def first_built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Gives the folder of a generated bulletin of so many stations, built once for all tests, none of which may touch it."""

    @cache
    def folder_of(stations: int) -> Path:
        world = World(tmp_path_factory.mktemp("first"))
        write_bulletin(world.content, stations)
        assert world.build()
        return world.folder

    return folder_of


@pytest.fixture
def built_world(first_built: Callable[[int], Path], tmp_path: Path) -> BuiltWorld:
    """Gives a copy of it, with the times of its files: to the next build it is the one that the first build has left."""
    return lambda stations: World(shutil.copytree(first_built(stations), tmp_path / "world", symlinks=True))
