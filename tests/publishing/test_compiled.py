"""What templates are compiled to outlasts a build, and never shows what its sources do not say now."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import jinja2
import pytest

from build_tools import lasting
from build_tools.publishing.compiled import Compiled
from build_tools.publishing.links import Links
from build_tools.publishing.shown import Shown
from build_tools.publishing.typesetting import environment_for
from build_tools.reading.locale import read_wording

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(lasting, "BESIDE", tmp_path / lasting.BESIDE.name)
    return tmp_path


def printed(source: str, engine: bytes = b"engine") -> str:
    """What a template of this `source` prints in a build of its own."""
    loader, cache = jinja2.DictLoader({"page.html": source}), Compiled(engine, "zh")
    return jinja2.Environment(loader=loader, bytecode_cache=cache, autoescape=True).get_template("page.html").render()


def test_a_later_build_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed("one") == "one"
    monkeypatch.delattr(jinja2.Environment, "_parse")
    assert printed("one") == "one"


def test_another_source_takes_the_place_of_the_first(folder: Path) -> None:
    for source in ("one", "two", "one", "three"):
        assert printed(source) == source
    assert len([*folder.iterdir()]) == 1


def test_another_engine_believes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    printed("one")
    monkeypatch.delattr(jinja2.Environment, "_parse")
    with pytest.raises(AttributeError):
        printed("one", b"other engine")


def test_each_language_has_codes_of_its_own(folder: Path) -> None:
    for _ in range(2):
        for language, words in (("zh", "网址可能写错了"), ("en", "The address may be wrong")):
            cache = Compiled(b"engine", language)
            environment = environment_for(Shown(read_wording(language)), Links("../"), cache)
            assert words in environment.get_template("not_found.html").render(title="", panes=())
    assert {path.name[:3] for path in folder.iterdir()} == {"zh-", "en-"}


def test_other_words_are_set_in_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ("找不到", "没找到"):
        wording = read_wording("zh")
        monkeypatch.setitem(wording.texts, "not_found.summary", words)
        environment = environment_for(Shown(wording), Links("../"), Compiled(b"engine", "zh"))
        assert words in environment.get_template("not_found.html").render(title="", panes=())


def test_a_file_that_is_not_whole_is_compiled_again(folder: Path) -> None:
    printed("one")
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert printed("one") == "one"
    assert path.read_bytes() == whole


def test_where_no_engine_is_known_nothing_is_kept(folder: Path) -> None:
    assert printed("one", engine=b"") == "one"
    assert not [*folder.iterdir()]
