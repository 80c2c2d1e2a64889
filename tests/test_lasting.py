"""What is kept beside compiled modules is whole and of the same origin, or it is not there."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.digest import SIZE
from build_tools.engine import our_files
from build_tools.lasting import BESIDE, lasting, leave, left
from hooks.door import ENGINE
from hooks.watching import READ_ANEW

if TYPE_CHECKING:
    from pathlib import Path

VALUE = {"甲": ["a", 1], "乙": None}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / lasting("something").name


def test_what_is_left_is_found_by_whoever_asks_about_the_same(path: Path) -> None:
    leave(path, b"origin", VALUE)
    assert left(path, b"origin") == VALUE
    assert left(path, b"other origin") is None


def test_what_is_left_later_takes_the_place_of_the_first(path: Path) -> None:
    for origin in (b"one", b"two"):
        leave(path, origin, origin.decode())
    assert (left(path, b"one"), left(path, b"two")) == (None, "two")
    assert [*path.parent.iterdir()] == [path]


@pytest.mark.parametrize("size", [0, 5, SIZE, SIZE + 1, -1])
def test_what_is_not_whole_is_not_there(path: Path, size: int) -> None:
    leave(path, b"origin", VALUE)
    path.write_bytes(path.read_bytes()[:size])
    assert left(path, b"origin") is None


def test_what_has_the_seal_of_something_else_is_not_there(path: Path) -> None:
    leave(path, b"origin", VALUE)
    seal = path.read_bytes()[:SIZE]
    leave(path, b"origin", "other")
    path.write_bytes(seal + path.read_bytes()[SIZE:])
    assert left(path, b"origin") is None


def test_where_nothing_can_be_written_nothing_is_kept(path: Path) -> None:
    (path.parent / "file").write_text("")
    for nowhere in (path.parent / "missing" / path.name, path.parent / "file" / path.name):
        leave(nowhere, b"origin", VALUE)
        assert left(nowhere, b"origin") is None


def test_what_lies_in_the_way_stays(path: Path) -> None:
    path.mkdir()
    leave(path, b"origin", VALUE)
    assert left(path, b"origin") is None
    assert [*path.parent.iterdir()] == [path]


def test_nothing_is_written_where_python_itself_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    leave(path, b"origin", VALUE)
    assert not path.exists()


def rounds(path: Path, origin: bytes) -> list[Any]:
    """All that a process finds which leaves something about `origin` again and again."""
    sys.dont_write_bytecode = False
    found = []
    for _ in range(300):
        leave(path, origin, [origin.decode()] * 1000)
        found.append(left(path, origin))
    return [one[0] for one in found if one]


def test_two_processes_may_write_at_once(path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        one, two = pool.map(rounds, [path, path], [b"one", b"two"])
    assert (set(one), set(two)) == ({"one"}, {"two"})
    assert [*path.parent.iterdir()] == [path]


def test_it_lies_where_no_server_watches_and_is_no_part_of_the_engine() -> None:
    assert not any(BESIDE.is_relative_to(ENGINE / watched) for watched in READ_ANEW)
    assert not any("__pycache__" in name for name, _ in our_files())
