"""A hand-written page: its first line is the title, `# 关于本站`; the rest is Markdown."""

from __future__ import annotations

from build_tools.problems import Unreadable
from build_tools.records.bulletin import Essay


def read_essay(id: str, text: str) -> Essay:
    """The page in `text`, or `Unreadable` when it has no title."""
    title, _, rest = text.lstrip().partition("\n")
    if not title.startswith("# ") or not title[2:].strip():
        raise Unreadable("E020")
    return Essay(id=id, title=title[2:].strip(), text=rest.strip())
