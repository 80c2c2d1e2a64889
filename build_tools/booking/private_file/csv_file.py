"""A CSV file → a table of texts, however its cells are parted."""

from __future__ import annotations

import csv
from contextlib import closing
from typing import TYPE_CHECKING

from build_tools.booking.private_file.headings import FORM, trimmed
from build_tools.booking.private_file.sheet import read_sheet
from build_tools.problems import Unreadable
from build_tools.reading.text import guessed
from build_tools.reading.tree import Misplaced

if TYPE_CHECKING:
    from collections.abc import Generator
    from io import TextIOWrapper
    from pathlib import Path

    from build_tools.booking.private_file.gathered import Gathered
    from build_tools.booking.private_file.sheet import Line

LARGEST = 500_000_000
"""Bytes; ten thousand stations need some 130 million for three years."""
SEPARATORS = ",;\t"
BLANK = SEPARATORS + " \r\n"
"""A line of nothing else has only empty cells."""
LONGEST_HEADINGS = 10_000
"""Characters looked at to tell how cells are parted."""
SAMPLE = 4096
"""Bytes in which UTF-16 shows: some program's files do not announce it, but it fills up with zeros."""


def read_csv(path: Path, gathered: Gathered) -> None:
    """Put the rows of the file at `path` into `gathered`, or `Unreadable`."""
    if (size := path.stat().st_size) > LARGEST:
        raise Unreadable("E005", megabytes=f"{size / 1_000_000:.1f}", largest=LARGEST // 1_000_000)
    with path.open("rb") as file:
        if b"\0" in file.read(SAMPLE):
            raise Unreadable("E158", encoding="UTF-16")
    with closing(table_in(path)) as table:
        read_sheet(table, gathered)


def table_in(path: Path) -> Generator[Line]:
    """The table in the file at `path`, or `Unreadable`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from lines_of(file)
    except UnicodeDecodeError:
        raise Unreadable("E158", encoding=guessed(path.read_bytes())) from None


def lines_of(file: TextIOWrapper) -> Generator[Line]:
    """Each row of `file` with the line it begins in, or `Misplaced` where quotes do not match."""
    separator = separator_in(file)
    file.seek(0)
    reader, begun = csv.reader(file, delimiter=separator, strict=True), 1
    try:
        for cells in reader:
            yield begun, cells
            begun = reader.line_num + 1
    except csv.Error:
        raise Misplaced("E196", begun, 1) from None


def separator_in(file: TextIOWrapper) -> str:
    """What parts most of the headings that we know in the first line of `file` that is not blank; else a comma."""
    line = "\n"
    while line and not line.strip(BLANK):
        line = file.readline(LONGEST_HEADINGS)
    return max(SEPARATORS, key=lambda sign: sum(trimmed(cell) in FORM.by_spelling for cell in cells_of(line, sign)))


def cells_of(line: str, separator: str) -> list[str]:
    """The cells of one `line`."""
    return next(csv.reader([line], delimiter=separator), [])
