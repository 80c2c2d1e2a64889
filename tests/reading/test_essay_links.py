"""Links and pictures of hand-written pages lead to something that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import codes, put
from tests.reading.gate_cases import picture

if TYPE_CHECKING:
    from pathlib import Path

GOOD = [
    "[甲站](stations/jia.yml)",
    "[甲站](./stations/jia.yml#hours)",
    "[外面](https://example.org/)",
    "[打电话](tel:12345)",
    "[图](images/door.png)",
    "![图](images/door.png)",
    "[甲][1]\n\n[1]: stations/jia.yml",
    '<a href="stations/jia.yml">甲站</a>',
    "写成 `[甲](nothing.md)` 这样",
    "```\n[甲](nothing.md)\n```",
    "脚注[^1]\n\n[^1]: 说明",
]
BAD = [
    ("[甲](nothing.md)", "E057"),
    ("[词](vocabulary.yml)", "E057"),
    ("[数](tallies/jia.yml)", "E057"),
    ("[甲][1]\n\n[1]: nothing.md", "E057"),
    ('<a class="x" href="nothing.md">甲</a>', "E057"),
    ("![图](images/none.png)", "E056"),
    ("![图](https://example.org/x.png)", "E056"),
    ('<img alt="图" src="images/none.png">', "E056"),
]


@pytest.fixture
def here(content: Path) -> Path:
    put(content, "images/door.png", picture("PNG"))
    return content


@pytest.mark.parametrize("text", GOOD)
def test_what_is_there_may_be_linked_to_and_code_is_no_link(text: str, here: Path) -> None:
    put(here, "about.md", f"# 关于\n\n{text}\n")
    assert [code for code in codes(here) if code in ("E056", "E057")] == []


@pytest.mark.parametrize(("text", "code"), BAD)
def test_a_link_in_any_form_to_what_is_not_published_is_told(text: str, code: str, here: Path) -> None:
    put(here, "about.md", f"# 关于\n\n第一行\n{text}\n")
    assert [found for found in codes(here) if found in ("E056", "E057")] == [code]
