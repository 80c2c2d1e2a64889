"""What the staff guide tells of links, editors and dates is so; other chapters are judged in `test_docs.py`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.__main__ import main
from build_tools.publishing.free_text import site_uri
from build_tools.publishing.pages.guide import CHAPTERS, TEXTS
from tests.conftest import MINIMAL, codes, put
from tests.pieces import with_piece
from tests.sites import CONTENT, site_of
from tests.test_docs import blocks

if TYPE_CHECKING:
    from pathlib import Path

STATION, VOCABULARY = "stations/jia.yml", "vocabulary.yml"
TEXT_OF = {name: (TEXTS / f"{name}.md").read_text(encoding="utf-8") for name in CHAPTERS}


def test_every_file_of_the_guide_is_a_chapter() -> None:
    assert {path.stem for path in TEXTS.glob("*.md")} == set(CHAPTERS)


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_link_of_a_chapter_leads_to_a_page_of_the_guide(name: str) -> None:
    pages = {page.uri for page in site_of(CONTENT, date(2026, 11, 21)).pages}
    links = re.findall(r"\]\((guide/[^)]+)\)", TEXT_OF[name])
    assert {site_uri(link) for link in links} <= pages


@pytest.mark.parametrize("block", blocks(TEXTS / "year.md", "yaml"))
def test_what_the_yearly_tasks_write_into_a_station_reads(block: str, content: Path) -> None:
    put(content, STATION, with_piece(MINIMAL[STATION], block))
    assert codes(content) == []


def test_a_new_word_of_the_guide_reads(content: Path) -> None:
    line = next(block for block in blocks(TEXTS / "station.md", "yaml") if "代码" in block)
    put(content, VOCABULARY, with_piece(MINIMAL[VOCABULARY], f"设施:\n{line}"))
    assert codes(content) == []


def test_every_command_of_the_guide_is_one_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    known = capsys.readouterr().out
    named = {command for text in TEXT_OF.values() for command in re.findall(r"-m build_tools (\w+)", text)}
    assert {command for command in named if not re.search(rf"^ +{command}\b", known, re.MULTILINE)} == set()
