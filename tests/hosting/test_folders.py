"""The folders of a host: made again when somebody has removed them, and read by whom they concern, whoever made them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.hosting.hosts import Place, insist_on_whole
from tests.hosting.quick import commit
from tests.hosting.steps import host
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OURS = 0o700


def guarded() -> None:
    """Have this process make files that nobody else may read."""
    os.umask(0o077)


def insist_on_readable(top: Path) -> None:
    """Everybody can read what is below `top`."""
    for path in (top, *top.rglob("*")):
        if not path.is_symlink():
            wanted = 0o005 if path.is_dir() else 0o004
            assert path.stat().st_mode & wanted == wanted, path


@pytest.mark.parametrize(
    "gone", [["releases"], ["state"], ["tmp"], ["current", "previous", "releases", "state", "tmp"]]
)
def test_folders_that_somebody_removed_are_made_again(quick: Place, gone: list[str]) -> None:
    staff = quick.staff()
    made = staff.commit()
    for name in gone:
        path = quick.folder / name
        path.unlink(missing_ok=True) if path.is_symlink() or not path.exists() else shutil.rmtree(path)
    done = staff.push()
    assert done.returncode == 0, done
    assert quick.commit_shown() == made
    insist_on_whole(quick)
    status = host(quick, "status")
    assert (status.returncode, status.stderr) == (0, "")


@pytest.mark.parametrize("link", ["current", "previous"])
def test_a_link_that_has_become_a_folder_is_told_and_nothing_is_done(quick: Place, link: str) -> None:
    path = quick.folder / link
    shown = quick.shown()
    path.unlink(missing_ok=True)
    shutil.copytree(shown, path)
    said = f"{path} 应当是链接，现在是文件夹。把它移到别处，网站会自动重新发布。"
    commit(quick)
    for action in ("status", "rollback", "reconcile"):
        done = host(quick, action)
        assert done.returncode == 1, action
        assert said in done.stderr + done.stdout, action
    path.rename(quick.beside / "away")
    assert host(quick, "reconcile").returncode == 0
    assert host(quick, "status").returncode == 0
    insist_on_whole(quick)


def test_a_site_can_be_read_by_nginx_and_what_is_not_public_yet_cannot(quick: Place) -> None:
    for name in ("releases", "state", "tmp"):
        shutil.rmtree(quick.folder / name)
    commit(quick)
    assert host(quick, "reconcile", before=guarded).returncode == 0
    insist_on_readable(quick.folder / "releases")
    assert (quick.folder / "state").stat().st_mode & 0o777 == OURS
    assert "/state" not in (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


def test_a_host_is_begun_so_too(tmp_path: Path) -> None:
    place = Place(tmp_path / "new", tmp_path)
    done = host(place, "init", before=guarded)
    assert done.returncode == 0, done
    assert (place.folder / "state").stat().st_mode & 0o777 == OURS
    for path in (place.folder, place.folder / "releases"):
        assert path.stat().st_mode & 0o005 == 0o005, path


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody")
def test_nobody_but_the_owner_changes_a_host(quick: Place) -> None:
    os.chown(quick.folder, 65534, 65534)
    done = host(quick, "reconcile")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{quick.folder} 是用户 nobody 的，请用这个用户运行，比如在命令前面加上：sudo -u nobody\n"
    assert host(quick, "status").returncode == 0
