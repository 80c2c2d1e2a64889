"""The pictures of the READMEs and of the staff guide."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from build_tools.build import build
from build_tools.publishing.pages.guide import TEXTS
from build_tools.settings import Settings
from tests.screenshots import PAGES, PICTURES, SCHEMES, SCREENS
from tests.sites import CONTENT, ROOT

if TYPE_CHECKING:
    from pathlib import Path

READMES = (ROOT / "README.md", ROOT / "README.zh.md")


def made_pictures() -> set[str]:
    """The names of the pictures that `make screenshots` makes."""
    screens = {f"{name}-{width}-{scheme}" for name, (width, _), scheme in product(PAGES, SCREENS, SCHEMES)}
    return {f"{name}.png" for name in (*screens, "sheet")}


@pytest.mark.parametrize("text", [*READMES, *sorted(TEXTS.glob("*.md"))], ids=lambda path: path.name)
def test_each_picture_that_is_shown_is_one_that_a_command_renews(text: Path) -> None:
    shown = re.findall(r"!\[[^\]]+\]\(\S*?([\w-]+\.png)\)", text.read_text(encoding="utf-8"))
    assert set(shown) <= made_pictures()
    assert [name for name in shown if not (PICTURES / name).is_file()] == []


def test_the_site_has_the_pictures_of_its_guide() -> None:
    site = build(Settings(content=CONTENT, today=date(2026, 11, 22))).site
    assert site
    shown = {name for page in site.pages for name in re.findall(r'src="[./]*(images/guide/[^"]+)"', page.body)}
    assert len(shown) >= 5
    assert shown == {file.uri for file in site.files if file.uri.startswith("images/guide/")}
