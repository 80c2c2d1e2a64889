"""The pictures that the staff guide shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.publishing.pages.guide import CHAPTERS, TEXTS
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


FOLDER = "images/guide/"
SHOWN = re.compile(rf"\]\({FOLDER}([\w.-]+)\)")


def guide_pictures(made: Composed) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """Each picture that a chapter names, once."""
    chapters = ((TEXTS / f"{name}.md").read_text(encoding="utf-8") for name in CHAPTERS)
    for name in dict.fromkeys(name for text in chapters for name in SHOWN.findall(text)):
        yield SiteFile(FOLDER + name, (TEXTS / "pictures" / name).read_bytes())
