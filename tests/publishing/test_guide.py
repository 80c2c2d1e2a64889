"""The guide's chapters as HTML, which outlasts a build."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from build_tools import lasting
from build_tools.publishing.free_text import essay_html
from build_tools.publishing.pages import guide
from build_tools.publishing.pages.guide import chapter_of, shown_of

if TYPE_CHECKING:
    from pathlib import Path

CHAPTER = chapter_of("check")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(lasting, "BESIDE", tmp_path / lasting.BESIDE.name)
    return tmp_path


def test_a_chapter_is_made_once_for_all_builds_of_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    made = shown_of(CHAPTER, b"engine")
    assert made == {"html": essay_html(CHAPTER.text)}
    monkeypatch.setattr(guide, "essay_html", lambda _: "made again")
    assert shown_of(CHAPTER, b"engine") == made
    assert shown_of(CHAPTER, b"other engine") == {"html": "made again"}
    assert shown_of(replace(CHAPTER, text="other text"), b"other engine") == {"html": "made again"}


def test_where_no_engine_is_known_nothing_is_kept(folder: Path) -> None:
    assert shown_of(CHAPTER, b"") == {"html": essay_html(CHAPTER.text)}
    assert not [*folder.iterdir()]
