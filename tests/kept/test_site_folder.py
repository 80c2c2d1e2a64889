"""Whatever somebody has done to the site folder by hand, the next build puts it right, and touches nothing outside."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.kept.edits import with_line
from tests.sites import digest, published_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.kept.conftest import BuiltWorld
    from tests.kept.world import World

STATION, TABLE = "stations/station-1/index.html", "data/stations.csv"
"""Made by us: what is kept, and what is made again in each build."""
HOME, STYLE = "index.html", "assets/bulletin.css"
"""Made by MkDocs."""


@pytest.fixture
def world(built_world: BuiltWorld) -> World:
    """A small bulletin that has been built."""
    return built_world(3)


def removed(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def overwritten(path: Path) -> None:
    """As large as before."""
    path.write_bytes(b"x" * path.stat().st_size)


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def made_a_full_folder(path: Path) -> None:
    made_a_folder(path)
    (path / "too" / "deep").mkdir(parents=True)
    (path / "too" / "deep" / "file").write_text("not ours")


def made_a_link(path: Path) -> None:
    """To a file elsewhere, which must stay as it is."""
    path.unlink()
    path.symlink_to(elsewhere(path))


def joined_by_another(path: Path) -> None:
    (path.parent / "foreign.html").write_text("not ours")


def elsewhere(path: Path) -> Path:
    """A file that no build may touch."""
    found = next(parent for parent in path.parents if parent.name == "kept") / "elsewhere"
    if not found.exists():
        found.write_text("precious")
    return found


HANDS = (
    removed,
    emptied,
    overwritten,
    made_a_folder,
    made_a_full_folder,
    made_a_link,
    joined_by_another,
)


@pytest.mark.parametrize("hand", HANDS)
def test_what_was_done_by_hand_is_put_right(world: World, hand: Callable[[Path], None]) -> None:
    kept = elsewhere(world.site)
    for uri in (STATION, HOME, published_name(world.site, STYLE), TABLE):
        hand(world.site / uri)
    assert world.build()
    assert world.differences() == []
    assert kept.read_text() == "precious"


def test_a_folder_that_was_made_a_link_is_a_folder_again(world: World, tmp_path: Path) -> None:
    shutil.move(world.site / "stations", tmp_path / "elsewhere")
    (world.site / "stations").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "index.html").write_text("precious")
    assert world.build()
    assert world.differences() == []
    assert (tmp_path / "elsewhere" / "index.html").read_text() == "precious"


def test_a_folder_that_was_made_a_file_is_a_folder_again(world: World) -> None:
    shutil.rmtree(world.site / "stations")
    (world.site / "stations").write_text("not ours")
    assert world.build()
    assert world.differences() == []


@pytest.mark.parametrize("relative", [False, True])
def test_a_site_folder_that_is_a_link_stays_one(world: World, tmp_path: Path, *, relative: bool) -> None:
    shutil.move(world.site, tmp_path / "released")
    target = tmp_path / "released"
    world.site.symlink_to(os.path.relpath(target, world.site.parent) if relative else target)
    (world.content / "index.md").write_text("# 欢迎\n\n进来坐坐。\n", encoding="utf-8")
    assert world.build()
    assert world.site.is_symlink()
    assert world.differences() == []


def test_a_build_that_fails_before_it_writes_leaves_the_site_as_it_is(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs empties the site folder before it looks for files; ours is not in its way then."""
    (world.site / ".git").mkdir()
    (world.site / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    before = digest(world.site)
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs.commands.build.get_files", lambda _: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            world.build()
    assert digest(world.site) == before
    assert world.build()
    assert world.differences() == [".git/HEAD"]


def test_hidden_files_at_the_top_stay(world: World) -> None:
    (world.site / ".nojekyll").touch()
    (world.site / ".git").mkdir()
    assert world.build()
    assert (world.site / ".nojekyll").exists()
    assert (world.site / ".git").is_dir()


def test_a_release_that_is_kept_by_hard_links_stays_as_it_was(world: World, tmp_path: Path) -> None:
    shutil.copytree(world.site, tmp_path / "release", copy_function=os.link)
    before = digest(tmp_path / "release")
    with_line(world.content / "site.yml", "名称", "另一个公告")
    assert world.build()
    assert digest(tmp_path / "release") == before
    assert world.differences() == []
