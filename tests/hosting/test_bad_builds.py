"""An engine that does its work badly: nothing of it is shown, nothing of it goes on running, and the site catches up."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.hosting.hosts import environment, insist_on_whole
from tests.hosting.quick import BUILD, commit, day, make_engine
from tests.hosting.steps import host

if TYPE_CHECKING:
    from tests.hosting.hosts import Place

TRACEBACK = "echo Traceback: >&2; echo 'ValueError: 1' >&2; exit 1"
BAD = {
    "an empty page": (BUILD + 'rm "$site/guide.html"; : > "$site/guide.html"', "guide.html 是空的"),
    "an empty asset": (BUILD + ': > "$site/assets/new.css"', "assets/new.css 是空的"),
    "no home page": (BUILD + 'rm "$site/index.html"', "少了 index.html"),
    "no page for a station": (BUILD + 'rm -r "$site/stations/yi"', "少了 stations/yi/index.html"),
    "a broken link": (BUILD + 'page new.html "<a href=gone.html>x</a>"', "new.html 里的链接 gone.html 打不开"),
    "what a page loads is gone": (BUILD + 'rm "$site/assets/still.css"', "链接 assets/still.css 打不开"),
    "nothing": ("exit 0", "stations/yi/index.html"),
    "a traceback": (TRACEBACK, "网站没有生成（退出码 1）：Traceback:\nValueError: 1"),
    "65 though the content is right": ("exit 65", "网站没有生成（退出码 65）"),
    "killed, as by the kernel": ("kill -9 $$", "网站没有生成（退出码 -9）"),
}
HANGING = """\
echo $$ > "$site/../../../pids"
sleep 4321 & echo $! >> "$site/../../../pids"
(trap '' TERM HUP INT; sleep 4322 & echo $! >> "$site/../../../pids"; wait) &
wait
"""
"""A build that never ends, and workers of it, one of which does not listen."""


def engine(place: Place, version: str, build: str) -> None:
    make_engine(place, version, build, place.folder / "engine" / "1.0" / "bin" / "python")


def insist_on_catching_up(place: Place, today: str = day(0)) -> None:
    """With an engine that works, the next plain run publishes the newest commit."""
    engine(place, "9.0", BUILD)
    assert host(place, "reconcile", day=today).returncode == 0
    insist_on_whole(place)
    assert host(place, "status", day=today).returncode == 0


@pytest.mark.parametrize("fault", BAD)
def test_what_an_engine_makes_badly_is_not_shown(quick: Place, fault: str) -> None:
    build, sentence = BAD[fault]
    before = quick.shown()
    made = commit(quick)
    engine(quick, "2.0", build)
    done = host(quick, "reconcile")
    assert done.returncode == 1, done
    assert sentence in done.stdout
    assert done.stderr == ""
    assert quick.shown() == before
    insist_on_whole(quick)
    assert not (quick.folder / "state" / "refused").exists()
    insist_on_catching_up(quick)
    assert quick.commit_shown() == made


def running(place: Place) -> list[str]:
    """Which of the processes of the hanging build are there still."""
    pids = (place.folder / "state" / "pids").read_text().split()
    told = subprocess.run(["ps", "-o", "stat=,pid=", "-p", ",".join(pids)], capture_output=True, text=True, check=False)
    return [line for line in told.stdout.splitlines() if not line.startswith("Z")]


def wait_for_three(place: Place) -> None:
    """Until the build and two of its workers run."""
    for _ in range(1000):
        if (place.folder / "state" / "pids").exists() and len(running(place)) == 3:
            return
        time.sleep(0.02)
    raise AssertionError(running(place))


def insist_on_none(place: Place) -> None:
    """After a while none of them is; the kernel ends them one after another."""
    for _ in range(200):
        if not running(place):
            return
        time.sleep(0.1)
    raise AssertionError(running(place))


def test_a_build_that_hangs_is_ended_with_all_it_has_started(quick: Place) -> None:
    before = quick.shown()
    commit(quick)
    engine(quick, "2.0", HANGING)
    done = host(quick, "reconcile", "--limit", "1")
    assert done.returncode == 1
    assert "1 秒还没做完，停下了" in done.stdout
    insist_on_none(quick)
    assert quick.shown() == before
    insist_on_catching_up(quick)


@pytest.mark.parametrize("group", [False, True])
def test_of_a_run_that_is_killed_no_build_goes_on(quick: Place, group: bool) -> None:
    commit(quick)
    engine(quick, "2.0", HANGING)
    process = subprocess.Popen(
        quick.command("reconcile"), env=environment(), stdout=subprocess.DEVNULL, start_new_session=True
    )
    wait_for_three(quick)
    assert process.poll() is None
    if group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    assert process.wait() == -9
    insist_on_none(quick)
    insist_on_whole(quick)
    insist_on_catching_up(quick)


def test_a_new_day_is_published_once(quick: Place) -> None:
    made = quick.commit_shown()
    first = host(quick, "reconcile", day=day(1))
    assert "已经发布：2-" in first.stdout
    assert day(1) in quick.page()
    assert quick.commit_shown() == made
    second = host(quick, "reconcile", day=str(int(day(1)) + 3600))
    assert "网站已经是最新的：2-" in second.stdout
    assert "phase: build" not in second.stdout
