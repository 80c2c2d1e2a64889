"""`check --site`: what the last build has read is not read again, and the same is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forked import command
from tests.sites import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.forked import Done
    from tests.kept.conftest import BuiltWorld
    from tests.kept.world import World


@pytest.fixture
def world(built_world: BuiltWorld) -> World:
    """A small bulletin that has been built."""
    return built_world(3)


def misspell(world: World) -> None:
    """A key that nobody knows."""
    path = next((world.content / "stations").glob("*.yml"))
    path.write_text(path.read_text(encoding="utf-8") + "电活: 未知\n", encoding="utf-8")


def lose(world: World) -> None:
    """A station that others name."""
    next((world.content / "stations").glob("*.yml")).unlink()


def change_words(world: World) -> None:
    """A word that all files may use."""
    path = world.content / "vocabulary.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("饮水机", "开水机"), encoding="utf-8")


def told(world: World, *words: str, before: Callable[[], None] | None = None) -> Done:
    """What `check` says of the world's content."""
    return command("check", "--content", world.content, *words, day=DAY, before=before)


@pytest.mark.parametrize("edit", [misspell, lose, change_words])
def test_a_check_beside_a_site_says_what_any_check_says(world: World, edit: Callable[[World], None]) -> None:
    edit(world)
    assert told(world, "--site", str(world.site)) == told(world)


def test_a_check_beside_a_site_reads_no_file_that_has_not_changed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("build_tools.reading.each_file.read_from")
    assert "NameError" in told(world).stderr
    assert told(world, "--site", str(world.site)).returncode == 0


def test_a_check_beside_a_site_that_is_not_there_reads_everything(world: World) -> None:
    assert told(world, "--site", str(world.folder / "nowhere")) == told(world)
