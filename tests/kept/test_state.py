"""What lies beside the site is believed only when it is whole, plain and by the same program; and it is never needed."""

from __future__ import annotations

import pickle
import shutil
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.digest import SIZE
from build_tools.engine import engine_digest
from build_tools.keeping import Kept, read_state
from build_tools.publishing import formats
from build_tools.reading.earlier import Earlier
from build_tools.sealed import seal
from tests.conftest import put
from tests.kept.edits import with_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.kept.conftest import BuiltWorld
    from tests.kept.world import World


@pytest.fixture
def world(built_world: BuiltWorld) -> World:
    """A small bulletin that has been built."""
    return built_world(3)


class Opening:
    """When it is unpickled as it asks, a file is opened to be written."""

    def __init__(self, *asked: Any) -> None:
        self.asked = asked

    def __reduce__(self) -> Any:
        return self.asked


def state_of(value: object) -> bytes:
    """A state that holds `value`, by this program."""
    content = pickle.dumps(value)
    return seal(content, engine_digest()) + content


def test_a_state_that_is_not_whole_or_of_another_program_is_not_believed(world: World) -> None:
    engine, whole = engine_digest(), world.state.read_bytes()
    assert read_state(world.state, engine).outputs
    assert read_state(world.state, b"another program!") == Kept()
    for damaged in (*cut_off(whole), *with_a_wrong_bit(whole)):
        world.state.write_bytes(damaged)
        assert read_state(world.state, engine) == Kept()
    assert world.build()
    assert world.differences() == []


def cut_off(whole: bytes) -> Iterator[bytes]:
    """`whole` up to several places."""
    return (whole[:at] for at in (0, 1, SIZE - 1, SIZE, SIZE + 1, 1000, -1000, -1))


def with_a_wrong_bit(whole: bytes) -> Iterator[bytes]:
    """`whole` with another bit at several places."""
    for part in range(0, 100, 3):
        at = len(whole) * part // 100
        yield whole[:at] + bytes([whole[at] ^ 1 << part % 8]) + whole[at + 1 :]


@pytest.mark.parametrize(
    "value", [None, (), ({}, {}, {}), ({}, {"page": (b"", (("a", 1),))}), ([], []), ([], {}), ({}, {"page": 1})]
)
def test_a_state_of_another_form_is_not_believed(tmp_path: Path, value: object) -> None:
    path = tmp_path / "state"
    path.write_bytes(state_of(value))
    assert read_state(path, engine_digest()) == Kept()


def test_nothing_in_a_state_runs(tmp_path: Path) -> None:
    path, target = tmp_path / "state", tmp_path / "ran"
    path.write_bytes(state_of(({}, Opening(open, (str(target), "w")))))
    assert read_state(path, engine_digest()) == Kept()
    assert not target.exists()


def reaching(module: str, name: str, *arguments: object) -> bytes:
    """A pickle that calls `name` of `module`."""
    packed = pickle.dumps(arguments, protocol=4)[2:-1]
    return (
        b"\x80\x04\x8c"
        + bytes([len(module)])
        + module.encode()
        + b"\x8c"
        + bytes([len(name)])
        + name.encode()
        + (b"\x93" + packed + b"R.")
    )


KEY = bytes(SIZE)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("builtins", "open"),
        ("build_tools.reading.packing", "io.open"),
        ("build_tools.reading.packing", "pickle.io.open"),
        ("build_tools.reading.folder", "os.mkdir"),
        ("build_tools.reading.folder", "list_folder"),
        ("build_tools.reading.packing", "packed"),
        ("build_tools.problems", "re.compile"),
        ("build_tools.reading.each_file", "read_file"),
    ],
)
def test_nothing_that_was_read_earlier_runs(tmp_path: Path, module: str, name: str) -> None:
    target = tmp_path / "ran"
    arguments = (str(target),) if name == "os.mkdir" else (str(target), "w") if "open" in name else (tmp_path,)
    pack = zlib.compress(reaching(module, name, *arguments))
    assert Earlier(b"engine", {KEY: pack}).find([KEY]) == {}
    assert not target.exists()


def by_a_file(folder: Path) -> None:
    """A file stands where the state's folder should."""
    shutil.rmtree(folder)
    folder.write_text("not a folder")


def by_a_folder_for_the_lock(folder: Path) -> None:
    """The lock cannot be taken."""
    (folder / "lock").unlink(missing_ok=True)
    (folder / "lock").mkdir()


def by_a_folder_for_the_draft(folder: Path) -> None:
    """The state cannot be written."""
    (folder / "state.draft").mkdir()


def by_a_file_nowhere(folder: Path) -> None:
    """There is no place that is nowhere."""
    (folder / "nowhere").write_text("not a folder")


def test_nothing_is_kept_of_a_build_during_which_the_program_was_saved(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_tools.engine.Engine.is_same", lambda _: False)
    assert world.build()
    assert not world.state.exists()
    assert not list((world.state.parent / "pieces").iterdir())
    assert world.differences() == []


@pytest.mark.parametrize(
    "hindered", [by_a_file, by_a_folder_for_the_lock, by_a_folder_for_the_draft, by_a_file_nowhere]
)
def test_a_site_is_built_where_nothing_can_be_kept(world: World, hindered: Callable[[Path], None]) -> None:
    hindered(world.state.parent)
    with_line(world.content / "site.yml", "名称", "另一个公告")
    assert world.build()
    assert world.differences() == []


def test_a_site_folder_that_cannot_be_moved_is_filled_anew(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, target: Path) -> Path:
        if "state" in path.name:
            return RENAMED(path, target)
        raise OSError(16, "Device or resource busy")  # as for the mount point of a container

    monkeypatch.setattr(Path, "rename", refused)
    with_line(world.content / "site.yml", "名称", "另一个公告")
    assert world.build()
    assert world.differences() == []


RENAMED = Path.rename


def test_a_site_that_was_lost_is_made_again(world: World) -> None:
    shutil.rmtree(world.site)
    assert world.build()
    assert world.differences() == []


def test_files_that_a_larger_bulletin_does_without_are_not_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (world.content / "stations/station-1.yml").read_text(encoding="utf-8")
    put(world.content, "stations/zzz.yml", text.replace("示例1社区", "示例9社区"))
    monkeypatch.setattr(formats, "MANY", 3)
    assert world.build()
    assert world.differences() == []
