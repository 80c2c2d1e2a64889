"""What is written for the operator: units that systemd takes, and commands that do what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from build_tools.hosting.layout import Host
from build_tools.hosting.starting import make_repository
from tests.conftest import MINIMAL
from tests.hosting.hosts import PATIENCE, another, environment, insist_on_whole, run, sums
from tests.hosting.quick import accept, copy
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Done, Place

DEPLOY = ROOT / "deploy"
PAGE = (DEPLOY / "README.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"```sh\n# ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
UNITS = ("bulletin-reconcile.service", "bulletin-reconcile.timer")
MOST_EXPOSED = 20
"""Tenths of what `systemd-analyze security` calls exposure; a service without any care has 96."""


@pytest.fixture
def units(tmp_path: Path) -> list[str]:
    """Both units, for the interpreter of this machine; without systemd tests are skipped, unless CI insists."""
    if shutil.which("systemd-analyze") is None:
        told = "no systemd-analyze on this machine (Debian: apt-get install systemd)"
        (pytest.fail if os.environ.get("BULLETIN_REQUIRE_SERVERS") else pytest.skip)(told)
    for name in UNITS:
        text = (DEPLOY / name).read_text(encoding="utf-8")
        text = text.replace("/srv/bulletin/engine/newest/bin/python", shutil.which("true") or "/bin/true")
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in UNITS]


def test_systemd_takes_the_units_without_a_remark(units: list[str]) -> None:
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_service_may_do_little(units: list[str]) -> None:
    asked = ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", units[0]]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_units_and_nginx_name_the_same_folder_and_engine_as_the_page() -> None:
    command = "/srv/bulletin/engine/newest/bin/python -I -m build_tools host"
    assert command in (DEPLOY / UNITS[0]).read_text(encoding="utf-8")
    assert command in PAGE
    assert "root /srv/bulletin/current;" in (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for name in re.findall(r"deploy/([\w.-]+)", PAGE):
        assert (DEPLOY / name).is_file(), name


def test_every_command_of_the_page_can_be_read_by_a_shell() -> None:
    assert len(BLOCKS) == PAGE.count("```sh")
    for _, block in BLOCKS:
        assert subprocess.run(["bash", "-n", "-c", block], check=False).returncode == 0, block


def block_for(who: str) -> str:
    """The commands that `who` gives, as the page says."""
    (found,) = (block for one, block in BLOCKS if one == who)
    return found


def done_as_written(who: str, place: Place, here: Path) -> Done:
    """Run these commands in the folder `here`: only the folder of the host is another, and it is on this machine."""
    places = {
        "sudo -u bulletin ": "",
        "bulletin@bulletin.example.org:": "",
        "/srv/bulletin": str(place.folder),
        "/tmp/bulletin.bundle": str(place.beside / "bulletin.bundle"),
        ".venv/bin/python": str(ROOT / ".venv/bin/python"),
    }
    script = block_for(who)
    for old, new in places.items():
        script = script.replace(old, new)
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=here,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_the_commands_of_the_page_publish_tell_go_back_and_restore(
    unused: Place, empty_host: Place, tmp_path: Path
) -> None:
    staff = unused.staff()
    for file, text in MINIMAL.items():
        staff.put(f"content/{file}", text)
    staff.commit()
    push = "at a desk, in a repository with content/"
    assert done_as_written(push, unused, staff.folder).returncode == 0
    first = sums(unused.shown())
    staff.edit("content/site.yml", MINIMAL["site.yml"].replace("驿站公告", "另一个名字"))
    assert done_as_written(push, unused, staff.folder).returncode == 0
    told = done_as_written("as bulletin", unused, unused.folder)
    assert (told.returncode, '"healthy": true' in told.stdout) == (0, True)
    assert done_as_written("at a desk, each night", unused, unused.beside).returncode == 0
    assert done_as_written("at a desk, each night", unused, unused.beside).returncode == 0
    second = sums(unused.shown())
    back = "as bulletin, when the last publication should not have been"
    assert done_as_written(back, unused, unused.folder).returncode == 0
    assert sums(unused.shown()) == first
    elsewhere = another(empty_host, tmp_path / "elsewhere")
    assert done_as_written("at a desk, to restore", elsewhere, unused.beside).returncode == 0
    restored = done_as_written("as bulletin, to restore", elsewhere, elsewhere.beside)
    assert restored.returncode == 0, restored.stdout
    assert sums(elsewhere.shown()) == second
    insist_on_whole(elsewhere)


def test_a_history_that_no_push_may_bring_is_restored_too(quick: Place, quick_unused: Place, tmp_path: Path) -> None:
    staff = quick.staff()
    staff.edit("content/private/x.csv", "a,b")
    staff.git("rm", "--quiet", "-r", "content/private")
    last = staff.commit()
    assert staff.push().returncode == 1
    accept(quick, staff)
    elsewhere = copy(quick_unused, tmp_path / "elsewhere")
    shutil.rmtree(elsewhere.repository)
    make_repository(Host(elsewhere.folder, environment()), "")
    run(["git", "config", "receive.maxInputSize", "1"], elsewhere.repository, environment())
    for who, here in (
        ("at a desk, each night", quick.beside),
        ("at a desk, to restore", quick.beside),
        ("as bulletin, to restore", elsewhere.beside),
    ):
        done = done_as_written(who, quick if "night" in who else elsewhere, here)
        assert done.returncode == 0, done.stdout
    assert elsewhere.commit_shown() == last
    insist_on_whole(elsewhere)


def test_the_repository_is_tidied_by_the_command_of_the_timer(place: Place) -> None:
    (line,) = re.findall(r"ExecStartPost=-(.+)", (DEPLOY / UNITS[0]).read_text(encoding="utf-8"))
    command = line.replace("/srv/bulletin", str(place.folder)).replace(" --auto", "").split()
    command[0] = shutil.which("git") or command[0]
    assert subprocess.run(command, env=environment(), check=False).returncode == 0
    assert len(list((place.repository / "objects" / "pack").glob("*.pack"))) >= 1
    staff = place.staff()
    staff.edit("content/site.yml", MINIMAL["site.yml"].replace("驿站公告", "另一个名字"))
    assert staff.push().returncode == 0
    insist_on_whole(place)
