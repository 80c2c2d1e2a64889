"""Files of the search."""

from __future__ import annotations

from typing import Any

from build_tools.publishing.json_text import json_text
from build_tools.publishing.site import SiteFile

FOLDER = "search/"


def json_file(name: str, content: Any) -> SiteFile:
    """The file `name` of the search."""
    return file_of(name, json_text(content).encode())


def file_of(name: str, content: bytes) -> SiteFile:
    """The same of `content` that is JSON already."""
    return SiteFile(f"{FOLDER}{name}.json", content)
