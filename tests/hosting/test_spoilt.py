"""What somebody has spoilt on the machine: nothing wrong is published, nothing is said in a programmer's words."""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.hosting.hosts import environment, insist_on_whole, sums
from tests.hosting.quick import commit, copy, day
from tests.hosting.steps import host

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place

SPOILT = ("", "{", "[]", '{"commit": "x"}', '{"commit": 1, "engine": "*", "why": "rollback", "at": ""}', "\udcff")


@pytest.mark.parametrize("text", SPOILT)
def test_while_nobody_can_read_what_was_taken_back_nothing_is_published(quick: Place, text: str) -> None:
    commit(quick)
    before = quick.shown()
    refused = quick.folder / "state" / "refused"
    refused.write_bytes(text.encode(errors="surrogateescape"))
    done = host(quick, "reconcile")
    assert done.returncode == 1
    assert f"{refused} 第 1 行读不懂" in done.stdout
    status = host(quick, "status")
    assert (status.returncode, status.stderr) == (1, "")
    assert "第 1 行读不懂" in status.stdout
    assert json.loads(host(quick, "status", "--format", "json").stdout)["spoilt"]["line"] == 1
    assert quick.shown() == before
    refused.unlink()
    assert host(quick, "reconcile").returncode == 0
    assert quick.shown() != before


def test_a_release_that_was_taken_back_stays_away_when_its_line_is_cut_short(quick: Place) -> None:
    good = quick.commit_shown()
    commit(quick)
    host(quick, "reconcile")
    host(quick, "rollback")
    refused = quick.folder / "state" / "refused"
    refused.write_text(refused.read_text()[:-20])
    done = host(quick, "reconcile", day=day(1))
    assert done.returncode == 1
    assert quick.commit_shown() == good


def test_who_has_waited_for_the_lock_knows_what_was_refused_meanwhile(quick: Place) -> None:
    good, bad = quick.commit_shown(), commit(quick)
    with (quick.folder / "state" / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = subprocess.Popen([*quick.command("reconcile")], env=environment(), stdout=subprocess.PIPE, text=True)
        assert waiting.stdout
        assert waiting.stdout.readline() == "phase: lock\n"
        line = {"commit": bad, "engine": "*", "why": "rollback", "at": ""}
        (quick.folder / "state" / "refused").write_text(json.dumps(line) + "\n")
    waiting.communicate(timeout=60)
    assert quick.commit_shown() == good


@pytest.mark.parametrize("link", ["current", "previous"])
@pytest.mark.parametrize("target", [None, "releases/9-000000000000"])
def test_a_link_that_is_gone_or_leads_nowhere_is_made_again(quick: Place, link: str, target: str | None) -> None:
    host(quick, "reconcile", day=day(1))
    path = quick.folder / link
    path.unlink()
    if target:
        path.symlink_to(target)
    commit(quick)
    assert host(quick, "reconcile", day=day(1)).returncode == 0
    insist_on_whole(quick)
    assert host(quick, "status", day=day(1)).returncode == 0


@pytest.mark.parametrize("file", [".release.json", ".manifest"])
@pytest.mark.parametrize("text", [None, "", "{", "一"])
def test_a_release_whose_papers_are_spoilt_is_replaced_by_a_whole_one(
    quick: Place, file: str, text: str | None
) -> None:
    path = quick.shown() / file
    path.unlink()
    if text is not None:
        path.write_text(text)
    commit(quick)
    assert host(quick, "status").returncode == 1
    assert host(quick, "reconcile").returncode == 0
    insist_on_whole(quick)
    assert host(quick, "status").returncode == 0


def test_a_lock_that_somebody_removed_is_made_again(quick: Place) -> None:
    (quick.folder / "state" / "lock").unlink()
    commit(quick)
    assert host(quick, "reconcile").returncode == 0
    insist_on_whole(quick)


def test_memory_that_is_gone_costs_nothing_but_time(quick: Place) -> None:
    whole = sums(quick.shown())
    shutil.rmtree(quick.folder / "state")
    shutil.rmtree(quick.folder / "tmp")
    (quick.folder / "state").mkdir()
    assert host(quick, "reconcile", day=day(1)).returncode == 0
    insist_on_whole(quick)
    assert sums(quick.shown()).keys() >= {uri for uri in whole if uri.endswith(".html")}


def test_a_host_may_lie_behind_a_link_in_a_folder_with_a_chinese_name(quick: Place, tmp_path: Path) -> None:
    moved = copy(quick, tmp_path / "驿 站")
    link = tmp_path / "link"
    link.symlink_to(moved.folder)
    made = commit(moved)
    done = host(type(moved)(link, moved.beside), "reconcile")
    assert done.returncode == 0, done
    assert moved.commit_shown() == made
    insist_on_whole(moved)
    assert not (moved.folder / "current").readlink().is_absolute()


def test_a_clock_that_was_put_back_is_believed_and_believed_again_when_it_is_right(quick: Place) -> None:
    host(quick, "reconcile", day=day(3))
    for today in (day(1), day(3)):
        assert host(quick, "reconcile", day=today).returncode == 0
        assert today in quick.page()
        insist_on_whole(quick)
