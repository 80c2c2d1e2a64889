"""Files of the search."""

from __future__ import annotations

from typing import Any

from build_tools.publishing.json_text import json_text
from build_tools.publishing.site import SiteFile

FOLDER = "search/"


def json_file(name: str, content: Any) -> SiteFile:
    """The file `name` of the search."""
    return file_of(name, json_text(content))


def file_of(name: str, text: str) -> SiteFile:
    """The same of a `text` that is JSON already."""
    return SiteFile(f"{FOLDER}{name}.json", text.encode())
