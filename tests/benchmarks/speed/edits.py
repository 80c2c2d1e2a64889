"""What one editor changes in one station's file between two builds."""

from __future__ import annotations

import re

MORE_TEXT = "another sentence and telephone"
OTHER_HOURS = "another hours line"
HOURS = "工作日 8:00-18:30"
EDITS = {
    MORE_TEXT: (
        (re.compile(r"^电话: .*$", re.MULTILINE), "电话: 0000-7654321"),
        (re.compile(r"^介绍: \|$", re.MULTILINE), "介绍: |\n  门口新添了一张长椅。"),
    ),
    OTHER_HOURS: ((re.compile(r"^开放时间: .*$", re.MULTILINE), f"开放时间: {HOURS}"),),
}
"""What is edited → what is found in the file, and what then stands there."""


def edited(text: str, edit: str) -> str:
    """The file `text` after an `edit`."""
    for found, put in EDITS[edit]:
        text, count = found.subn(put, text)
        if not count:
            raise ValueError(f"a station of generated content has no line like {found.pattern}")
    return text


def station_to_edit(stations: int) -> str:
    """The id of a station in the middle of so many; those whose number ends in 0 are open, and so is the first."""
    return f"station-{stations // 20 * 10 or 1}"
