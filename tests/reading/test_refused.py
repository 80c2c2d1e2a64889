"""What a file has to do with one that was refused is no second mistake: one cause, one message."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EVENT, MINIMAL, STATION, codes, put, put_all
from tests.faults.test_faults import FAULTS
from tests.reading.test_folder import PICTURE

if TYPE_CHECKING:
    from pathlib import Path

PHOTO = "照片: [{{文件: {}, 说明: 红屋檐的平房, 人物: 无}}]\n"
YI = STATION.replace("甲站", "乙站").replace("1号", "2号")
AT = f"{EVENT}驿站: {{}}\n"
TALLY = (FAULTS / "E162/tallies/xiangyang.yml").read_text(encoding="utf-8")
REFUSED: list[tuple[str, str, dict[str, str | bytes]]] = [
    ("E008", "a station and an event there", {"stations/Yi.yml": YI, "events/2026/a.yml": AT.format("Yi")}),
    ("E008", "the event says it rightly", {"stations/Yi.yml": YI, "events/2026/a.yml": AT.format("yi")}),
    ("E008", "whatever it will be", {"stations/乙站.yml": YI, "events/2026/a.yml": AT.format("yizhan")}),
    ("E226", "another ending", {"stations/yi.yaml": YI, "events/2026/a.yml": AT.format("yi")}),
    ("E229", "a folder too deep", {"stations/b/yi.yml": YI, "events/2026/a.yml": AT.format("yi")}),
    ("E008", "a tally", {"stations/Yi.yml": YI, "tallies/yi.yml": TALLY}),
    ("E008", "a link", {"stations/Yi.yml": YI, "about.md": "# 关于\n\n[乙站](stations/yi.yml)\n"}),
    ("E226", "a photo", {"images/door.PNG": PICTURE, "stations/yi.yml": YI + PHOTO.format("images/door.PNG")}),
    ("E226", "a photo, rightly", {"images/door.PNG": PICTURE, "stations/yi.yml": YI + PHOTO.format("images/door.png")}),
    ("E008", "a photo in Chinese", {"images/门.png": PICTURE, "stations/yi.yml": YI + PHOTO.format("images/门.png")}),
    ("E227", "of a telephone", {"images/a.HEIC": PICTURE, "stations/yi.yml": YI + PHOTO.format("images/a.HEIC")}),
    ("E005", "too large", {"images/a.png": bytes(3_000_000), "stations/yi.yml": YI + PHOTO.format("images/a.png")}),
    ("E226", "on a page", {"images/door.PNG": PICTURE, "about.md": "# 关于\n\n![门](images/door.PNG)\n"}),
    ("E008", "its picture", {"images/door.png": PICTURE, "stations/Yi.yml": YI + PHOTO.format("images/door.png")}),
    ("E004", "its picture", {"images/a.png": PICTURE, "about.md": "# 关于\n![门](images/a.png)".encode("gbk")}),
]


@pytest.mark.parametrize(
    ("code", "files"), [(code, files) for code, _, files in REFUSED], ids=[two for _, two, _ in REFUSED]
)
def test_nothing_else_is_said_of_a_file_that_was_refused(
    content: Path, code: str, files: dict[str, str | bytes]
) -> None:
    for uri, text in files.items():
        put(content, uri, text)
    assert codes(content) == [code]


def test_what_is_not_there_is_told_all_the_same(content: Path) -> None:
    put(content, "stations/Yi.yml", YI)
    put(content, "events/2026/a.yml", AT.format("bing"))
    assert sorted(codes(content)) == ["E008", "E052"]


def test_once_it_may_be_there_nothing_is_left_to_say(content: Path) -> None:
    put(content, "stations/yi.yml", YI)
    put(content, "events/2026/a.yml", AT.format("yi"))
    assert codes(content) == []


def test_a_district_that_was_refused_is_told_once(content: Path) -> None:
    shutil.rmtree(content)
    put_all(content, {uri.replace("shili", "Shili"): text for uri, text in MINIMAL.items()})
    assert codes(content) == ["E008"]
