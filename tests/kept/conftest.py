"""Bulletins that have been built once already."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.generated import write_bulletin
from tests.kept.world import World, sample_world

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


@pytest.fixture(scope="session")
def first_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of the demonstration bulletin."""
    world = sample_world(tmp_path_factory.mktemp("first"))
    assert world.build()
    return world.folder


@pytest.fixture
def built_world(first_built: Callable[[int], Path], tmp_path: Path) -> BuiltWorld:
    """Gives a copy of a bulletin of so many stations that has been built."""
    return lambda stations: copied(first_built(stations), tmp_path)


@pytest.fixture
def built_sample(first_sample: Path, tmp_path: Path) -> World:
    """The same of the demonstration bulletin."""
    return copied(first_sample, tmp_path)


def copied(first: Path, folder: Path) -> World:
    """A copy in `folder`, with the times of its files: to the next build it is what the first one has left."""
    return World(shutil.copytree(first, folder / "world", symlinks=True))
