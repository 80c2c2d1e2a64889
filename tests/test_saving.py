"""Several files are saved, or none: whatever fails, and whenever somebody breaks it off."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from build_tools import saving
from build_tools.saving import COPY, READY, save
from tests.conftest import STATION, codes, put

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {"a.yml": b"a", "b.yml": b"b", "old.yml": b"old"}
NEW = {"a.yml": b"1", "b.yml": b"2", "new.yml": b"3"}
STEPS = len(NEW)


def texts(folder: Path) -> dict[str, bytes]:
    """File name → bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files before."""
    for name, text in OLD.items():
        (tmp_path / name).write_bytes(text)
    return tmp_path


def failing(method: Callable[..., None], at: int, failure: BaseException) -> Callable[..., None]:
    """`method`, which raises `failure` when it is called the time `at`, from 1."""
    calls: list[None] = []

    def tried(*arguments: Any) -> None:
        calls.append(None)
        if len(calls) == at:
            raise failure
        method(*arguments)

    return tried


@pytest.mark.parametrize("failure", [PermissionError(13, "Permission denied"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", range(1, STEPS + 1))
def test_what_fails_or_is_broken_off_leaves_every_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, at: int, failure: BaseException
) -> None:
    monkeypatch.setattr(Path, "replace", failing(Path.replace, at, failure))
    with pytest.raises(type(failure)):
        save(folder, NEW, ["old.yml"])
    assert texts(folder) == OLD


def test_a_file_that_cannot_be_removed_leaves_every_file_as_it_was(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save(folder, NEW, ["old.yml", "nothing.yml"])
    assert texts(folder) == OLD


@pytest.mark.parametrize("at", range(1, STEPS + len(OLD) + 1))
def test_a_full_disk_is_met_before_any_file_is_changed(folder: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    monkeypatch.setattr(os, "fsync", failing(lambda _: None, at, OSError(28, "No space")))
    with pytest.raises(OSError, match="No space"):
        save(folder, NEW, ["old.yml"])
    assert texts(folder) == OLD


def test_a_file_that_cannot_be_put_back_keeps_its_copy_and_hinders_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", failing(Path.replace, STEPS, PermissionError(13, "Permission denied")))
    monkeypatch.setattr(saving, "put_back", failing(saving.put_back, 1, OSError(5, "Input/output error")))
    with pytest.raises(PermissionError):
        save(folder, NEW, ["old.yml"])
    assert texts(folder) == OLD | {"a.yml": b"1", f"a.yml{COPY}": b"a"}


def test_when_all_went_well_nothing_is_left_beside_the_files(folder: Path) -> None:
    save(folder, NEW, ["old.yml"])
    assert texts(folder) == NEW


@pytest.mark.parametrize("ending", [READY, COPY])
def test_what_a_power_cut_left_is_told(content: Path, ending: str) -> None:
    put(content, f"stations/jia.yml{ending}", STATION)
    assert codes(content) == ["E006"]


@pytest.mark.parametrize(("owner", "method"), [(os, "fsync"), (Path, "replace")])
def test_one_file_alone_is_replaced_or_not_without_a_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, method: str
) -> None:
    monkeypatch.setattr(owner, method, failing(getattr(owner, method), 1, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        save(folder, {"a.yml": b"1"})
    assert texts(folder) == OLD
    save(folder, {"a.yml": b"1"})
    assert texts(folder) == OLD | {"a.yml": b"1"}


def test_a_file_keeps_the_rights_that_it_had(folder: Path) -> None:
    (folder / "a.yml").chmod(0o640)
    save(folder, NEW)
    assert (folder / "a.yml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["b.yml" + READY, "a.yml" + COPY])
def test_a_file_of_somebody_s_own_beside_them_is_left_alone_and_nothing_is_saved(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        save(folder, NEW, ["old.yml"])
    assert texts(folder) == {**OLD, name: b"somebody's"}
