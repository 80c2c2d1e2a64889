"""Pieces of files, laid over the smallest bulletin: what the staff guide shows stands in a file that is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.conftest import CALENDAR, EVENT, MINIMAL, NOTICE, STATION, TALLY, put
from tests.reading.gate_cases import picture

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.examples import Example

WHOLE = MINIMAL | {
    "stations/yi.yml": STATION.replace("甲站", "乙站"),
    "stations/bing.yml": STATION.replace("甲站", "丙站"),
    "events/2026/qihui.yml": EVENT.replace(
        "日期: 2026-10-17", "重复: 每周五 14:00-17:00\n节假日: 休息\n调休上班日: 照常"
    ),
}
"""Files that stand for themselves."""
OF_FOLDER = {"stations": STATION, "events": EVENT, "notices": NOTICE, "calendar": CALENDAR, "tallies": TALLY}
"""Folder → what any other file in it is like."""
FEW = 3
"""Holidays that stand for themselves, and not for a year."""


def with_piece(text: str, piece: str) -> str:
    """The file `text` with `piece` in place of the same keys."""
    keys = tuple(re.findall("^[^ :]+:", piece, re.MULTILINE))
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return "".join(part for part in parts if not part.startswith(keys)) + piece


def put_piece(content: Path, file: str, piece: str) -> None:
    """Put `piece` into the `file` of `content`, which is without fault otherwise."""
    whole = WHOLE.get(file, OF_FOLDER.get(file.partition("/")[0], ""))
    put(content, file, with_piece(whole, piece) + (other_holidays(piece) if whole is CALENDAR else ""))


def other_holidays(piece: str) -> str:
    """What a year has beside the holidays in `piece`, when these are only a few of them."""
    named = re.findall("名称: ([^,、]+)", piece)
    if not 0 < len(named) <= FEW:
        return ""
    lines = re.findall("^  - .*\n", CALENDAR, re.MULTILINE)
    return "".join(line for line in lines if not any(f"名称: {name}" in line for name in named))


def put_beside(content: Path, example: Example, lines: str) -> None:
    """What `example` takes for granted, where `lines` stand: a picture that nobody names would be told of."""
    for name in example.pictures:
        if name in lines:
            put(content, name, picture(name.rpartition(".")[2].upper().replace("JPG", "JPEG")))
    for file, piece in example.beside.items():
        put_piece(content, file, piece)
