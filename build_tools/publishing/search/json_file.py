"""Files of the search."""

from __future__ import annotations

import json
from typing import Any

from build_tools.publishing.site import SiteFile

FOLDER = "search/"


def json_file(name: str, content: Any) -> SiteFile:
    """The file `name` of the search, as short as JSON can be."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return SiteFile(f"{FOLDER}{name}.json", text.encode())
