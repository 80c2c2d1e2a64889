"""Whoever is killed, at whatever moment, leaves one whole release to the public and nothing that the next one believes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hosting.hosts import Place, insist_on_whole, sums
from tests.hosting.quick import copy, day
from tests.hosting.steps import chosen, host, kill, steps_of

if TYPE_CHECKING:
    from pathlib import Path

PUBLICATIONS = (1, 2, 3, 5)
"""The first; the second, with something to go back to; the third prunes one; the fifth is made from one that was pruned."""
MOST = (2, 5)
"""Of these more moments are tried: nothing is left by earlier ones, and everything."""
EVERY = ("release", "previous", "current", "prune")
"""Phases of which every single change is tried."""


@pytest.fixture(scope="module")
def hosts(quick_unused: Place, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Place]:
    """By the number of the next publication: a host that is ready for it."""
    folder = tmp_path_factory.mktemp("killed")
    place = copy(quick_unused, folder / "0")
    ready = {}
    for number in range(1, max(PUBLICATIONS) + 1):
        ready[number] = copy(place, folder / str(number))
        done = host(place, "reconcile", day=day(number))
        assert done.returncode == 0, done
    return ready


def insist_on_one_of(place: Place, old: str | None, new: str) -> None:
    """What the public sees is whole and what it was, or whole and what it is to be; before the first it may be nothing."""
    if old is None and not place.folder.joinpath("current").is_symlink():
        return
    insist_on_whole(place)
    assert place.page() in (old, new)


def insist_on_health(place: Place, expected: dict[str, str], today: str) -> None:
    """The next plain `reconcile` publishes what is wanted, and leaves nothing lying about."""
    done = host(place, "reconcile", day=today)
    assert done.returncode == 0, done
    insist_on_whole(place)
    assert sums(place.shown()) == expected
    assert list((place.folder / "tmp").iterdir()) == []
    links = {(place.folder / name).resolve().name for name in ("current", "previous")}
    assert {one.name for one in (place.folder / "releases").iterdir()} <= links
    assert host(place, "status", day=today).returncode == 0


def insist_on_every(hosts: dict[int, Place], number: int, folder: Path, most: int) -> set[str]:
    """Kill the publication with this `number` at each phase and inside; the names of the phases."""
    today = day(number)
    model = copy(hosts[number], folder / "model")
    old = model.page() if number > 1 else None
    steps = steps_of(model, "reconcile", day=today)
    expected, new = sums(model.shown()), model.page()
    host(model, "reconcile", day=day(number + 1))
    tomorrow = sums(model.shown())
    for step in chosen(steps, most, EVERY):
        place = copy(hosts[number], folder / "killed")
        kill(place, step, "reconcile", day=today)
        insist_on_one_of(place, old, new)
        insist_on_health(place, expected, today)
        if step.name == "prune":
            insist_on_health(place, tomorrow, day(number + 1))
    return {one.name for one in steps}


@pytest.mark.parametrize("number", (1, 3, 5))
def test_a_publication_that_is_killed_at_any_phase_is_made_by_the_next(
    hosts: dict[int, Place], number: int, tmp_path: Path
) -> None:
    names = insist_on_every(hosts, number, tmp_path, most=1)
    assert {"lock", "build", "sync", "current", "prune"} <= names


@pytest.mark.slow
@pytest.mark.parametrize("number", MOST)
def test_a_publication_that_is_killed_at_any_moment_is_made_by_the_next(
    hosts: dict[int, Place], number: int, tmp_path: Path
) -> None:
    insist_on_every(hosts, number, tmp_path, most=4)
