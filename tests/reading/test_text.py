"""Bytes of a file become text, or a refusal that names the encoding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.problems import Unreadable
from build_tools.reading.text import LARGEST, decoded, read_text

CHINESE = "名称: 甲站\n"
READ = [
    (CHINESE.encode(), CHINESE),
    (CHINESE.encode("utf-8-sig"), CHINESE),
    ("名称: 甲站\r\n街道: 甲\r\n".encode(), "名称: 甲站\n街道: 甲\n"),
    ("名称: 甲站\r街道: 甲\r".encode(), "名称: 甲站\n街道: 甲\n"),
    ("甲\r\n\r\n乙\n\r丙".encode(), "甲\n\n乙\n\n丙"),
    (b"", ""),
]
NOT_READ = [
    (CHINESE.encode("gbk"), "GBK"),
    (CHINESE.encode("gb18030"), "GBK"),
    (CHINESE.encode("utf-16"), "UTF-16"),
    (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "UTF-16"),
    (CHINESE.encode() + b"\xff", "?"),
]


@pytest.mark.parametrize(("content", "text"), READ)
def test_utf_8_is_read_with_any_line_ends_and_without_its_mark(content: bytes, text: str) -> None:
    assert decoded(content) == text


@pytest.mark.parametrize(("content", "encoding"), NOT_READ)
def test_another_encoding_is_refused_and_guessed(content: bytes, encoding: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        decoded(content)
    assert (refusal.value.code, refusal.value.words) == ("E004", (("encoding", encoding),))


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.yml"
    path.touch()
    os.truncate(path, 50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    with pytest.raises(Unreadable) as refusal:
        read_text(path)
    assert (refusal.value.code, dict(refusal.value.words)) == ("E005", {"megabytes": "50.0", "largest": "1"})


@pytest.mark.parametrize(("size", "fits"), [(LARGEST, True), (LARGEST + 1, False)])
def test_the_largest_file_is_exactly_so_large(tmp_path: Path, size: int, fits: bool) -> None:
    path = tmp_path / "text.yml"
    path.write_bytes(b"a" * size)
    if fits:
        assert len(read_text(path)) == size
    else:
        with pytest.raises(Unreadable, match="E005"):
            read_text(path)


def test_a_file_that_vanished_or_may_not_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="E009"):
        read_text(tmp_path / "gone.yml")
    with pytest.raises(Unreadable, match="E009"):
        read_text(tmp_path)
