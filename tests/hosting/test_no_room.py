"""A full disk: one sentence, the public sees what it saw, nothing is refused, and with room again the site catches up."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.hosting.hosts import insist_on_whole
from tests.hosting.quick import BUILD, commit, copy, day, make_engine
from tests.hosting.steps import host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.forked import Done
    from tests.hosting.hosts import Place

FULL = "磁盘满了，没有做成；网站还是原来的。腾出空间以后会自动继续。"
AGAIN = "服务器的磁盘满了，没有做成。腾出空间以后再做一次。\n"
FILL = """\
disk=$(dirname "$site")/../../../../..
left=$(df --output=avail -k "$disk" | tail -1)
head -c $(( (left - {left}) * 1024 )) /dev/zero > "$disk/filler/big"
"""
"""What leaves so many KB free while the engine builds."""
FILL_NAMES = """\
disk=$(dirname "$site")/../../../../..
left=$(df --output=iavail "$disk" | tail -1)
count=$((left - {left}))
while [ $count -gt 0 ]; do : > "$disk/filler/$count"; count=$((count - 1)); done
"""
"""What leaves so many files to be made."""


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """A small disk at `folder`; the test is skipped where nobody may have one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=32m,nr_inodes=4000", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def small(quick_live: Place, tmp_path: Path) -> Iterator[Place]:
    """A host on a small disk, with something new to publish."""
    with disk(tmp_path / "disk") as folder:
        place = copy(quick_live, folder / "place")
        commit(place)
        (folder / "filler").mkdir()
        yield place


def engine(place: Place, version: str, build: str) -> None:
    make_engine(place, version, build, place.folder / "engine" / "1.0" / "bin" / "python")


def make_room(place: Place) -> None:
    """Take away what fills the disk."""
    for one in (place.beside.parent / "filler").iterdir():
        one.unlink()


def insist_on_one_sentence(place: Place, done: Done, before: str) -> None:
    """It failed, said so, and changed nothing that anybody sees or that is remembered."""
    assert done.returncode == 1, done
    assert done.stderr == ""
    assert done.stdout.splitlines()[-2:] == [FULL, f"没有发布；网站还是 {place.shown().name}"]
    assert place.page() == before
    insist_on_whole(place)
    assert not (place.folder / "state" / "refused").exists()


def insist_on_every_level(place: Place, fill: str, levels: range) -> None:
    """While a site is built the disk fills up to each of `levels`: it fails in one sentence, or it is published whole."""
    ends = []
    for number, left in enumerate(levels, start=1):
        before, today = place.page(), day(number)
        engine(place, f"2.{number}", BUILD + fill.format(left=left))
        done = host(place, "reconcile", day=today)
        ends.append(done.returncode)
        if done.returncode:
            insist_on_one_sentence(place, done, before)
        make_room(place)
        engine(place, f"3.{number}", BUILD)
        assert host(place, "reconcile", day=today).returncode == 0
        assert today in place.page()
        insist_on_whole(place)
        assert host(place, "status", day=today).returncode == 0
    assert ends[0] == 1
    assert ends[-1] == 0
    assert ends == sorted(ends, reverse=True)


def test_a_disk_that_fills_up_costs_no_page(small: Place) -> None:
    insist_on_every_level(small, FILL, range(0, 80, 4))


def test_a_disk_that_takes_no_more_files_costs_no_page(small: Place) -> None:
    insist_on_every_level(small, FILL_NAMES, range(0, 45, 4))


def test_with_too_little_room_nothing_is_begun(small: Place) -> None:
    filler = small.beside.parent / "filler" / "big"
    filler.write_bytes(bytes(24 << 20))
    done = host(small, "reconcile")
    assert done.returncode == 1
    assert "少于 16 MB，没有开始" in done.stdout
    assert "phase: content" not in done.stdout


def test_with_no_room_at_all_going_back_and_beginning_are_told_in_one_sentence(small: Place) -> None:
    assert host(small, "reconcile").returncode == 0
    before = small.page()
    another = type(small)(small.beside / "another", small.beside)
    another.folder.mkdir()
    filler = small.beside.parent / "filler" / "big"
    subprocess.run(["sh", "-c", f"cat /dev/zero > '{filler}'"], stderr=subprocess.DEVNULL, check=False)
    for place, action in ((small, "rollback"), (another, "init")):
        done = host(place, action)
        assert (done.returncode, done.stderr) == (1, AGAIN), action
    assert small.page() == before
    insist_on_whole(small)


def test_what_cannot_be_remembered_for_want_of_room_is_found_out_again(small: Place) -> None:
    before = small.page()
    commit(small, "\n不认识的键: 1")
    engine(small, "2.0", FILL.format(left=0) + "exit 1")
    insist_on_one_sentence(small, host(small, "reconcile"), before)
    make_room(small)
    engine(small, "3.0", BUILD)
    shutil.rmtree(small.folder / "engine" / "2.0")
    assert "E022" in host(small, "reconcile").stdout
    assert (small.folder / "state" / "refused").exists()
