"""What another program has made is never kept: one is another when a file of ours is, also while it runs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from build_tools import engine
from build_tools.engine import Engine, engine_digest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of a few files."""
    for name in ("build_tools/one.py", "build_tools/templates/page.html", "hooks/two.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    monkeypatch.setattr(engine, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["build_tools/one.py", "hooks/two.py", "build_tools/templates/page.html"])
def test_a_file_of_ours_makes_another_program(root: Path, name: str) -> None:
    before = engine_digest()
    (root / name).write_text("as it is")
    assert engine_digest() != before


def test_nobody_knows_what_code_makes_that_was_saved_after_it_was_loaded(root: Path) -> None:
    program = Engine()
    assert program.digest() == engine_digest()
    (root / "hooks" / "two.py").write_text("saved later")
    assert program.digest() == b""


def test_a_template_may_be_saved_between_the_builds_of_a_server(root: Path) -> None:
    program = Engine()
    before = program.digest()
    (root / "build_tools/templates/page.html").write_text("saved later")
    assert program.digest() not in (b"", before)
    assert program.is_same()


def test_a_template_that_was_saved_while_a_build_was_under_way_is_noticed_even_when_it_is_put_back(root: Path) -> None:
    program, page = Engine(), root / "build_tools/templates/page.html"
    program.digest()
    page.write_text("as it is")
    page.write_text("as it was")
    os.utime(page, (1, 1))
    assert not program.is_same()


def test_what_editors_leave_beside_a_file_is_no_hindrance(root: Path) -> None:
    (root / "hooks" / ".#two.py").symlink_to("somebody@somewhere.1")
    assert len(engine_digest()) == 16
    assert Engine().digest()


def test_a_program_of_which_nothing_was_saved_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Engine()
    before = program.digest()
    monkeypatch.setattr(engine, "engine_digest", lambda: b"read again")
    assert program.digest() == before
    os.utime(root / "build_tools/templates/page.html", (1, 1))
    assert program.digest() == b"read again"


def test_a_folder_of_libraries_that_may_not_be_listed_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "one-1.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert [name for name, _ in engine.versions()] == ["python", "one-1.0.dist-info"]
    monkeypatch.setattr(os, "listdir", refusing)
    assert [name for name, _ in engine.versions()] == ["python"]
