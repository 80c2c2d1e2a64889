"""`rename`: what cannot be is refused with the reason, and then nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import STATION, codes, put
from tests.editing.renamed import EVENT, rename, texts

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = [
    ("jai", "xin", "是不是“jia”"),
    ("qqqq", "xin", "没有编号是“qqqq”"),
    ("jia", "xin", "  organizations/jia\n  stations/jia"),
    ("stations/jia", "Xin_Zhan", "例如 xin-zhan"),
    ("stations/jia", "unknown", "会当成“未知”"),
    ("stations/jia", "yi", "已经有了：stations/yi.yml"),
    ("stations/jia", "jia", "已经有了：stations/jia.yml"),
    ("stations/jia", "lao", "是 stations/yi.yml 以前用的"),
    ("stations/jia", "organizations/xin", "“organizations/xin”不能作编号"),
    ("stations/jia", "2026/xin", "“2026/xin”不能作编号"),
    ("lao", "xin", "已经换过编号，现在是 stations/yi.yml"),
    ("shili", "erli", "区没有“曾用编号”"),
    ("xiaqi", "2027/xiaqi", "旧网址在 2026 里"),
    ("yuan", "xin", "stations/ding.yml 第 1 行的“yuan”写法特别"),
]


@pytest.mark.parametrize(("id", "new", "why"), REFUSED)
def test_what_cannot_be_is_refused_with_the_reason_and_leaves_every_byte(
    content: Path, id: str, new: str, why: str
) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站") + "曾用编号: lao\n")
    put(content, "stations/yuan.yml", STATION.replace("甲站", "园站"))
    put(content, "stations/ding.yml", "接替驿站: >-\n  yuan\n" + STATION.replace("甲站", "丁站"))
    put(content, "events/2026/xiaqi.yml", EVENT)
    before = texts(content)
    assert codes(content) == []
    done = rename(content, id, new)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)
    assert why in done.stderr
    assert texts(content) == before


def test_content_with_an_error_is_left_alone_and_the_error_is_told(content: Path) -> None:
    put(content, "about.md", "没有标题\n")
    before = texts(content)
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, "E020" in done.stdout, "先改好再换编号" in done.stderr) == (65, True, True)
    assert texts(content) == before


def test_a_result_with_an_error_is_never_written(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}...\n")  # whatever follows the end of the document is another one
    before = texts(content)
    assert codes(content) == []
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, "E01" in done.stdout, "什么也没有改" in done.stderr) == (65, True, True)
    assert texts(content) == before


def test_a_mention_that_is_not_seen_stops_the_renaming(content: Path) -> None:
    put(content, "stations/ding.yml", '"接替驿站": "ji\\x61"\n' + STATION.replace("甲站", "丁站"))
    before = texts(content)
    assert codes(content) == []
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, "E052" in done.stdout, texts(content) == before) == (65, True, True)


def test_nothing_is_renamed_where_no_content_lies(tmp_path: Path) -> None:
    done = rename(tmp_path, "jia", "yi")
    assert (done.returncode, done.stdout, "site.yml" in done.stderr) == (1, "", True)
