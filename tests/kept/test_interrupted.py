"""After builds that were killed or failed, while others were under way, or with other programs, the next build is as a clean one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.kept.edits import with_line
from tests.sites import ROOT, copy_engine, digest, environment, mkdocs_build

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kept.conftest import BuiltWorld
    from tests.kept.world import World

FEW, MANY = 2, 12
"""Moments at which a build is stopped."""


@pytest.fixture
def world(built_world: BuiltWorld) -> World:
    """A small bulletin that has been built, and has another name since."""
    world = built_world(3)
    named(world, "另一个公告")
    return world


def named(world: World, name: str) -> None:
    """Call the bulletin `name`, which every page shows; one station says something else, too."""
    with_line(world.content / "site.yml", "名称", name)
    with_line(world.content / "stations" / "station-1.yml", "一句话", name)


def started(world: World, at: int) -> subprocess.Popen[str]:
    """A build that is stopped at the `at`-th change of a file, dead; or by an error, when `at` is below nothing."""
    command = [sys.executable, "-m", "tests.kept.killed", str(at), "build", "--quiet", "--site-dir", str(world.site)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(world.content), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def changes_of(world: World) -> int:
    """How many changes a build makes."""
    build = started(world, 0)
    out, problems = build.communicate()
    assert build.returncode == 0, problems
    return int(out.split()[-1])


def stopped(world: World, moments: int) -> None:
    """Stop builds at so many `moments`, spread over all that they do, and build again after each."""
    dice, count = Random(3), changes_of(world)  # noqa: S311 — nothing here is secret
    for number in range(moments):
        named(world, f"公告{number}")
        at = 1 + count * number // moments + dice.randrange(count // moments + 1)
        build = started(world, -at if number % 3 == 2 else at)
        assert build.wait() in (-signal.SIGKILL, 1, 0)  # an error on the way to keep anything is none of the site's
        if number % 2:
            named(world, f"公告{number - 2}")  # what was kept before, or seemed to be
        assert world.build()
        assert world.differences() == [], at


def test_after_a_build_was_stopped_the_next_is_as_a_clean_one(world: World) -> None:
    stopped(world, FEW)


@pytest.mark.slow
def test_after_a_build_was_stopped_anywhere_the_next_is_as_a_clean_one(world: World) -> None:
    stopped(world, MANY)


@pytest.mark.slow
def test_builds_at_once_of_one_folder_wait_for_each_other(world: World, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(world.content, other)
    with_line(other / "site.yml", "名称", "第三个公告")
    builds = [together(content, world.site) for content in (world.content, other, world.content, other)]
    assert [build.wait() for build in builds] == [0, 0, 0, 0]
    found = digest(world.site)
    assert world.differences() == [] or found == site_of(other, tmp_path / "third" / "site")
    assert world.build()
    assert world.differences() == []


def together(content: Path, site: Path) -> subprocess.Popen[bytes]:
    """A build under way."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return subprocess.Popen(command, cwd=ROOT, env=environment(content))


def site_of(content: Path, site: Path) -> dict[str, str]:
    """What a clean build makes of `content`."""
    assert mkdocs_build(content, site).returncode == 0
    return digest(site)


@pytest.mark.slow
def test_another_program_makes_everything_again(world: World, tmp_path: Path) -> None:
    engine = copy_engine(tmp_path / "engine")
    for change in (
        ("locale/zh.yml", "电话", "电 话"),
        ("publishing/templates/station.html", "<h1", '<h1 data-new=""'),
        ("theme/main.html", "<main", '<main data-new=""'),
        ("facts/directory.py", '"""Who offers', '"""Who  offers'),
    ):
        replaced(engine / "build_tools", *change)
        assert_as_clean(world, tmp_path, engine)


def replaced(folder: Path, name: str, old: str, new: str) -> None:
    """Write `new` for `old` in the file `name`, or at its end where it has no such thing."""
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def assert_as_clean(world: World, tmp_path: Path, engine: Path, **more: Any) -> None:
    """A build with `engine` in the folder that is kept makes what it makes in an empty one."""
    kept = mkdocs_build(world.content, world.site, engine, **more)
    shutil.rmtree(tmp_path / "clean", ignore_errors=True)
    clean = mkdocs_build(world.content, world.clean, engine, **more)
    assert kept.returncode == clean.returncode == 0, kept.stderr
    assert digest(world.site) == digest(world.clean)


def test_a_library_of_another_version_makes_everything_again(world: World, tmp_path: Path) -> None:
    assert world.build()
    page = world.site / "stations" / "station-1" / "index.html"
    os.utime(page, ns=(1, page.stat().st_mtime_ns))
    before = world.state.read_bytes()
    (tmp_path / "more" / "another-1.0.dist-info").mkdir(parents=True)
    assert mkdocs_build(world.content, world.site, PYTHONPATH=str(tmp_path / "more")).returncode == 0
    assert world.state.read_bytes() != before
    assert mkdocs_build(world.content, world.site).returncode == 0
    assert world.differences() == []


@pytest.mark.slow
def test_beside_another_hook_nothing_is_kept(world: World, tmp_path: Path) -> None:
    engine = copy_engine(tmp_path / "engine")
    (engine / "more.py").write_text("def on_post_page(output, **_):\n    return output.replace('驿站', 'STATION')\n")
    text = (engine / "mkdocs.yml").read_text(encoding="utf-8")
    assert_as_clean(world, tmp_path, engine)
    (engine / "mkdocs.yml").write_text(text.replace("hooks:\n", "hooks:\n  - more.py\n"), encoding="utf-8")
    for _ in range(2):
        assert_as_clean(world, tmp_path, engine)
        assert not world.state.exists()
    (engine / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert_as_clean(world, tmp_path, engine)
