"""What a push carries besides its last state goes through the gate, and is told of with its commit."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image, PngImagePlugin

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.former import Remembered
from build_tools.reading.locale import read_wording
from build_tools.reports import FORMS, report
from tests.reading.gate_cases import IDENTITY, MOBILE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.problems import Problem

COMMIT = "1a2b3c4d"


def told(content: Path, folder: Path, part: str, path: str, held: bytes) -> tuple[Problem, ...]:
    """The problems of `content` when a push carries one more piece."""
    folder.mkdir()
    (folder / "held").write_bytes(held)
    line = {"part": part, "commit": COMMIT, "path": path, "size": len(held)}
    (folder / "index").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return read_bulletin(content, Remembered(pushed=folder))[1]


def picture(text: str) -> bytes:
    """A picture that says `text` besides what it shows."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", text)
    file = io.BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG", pnginfo=about)
    return file.getvalue()


STOPPED = [
    ("file", "content/stations/yi.yml", f"# {IDENTITY}".encode()),
    ("file", "content/stations/yi.yml", f"# 电话 {MOBILE}".encode()),
    ("file", "content/stations/yi.yml", f"# 身份证{IDENTITY}".encode("gb18030")),
    ("file", "content/stations/yi.yml", f"# 身份证{IDENTITY}".encode("utf-16")),
    ("file", "content/stations/yi.yml", f"# 证{IDENTITY}".encode("utf-16-le")),
    ("file", "content/stations/yi.yml", f"# 证{IDENTITY}".encode("utf-16-be")),
    ("file", "content/anything.bin", b"\xff\0\xfe" + IDENTITY.encode()),
    ("file", f"content/stations/{IDENTITY}.yml", b""),
    ("file", f"content/{IDENTITY}/a.yml", b""),
    ("file", "content/images/a.png", picture(IDENTITY)),
    ("file", "content/images/a.png", b"no picture " + IDENTITY.encode()),
    ("file", "README.md", IDENTITY.encode()),
    ("file", f"{IDENTITY}.txt", b""),
    ("message", "", f"某人 {IDENTITY}".encode()),
    ("message", "", f"他的电话 {MOBILE}".encode()),
    ("author", "", f"author {IDENTITY} <staff@example.org> 1795219200 +0000".encode()),
]
LET_PASS = [
    ("file", "content/stations/yi.yml", b"\tno YAML: ["),
    ("file", "content/images/a.png", b"no picture"),
    ("file", "pyproject.toml", f"telephone = '{MOBILE}'".encode()),
    ("author", "", f"author staff <{MOBILE}@example.org> 1795219200 +0000".encode()),
    ("message", "", "改了开放时间".encode()),
]


@pytest.mark.parametrize(("part", "path", "held"), STOPPED, ids=lambda value: repr(value)[:40])
def test_what_gives_a_resident_away_is_told_with_its_commit_and_quoted_nowhere(
    content: Path, tmp_path: Path, part: str, path: str, held: bytes
) -> None:
    found = told(content, tmp_path / "pushed", part, path, held)
    assert found
    assert {dict(one.words)["commit"] for one in found} == {COMMIT}
    for form in FORMS:
        said = report(found, read_wording("zh"), "content", form)
        assert COMMIT in said
        assert IDENTITY not in said
        assert MOBILE not in said


@pytest.mark.parametrize(("part", "path", "held"), LET_PASS, ids=lambda value: repr(value)[:40])
def test_other_mistakes_of_a_commit_between_and_who_made_it_stop_nothing(
    content: Path, tmp_path: Path, part: str, path: str, held: bytes
) -> None:
    assert told(content, tmp_path / "pushed", part, path, held) == ()


def test_the_report_names_the_commit_and_the_file_and_says_that_deleting_is_not_enough(
    content: Path, tmp_path: Path
) -> None:
    found = told(content, tmp_path / "pushed", "file", "content/stations/yi.yml", f"备注: {IDENTITY}".encode())
    assert report(found, read_wording("zh"), "content") == (
        "错误 E120：“110***********0014”是身份证、护照或社保卡的号码。\n"
        "  提交 1a2b3c4d 里的 content/stations/yi.yml:1:5\n"
        "    1 | 备注: 110***********0014\n"
        "      |       ^^^^^^^^^^^^^^^^^^\n"
        "  怎么改：光在后来的提交里删掉还不够，它会留在历史里。照最后写的，把提交并成一次。\n"
        "\n"
        "1 处错误，0 处提醒。\n"
    )
