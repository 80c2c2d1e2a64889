"""A file's bytes → its text, or why it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.problems import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1_000_000
"""Bytes; a station with everything is under 20,000."""
LARGEST_PICTURE = LARGEST_SKETCH = 2_000_000
OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The UTF-8 text of the file at `path` with `\\n` line ends and no byte order mark, or `Unreadable`."""
    return decoded(read_content(path, largest))


def read_content(path: Path, largest: int) -> bytes:
    """The bytes of the file at `path`, or `Unreadable` when there are more than `largest`."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise Unreadable("E005", megabytes=f"{size / 1_000_000:.1f}", largest=largest // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("E009", why=error.strerror or "") from None


def decoded(content: bytes) -> str:
    """`content` as text, or `Unreadable` with a guess at its encoding."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("E004", encoding=guessed(content)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def guessed(content: bytes) -> str:
    """The encoding that Chinese editors most likely used for `content`."""
    for mark, name in OTHER_ENCODINGS:
        if content.startswith(mark):
            return name
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK"
