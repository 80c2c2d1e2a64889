"""The smallest bulletin without a problem: each test changes one file of it and looks at what is said."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from build_tools.planned import RULES_OF_TIMETABLES
from build_tools.reading.bulletin import read_bulletin
from tests.sites import built_once

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_tools.problems import Problem

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
"""The day on which content is checked."""

STATION = """\
名称: 甲站
状态: 开放
一句话: 喝水
区: shili
街道: 甲街道
地址: 示例市示例区甲街道1号
"""
TALLY = """\
截止月: 2026-10
类别:
  安全隐患:
    起始月: 2026-07
    零: [2026-07]
    批次:
      - {自: 2026-08, 至: 2026-09, 件数: 7}
年度: []
停用: []
"""
EVENT = """\
名称: 下棋
日期: 2026-10-17
地点: 甲站
区: shili
一句话: 来下棋
"""
NOTICE = """\
标题: 照常开放
发布: 2026-10-01
正文: 国庆照常开放。
"""
CALENDAR = """\
来源: {标题: 2026年部分节假日安排, 媒体: 国务院办公厅, 日期: 2025-11-04}
节假日:
  - {名称: 国庆节, 放假: 2026-10-01 至 2026-10-07, 上班: [2026-09-20 补周二, 2026-10-10 补周三]}
  - {名称: 元旦, 放假: 2026-01-01 至 2026-01-03}
  - {名称: 春节, 放假: 2026-02-15 至 2026-02-23}
  - {名称: 清明节, 放假: 2026-04-04 至 2026-04-06}
  - {名称: 劳动节, 放假: 2026-05-01 至 2026-05-05}
  - {名称: 端午节, 放假: 2026-06-19 至 2026-06-21}
  - {名称: 中秋节, 放假: 2026-09-25 至 2026-09-27}
"""
MINIMAL = {
    "site.yml": "名称: 驿站公告\n一句话: 示例区的驿站\n网址: https://example.org/\n",
    "vocabulary.yml": """\
需求: [{代码: water, 名称: 渴了, 得到: 喝水, 图标: 水杯}]
设施: [{代码: dispenser, 名称: 饮水机, 满足: [渴了]}]
服务: [{代码: haircut, 名称: 免费理发}]
对象: [{代码: residents, 名称: 居民}]
伙伴: [{代码: community, 名称: 社区}]
办件: [{代码: hazards, 名称: 安全隐患}]
""",
    "districts/shili.yml": "名称: 示例区\n省: 示例省\n市: 示例市\n街道: [甲街道]\n",
    "organizations/jia.yml": "名称: 甲社区\n类别: 社区\n区: shili\n",
    "stations/jia.yml": STATION,
}


LONGEST = (
    "browser/test_every_page.py",
    "kept/test_sequences.py",
    "kept/test_interrupted.py",
    "browser",
    "kept",
    "hooks",
    "test_workers.py",
    "booking",
)
"""Files and folders that take longest: they come first, so that no core is left waiting for another at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first."""
    items.sort(key=lambda item: place_of(item.path.relative_to(HERE).as_posix()))


def place_of(file: str) -> int:
    """Where the tests of `file` come."""
    return next((place for place, long in enumerate(LONGEST) if file.startswith(long)), len(LONGEST))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Gives the site of a folder of content that no test changes; the workers of a run share it, so nobody may touch it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return lambda content: built_once(content, shared / "published")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with the smallest bulletin."""
    folder = tmp_path / "content"
    put_all(folder, MINIMAL)
    return folder


def put_all(content: Path, texts: Mapping[str, str]) -> None:
    """Make each of `texts` the content of the file by whose path it is known."""
    for uri, text in texts.items():
        put(content, uri, text)


def put(content: Path, uri: str, text: str | bytes) -> None:
    """Make `text` the content of the file `uri`."""
    path = content / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def check(content: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with `content`, and what is due for verification."""
    return read_bulletin(content, today=TODAY, reminding=True, further=RULES_OF_TIMETABLES)[1]


def codes(content: Path) -> list[str]:
    """The codes of everything that is wrong with `content`."""
    return [problem.code for problem in check(content)]


def told(content: Path) -> list[tuple[str, str, int, int, str]]:
    """Code, file, line, column and path of everything that is wrong with `content`."""
    return [(one.code, one.place.file, one.place.line, one.place.column, one.path) for one in check(content)]
