"""An .xlsx file's bytes, looked at before anything unpacks them: it is a zip file, and those may grow without end."""

from __future__ import annotations

import io
import re
import zipfile
from typing import IO, TYPE_CHECKING

from build_tools.problems import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 20_000_000
"""Bytes of the file."""
LARGEST_UNPACKED = 200_000_000
MOST_ENTRIES = 2_000
LARGEST_RATIO = 200
"""How many times its packed size an entry may have; a sheet of nothing but zeros has some 50."""
SMALL = 100_000
"""Bytes unpacked; such an entry may have any ratio."""
ENCRYPTED = 1
"""The bit of a zip entry that says so; https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.4."""
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
FORMULA = re.compile(rb"<(?:\w{1,20}:)?f[ >/]")
LONGEST_TAG = 24
PIECE = 1_000_000


def refuse_unsafe(content: bytes) -> None:
    """`Unreadable` unless `content` is a zip file of modest size; what lies inside is not looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    # Besides BadZipFile: a file name that is not text is a ValueError, a version from the future NotImplementedError.
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("E159") from None
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise Unreadable("E159")
    if not all(map(is_safe, entries)):
        raise Unreadable("E159")


def is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether `entry` can be unpacked without a password and does not grow beyond measure."""
    if entry.flag_bits & ENCRYPTED or entry.compress_type not in PACKINGS:
        return False
    return entry.file_size <= SMALL or entry.file_size <= LARGEST_RATIO * entry.compress_size


def has_formulas(content: bytes) -> bool:
    """Whether a cell in the safe zip file `content` seems to hold a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as part:
                if any(map(FORMULA.search, overlapping(part))):
                    return True
    return False


def overlapping(part: IO[bytes]) -> Iterator[bytes]:
    """The bytes of `part` in pieces, each of which begins with the end of the one before."""
    end = b""
    while piece := part.read(PIECE):
        yield end + piece
        end = piece[-LONGEST_TAG:]
