"""Whatever happens between builds, the site is the one that a clean build makes."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from build_tools.reading.bulletin import read_bulletin
from tests.kept import edits
from tests.kept.more_edits import OF_BUILDS, OF_CONTENT, OF_SITE
from tests.kept.world import sample_world

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.kept.world import World

    Edit = Callable[[World, Random], None]

ALL = (*OF_CONTENT, *OF_BUILDS, *OF_SITE)


@pytest.mark.parametrize("seed", range(1))
def test_a_site_is_the_same_after_any_edits(built_sample: World, seed: int) -> None:
    follow(built_sample, dice_of(seed), OF_CONTENT + OF_BUILDS, steps=4)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 102))
def test_a_site_is_the_same_after_many_edits(tmp_path: Path, seed: int) -> None:
    world, dice = sample_world(tmp_path), dice_of(seed)
    for _ in range(12):
        before = world.texts()
        edits.station_added(world, dice)
        if read_bulletin(world.content)[0] is None:  # its new district may not say what holidays do
            world.put(before)
    assert world.build()
    follow(world, dice, ALL, steps=10)


@pytest.mark.slow
@pytest.mark.parametrize("edit", ALL, ids=lambda edit: edit.__name__)
def test_a_site_is_the_same_after_one_kind_of_edit(built_sample: World, edit: Edit) -> None:
    follow(built_sample, dice_of(1), (edit,), steps=2)


def follow(world: World, dice: Random, kinds: Sequence[Edit], steps: int) -> None:
    """Edit what has been built, build … and compare each time; what the content cannot be is undone, after a build that says so."""
    done: list[str] = []
    for _ in range(steps):
        world.past.append(world.texts())
        chosen = [dice.choice(kinds) for _ in range(dice.choice((1, 2, 3, 4)))]
        done.append(" + ".join(edit.__name__ for edit in chosen))
        for edit in chosen:
            edit(world, dice)
        if not world.build():
            done[-1] += " (wrong)"
            world.put(world.past[-1])
            assert world.build(), done
        assert world.differences() == [], done


def dice_of(seed: int) -> Random:
    """The same dice for the same `seed`."""
    return Random(seed)  # noqa: S311 — nothing here is secret
