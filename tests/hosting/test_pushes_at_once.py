"""Many push, many read, and pushers are killed: the public sees one whole release, and the site catches up."""

from __future__ import annotations

import fcntl
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from tests.conftest import STATION
from tests.hosting.handmade import asked_of
from tests.hosting.hosts import PATIENCE, Place, Staff, environment, insist_on_whole, run, started
from tests.sites import DAY

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAMES = ("甲站", "乙站", "丙站", "丁站", "戊站")
IDS = ("jia", "yi", "bing", "ding", "wu")


class Readers:
    """Somebody who goes on reading pages of the site, and notes what was missing or did not belong together."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.wrong: list[str] = []
        self.releases: set[str] = set()
        self.over = Event()
        self.thread = Thread(target=self.read)

    def __enter__(self) -> Readers:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()

    def read(self) -> None:
        """Read until it is over: by the link as nginx does, and all that one release says of itself."""
        while not self.over.is_set():
            try:
                self.place.page("index.html")
                self.place.page("stations/jia/index.html")
                self.compare(self.place.shown())
            except OSError as error:
                self.wrong.append(str(error))
            time.sleep(0.005)

    def compare(self, release: Path) -> None:
        """Each station that the list of a release names has its page there; one that is taken away meanwhile tells nothing."""
        try:
            listed = (release / "stations" / "index.html").read_text(encoding="utf-8")
            pages = {one: (release / "stations" / one / "index.html").is_file() for one in IDS}
        except FileNotFoundError:
            assert release != self.place.shown()
            return
        self.releases.add(release.name)
        if release == self.place.shown():
            self.wrong += [
                f"{release.name}: {name}"
                for one, name in zip(IDS, NAMES, strict=True)
                if (name in listed) != pages[one]
            ]


def edited_by_five(place: Place) -> Iterator[Staff]:
    """Five clones with a station of its own in each."""
    for one, name in zip(IDS, NAMES, strict=True):
        staff = place.staff(one)
        staff.edit(f"content/stations/{one}.yml", STATION.replace("甲站", name).replace("喝水", f"喝水{one}"))
        yield staff


def pushed(staff: Staff) -> None:
    """Push as staff do: who comes second fetches and tries again."""
    for _ in range(20):
        if staff.push().returncode == 0:
            return
        staff.git("pull", "--quiet", "--rebase")
    raise AssertionError(staff.folder)


def test_of_five_who_push_at_once_all_are_live_in_the_end_and_readers_see_whole_releases(place: Place) -> None:
    several = list(edited_by_five(place))
    with Readers(place) as readers, ThreadPoolExecutor(5) as pool:
        list(pool.map(pushed, several))
    assert readers.wrong == []
    assert len(readers.releases) > 1
    for one in IDS:
        assert f"喝水{one}" in place.page(f"stations/{one}/index.html")
    assert place.commit_shown() == asked_of(place, "rev-parse", "main")
    assert asked_of(place, "fsck", "--full", "--no-progress", "--no-dangling") == ""
    assert not list((place.folder / "state" / "incoming").glob("*"))
    insist_on_whole(place)


def test_a_push_is_looked_at_while_a_long_build_goes_on_and_then_waits_for_it(place: Place) -> None:
    staff = place.staff()
    commit = staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    with (place.folder / "state" / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        push = staff.start_push()
        wait_until(lambda: asked_of(place, "rev-parse", "main") == commit)
        assert push.poll() is None
        assert place.commit_shown() != commit
    push.communicate(timeout=PATIENCE)
    assert push.returncode == 0
    assert place.commit_shown() == commit


def wait_until(happened: Callable[[], bool]) -> None:
    """Go on once something has happened."""
    for _ in range(PATIENCE * 50):
        if happened():
            return
        time.sleep(0.02)
    raise AssertionError


def told_phase(push: subprocess.Popen[str], phase: str) -> None:
    """Go on once the host tells of `phase`."""
    assert push.stdout
    for line in push.stdout:
        if f"phase: {phase} " in line:
            return
    raise AssertionError(phase)


def started_push(staff: Staff, place: Place) -> tuple[subprocess.Popen[str], Path]:
    """A push whose other side notes its process in a file, as one that comes by ssh is a process of its own."""
    note = place.beside / "receiving"
    program = place.beside / "receive-pack"
    program.write_text(f'#!/bin/sh\necho $$ > "{note}.draft"\nmv "{note}.draft" "{note}"\nexec git-receive-pack "$@"\n')
    program.chmod(0o755)
    words = ["git", "push", "--receive-pack", str(program), str(place.repository), "HEAD:refs/heads/main"]
    return started(words, staff.folder, environment(DAY)), note


HOW: dict[str, Callable[[subprocess.Popen[str], Path], None]] = {
    "the pusher is killed": lambda push, _: os.kill(push.pid, signal.SIGKILL),
    "the other side is killed": lambda _, note: os.kill(int(note.read_text()), signal.SIGKILL),
    "the line is cut": lambda push, _: os.killpg(push.pid, signal.SIGHUP),
}


@pytest.mark.parametrize("how", HOW)
def test_whoever_goes_while_the_site_is_built_leaves_a_site_that_catches_up(place: Place, how: str) -> None:
    staff = place.staff()
    before = place.commit_shown()
    commit = staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    push, note = started_push(staff, place)
    told_phase(push, "build")
    assert place.commit_shown() == before
    HOW[how](push, note)
    push.communicate(timeout=PATIENCE)
    assert place.host("reconcile").returncode == 0
    assert place.commit_shown() == commit
    assert place.status()["healthy"]
    insist_on_whole(place)


def test_a_push_that_is_killed_while_it_is_looked_at_is_forgotten(place: Place) -> None:
    staff = place.staff()
    before = place.commit_shown()
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    push, note = started_push(staff, place)
    incoming = place.folder / "state" / "incoming"
    wait_until(lambda: bool(list(incoming.glob("*/taken"))))
    os.kill(int(note.read_text()), signal.SIGKILL)
    push.communicate(timeout=PATIENCE)
    wait_until(lambda: not list(incoming.glob("*")))
    assert asked_of(place, "rev-parse", "main") == before
    kept = list((place.repository / "objects").glob("tmp_objdir-incoming-*"))
    for folder in kept:
        os.utime(folder, (int(DAY) - 7200, int(DAY) - 7200))
    assert place.host("reconcile").returncode == 0
    assert [folder for folder in kept if not folder.exists()] == []
    assert place.host("reconcile", day=str(int(DAY) + 24 * 60 * 60)).returncode == 0
    assert [folder for folder in kept if folder.exists()] == []
    assert staff.push().returncode == 0
    assert "乙站" in place.page("stations/yi/index.html")


def test_without_an_engine_a_push_is_refused_in_one_sentence(place: Place) -> None:
    staff = place.staff()
    tip = staff.git("rev-parse", "HEAD")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    (place.folder / "engine" / "newest").unlink()
    done = staff.push()
    assert done.returncode == 1
    assert [line.strip() for line in done.stdout.splitlines() if line.startswith("remote:")] == [
        "remote: 这台机器上没有装好的引擎，收不了推送，网站还是原来的。请告诉管理员。"
    ]
    assert asked_of(place, "rev-parse", "main") == tip


def test_on_a_full_disk_a_push_is_refused_in_one_sentence(live_host: Place, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if run(["mount", "-t", "tmpfs", "-o", "size=14m", "small", str(small)], tmp_path, environment()).returncode:
        pytest.skip("nobody but root can make a small disk")
    try:
        words = [
            "cp",
            "--archive",
            *(str(live_host.folder / one) for one in ("repo.git", "state", "releases", "current")),
        ]
        assert run([*words, str(small)], tmp_path, environment()).returncode == 0
        (small / "engine").symlink_to(live_host.folder / "engine")
        place = Place(small, tmp_path)
        staff = place.staff()
        tip = staff.git("rev-parse", "HEAD")
        staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
        done = staff.push()
        assert done.returncode == 1
        assert "少于 16 MB，没有开始；网站还是原来的。" in done.stdout
        assert asked_of(place, "rev-parse", "main") == tip
        assert place.shown().is_dir()
    finally:
        run(["umount", str(small)], tmp_path, environment())
