"""Hand-written pages: only what Markdown itself forgets before it reads, because two blanks at a line's end mean something."""

from __future__ import annotations

import re

from build_tools.formatting.blanks import one_line_end

BLANK_LINE = re.compile(r"^[ \t]+$", re.MULTILINE)


def usual_page(text: str) -> str:
    """`text` without blanks in empty lines, and with one line end at its end."""
    return one_line_end(BLANK_LINE.sub("", text))
