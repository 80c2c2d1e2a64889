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
from build_tools.reading.locale import read_wording

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


@pytest.mark.parametrize("code", ["E127", "E128"])
def test_the_guide_and_the_message_tell_the_same_way_to_clean_a_picture(code: str) -> None:
    way = read_wording("zh").texts[f"{code}.cure"].partition("再放进来：")[2].rstrip("。")
    assert way
    assert way in (guide.TEXTS / "privacy.md").read_text(encoding="utf-8")
