"""What templates are compiled to outlasts a build, and never shows what its sources do not say now."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import jinja2
import pytest

from build_tools.digest import SIZE
from build_tools.engine import our_files
from build_tools.publishing.compiled import BESIDE, Compiled
from build_tools.publishing.links import Links
from build_tools.publishing.shown import Shown
from build_tools.publishing.typesetting import environment_for
from build_tools.reading.locale import read_wording
from hooks.door import ENGINE, WATCHED

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def printed(source: str, folder: Path, engine: bytes = b"engine") -> str:
    """What a template of this `source` prints in a build of its own."""
    loader = jinja2.DictLoader({"page.html": source})
    cache = Compiled(engine, "zh", folder)
    return jinja2.Environment(loader=loader, bytecode_cache=cache, autoescape=True).get_template("page.html").render()


def codes(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_later_build_compiles_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed("one", folder) == "one"
    monkeypatch.delattr(jinja2.Environment, "_parse")
    assert printed("one", folder) == "one"


def test_another_source_takes_the_place_of_the_first(folder: Path) -> None:
    for source in ("one", "two", "one", "three"):
        assert printed(source, folder) == source
    assert len(codes(folder)) == 1


def test_another_engine_believes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed("one", folder)
    monkeypatch.delattr(jinja2.Environment, "_parse")
    with pytest.raises(AttributeError):
        printed("one", folder, b"other engine")


def test_each_language_has_codes_of_its_own(folder: Path) -> None:
    for _ in range(2):
        for language, words in (("zh", "网址可能写错了"), ("en", "The address may be wrong")):
            cache = Compiled(b"engine", language, folder)
            environment = environment_for(Shown(read_wording(language)), Links("../"), cache)
            assert words in environment.get_template("not_found.html").render(title="", panes=())
    assert {path.name[:3] for path in codes(folder)} == {"zh-", "en-"}


@pytest.mark.parametrize("size", [0, 5, 16, 17, 100, -1])
def test_what_is_not_whole_is_compiled_again(folder: Path, size: int) -> None:
    printed("one", folder)
    (path,) = codes(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:size])
    assert printed("one", folder) == "one"
    assert path.read_bytes() == whole


def test_a_code_with_the_seal_of_another_is_compiled_again(folder: Path) -> None:
    printed("one", folder)
    (path,) = codes(folder)
    seal = path.read_bytes()[:SIZE]
    printed("two", folder)
    path.write_bytes(seal + path.read_bytes()[SIZE:])
    assert printed("one", folder) == "one"


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path) -> None:
    place = folder / "file"
    place.write_text("")
    assert printed("one", place) == "one"
    assert printed("one", folder / "missing") == "one"


def test_what_lies_in_the_way_stays(folder: Path) -> None:
    printed("one", folder)
    (path,) = codes(folder)
    path.unlink()
    path.mkdir()
    assert printed("one", folder) == "one"
    assert codes(folder) == [path]


def test_nothing_is_written_where_python_itself_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed("one", folder, engine=b"")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    printed("one", folder)
    assert not codes(folder)


def rounds(folder: Path, said: str) -> bool:
    """Whether a process that writes and reads again and again is never told what another says."""
    sys.dont_write_bytecode = False
    return all(printed(f"{said} {number % 3}", folder) == f"{said} {number % 3}" for number in range(200))


def test_two_processes_may_write_at_once(folder: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(rounds, [folder, folder], ["one", "two"])) == [True, True]
    assert len(codes(folder)) == 1


def test_codes_lie_where_no_server_watches_and_are_no_part_of_the_engine() -> None:
    assert not any(BESIDE.is_relative_to(ENGINE / watched) for watched in WATCHED)
    assert not any("__pycache__" in name for name, _ in our_files())
